import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what every ConfigDef of the Kafka on the class path says, one JSON object a key and component. All of Kafka is reached by
 * reflection, so that one compilation runs against every version. A component whose class is not there is left out.
 */
public class ConfigDump {
    /** Component, then the classes that have held its ConfigDef, newest first. */
    private static final String[][] COMPONENTS = {
        {"broker", "kafka.server.KafkaConfig"},
        {"topic", "org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig"},
        {"group", "org.apache.kafka.coordinator.group.GroupConfig"},
        {"producer", "org.apache.kafka.clients.producer.ProducerConfig"},
        {"consumer", "org.apache.kafka.clients.consumer.ConsumerConfig"},
        {"admin", "org.apache.kafka.clients.admin.AdminClientConfig"},
        {"streams", "org.apache.kafka.streams.StreamsConfig"},
        {"connect-distributed", "org.apache.kafka.connect.runtime.distributed.DistributedConfig"},
        {"connect-standalone", "org.apache.kafka.connect.runtime.standalone.StandaloneConfig"},
        {"connector", "org.apache.kafka.connect.runtime.ConnectorConfig"},
        {"source-connector", "org.apache.kafka.connect.runtime.SourceConnectorConfig"},
        {"sink-connector", "org.apache.kafka.connect.runtime.SinkConnectorConfig"},
        {"mirror-maker", "org.apache.kafka.connect.mirror.MirrorMakerConfig"},
        {"mirror-connector", "org.apache.kafka.connect.mirror.MirrorConnectorConfig"},
        {"mirror-source", "org.apache.kafka.connect.mirror.MirrorSourceConfig"},
        {"mirror-checkpoint", "org.apache.kafka.connect.mirror.MirrorCheckpointConfig"},
        {"mirror-heartbeat", "org.apache.kafka.connect.mirror.MirrorHeartbeatConfig"},
        {"mirror-client", "org.apache.kafka.connect.mirror.MirrorClientConfig"},
        {"client-metrics", "org.apache.kafka.server.metrics.ClientMetricsConfigs"},
        {"remote-log-manager", "org.apache.kafka.server.log.remote.storage.RemoteLogManagerConfig"},
        {"remote-log-metadata", "org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManagerConfig"},
    };

    private final Class<?> configDef = Class.forName("org.apache.kafka.common.config.ConfigDef");
    private final Object noDefault = configDef.getField("NO_DEFAULT_VALUE").get(null);
    private final Map<?, ?> updateModes = updateModes();

    private ConfigDump() throws ReflectiveOperationException {}

    public static void main(String[] args) throws Exception {
        ConfigDump dump = new ConfigDump();
        for (String[] component : COMPONENTS) dump.print(component);
        // some classes start threads
        Runtime.getRuntime().halt(System.out.checkError() ? 1 : 0);
    }

    private void print(String[] component) throws Exception {
        for (int i = 1; i < component.length; i++) {
            Class<?> owner;
            try {
                owner = Class.forName(component[i]);
            } catch (ClassNotFoundException otherVersion) {
                continue;
            }
            Object definition = definitionOf(owner);
            // in 2.4 to 3.3 the class of the name GroupConfig is another one
            if (definition == null) continue;
            Deprecations deprecations = new Deprecations(owner, component[0]);
            for (Object key : new TreeMap<Object, Object>((Map<?, ?>) configDef.getMethod("configKeys").invoke(definition)).values())
                System.out.println(Json.write(describe(component[0], key, deprecations)));
            return;
        }
    }

    private Map<String, Object> describe(String component, Object key, Deprecations deprecations) throws Exception {
        String name = (String) field(key, "name");
        Object defaultValue = field(key, "defaultValue");
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("component", component);
        said.put("name", name);
        said.put("type", String.valueOf(field(key, "type")).toLowerCase(java.util.Locale.ROOT));
        if (defaultValue != noDefault) said.put("default", text(defaultValue));
        Object validator = field(key, "validator");
        if (validator != null) said.put("validator", validator(validator));
        said.put("importance", String.valueOf(field(key, "importance")).toLowerCase(java.util.Locale.ROOT));
        if (Boolean.TRUE.equals(optional(key, "internalConfig"))) said.put("internal", true);
        if (component.equals("broker") && updateModes.get(name) != null) said.put("update", String.valueOf(updateModes.get(name)));
        if (component.equals("topic")) said.put("synonym", synonym(name));
        if (deprecations.contain(name)) said.put("deprecated", true);
        said.values().removeIf(value -> value == ABSENT);
        return said;
    }

    /** The ConfigDef behind a class: a static method or field of it, or a field of its Scala object; null if it has none. */
    private Object definitionOf(Class<?> owner) throws ReflectiveOperationException {
        for (String name : new String[] {"configDef", "configDefCopy", "config"})
            for (Method method : owner.getDeclaredMethods())
                if (method.getName().equals(name) && isDefinition(method.getModifiers(), method.getReturnType())) {
                    Class<?>[] parameters = method.getParameterTypes();
                    // DistributedConfig.config(Crypto), by which the algorithms of the JVM can be exchanged
                    boolean ofCrypto = parameters.length == 1 && parameters[0].getSimpleName().equals("Crypto");
                    if (parameters.length > 0 && !ofCrypto) continue;
                    method.setAccessible(true);
                    return ofCrypto ? method.invoke(null, parameters[0].getField("SYSTEM").get(null)) : method.invoke(null);
                }
        Field found = null;
        for (Field field : owner.getDeclaredFields())
            // MirrorClientConfig has a second one, for the clients in it; its constructor takes CONFIG_DEF
            if (isDefinition(field.getModifiers(), field.getType()) && (found == null || field.getName().equals("CONFIG_DEF"))) found = field;
        if (found != null) {
            found.setAccessible(true);
            return found.get(null);
        }
        Object module = scalaObject(owner.getName());
        if (module == null) return null;
        for (Field field : module.getClass().getDeclaredFields())
            if (configDef.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                return field.get(module);
            }
        return null;
    }

    private boolean isDefinition(int modifiers, Class<?> type) {
        return Modifier.isStatic(modifiers) && configDef.isAssignableFrom(type);
    }

    /** Broker key to per-broker or cluster-wide; a key that is not in it is read-only. Empty before Kafka 1.1 (KIP-226). */
    private static Map<?, ?> updateModes() throws ReflectiveOperationException {
        try {
            return (Map<?, ?>) Class.forName("org.apache.kafka.server.config.DynamicBrokerConfig").getMethod("dynamicConfigUpdateModes").invoke(null);
        } catch (ClassNotFoundException beforeThat) {
            Object module = scalaObject("kafka.server.DynamicBrokerConfig");
            if (module == null) return Collections.emptyMap();
            return (Map<?, ?>) module.getClass().getMethod("dynamicConfigUpdateModes").invoke(module);
        }
    }

    private static final Object ABSENT = new Object();

    /** The broker's key that gives a topic's key its default. */
    private static Object synonym(String topicKey) throws ReflectiveOperationException {
        try {
            Class<?> synonyms = Class.forName("org.apache.kafka.server.config.ServerTopicConfigSynonyms");
            Object found = ((Map<?, ?>) synonyms.getField("TOPIC_CONFIG_SYNONYMS").get(null)).get(topicKey);
            return found == null ? ABSENT : found;
        } catch (ClassNotFoundException beforeThat) {
            Object module = scalaObject("kafka.log.LogConfig");
            Object option = module.getClass().getMethod("serverConfigName", String.class).invoke(module, topicKey);
            return (Boolean) option.getClass().getMethod("isDefined").invoke(option) ? option.getClass().getMethod("get").invoke(option) : ABSENT;
        }
    }

    private static Object scalaObject(String name) throws ReflectiveOperationException {
        try {
            return Class.forName(name + "$").getField("MODULE$").get(null);
        } catch (ClassNotFoundException otherVersion) {
            return null;
        }
    }

    /** A validator as its class and what its fields hold, or what it says of itself where its class says more by words. */
    private static Map<String, Object> validator(Object validator) throws ReflectiveOperationException {
        Map<String, Object> said = new LinkedHashMap<>();
        // the number in the name of a lambda's class is another one in each run
        said.put("class", validator.getClass().getName().replaceAll("\\$\\$Lambda.*", "\\$\\$Lambda"));
        for (String name : new String[] {"min", "max", "validStrings", "isEmptyAllowed", "isNullAllowed", "maxSize"}) {
            Object value = optional(validator, name);
            if (value != null) said.put(name, value instanceof Number ? value.toString() : value);
        }
        Object inner = optional(validator, "validString");
        if (inner != null) said.put("validStrings", optional(inner, "validStrings"));
        Object parts = optional(validator, "validators");
        if (parts != null) {
            List<Object> all = new ArrayList<>();
            for (Object part : (Collection<?>) parts) all.add(validator(part));
            said.put("validators", all);
        }
        boolean speaks = validator.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        if (said.size() == 1 && speaks) said.put("text", validator.toString());
        return said;
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        return owner.getClass().getField(name).get(owner);
    }

    /** A field of whatever visibility; null where the class has none of that name. */
    private static Object optional(Object owner, String name) throws ReflectiveOperationException {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (NoSuchFieldException otherVersion) {
            return null;
        }
    }

    /** A value as one would write it into a file; null stays null. */
    private static String text(Object value) {
        if (value == null) return null;
        if (value instanceof Class) return ((Class<?>) value).getName();
        if (!(value instanceof Collection)) return value.toString();
        List<String> items = new ArrayList<>();
        for (Object item : (Collection<?>) value) items.add(text(item));
        return String.join(",", items);
    }
}
