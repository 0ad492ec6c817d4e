import answers.Questions;
import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.util.Map;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Says which configuration the Kafka clients behind the channels of a Quarkus application get from its file:
 *
 * <pre>
 * in  {"id":1,"path":"application.properties","text":"mp.messaging.outgoing.orders.linger.ms=5\n","circumstances":{"profile":"prod"}}
 * out {"id":1,"maps":{"outgoing orders":{"acks":"1","linger.ms":"5",…}}}
 *     {"id":2,"refused":"…"}      the application does not start
 *     {"id":3,"broken":"…"}       the question has no answer
 * </pre>
 *
 * Circumstances: <code>profile</code>, the active ones with commas between, prod if not given; <code>runtime</code>, <code>other</code>
 * for one without Quarkus.
 */
public final class SmallRyeOracle {
  private SmallRyeOracle() {}

  public static void main(String[] arguments) throws IOException {
    Questions.answer(SmallRyeOracle::answer);
  }

  private static Map<String, ?> answer(Map<?, ?> question) throws ReflectiveOperationException, IOException {
    try (Application application = new Application(
        (String) question.get("path"), (String) question.get("text"), Questions.circumstances(question))) {
      return application.answer();
    } catch (YAMLException | ConfigValidationException refused) {
      return Map.of("refused", refused.toString());
    }
  }
}
