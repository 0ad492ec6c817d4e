import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Kafka says of its configuration without being asked by reflection: the pages that its classes print when they are run, which the
 * makers of its documentation use, and, where a class prints none, the values of a real configuration object in which almost nothing is
 * set. One JSON object a component: {"component", "page"} or {"component", "values", "given"}.
 */
public class Pages {
    private static final String[][] PRINTING = {
        {"broker", "kafka.server.KafkaConfig"},
        {"topic", "org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig"},
        {"group", "org.apache.kafka.coordinator.group.GroupConfig"},
        {"producer", "org.apache.kafka.clients.producer.ProducerConfig"},
        {"consumer", "org.apache.kafka.clients.consumer.ConsumerConfig"},
        {"admin", "org.apache.kafka.clients.admin.AdminClientConfig"},
        {"streams", "org.apache.kafka.streams.StreamsConfig"},
        {"connect-distributed", "org.apache.kafka.connect.runtime.distributed.DistributedConfig"},
        {"source-connector", "org.apache.kafka.connect.runtime.SourceConnectorConfig"},
        {"sink-connector", "org.apache.kafka.connect.runtime.SinkConnectorConfig"},
        {"mirror-connector", "org.apache.kafka.connect.mirror.MirrorConnectorConfig"},
        {"mirror-source", "org.apache.kafka.connect.mirror.MirrorSourceConfig"},
        {"mirror-checkpoint", "org.apache.kafka.connect.mirror.MirrorCheckpointConfig"},
        {"mirror-heartbeat", "org.apache.kafka.connect.mirror.MirrorHeartbeatConfig"},
        {"remote-log-manager", "org.apache.kafka.server.log.remote.storage.RemoteLogManagerConfig"},
        {"remote-log-metadata", "org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManagerConfig"},
    };

    private static final String[][] CONSTRUCTED = {
        {"connect-standalone", "org.apache.kafka.connect.runtime.standalone.StandaloneConfig"},
        {"mirror-maker", "org.apache.kafka.connect.mirror.MirrorMakerConfig"},
        {"mirror-client", "org.apache.kafka.connect.mirror.MirrorClientConfig"},
        {"mirror-connector", "org.apache.kafka.connect.mirror.MirrorConnectorConfig"},
        {"group", "org.apache.kafka.coordinator.group.GroupConfig"},
    };

    private static final PrintStream out = System.out;
    private static final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    public static void main(String[] args) throws Exception {
        // before any of Kafka's classes, as Scala keeps the stream that it finds first
        System.setOut(new PrintStream(printed, true));
        for (String[] component : PRINTING)
            for (int i = 1; i < component.length; i++) print(component[0], component[i]);
        for (String[] component : CONSTRUCTED) construct(component[0], component[1]);
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void print(String component, String name) throws Exception {
        printed.reset();
        try {
            Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (ClassNotFoundException | NoSuchMethodException otherVersion) {
            return;
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("component", component);
        said.put("page", printed.toString("UTF-8"));
        out.println(Json.write(said));
    }

    private static void construct(String component, String name) throws Exception {
        Constructor<?> constructor;
        try {
            Class<?> type = Class.forName(name);
            try {
                type.getMethod("main", String[].class);
                return;
            } catch (NoSuchMethodException silent) {
                constructor = type.getDeclaredConstructor(Map.class);
            }
        } catch (ClassNotFoundException | NoSuchMethodException otherVersion) {
            return;
        }
        Map<String, String> given = given(component);
        constructor.setAccessible(true);
        Object config = constructor.newInstance(given);
        Map<String, Object> values = new TreeMap<>();
        for (Map.Entry<?, ?> value : ((Map<?, ?>) config.getClass().getMethod("values").invoke(config)).entrySet())
            values.put((String) value.getKey(), text(value.getValue()));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("component", component);
        said.put("values", values);
        said.put("given", given.keySet());
        out.println(Json.write(said));
    }

    /** The least that the constructor wants. */
    private static Map<String, String> given(String component) {
        Map<String, String> given = new HashMap<>();
        if (component.equals("group")) return given;
        given.put("bootstrap.servers", "localhost:9092");
        given.put("clusters", "a, b");
        given.put("name", "x");
        given.put("connector.class", "X");
        given.put("source.cluster.alias", "a");
        given.put("target.cluster.alias", "b");
        given.put("offset.storage.file.filename", "offsets");
        for (String converter : new String[] {"key.converter", "value.converter", "internal.key.converter", "internal.value.converter"})
            given.put(converter, "org.apache.kafka.connect.json.JsonConverter");
        return given;
    }

    private static String text(Object value) {
        if (value == null) return null;
        if (value instanceof Class) return ((Class<?>) value).getName();
        if (value instanceof Iterable) {
            StringBuilder items = new StringBuilder();
            for (Object item : (Iterable<?>) value) items.append(items.length() == 0 ? "" : ",").append(text(item));
            return items.toString();
        }
        return value.toString();
    }
}
