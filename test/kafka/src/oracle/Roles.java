import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The classes of one Kafka version that read the configuration of each role. What they throw comes out as an
 * InvocationTargetException; any other exception says that the question could not be put.
 */
final class Roles {
  private static final String BYTES = "org.apache.kafka.common.serialization.ByteArray";
  private static final String CONVERTER = "org.apache.kafka.connect.converters.ByteArrayConverter";
  /** Nobody listens there, and no name has to be looked up. */
  private static final String NOWHERE = "127.0.0.1:1";

  private final ClassLoader kafka;
  private final Map<String, Constructor<?>> constructors = new HashMap<>();
  private final Map<String, Method> methods = new HashMap<>();
  private final Clients clients = new Clients();
  private final Programs programs;
  private final Connectors connectors;
  private Brokers brokers;
  private Topics topics;

  Roles(ClassLoader kafka) {
    this.kafka = kafka;
    this.programs = new Programs(kafka);
    this.connectors = new Connectors(kafka);
  }

  /** As below; in 0.11 a client that is still closing can be in the way of the next one's metrics. */
  Object build(String role, Map<String, String> props) throws ReflectiveOperationException {
    try {
      return buildOnce(role, props);
    } catch (InvocationTargetException refused) {
      String causes = String.valueOf(refused.getCause()) + refused.getCause().getCause();
      if (!causes.contains("Error registering mbean")) throw refused;
      clients.awaitAll();
      return buildOnce(role, props);
    }
  }

  /** The real object, made with the keys that code usually sets; null where a version has a check but no object. */
  private Object buildOnce(String role, Map<String, String> props) throws ReflectiveOperationException {
    switch (role) {
      case "producer":
        return make("org.apache.kafka.clients.producer.ProducerConfig", producer(props));
      case "producer-client":
        return clients.close(make("org.apache.kafka.clients.producer.KafkaProducer", producer(props)));
      case "consumer":
        return make("org.apache.kafka.clients.consumer.ConsumerConfig", consumer(props));
      case "consumer-client":
        return clients.close(make("org.apache.kafka.clients.consumer.KafkaConsumer", consumer(props)));
      case "admin":
        return make("org.apache.kafka.clients.admin.AdminClientConfig", admin(props));
      case "admin-client":
        return clients.close(call("org.apache.kafka.clients.admin.AdminClient", "create", Map.class, admin(props)));
      case "streams":
        return make("org.apache.kafka.streams.StreamsConfig", filled(props, "bootstrap.servers", NOWHERE, "application.id", "app"));
      case "streams-client":
        return programs.streams(build("streams", props));
      case "connect-distributed-client":
        return programs.worker(build("connect-distributed", props), true);
      case "connect-standalone-client":
        return programs.worker(build("connect-standalone", props), false);
      case "source-connector":
        return connectors.source(filled(props, "name", "orders", "connector.class", "Orders"));
      case "sink-connector":
        return connectors.sink(filled(props, "name", "orders", "connector.class", "Orders",
            props.containsKey("topics.regex") ? "tasks.max" : "topics", props.containsKey("topics.regex") ? "1" : "a-topic-of-its-own"));
      case "mirror-maker-client":
        return programs.mirrorMaker(build("mirror-maker", props));
      case "broker":
        if (brokers == null) brokers = new Brokers(kafka);
        return brokers.build(props);
      case "topic":
        if (topics == null) topics = new Topics(kafka);
        return topics.build(props);
      case "connect-distributed":
        return make("org.apache.kafka.connect.runtime.distributed.DistributedConfig", filled(worker(props),
            "group.id", "connect", "offset.storage.topic", "connect-offsets", "config.storage.topic", "connect-configs",
            "status.storage.topic", "connect-status"));
      case "connect-standalone":
        return make("org.apache.kafka.connect.runtime.standalone.StandaloneConfig",
            filled(worker(props), "offset.storage.file.filename", "offsets"));
      case "mirror-maker":
        // without plugin.discovery every question would search all jars for plug-ins
        return make("org.apache.kafka.connect.mirror.MirrorMakerConfig", filled(props, "clusters", "A, B",
            "plugin.discovery", "service_load"));
      default:
        throw new IllegalArgumentException("there is no role " + role);
    }
  }

  private static Map<String, String> producer(Map<String, String> props) {
    return filled(props, "bootstrap.servers", NOWHERE, "key.serializer", BYTES + "Serializer", "value.serializer", BYTES + "Serializer");
  }

  private static Map<String, String> consumer(Map<String, String> props) {
    return filled(props, "bootstrap.servers", NOWHERE, "key.deserializer", BYTES + "Deserializer", "value.deserializer", BYTES + "Deserializer");
  }

  /** Controllers may take the place of brokers since 3.7 (KIP-919). */
  private Map<String, String> admin(Map<String, String> props) throws ClassNotFoundException {
    Class<?> config = Class.forName("org.apache.kafka.clients.admin.AdminClientConfig", true, kafka);
    boolean knowsControllers = Arrays.stream(config.getFields()).anyMatch(field -> field.getName().equals("BOOTSTRAP_CONTROLLERS_CONFIG"));
    return knowsControllers && !props.getOrDefault("bootstrap.controllers", "").trim().isEmpty() ? props : filled(props, "bootstrap.servers", NOWHERE);
  }

  private static Map<String, String> worker(Map<String, String> props) {
    // versions before 2.0 want the internal ones, too
    String json = "org.apache.kafka.connect.json.JsonConverter";
    return filled(props, "bootstrap.servers", NOWHERE, "key.converter", CONVERTER, "value.converter", CONVERTER,
        "internal.key.converter", json, "internal.value.converter", json);
  }

  private static Map<String, String> filled(Map<String, String> props, String... keysAndValues) {
    Map<String, String> all = new HashMap<>(props);
    for (int i = 0; i < keysAndValues.length; i += 2) all.putIfAbsent(keysAndValues[i], keysAndValues[i + 1]);
    return all;
  }

  static Properties asProperties(Map<String, String> props) {
    Properties properties = new Properties();
    properties.putAll(props);
    return properties;
  }

  private Object make(String name, Map<String, String> props) throws ReflectiveOperationException {
    Constructor<?> constructor = constructors.get(name);
    if (constructor == null) {
      constructor = Class.forName(name, true, kafka).getDeclaredConstructor(Map.class);
      constructor.setAccessible(true);
      constructors.put(name, constructor);
    }
    return constructor.newInstance(props);
  }

  private Object call(String name, String method, Class<?> parameter, Object argument) throws ReflectiveOperationException {
    Method found = methods.get(name + method);
    if (found == null) {
      found = Class.forName(name, true, kafka).getMethod(method, parameter);
      methods.put(name + method, found);
    }
    return found.invoke(null, argument);
  }
}
