import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.cloud.stream.binder.BinderFactory;
import org.springframework.cloud.stream.binder.kafka.streams.KafkaStreamsBindingInformationCatalogue;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.ObjectMapper;

/** What a function of Kafka Streams is given, which was bound when the application was made. */
final class StreamsFunction {
  private final ApplicationContext context;

  StreamsFunction(ApplicationContext context) {
    this.context = context;
  }

  Map<String, Object> maps(String function) {
    String input = function + "-in-0";
    StreamsBuilderFactoryBean builder = context.getBean("&stream-builder-" + function, StreamsBuilderFactoryBean.class);
    Map<String, Object> config = new LinkedHashMap<>();
    builder.getStreamsConfiguration().forEach((key, value) -> config.put((String) key, value));
    Map<String, Object> maps = new TreeMap<>();
    maps.put(input + " streams", Texts.of(config));
    StreamsConfig streams = new StreamsConfig(config);
    Map<String, Object> consumer = new LinkedHashMap<>(streams.getMainConsumerConfigs("g", "t", 1));
    consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    new ConsumerConfig(consumer);
    Map<String, Object> producer = new LinkedHashMap<>(streams.getProducerConfigs("t"));
    producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    new ProducerConfig(producer);
    maps.put(input + " streams consumer", Texts.of(consumer));
    maps.put(input + " streams producer", Texts.of(producer));
    List<ProducerFactory<byte[], byte[]>> deadLetters = deadLetters(input, builder);
    if (deadLetters.isEmpty()) return maps;
    Map<String, Object> deadLetter = new LinkedHashMap<>(deadLetters.get(0).getConfigurationProperties());
    new ProducerConfig(deadLetter);
    maps.put(input + " dead letters", Texts.of(deadLetter));
    return maps;
  }

  /** Binds the input as an application does when it starts; the binder remembers the producers that it makes. */
  @SuppressWarnings("unchecked")
  private List<ProducerFactory<byte[], byte[]>> deadLetters(String input, StreamsBuilderFactoryBean builder) {
    BindingServiceProperties properties = context.getBean(BindingServiceProperties.class);
    BinderFactory binders = context.getBean(BinderFactory.class);
    NoBroker.at(binders.getBinder(properties.getBinder(input), KStream.class), "binderConfigurationProperties", "kafkaTopicProvisioner");
    new BindingService(properties, binders, new ObjectMapper()).bindConsumer(context.getBean(input, KStream.class), input);
    Object catalogue = context.getBean(KafkaStreamsBindingInformationCatalogue.class);
    Object remembered = Fields.get(catalogue, "dlqProducerFactories");
    Object found = ((Map<?, ?>) remembered).get(builder);
    return found == null ? List.of() : (List<ProducerFactory<byte[], byte[]>>) found;
  }
}
