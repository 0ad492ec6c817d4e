import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Properties;

/** KafkaConfig, and what LogManager asks of it at start: that the defaults for topics agree with remote storage (3.6 and later). */
final class Brokers {
  private final Method fromProps;
  private final Method logConfig;
  private final Method validate;

  Brokers(ClassLoader kafka) throws ReflectiveOperationException {
    Class<?> config = Class.forName("kafka.server.KafkaConfig", true, kafka);
    fromProps = config.getMethod("fromProps", Properties.class);
    Method found = null;
    try {
      Class<?> topics = Class.forName("org.apache.kafka.storage.internals.log.LogConfig", true, kafka);
      found = topics.getMethod("validateBrokerLogConfigValues", Map.class, boolean.class);
    } catch (ClassNotFoundException | NoSuchMethodException beforeThreePointSix) {
      // there was no remote storage
    }
    validate = found;
    logConfig = found == null ? null : config.getMethod("extractLogConfigMap");
  }

  Object build(Map<String, String> props) throws ReflectiveOperationException {
    Object config = fromProps.invoke(null, Roles.asProperties(props));
    boolean storesRecords = !props.getOrDefault("process.roles", "").trim().equals("controller");
    if (validate != null && storesRecords) validate.invoke(null, logConfig.invoke(config), hasRemoteStorage(config));
    return config;
  }

  private static boolean hasRemoteStorage(Object config) throws ReflectiveOperationException {
    Object enabled = config.getClass().getMethod("getBoolean", String.class).invoke(config, "remote.log.storage.system.enable");
    return (Boolean) enabled;
  }
}
