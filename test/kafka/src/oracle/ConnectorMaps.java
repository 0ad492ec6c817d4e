import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configurations of the clients of connectors, and of the topics that Connect creates for them, by the place of the connector in its
 * file and names of our own: <code>0 producer</code>, <code>1 topics of default</code>. Who asks says of what kind each connector is, as
 * its class would: <code>source</code>, <code>sink</code>, <code>unknown</code>, <code>MirrorSource</code>. What Kafka throws comes out as
 * an InvocationTargetException.
 */
final class ConnectorMaps {
  private static final String CONNECT = "org.apache.kafka.connect.";
  private static final String SUPPORT = "exactly.once.support";

  private final ClassLoader kafka;
  private final Roles roles;
  private final ClientMaps clients;

  ConnectorMaps(ClassLoader kafka, Roles roles) {
    this.kafka = kafka;
    this.roles = roles;
    this.clients = new ClientMaps(kafka, roles);
  }

  Map<String, Object> of(Map<String, String> file, Map<String, String> worker) throws ReflectiveOperationException {
    Map<String, Object> maps = new LinkedHashMap<>();
    String[] kinds = file.get("kinds").split(",");
    int count = 0;
    for (Map<String, String> connector : new ConnectorFiles(kafka).read(file.get("path"), file.get("text"))) {
      ofOne(connector, kinds[count], worker, count++ + " ", maps);
    }
    return maps;
  }

  private void ofOne(Map<String, String> connector, String kind, Map<String, String> given, String prefix, Map<String, Object> maps)
      throws ReflectiveOperationException {
    Map<String, String> props = new HashMap<>(given);
    // Connect refuses the connector otherwise
    if ("required".equalsIgnoreCase(String.valueOf(connector.get(SUPPORT)).trim())) props.put("exactly.once.source.support", "enabled");
    Map<String, Object> tasks = new LinkedHashMap<>();
    clients.tasks(roles.build("connect-distributed", props), connector, prefix, tasks);
    if (kind.equals("sink") && blank(connector.get("errors.deadletterqueue.topic.name"))) tasks.remove(prefix + "producer");
    if (kind.equals("source") || kind.startsWith("Mirror")) tasks.remove(prefix + "consumer");
    maps.putAll(tasks);
    if (kind.startsWith("Mirror")) mirror(connector, kind, prefix, maps);
    else if (!kind.equals("sink")) topics(connector, prefix, maps);
  }

  private void mirror(Map<String, String> connector, String kind, String prefix, Map<String, Object> maps) throws ReflectiveOperationException {
    Object config = clients.mirrorConfig(connector);
    if (kind.equals("MirrorSource")) {
      maps.put(prefix + "consumer", ClientMaps.text(ClientMaps.callIfThere(config, "sourceConsumerConfig", "role")));
      Object syncs = ClientMaps.callIfThere(config, "offsetSyncsTopicProducerConfig");
      // before 3.0 they were always written to the source
      if (syncs == null) syncs = ClientMaps.callIfThere(config, "sourceProducerConfig", "role");
      maps.put(prefix + "offset syncs", ClientMaps.text(syncs));
    }
    for (String side : List.of("source", "target")) {
      maps.put(prefix + side + " cluster", ClientMaps.text(ClientMaps.callIfThere(config, side + "AdminConfig", "role")));
    }
  }

  /** The numbers go by the names of the connector's own keys. */
  private void topics(Map<String, String> connector, String prefix, Map<String, Object> maps) throws ReflectiveOperationException {
    Object plugins = clients.plugins();
    Object config = type(CONNECT + "runtime.SourceConnectorConfig").getConstructor(plugins.getClass(), Map.class, boolean.class)
        .newInstance(plugins, connector, true);
    Class<?> group = type(CONNECT + "util.TopicCreationGroup");
    Map<?, ?> groups = (Map<?, ?>) group.getMethod("configuredGroups", config.getClass()).invoke(null, config);
    for (Map.Entry<?, ?> one : groups.entrySet()) {
      Object topic = group.getMethod("newTopic", String.class).invoke(one.getValue(), "orders");
      Map<String, String> said = new TreeMap<>(ClientMaps.text(topic.getClass().getMethod("configs").invoke(topic)));
      said.put("replication.factor", String.valueOf(topic.getClass().getMethod("replicationFactor").invoke(topic)));
      said.put("partitions", String.valueOf(topic.getClass().getMethod("numPartitions").invoke(topic)));
      maps.put(prefix + "topics of " + one.getKey(), said);
    }
  }

  private static boolean blank(String text) {
    return text == null || text.trim().isEmpty();
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, kafka);
  }
}
