package kafka.docker;

import answers.Questions;
import java.io.IOException;
import java.util.HashMap;
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
    Questions.answer(question -> {
      Map<String, String> environment = new HashMap<>();
      ((Map<?, ?>) question.get("props")).forEach((name, value) -> environment.put((String) name, (String) value));
      return Map.of("maps", Map.of("broker", settings(environment)));
    });
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
