import io.smallrye.config.ConfigValidationException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    Writer out = new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), 1 << 16);
    // nothing that a framework prints may get between the answers
    System.setOut(System.err);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.write(answer((Map<?, ?>) Json.read(line)));
      out.write('\n');
      if (!in.ready()) out.flush();
    }
    out.flush();
    // threads of the framework may linger
    Runtime.getRuntime().halt(0);
  }

  private static String answer(Map<?, ?> question) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", question.get("id"));
    Map<?, ?> circumstances = question.get("circumstances") instanceof Map<?, ?> given ? given : Map.of();
    try (Application application =
        new Application((String) question.get("path"), (String) question.get("text"), circumstances)) {
      said.putAll(application.answer());
    } catch (YAMLException | ConfigValidationException refused) {
      said.put("refused", refused.toString());
    } catch (ReflectiveOperationException | IOException | RuntimeException broken) {
      said.put("broken", broken.toString());
    }
    return Json.write(said);
  }
}
