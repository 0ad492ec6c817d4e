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
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    Writer out = new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), 1 << 16);
    // nothing that a framework prints may get between the answers
    System.setOut(System.err);
    // it would look for a logging system, and log
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
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
    try {
      boolean streams = circumstances.containsKey("streams");
      ConfigurationFiles files = new ConfigurationFiles((String) question.get("path"), (String) question.get("text"), streams);
      said.putAll(Application.answer(files, circumstances));
    } catch (Exception broken) {
      said.put("broken", broken.toString());
    }
    return Json.write(said);
  }
}
