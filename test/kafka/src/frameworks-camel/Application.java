import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConsumer;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.component.kafka.KafkaProducer;
import org.apache.camel.main.Main;

/** A Camel application of one file and no routes. */
final class Application {
  private Application() {}

  static Map<String, Object> answer(String text) throws IOException, ReflectiveOperationException {
    Path file = Files.createTempFile("camel", ".properties");
    Main main = new Main();
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      main.setDefaultPropertyPlaceholderLocation("file:" + file);
      main.configure().withShutdownTimeout(1);
      try {
        main.start();
      } catch (Exception refused) {
        return Map.of("refused", sentenceOf(refused));
      }
      return clients(main.getCamelContext().getEndpoint("kafka:orders", KafkaEndpoint.class));
    } finally {
      main.stop();
      Files.delete(file);
    }
  }

  private static Map<String, Object> clients(KafkaEndpoint endpoint) throws ReflectiveOperationException {
    Processor nothing = exchange -> {};
    try {
      Object producer = given(KafkaProducer.class, new KafkaProducer(endpoint));
      return Map.of("maps", Map.of("producer", producer, "consumer", given(KafkaConsumer.class, new KafkaConsumer(endpoint, nothing))));
    } catch (InvocationTargetException refused) {
      return Map.of("refused", sentenceOf(refused));
    }
  }

  private static Map<String, Object> given(Class<?> type, Object client) throws ReflectiveOperationException {
    Method props = type.getDeclaredMethod("getProps");
    props.setAccessible(true);
    Map<String, Object> map = new TreeMap<>();
    ((Properties) props.invoke(client)).forEach((key, value) -> map.put((String) key, String.valueOf(value)));
    return map;
  }

  private static String sentenceOf(Throwable refused) {
    Throwable cause = refused;
    while (cause.getCause() != null) cause = cause.getCause();
    // the same for every run
    return cause.getClass().getSimpleName() + ": " + String.valueOf(cause.getMessage()).replaceAll("@[0-9a-f]+", "");
  }
}
