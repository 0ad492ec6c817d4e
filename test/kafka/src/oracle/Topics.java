import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;

/**
 * What the controller asks when a topic is created on brokers with default settings and remote storage: LogConfig.validate in the
 * overload with most parameters. It takes the topic's keys alone before 3.6, then also the broker's, whose values hold where the topic
 * is silent, later also those that the topic had before.
 */
final class Topics {
  private final Method validate;
  private final Map<?, ?> brokers;

  Topics(ClassLoader kafka) throws ReflectiveOperationException {
    Class<?> config = logConfig(kafka);
    validate = Arrays.stream(config.getMethods()).filter(method -> method.getName().equals("validate"))
        .max(Comparator.comparingInt(Method::getParameterCount)).orElseThrow();
    brokers = validate.getParameterCount() == 1 ? Map.of() : brokerDefaults(kafka);
  }

  Object build(Map<String, String> props) throws ReflectiveOperationException {
    int count = validate.getParameterCount();
    Object[] arguments = new Object[count];
    // (topic), (topic, brokers, remote storage), (topic before, topic, brokers, remote storage[, still with ZooKeeper])
    int topic = count < 4 ? 0 : 1;
    if (topic == 1) arguments[0] = Map.of();
    arguments[topic] = validate.getParameterTypes()[topic] == Properties.class ? Roles.asProperties(props) : props;
    if (count > 1) {
      arguments[topic + 1] = brokers;
      arguments[topic + 2] = true;
    }
    if (count == 5) arguments[4] = false;
    validate.invoke(null, arguments);
    return null;
  }

  private static Class<?> logConfig(ClassLoader kafka) throws ClassNotFoundException {
    try {
      return Class.forName("org.apache.kafka.storage.internals.log.LogConfig", true, kafka);
    } catch (ClassNotFoundException beforeThreePointFive) {
      return Class.forName("kafka.log.LogConfig", true, kafka);
    }
  }

  private static Map<?, ?> brokerDefaults(ClassLoader kafka) throws ReflectiveOperationException {
    Properties props = new Properties();
    props.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "controller.quorum.voters", "1@127.0.0.1:9093",
        "listeners", "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093", "controller.listener.names", "CONTROLLER"));
    Class<?> config = Class.forName("kafka.server.KafkaConfig", true, kafka);
    try {
      Object broker = config.getMethod("fromProps", Properties.class).invoke(null, props);
      return (Map<?, ?>) config.getMethod("extractLogConfigMap").invoke(broker);
    } catch (InvocationTargetException refused) {
      throw new IllegalStateException("a broker with default settings is refused", refused.getCause());
    }
  }
}
