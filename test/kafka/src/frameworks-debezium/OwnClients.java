import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The clients that the connectors of one release of Debezium make for topics of their own, by names of our own. */
final class OwnClients {
  private final ClassLoader debezium;

  OwnClients(ClassLoader debezium) {
    this.debezium = debezium;
  }

  /** What is kept elsewhere, and what the release does not know, is not among them. */
  Map<String, Object> of(Map<String, String> props) throws ReflectiveOperationException {
    Map<String, Object> maps = new LinkedHashMap<>();
    Object config = type("config.Configuration").getMethod("from", Map.class).invoke(null, props);
    Class<?> history = found("storage.kafka.history.KafkaSchemaHistory");
    if (history != null) {
      history(history, "schema history", "schema.history.internal", config, props, maps);
      signals(config, maps);
    } else {
      history(type("relational.history.KafkaDatabaseHistory"), "database history", "database.history", config, props, maps);
    }
    return maps;
  }

  private void history(Class<?> history, String name, String key, Object config, Map<String, String> props, Map<String, Object> maps)
      throws ReflectiveOperationException {
    // HistorizedRelationalDatabaseConnectorConfig makes an object of the class that is named there
    if (props.containsKey(key) && !props.get(key).equals(history.getName())) return;
    Object made = history.getConstructor().newInstance();
    for (Method method : history.getMethods()) {
      if (method.getName().equals("configure")) method.invoke(made, config, null, null, false);
    }
    for (String client : List.of("producer", "consumer")) {
      Field field = history.getDeclaredField(client + "Config");
      field.setAccessible(true);
      maps.put(name + " " + client, text(field.get(made)));
    }
  }

  private void signals(Object config, Map<String, Object> maps) throws ReflectiveOperationException {
    Object ofSignals = config.getClass().getMethod("subset", String.class, boolean.class).invoke(config, "signal.", false);
    Method build = type("pipeline.signal.channels.KafkaSignalChannel").getDeclaredMethod("buildKafkaConfiguration", type("config.Configuration"));
    build.setAccessible(true);
    maps.put("signals consumer", text(build.invoke(null, ofSignals)));
  }

  private Map<String, String> text(Object config) throws ReflectiveOperationException {
    Properties properties = (Properties) type("config.Configuration").getMethod("asProperties").invoke(config);
    Map<String, String> text = new TreeMap<>();
    properties.forEach((key, value) -> text.put((String) key, String.valueOf(value)));
    return text;
  }

  private Class<?> found(String name) {
    try {
      return type(name);
    } catch (ClassNotFoundException older) {
      return null;
    }
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName("io.debezium." + name, true, debezium);
  }
}
