import io.smallrye.config.SmallRyeConfig;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorOutgoingConfiguration;
import io.smallrye.reactive.messaging.kafka.fault.KafkaDeadLetterQueue;
import io.smallrye.reactive.messaging.kafka.impl.ConfigHelper;
import io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaConsumer;
import io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaProducer;
import io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaShareConsumer;
import io.smallrye.reactive.messaging.providers.impl.Configs;
import io.smallrye.reactive.messaging.providers.impl.ConfiguredChannelFactory;
import io.smallrye.reactive.messaging.providers.impl.ConnectorConfig;
import io.smallrye.reactive.messaging.providers.impl.OverrideConfig;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** The channels of an application, and the configuration that the client behind each of them gets. */
final class Channels {
  private static final Map<String, String> PREFIXES =
      Map.of("incoming", "mp.messaging.incoming.", "outgoing", "mp.messaging.outgoing.");

  private static final Set<String> WRITING = Set.of("dead-letter-queue", "delayed-retry-topic");

  private final SmallRyeConfig config;
  private final Instance<Map<String, Object>> configurations;
  private final Map<String, Object> maps = new TreeMap<>();

  Channels(SmallRyeConfig config, Map<String, Object> defaultBroker) {
    this.config = config;
    this.configurations = Stand.beans(Map.of(ConfigHelper.DEFAULT_KAFKA_BROKER, defaultBroker));
  }

  Map<String, Object> maps() throws ReflectiveOperationException {
    Method extract = accessible(ConfiguredChannelFactory.class, "extractConfigurationFor", String.class, Config.class);
    for (String direction : PREFIXES.keySet()) {
      Map<?, ?> channels = (Map<?, ?>) extract.invoke(null, PREFIXES.get(direction), config);
      for (Map.Entry<?, ?> channel : channels.entrySet()) {
        ConnectorConfig own = (ConnectorConfig) channel.getValue();
        String connector = own.getValue("connector", String.class);
        // ConfiguredChannelFactory takes the name without its beginning too
        if (!connector.equals("smallrye-kafka") && !connector.equals("kafka")) continue;
        // nor does it start these
        if (!own.getOptionalValue(ConnectorConfig.CHANNEL_ENABLED_PROPERTY, Boolean.TYPE).orElse(true)) continue;
        Config merged = ConfigHelper.retrieveChannelConfiguration(configurations, own);
        maps.put(direction + " " + channel.getKey(), direction.equals("incoming") ? consumer(merged) : producer(merged));
        if (direction.equals("incoming")) deadLetters((String) channel.getKey(), merged);
      }
    }
    return maps;
  }

  private Map<String, Object> consumer(Config channel) throws ReflectiveOperationException {
    KafkaConnectorIncomingConfiguration attributes = new KafkaConnectorIncomingConfiguration(channel);
    // KafkaConnector.getPublisher makes up a group
    String group = attributes.getGroupId().orElse(Application.FROM_CODE);
    Map<String, Object> map = new TreeMap<>(asked(attributes, group));
    map.putAll(Map.of(
        // as the constructor of KafkaSource takes it
        "smallrye:commit-strategy", attributes.getCommitStrategy().orElse(automatic(map) ? "ignore" : "throttled"),
        "smallrye:failure-strategy", attributes.getFailureStrategy(),
        "smallrye:fail-on-deserialization-failure", attributes.getFailOnDeserializationFailure(),
        "smallrye:throttled.unprocessed-record-max-age.ms", attributes.getThrottledUnprocessedRecordMaxAgeMs(),
        "smallrye:share-group", attributes.getShareGroup()));
    return told(map);
  }

  private static Map<String, Object> asked(KafkaConnectorIncomingConfiguration attributes, String group)
      throws ReflectiveOperationException {
    if (attributes.getShareGroup()) {
      Method asked = accessible(
          ReactiveKafkaShareConsumer.class,
          "getKafkaShareConsumerConfiguration",
          KafkaConnectorIncomingConfiguration.class,
          Instance.class,
          String.class);
      return members(asked.invoke(null, attributes, Stand.beans(Map.of()), group));
    }
    Method asked = accessible(
        ReactiveKafkaConsumer.class,
        "getKafkaConsumerConfiguration",
        KafkaConnectorIncomingConfiguration.class,
        Instance.class,
        String.class,
        int.class);
    return members(asked.invoke(null, attributes, Stand.beans(Map.of()), group, -1));
  }

  private Map<String, Object> producer(Config channel) throws ReflectiveOperationException {
    KafkaConnectorOutgoingConfiguration attributes = new KafkaConnectorOutgoingConfiguration(channel);
    Method asked = accessible(
        ReactiveKafkaProducer.class, "getKafkaProducerConfiguration", KafkaConnectorOutgoingConfiguration.class, Instance.class);
    Map<String, Object> map = new TreeMap<>(members(asked.invoke(null, attributes, Stand.beans(Map.of()))));
    map.putAll(Map.of(
        "smallrye:waitForWriteCompletion", attributes.getWaitForWriteCompletion(),
        "smallrye:max-inflight-messages", attributes.getMaxInflightMessages()));
    return told(map);
  }

  /** As the factories of KafkaDeadLetterQueue and KafkaDelayedRetryTopic configure the producer that they make. */
  private void deadLetters(String channel, Config merged) throws ReflectiveOperationException {
    KafkaConnectorIncomingConfiguration attributes = new KafkaConnectorIncomingConfiguration(merged);
    if (!WRITING.contains(attributes.getFailureStrategy())) return;
    Map<String, Function<OverrideConfig, Object>> own = Map.of(
        "key.serializer", config -> Application.FROM_CODE,
        "value.serializer", config -> Application.FROM_CODE,
        "client.id", config -> Application.FROM_CODE,
        "topic", config -> Application.FROM_CODE,
        "interceptor.classes", config -> "");
    Config written = Configs.prefixOverride(attributes.config(), KafkaDeadLetterQueue.CHANNEL_DLQ_SUFFIX, own);
    maps.put("dead-letters " + channel, producer(ConfigHelper.retrieveChannelConfiguration(configurations, written)));
  }

  private static boolean automatic(Map<String, Object> map) {
    return Boolean.parseBoolean((String) map.get("enable.auto.commit"));
  }

  private static Method accessible(Class<?> owner, String name, Class<?>... types) throws NoSuchMethodException {
    Method method = owner.getDeclaredMethod(name, types);
    method.setAccessible(true);
    return method;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object map) {
    return (Map<String, Object>) map;
  }

  /** As text, without what an application's code would have decided. */
  private static Map<String, Object> told(Map<String, Object> map) {
    Map<String, Object> told = new TreeMap<>();
    map.forEach((key, value) -> {
      if (!Application.FROM_CODE.equals(value)) told.put(key, String.valueOf(value));
    });
    return told;
  }
}
