import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The connectors that a file configures, as Connect's own reader gets them: a properties file by Java, JSON by the library and the classes
 * with which its REST interface reads the bodies of requests. What Connect does not take comes out as an InvocationTargetException.
 */
final class ConnectorFiles {
  private static final String CLASS = "connector.class";
  private static final String ENTITIES = "org.apache.kafka.connect.runtime.rest.entities.";

  private final ClassLoader kafka;

  ConnectorFiles(ClassLoader kafka) {
    this.kafka = kafka;
  }

  List<Map<String, String>> read(String path, String text) throws ReflectiveOperationException {
    List<Map<String, String>> found = maps(path, text);
    // the name stands in the body or in the address of a request, from where Connect takes it
    for (Map<String, String> connector : found) connector.putIfAbsent("name", "orders");
    return found;
  }

  private List<Map<String, String>> maps(String path, String text) throws ReflectiveOperationException {
    if (!path.endsWith(".json")) return List.of(properties(text));
    Object mapper = type("com.fasterxml.jackson.databind.ObjectMapper").getConstructor().newInstance();
    Object root = mapper.getClass().getMethod("readTree", String.class).invoke(mapper, text);
    List<Map<String, String>> found = new ArrayList<>();
    if (is(root, "isObject") && at(root, CLASS) != null) found.add(map(mapper, text));
    else if (isBody(root)) found.add(config(body(mapper, text, "CreateConnectorRequest")));
    else if (isInfo(root)) found.add(config(body(mapper, text, "ConnectorInfo")));
    else collect(mapper, root, found);
    return found;
  }

  private static Map<String, String> properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException never) {
      throw new IllegalStateException(never);
    }
    Map<String, String> map = new LinkedHashMap<>();
    properties.forEach((key, value) -> map.put((String) key, (String) value));
    return map;
  }

  /** Lists and maps of bodies are taken apart by the scripts that send them, each to be read as a body. */
  private void collect(Object mapper, Object node, List<Map<String, String>> found) throws ReflectiveOperationException {
    if (is(node, "isObject") && at(node, CLASS) != null) {
      found.add(map(mapper, node.toString()));
      return;
    }
    for (Object child : (Iterable<?>) node) collect(mapper, child, found);
  }

  private static boolean isBody(Object root) throws ReflectiveOperationException {
    return is(root, "isObject") && at(root, "config") != null && at(root, "tasks") == null && at(root, "type") == null;
  }

  private static boolean isInfo(Object root) throws ReflectiveOperationException {
    return is(root, "isObject") && at(root, "config") != null && at(root, "tasks") != null;
  }

  private Object body(Object mapper, String text, String entity) throws ReflectiveOperationException {
    return mapper.getClass().getMethod("readValue", String.class, Class.class).invoke(mapper, text, type(ENTITIES + entity));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> config(Object body) throws ReflectiveOperationException {
    return new LinkedHashMap<>((Map<String, String>) ClientMaps.call(body, "config"));
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> map(Object mapper, String text) throws ReflectiveOperationException {
    Object types = mapper.getClass().getMethod("getTypeFactory").invoke(mapper);
    Object map = types.getClass().getMethod("constructMapType", Class.class, Class.class, Class.class)
        .invoke(types, LinkedHashMap.class, String.class, String.class);
    return (Map<String, String>) mapper.getClass().getMethod("readValue", String.class, type("com.fasterxml.jackson.databind.JavaType"))
        .invoke(mapper, text, map);
  }

  private static boolean is(Object node, String question) throws ReflectiveOperationException {
    return Boolean.TRUE.equals(node.getClass().getMethod(question).invoke(node));
  }

  private static Object at(Object node, String key) throws ReflectiveOperationException {
    return node.getClass().getMethod("get", String.class).invoke(node, key);
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, kafka);
  }
}
