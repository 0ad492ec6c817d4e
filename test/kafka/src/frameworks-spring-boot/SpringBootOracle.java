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
      ConfigurationFiles files = new ConfigurationFiles((String) question.get("path"), (String) question.get("text"));
      said.putAll(Application.answer(files, circumstances));
    } catch (Exception broken) {
      said.put("broken", broken.toString());
    }
    return Json.write(said);
  }
}
