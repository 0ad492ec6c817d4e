import io.quarkus.kafka.streams.runtime.KafkaStreamsProducer;
import io.quarkus.kafka.streams.runtime.KafkaStreamsPropertiesUtil;
import io.quarkus.kafka.streams.runtime.KafkaStreamsRuntimeConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.InetSocketAddressConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsConfig;

/** The Streams application of Quarkus: the properties that its extension makes, and what StreamsConfig hands to each client. */
final class Streams {
  private static final int PRIORITY = 100;

  private final SmallRyeConfig config;
  private final Map<String, Object> defaultBroker;

  Streams(SmallRyeConfig config, Map<String, Object> defaultBroker) {
    this.config = config;
    this.defaultBroker = defaultBroker;
  }

  /** What Quarkus registers by itself. */
  static void prepare(SmallRyeConfigBuilder builder) {
    builder
        .withConverter(Duration.class, PRIORITY, new DurationConverter())
        .withConverter(InetSocketAddress.class, PRIORITY, new InetSocketAddressConverter())
        .withDefaultValue("quarkus.application.name", Application.FROM_CODE)
        .withMapping(KafkaStreamsRuntimeConfig.class)
        .withValidateUnknown(false);
  }

  /** Whether the key makes an application one with Streams here. */
  static boolean isKey(String name) {
    return name.startsWith("kafka-streams.") || name.startsWith("quarkus.kafka-streams.") || name.startsWith("QUARKUS_KAFKA_STREAMS_");
  }

  Map<String, Object> maps() throws ReflectiveOperationException {
    Properties all = properties();
    StreamsConfig streams = new StreamsConfig(all);
    String group = all.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
    return Map.of(
        "streams", told(all),
        "streams producer", told(streams.getProducerConfigs("client")),
        "streams consumer", told(streams.getMainConsumerConfigs(group, "client", 0)),
        "streams restore", told(streams.getRestoreConsumerConfigs("client")),
        "streams global", told(streams.getGlobalConsumerConfigs("client")),
        "streams admin", told(streams.getAdminConfigs("client")));
  }

  private Properties properties() throws ReflectiveOperationException {
    KafkaStreamsRuntimeConfig own = config.getConfigMapping(KafkaStreamsRuntimeConfig.class);
    Method made = KafkaStreamsProducer.class.getDeclaredMethod(
        "getStreamsProperties", Properties.class, Map.class, String.class, KafkaStreamsRuntimeConfig.class);
    made.setAccessible(true);
    Properties atBuild = KafkaStreamsPropertiesUtil.appKafkaStreamsProperties();
    return (Properties) made.invoke(null, atBuild, defaultBroker, brokers(own), own);
  }

  /** As the constructor of KafkaStreamsProducer has it. */
  private String brokers(KafkaStreamsRuntimeConfig own) {
    List<InetSocketAddress> addresses = own.bootstrapServers();
    String written = addresses.stream().map(one -> one.getHostString() + ":" + one.getPort()).collect(Collectors.joining(","));
    if (!KafkaStreamsRuntimeConfig.DEFAULT_KAFKA_BROKER.equalsIgnoreCase(written)) return written;
    return config.getOptionalValue("kafka.bootstrap.servers", String.class).orElse(written);
  }

  private static Map<String, Object> told(Map<?, ?> map) {
    Map<String, Object> told = new TreeMap<>();
    map.forEach((key, value) -> {
      if (value != null && !Application.FROM_CODE.equals(value)) told.put((String) key, text(value));
    });
    return told;
  }

  private static String text(Object value) {
    return value instanceof Class<?> named ? named.getName() : String.valueOf(value);
  }
}
