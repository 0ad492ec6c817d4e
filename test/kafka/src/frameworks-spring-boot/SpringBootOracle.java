import answers.Questions;
import java.io.IOException;

/**
 * Says which configuration the Kafka clients of a Spring Boot application get from its file, and its listener containers:
 *
 * <pre>
 * in  {"id":1,"path":"application.yml","text":"spring.kafka:\n  producer:\n    acks: '1'\n","circumstances":{"profiles":"eu","streams":"yes"}}
 * out {"id":1,"maps":{"admin":{…},"consumer":{…},"listener":{"ack-mode":"batch",…},"producer":{"acks":"1",…},"streams":{…},…}}
 *     {"id":2,"refused":"ConverterNotFoundException: …"}      the application, or one of its clients, does not start
 *     {"id":3,"broken":"…"}                                   the question has no answer
 * </pre>
 *
 * Circumstances: <code>profiles</code>, the active ones with commas between; <code>streams</code>, if it has Kafka Streams.
 */
public final class SpringBootOracle {
  private SpringBootOracle() {}

  public static void main(String[] arguments) throws IOException {
    // it would look for a logging system, and log
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    Questions.answer(question -> {
      ConfigurationFiles files = new ConfigurationFiles((String) question.get("path"), (String) question.get("text"));
      return Application.answer(files, Questions.circumstances(question));
    });
  }
}
