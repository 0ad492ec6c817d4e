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
    try {
      said.putAll(Application.answer((String) question.get("text")));
    } catch (IOException | ReflectiveOperationException | RuntimeException broken) {
      said.put("broken", broken.toString());
    }
    return Json.write(said);
  }
}
