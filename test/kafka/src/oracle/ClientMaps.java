import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configurations that Streams, a Connect worker and MirrorMaker 2 hand to the clients inside them, by names of our own such as
 * <code>producer</code>. What Kafka throws comes out as an InvocationTargetException.
 */
final class ClientMaps {
  private static final String CONNECT = "org.apache.kafka.connect.";
  private static final String MIRROR = CONNECT + "mirror.";
  private static final String CLUSTER_ID = "cluster-id";

  private final ClassLoader kafka;
  private final Roles roles;
  private final Clients clients = new Clients();
  private Object plugins;

  ClientMaps(ClassLoader kafka, Roles roles) {
    this.kafka = kafka;
    this.roles = roles;
  }

  /** <code>connector</code>: the keys of a connector that a worker is to run; null for none. */
  Map<String, Object> of(String role, Map<String, String> props, Map<String, String> connector) throws ReflectiveOperationException {
    Map<String, Object> maps = new LinkedHashMap<>();
    switch (role) {
      case "streams":
        streams(roles.build(role, props), maps);
        return maps;
      case "connect-distributed":
      case "connect-standalone":
        Object worker = roles.build(role, props);
        tasks(worker, connector, "", maps);
        if (role.equals("connect-distributed")) internalTopics(worker, "", maps);
        return maps;
      case "mirror-maker":
        mirrorMaker(roles.build(role, props), maps);
        return maps;
      default:
        throw new IllegalArgumentException("there is no program " + role);
    }
  }

  private void streams(Object config, Map<String, Object> maps) throws ReflectiveOperationException {
    maps.put("producer", text(call(config, "getProducerConfigs", "id")));
    maps.put("main consumer", text(call(config, "getMainConsumerConfigs", "group", "id", 0)));
    maps.put("restore consumer", text(call(config, "getRestoreConsumerConfigs", "id")));
    maps.put("global consumer", text(call(config, "getGlobalConsumerConfigs", "id")));
    maps.put("admin", text(call(config, "getAdminConfigs", "id")));
  }

  /** What Worker makes for tasks; the producer of a worker with exactly-once support is another one. */
  void tasks(Object worker, Map<String, String> given, String prefix, Map<String, Object> maps) throws ReflectiveOperationException {
    Map<String, String> connector = new HashMap<>(Map.of("name", "orders", "connector.class", "Orders", "tasks.max", "1"));
    if (given != null) connector.putAll(given);
    Object connectorConfig = type(CONNECT + "runtime.ConnectorConfig").getConstructor(plugins().getClass(), Map.class)
        .newInstance(plugins(), connector);
    Object policy = policy(worker, prefix);
    boolean exactlyOnce = worker.getClass().getSimpleName().equals("DistributedConfig") && flag(worker, "exactlyOnceSourceEnabled");
    String producer = exactlyOnce ? "exactlyOnceSourceTaskProducerConfigs" : has("baseProducerConfigs") ? "baseProducerConfigs" : "producerConfigs";
    String consumer = has("baseConsumerConfigs") ? "baseConsumerConfigs" : "consumerConfigs";
    maps.put(prefix + "producer", text(ofWorker(producer, worker, connectorConfig, policy, "SOURCE")));
    maps.put(prefix + "consumer", text(ofWorker(consumer, worker, connectorConfig, policy, "SINK")));
    maps.put(prefix + "admin", text(ofWorker("adminConfigs", worker, connectorConfig, policy, "SINK")));
  }

  /** The static methods of Worker have other parameters in nearly every version; their types tell what they are. */
  private Object ofWorker(String name, Object worker, Object connector, Object policy, String kind) throws ReflectiveOperationException {
    for (Method method : type(CONNECT + "runtime.Worker").getDeclaredMethods()) {
      if (!method.getName().equals(name)) continue;
      Class<?>[] types = method.getParameterTypes();
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        String type = types[i].getSimpleName();
        if (type.equals("String")) arguments[i] = i == types.length - 1 || name.startsWith("exactly") ? CLUSTER_ID : "orders";
        else if (type.equals("ConnectorTaskId")) arguments[i] = types[i].getConstructor(String.class, int.class).newInstance("orders", 0);
        else if (type.equals("ConnectorConfig")) arguments[i] = connector;
        else if (types[i].isInstance(worker)) arguments[i] = worker;
        else if (type.equals("ConnectorClientConfigOverridePolicy")) arguments[i] = policy;
        else if (type.equals("ConnectorType")) arguments[i] = types[i].getField(kind).get(null);
      }
      method.setAccessible(true);
      return method.invoke(null, arguments);
    }
    throw new IllegalStateException("Worker has no method " + name);
  }

  /** MirrorMaker allows all overrides, whatever its worker's keys say. */
  private Object policy(Object worker, String prefix) throws ReflectiveOperationException {
    Object named = prefix.isEmpty() ? ((Map<?, ?>) call(worker, "values")).get("connector.client.config.override.policy") : "All";
    String name = String.valueOf(named);
    Class<?> policy = type(name.contains(".") ? name : CONNECT + "connector.policy." + name + "ConnectorClientConfigOverridePolicy");
    Object made = policy.getConstructor().newInstance();
    call(made, "configure", call(worker, "originals"));
    return made;
  }

  /**
   * The clients of the topic in which workers keep offsets; those of configurations and states differ in what is forced only. Older
   * workers ask a broker for its cluster first, so that their stores cannot be made here.
   */
  private void internalTopics(Object worker, String prefix, Map<String, Object> maps) throws ReflectiveOperationException {
    if (!set(worker, "kafkaClusterId", CLUSTER_ID)) return;
    Class<?> store = type(CONNECT + "storage.KafkaOffsetBackingStore");
    Object made;
    try {
      made = store.getConstructor().newInstance();
    } catch (NoSuchMethodException since32) {
      made = storeWithConverter(store);
    }
    call(made, "configure", worker);
    Object log = get(made, store, "offsetLog");
    for (String client : List.of("Producer", "Consumer")) {
      clients.close(call(log, "create" + client));
      maps.put(prefix + "offsets " + client.toLowerCase(), text(get(log, log.getClass(), client.toLowerCase() + "Configs")));
    }
  }

  private Object storeWithConverter(Class<?> store) throws ReflectiveOperationException {
    for (Constructor<?> constructor : store.getDeclaredConstructors()) {
      Class<?>[] types = constructor.getParameterTypes();
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        if (types[i] == java.util.function.Supplier.class) arguments[i] = (java.util.function.Supplier<Object>) () -> "id";
      }
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    }
    throw new IllegalStateException("no constructor");
  }

  /** For each flow what its worker and its connectors make. */
  private void mirrorMaker(Object config, Map<String, Object> maps) throws ReflectiveOperationException {
    List<?> flows = (List<?>) call(config, "clusterPairs");
    // org.apache.kafka.connect.mirror.MirrorMaker's own words, whose constructor would look for brokers
    if (flows.isEmpty()) throw new InvocationTargetException(new IllegalArgumentException("No source->target replication flows."));
    for (Object flow : flows) {
      Class<?> source = type(MIRROR + "MirrorSourceConnector");
      Map<String, String> connector = new HashMap<>();
      ((Map<?, ?>) call(config, "connectorBaseConfig", flow, source)).forEach((key, value) -> connector.put((String) key, (String) value));
      Object worker = roles.build("connect-distributed", strings(call(config, "workerConfig", flow)));
      String prefix = flow + " ";
      tasks(worker, connector, prefix, maps);
      internalTopics(worker, prefix, maps);
      connectors(connector, prefix, maps);
    }
  }

  private void connectors(Map<String, String> props, String prefix, Map<String, Object> maps) throws ReflectiveOperationException {
    Object config = mirrorConfig(props);
    for (String side : List.of("source", "target")) {
      for (String client : List.of("Producer", "Consumer", "Admin")) {
        Object made = callIfThere(config, side + client + "Config", "role");
        if (made != null) maps.put(prefix + side + " " + client.toLowerCase(), text(made));
      }
    }
  }

  Object mirrorConfig(Map<String, String> props) throws ReflectiveOperationException {
    try {
      return type(MIRROR + "MirrorSourceConfig").getConstructor(Map.class).newInstance(props);
    } catch (ClassNotFoundException before35) {
      return type(MIRROR + "MirrorConnectorConfig").getConstructor(Map.class).newInstance(props);
    }
  }

  private static Map<String, String> strings(Object map) {
    Map<String, String> strings = new HashMap<>();
    ((Map<?, ?>) map).forEach((key, value) -> strings.put((String) key, (String) value));
    return strings;
  }

  /** What a map holds, as text; null values as if they were not there. */
  static Map<String, String> text(Object map) {
    Map<String, String> text = new TreeMap<>();
    ((Map<?, ?>) map).forEach((key, value) -> {
      if (value != null) text.put((String) key, value instanceof Class<?> type ? type.getName() : value.toString());
    });
    return text;
  }

  private boolean has(String method) throws ClassNotFoundException {
    for (Method one : type(CONNECT + "runtime.Worker").getDeclaredMethods()) if (one.getName().equals(method)) return true;
    return false;
  }

  private static boolean flag(Object owner, String method) throws ReflectiveOperationException {
    return Boolean.TRUE.equals(callIfThere(owner, method));
  }

  static Object call(Object owner, String name, Object... arguments) throws ReflectiveOperationException {
    Method method = find(owner.getClass(), name, arguments.length);
    if (method == null) throw new IllegalStateException("no method " + name);
    return method.invoke(owner, arguments);
  }

  /** Null where the version has no such method; one that takes less gets less. */
  static Object callIfThere(Object owner, String name, Object... arguments) throws ReflectiveOperationException {
    for (int count = arguments.length; count >= 0; count--) {
      Method method = find(owner.getClass(), name, count);
      if (method != null) return method.invoke(owner, java.util.Arrays.copyOf(arguments, count));
    }
    return null;
  }

  private static Method find(Class<?> owner, String name, int count) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (!method.getName().equals(name) || method.getParameterCount() != count || method.isBridge()) continue;
        if (java.lang.reflect.Modifier.isStatic(method.getModifiers())) continue;
        method.setAccessible(true);
        return method;
      }
    }
    return null;
  }

  private static Object get(Object owner, Class<?> start, String name) throws ReflectiveOperationException {
    for (Class<?> type = start; type != null; type = type.getSuperclass()) {
      for (java.lang.reflect.Field field : type.getDeclaredFields()) {
        if (!field.getName().equals(name)) continue;
        field.setAccessible(true);
        return field.get(owner);
      }
    }
    throw new IllegalStateException("no field " + name);
  }

  /** False where there is no such field. */
  private static boolean set(Object owner, String name, Object value) throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (java.lang.reflect.Field field : type.getDeclaredFields()) {
        if (!field.getName().equals(name)) continue;
        field.setAccessible(true);
        field.set(owner, value);
        return true;
      }
    }
    return false;
  }

  Object plugins() throws ReflectiveOperationException {
    if (plugins == null) {
      Class<?> type = type(CONNECT + "runtime.isolation.Plugins");
      plugins = type.getConstructor(Map.class).newInstance(Map.of("plugin.discovery", "service_load"));
    }
    return plugins;
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, kafka);
  }
}
