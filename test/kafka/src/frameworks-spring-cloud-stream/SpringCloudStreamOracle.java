import answers.Questions;
import java.io.IOException;
import java.util.Map;

/**
 * Says which configuration the Kafka clients of a Spring Cloud Stream application get from its file:
 *
 * <pre>
 * in  {"id":1,"path":"application.yml","text":"…","circumstances":{"inputs":"orders-in-0","outputs":"orders-out-0","profiles":"eu"}}
 * out {"id":1,"maps":{"orders-in-0 consumer":{"group.id":"g",…},"orders-out-0 producer":{"acks":"all",…}}}
 *     {"id":2,"refused":"IllegalArgumentException: …"}      the application, or one of its clients, does not start
 *     {"id":3,"broken":"…"}                                  the question has no answer
 * </pre>
 *
 * Circumstances: <code>inputs</code> and <code>outputs</code>, the bindings of the code with commas between; <code>profiles</code>,
 * the active ones; <code>streams</code>, if the function <code>process</code> with its two bindings is one of Kafka Streams.
 */
public final class SpringCloudStreamOracle {
  private SpringCloudStreamOracle() {}

  public static void main(String[] arguments) throws IOException {
    // it would look for a logging system, and log
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    Questions.answer(question -> {
      Map<?, ?> circumstances = Questions.circumstances(question);
      boolean streams = circumstances.containsKey("streams");
      ConfigurationFiles files = new ConfigurationFiles((String) question.get("path"), (String) question.get("text"), streams);
      return Application.answer(files, circumstances);
    });
  }
}
