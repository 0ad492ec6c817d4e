import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What Streams, Connect and MirrorMaker 2 check when they start, behind the Config class that reads their file. What Kafka throws
 * comes out as an InvocationTargetException.
 */
final class Programs {
  private static final String CONNECT = "org.apache.kafka.connect.";
  private static final List<String> MIRROR_CONNECTORS =
      List.of("MirrorSourceConnector", "MirrorHeartbeatConnector", "MirrorCheckpointConnector");

  private final ClassLoader kafka;
  private final Clients clients = new Clients();

  Programs(ClassLoader kafka) {
    this.kafka = kafka;
  }

  /**
   * KafkaStreams asks its configuration for those of its clients before it makes them. With exactly-once processing the producer is
   * made too, as it is idempotent then, whatever its own keys say.
   */
  Object streams(Object config) throws ReflectiveOperationException {
    Map<String, Object> producer = new HashMap<>();
    for (Method method : config.getClass().getMethods()) {
      if (!method.getName().matches("get(Producer|Consumer|MainConsumer|RestoreConsumer|GlobalConsumer|Admin)Configs")) continue;
      Class<?>[] types = method.getParameterTypes();
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        arguments[i] = types[i] == String.class ? "id" : types[i] == int.class || types[i] == Integer.class ? (Object) 0 : null;
      }
      Map<?, ?> props = (Map<?, ?>) method.invoke(config, arguments);
      if (method.getName().contains("Producer")) props.forEach((key, value) -> producer.put((String) key, value));
    }
    if (Boolean.parseBoolean(String.valueOf(producer.get("enable.idempotence")))) {
      String bytes = "org.apache.kafka.common.serialization.ByteArraySerializer";
      producer.put("key.serializer", bytes);
      producer.put("value.serializer", bytes);
      clients.close(type("org.apache.kafka.clients.producer.KafkaProducer").getConstructor(Map.class).newInstance(producer));
    }
    return config;
  }

  /** A distributed worker's membership in its group, and the connectors of its REST server, which is not started. */
  Object worker(Object config, boolean distributed) throws ReflectiveOperationException {
    if (distributed) heartbeat(config);
    restServer(config);
    return config;
  }

  private void heartbeat(Object config) throws ReflectiveOperationException {
    Constructor<?> heartbeat = only("org.apache.kafka.clients.consumer.internals.Heartbeat");
    if (heartbeat.getParameterCount() > 2) {
      heartbeat.newInstance(numbersFor(heartbeat.getParameterTypes(), config));
      return;
    }
    Class<?> rebalance = type("org.apache.kafka.clients.GroupRebalanceConfig");
    Class<?> protocol = type("org.apache.kafka.clients.GroupRebalanceConfig$ProtocolType");
    Object connect = protocol.getField("CONNECT").get(null);
    Object group = rebalance.getConstructor(type("org.apache.kafka.common.config.AbstractConfig"), protocol).newInstance(config, connect);
    heartbeat.newInstance(group, type("org.apache.kafka.common.utils.Time").getField("SYSTEM").get(null));
  }

  /** Before 2.3 Heartbeat takes session timeout, interval, rebalance timeout and backoff themselves, and from 2.1 on the time first. */
  private Object[] numbersFor(Class<?>[] types, Object config) throws ReflectiveOperationException {
    Map<?, ?> values = (Map<?, ?>) config.getClass().getMethod("values").invoke(config);
    Iterator<Integer> numbers = List.of((Integer) values.get("session.timeout.ms"), (Integer) values.get("heartbeat.interval.ms"),
        (Integer) values.get("rebalance.timeout.ms"), 100).iterator();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isPrimitive()) arguments[i] = type("org.apache.kafka.common.utils.Time").getField("SYSTEM").get(null);
      else arguments[i] = types[i] == int.class ? (Object) numbers.next() : (Object) numbers.next().longValue();
    }
    return arguments;
  }

  private void restServer(Object config) throws ReflectiveOperationException {
    try {
      Constructor<?> server = only(CONNECT + "runtime.rest.ConnectRestServer");
      Map<?, ?> props = (Map<?, ?>) config.getClass().getMethod("originalsStrings").invoke(config);
      server.newInstance(60_000, only(CONNECT + "runtime.rest.RestClient").newInstance(config), props);
    } catch (ClassNotFoundException before36) {
      Constructor<?> server = only(CONNECT + "runtime.rest.RestServer");
      Object[] arguments = new Object[server.getParameterCount()];
      arguments[0] = config;
      server.newInstance(arguments);
    }
  }

  /** The workers and connectors of every flow. */
  Object mirrorMaker(Object config) throws ReflectiveOperationException {
    List<?> flows = (List<?>) method(config, "clusterPairs").invoke(config);
    // org.apache.kafka.connect.mirror.MirrorMaker's own words, whose constructor would look for brokers
    if (flows.isEmpty()) throw new InvocationTargetException(new IllegalArgumentException("No source->target replication flows."));
    for (Object flow : flows) {
      Object worker = method(config, "workerConfig").invoke(config, flow);
      Constructor<?> workerConfig = type(CONNECT + "runtime.distributed.DistributedConfig").getConstructor(Map.class);
      heartbeat(workerConfig.newInstance(worker));
      for (String name : MIRROR_CONNECTORS) {
        Class<?> connector = type(CONNECT + "mirror." + name);
        Object props = method(config, "connectorBaseConfig").invoke(config, flow, connector);
        refuseErrors(connector.getMethod("validate", Map.class).invoke(connector.getDeclaredConstructor().newInstance(), props));
      }
    }
    return config;
  }

  /**
   * A checkpoint connector refuses to be created without checkpoints or offset syncs. In a process of its own MirrorMaker writes that
   * into its log and goes on without it, which is how checkpoints are switched off.
   */
  private void refuseErrors(Object validated) throws ReflectiveOperationException {
    for (Object value : (List<?>) validated.getClass().getMethod("configValues").invoke(validated)) {
      for (Object error : (List<?>) value.getClass().getMethod("errorMessages").invoke(value)) {
        if (String.valueOf(error).startsWith("MirrorCheckpointConnector can't run")) continue;
        Constructor<?> refusal = type("org.apache.kafka.common.config.ConfigException").getConstructor(String.class);
        throw new InvocationTargetException((Throwable) refusal.newInstance(String.valueOf(error)));
      }
    }
  }

  private static Method method(Object owner, String name) {
    for (Method method : owner.getClass().getDeclaredMethods()) {
      if (!method.getName().equals(name)) continue;
      method.setAccessible(true);
      return method;
    }
    throw new IllegalStateException("no method " + name);
  }

  private Constructor<?> only(String name) throws ClassNotFoundException {
    Constructor<?> constructor = type(name).getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor;
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, kafka);
  }
}
