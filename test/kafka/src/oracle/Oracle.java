import answers.Questions;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says whether real Kafka takes a configuration, for every version whose jars lie in <code>JARS/VERSION</code>:
 *
 * <pre>
 * java Oracle JARS
 * in  {"id":1,"version":"4.3.1","role":"producer","props":{"acks":"1"},"want":["enable.idempotence"]}
 * out {"id":1,"accepted":true,"values":{"enable.idempotence":"false"}}
 *     {"id":2,"accepted":false,"error":"ConfigException: Invalid value ALL for configuration acks: …"}
 *     {"id":3,"broken":"no jars of Kafka 9.9"}                       the question has no answer
 * in  {"id":4,"version":"4.3.1","maps":"streams","props":{…}}         what the clients inside a program get; a worker with "connector":{…}
 * out {"id":4,"maps":{"producer":{"linger.ms":"100"}}}
 * in  {"id":5,"version":"4.3.1","maps":"connectors","props":{…},"file":{"path":"orders.json","text":"…","kinds":"source"}}   of connectors; props are the worker's
 * out {"id":5,"maps":{"0 producer":{"acks":"all"}}}
 * </pre>
 */
public final class Oracle {
  private final Versions versions;

  private Oracle(Path jars) {
    this.versions = new Versions(jars);
  }

  public static void main(String[] arguments) throws IOException {
    Oracle oracle = new Oracle(Path.of(arguments[0]));
    Questions.answer(question -> {
      Map<String, Object> said = new LinkedHashMap<>();
      oracle.answer(question, said);
      return said;
    });
  }

  private void answer(Map<?, ?> question, Map<String, Object> said) throws ReflectiveOperationException, IOException {
    ClassLoader kafka = versions.loader((String) question.get("version"));
    Roles roles = versions.roles(kafka);
    Map<String, String> props = strings(question.get("props"));
    // Kafka looks plug-ins up there
    Thread.currentThread().setContextClassLoader(kafka);
    try {
      if (question.get("maps") instanceof String program) {
        if (question.get("file") instanceof Map<?, ?> file) {
          said.put("maps", new ConnectorMaps(kafka, roles).of(strings(file), props));
          return;
        }
        Map<String, String> connector = question.get("connector") == null ? null : strings(question.get("connector"));
        said.put("maps", new ClientMaps(kafka, roles).of(program, props, connector));
        return;
      }
      Object config = roles.build((String) question.get("role"), props);
      said.put("accepted", true);
      if (question.get("want") instanceof List<?> want && config != null) said.put("values", values(config, want));
    } catch (InvocationTargetException refused) {
      said.put("accepted", false);
      said.put("error", inner(refused.getCause()));
    }
  }

  private static Map<String, String> strings(Object members) {
    Map<String, String> strings = new LinkedHashMap<>();
    ((Map<?, ?>) members).forEach((key, value) -> strings.put((String) key, (String) value));
    return strings;
  }

  private static Map<String, Object> values(Object config, List<?> want) throws ReflectiveOperationException {
    Map<?, ?> all = (Map<?, ?>) config.getClass().getMethod("values").invoke(config);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object key : want) {
      Object value = all.get(key);
      values.put((String) key, value == null ? null : value.toString());
    }
    return values;
  }

  /** The reason below "Failed to construct kafka producer", which says nothing. */
  private static String inner(Throwable refusal) {
    String message = refusal.getMessage();
    boolean wraps = message != null && refusal.getCause() != null
        && (message.startsWith("Failed to construct") || message.startsWith("Failed to create")
            || message.startsWith("Failed create"));
    return wraps ? inner(refusal.getCause()) : refusal.getClass().getSimpleName() + ": " + message;
  }
}
