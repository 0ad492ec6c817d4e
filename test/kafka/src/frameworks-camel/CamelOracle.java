import answers.Questions;
import java.io.IOException;

/**
 * Says which configuration Kafka's clients get from Camel's file, for a route whose address is <code>kafka:orders</code>:
 *
 * <pre>
 * in  {"id":1,"text":"camel.component.kafka.request-required-acks=1\n"}
 * out {"id":1,"maps":{"producer":{"acks":"1",…},"consumer":{…}}}
 *     {"id":2,"refused":"PropertyBindingException: …"}    the application does not start
 *     {"id":3,"broken":"…"}                               the question has no answer
 * </pre>
 */
public final class CamelOracle {
  private CamelOracle() {}

  public static void main(String[] arguments) throws IOException {
    Questions.answer(question -> Application.answer((String) question.get("text")));
  }
}
