import answers.Questions;
import java.io.IOException;

/**
 * Says which configuration the Kafka clients of a Micronaut application get from its file:
 *
 * <pre>
 * in  {"id":1,"path":"application.yml","text":"kafka:\n  producers:\n    orders:\n      acks: '1'\n","circumstances":{}}
 * out {"id":1,"maps":{"admin":{…},"consumer":{…},"producer":{…},"producer orders":{"acks":"1",…},"streams":{…}}}
 *     {"id":2,"refused":"ConfigurationException: …"}      the application does not start
 *     {"id":3,"broken":"…"}                               the question has no answer
 * </pre>
 *
 * Circumstances: <code>environments</code>, the active ones with commas between.
 */
public final class MicronautOracle {
  private MicronautOracle() {}

  public static void main(String[] arguments) throws IOException {
    Questions.answer(question -> {
      ConfigurationFiles files = new ConfigurationFiles();
      files.add((String) question.get("path"), (String) question.get("text"));
      return Application.answer(files, Questions.circumstances(question));
    });
  }
}
