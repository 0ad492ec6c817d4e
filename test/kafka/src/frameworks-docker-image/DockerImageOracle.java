package kafka.docker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Says which settings the image of Apache Kafka makes of an environment. It stands in the package of the class that it asks, whose method
 * nobody else may call.
 *
 * <pre>
 * in  {"id":1,"props":{"KAFKA_MIN_INSYNC_REPLICAS":"2","PATH":"/bin"}}
 * out {"id":1,"maps":{"broker":{"min.insync.replicas":"2"}}}
 *     {"id":2,"broken":"…"}      the question has no answer
 * </pre>
 */
public final class DockerImageOracle {
  private DockerImageOracle() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    Writer out = new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), 1 << 16);
    // nothing that Kafka prints may get between the answers
    System.setOut(System.err);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.write(answer((Map<?, ?>) Json.read(line)));
      out.write('\n');
      if (!in.ready()) out.flush();
    }
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static String answer(Map<?, ?> question) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", question.get("id"));
    Map<String, String> environment = new HashMap<>();
    ((Map<?, ?>) question.get("props")).forEach((name, value) -> environment.put((String) name, (String) value));
    try {
      said.put("maps", Map.of("broker", settings(environment)));
    } catch (RuntimeException broken) {
      said.put("broken", broken.toString());
    }
    return Json.write(said);
  }

  private static Map<String, Object> settings(Map<String, String> environment) {
    var variables = scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(environment));
    Map<String, Object> settings = new TreeMap<>();
    for (String line : CollectionConverters.asJava(KafkaDockerWrapper$.MODULE$.getServerConfigsFromEnv(variables))) {
      int sign = line.indexOf('=');
      settings.put(line.substring(0, sign), line.substring(sign + 1));
    }
    return settings;
  }
}
