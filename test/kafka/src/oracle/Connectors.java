import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

/** What Connect checks of a connector's keys before it makes the connector, and when it starts it. */
final class Connectors {
  private static final String RUNTIME = "org.apache.kafka.connect.runtime.";

  private final ClassLoader kafka;
  private Object plugins;

  Connectors(ClassLoader kafka) {
    this.kafka = kafka;
  }

  Object sink(Map<String, String> props) throws ReflectiveOperationException {
    Class<?> config = type(RUNTIME + "SinkConnectorConfig");
    validate(config, props);
    try {
      config.getMethod("validate", Map.class).invoke(null, props);
    } catch (NoSuchMethodException before11) {
      // topics.regex and what it may not stand with came in 1.1
    }
    return config.getConstructor(plugins().getClass(), Map.class).newInstance(plugins(), props);
  }

  Object source(Map<String, String> props) throws ReflectiveOperationException {
    Class<?> config = type(RUNTIME + "SourceConnectorConfig");
    validate(config, props);
    try {
      return config.getConstructor(plugins().getClass(), Map.class, boolean.class).newInstance(plugins(), props, true);
    } catch (NoSuchMethodException before26) {
      return config.getConstructor(plugins().getClass(), Map.class).newInstance(plugins(), props);
    }
  }

  /** As AbstractHerder does: every value by its validator, repeated items of lists included. */
  private void validate(Class<?> config, Map<String, String> props) throws ReflectiveOperationException {
    Object definition = config.getMethod("configDef").invoke(null);
    Method validateAll = definition.getClass().getMethod("validateAll", Map.class);
    for (Object value : ((Map<?, ?>) validateAll.invoke(definition, props)).values()) {
      List<?> errors = (List<?>) value.getClass().getMethod("errorMessages").invoke(value);
      if (errors.isEmpty()) continue;
      Class<?> refusal = type("org.apache.kafka.common.config.ConfigException");
      throw new InvocationTargetException((Throwable) refusal.getConstructor(String.class).newInstance(String.valueOf(errors.get(0))));
    }
  }

  private Object plugins() throws ReflectiveOperationException {
    // without plugin.discovery they would search all jars
    if (plugins == null) {
      Class<?> type = type(RUNTIME + "isolation.Plugins");
      plugins = type.getConstructor(Map.class).newInstance(Map.of("plugin.discovery", "service_load"));
    }
    return plugins;
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, kafka);
  }
}
