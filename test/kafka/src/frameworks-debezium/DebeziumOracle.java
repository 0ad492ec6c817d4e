import answers.Questions;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says which configuration the Kafka clients get that a connector of Debezium makes itself. Its arguments are folders of jars; a question
 * names one by its place among them:
 *
 * <pre>
 * java DebeziumOracle JARS JARS
 * in  {"id":1,"jars":0,"props":{"schema.history.internal.producer.acks":"1"}}
 * out {"id":1,"maps":{"schema history producer":{"acks":"1",…},"schema history consumer":{…}}}
 *     {"id":2,"refused":"ConnectException: …"}
 *     {"id":3,"broken":"…"}                               the question has no answer
 * </pre>
 */
public final class DebeziumOracle {
  private DebeziumOracle() {}

  public static void main(String[] arguments) throws IOException {
    OwnClients[] releases = new OwnClients[arguments.length];
    for (int i = 0; i < arguments.length; i++) releases[i] = new OwnClients(loader(arguments[i]));
    Questions.answer(question -> {
      Map<String, String> props = new LinkedHashMap<>();
      ((Map<?, ?>) question.get("props")).forEach((key, value) -> props.put((String) key, (String) value));
      return Map.of("maps", releases[((Number) question.get("jars")).intValue()].of(props));
    });
  }

  private static ClassLoader loader(String folder) throws MalformedURLException {
    File[] jars = new File(folder).listFiles((parent, name) -> name.endsWith(".jar"));
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) urls[i] = jars[i].toURI().toURL();
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }
}
