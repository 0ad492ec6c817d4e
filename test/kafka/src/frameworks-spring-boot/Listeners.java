import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/** What a listener without attributes of its own gets: the properties of its container, and of the consumer that this makes. */
final class Listeners {
  private Listeners() {}

  @SuppressWarnings("unchecked")
  static Map<String, Map<String, Object>> of(ApplicationContext context) throws Exception {
    ConcurrentKafkaListenerContainerFactory<Object, Object> factory = context.getBean(ConcurrentKafkaListenerContainerFactory.class);
    DefaultKafkaConsumerFactory<Object, Object> given = context.getBean(DefaultKafkaConsumerFactory.class);
    Remembering consumers = new Remembering(given.getConfigurationProperties());
    factory.setConsumerFactory(consumers);
    ConcurrentMessageListenerContainer<Object, Object> container = factory.createContainer("orders");
    boolean batches = Boolean.TRUE.equals(factory.isBatchListener());
    Map<String, Object> listener = propertiesOf(container, batches);
    start(container, batches, given.getConfigurationProperties().get(ConsumerConfig.GROUP_ID_CONFIG));
    Map<String, Object> consumer = new LinkedHashMap<>(consumers.last);
    // each container puts a number behind it, and the listener names its group where the file does not
    for (String own : new String[] {ConsumerConfig.CLIENT_ID_CONFIG, ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG})
      consumer.put(own, given.getConfigurationProperties().get(own));
    return Map.of("listener", listener, "consumer", consumer);
  }

  private static Map<String, Object> propertiesOf(ConcurrentMessageListenerContainer<?, ?> container, boolean batches) {
    ContainerProperties properties = container.getContainerProperties();
    BeanWrapperImpl bean = new BeanWrapperImpl(properties);
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("type", batches ? "batch" : "single");
    found.put("ack-mode", properties.getAckMode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    found.put("concurrency", container.getConcurrency());
    found.put("auto-startup", container.isAutoStartup());
    for (String name : new String[] {
      "ackCount", "ackTime", "asyncAcks", "pollTimeout", "noPollThreshold", "idleBetweenPolls", "idleEventInterval",
      "idlePartitionEventInterval", "monitorInterval", "logContainerConfig", "missingTopicsFatal", "stopImmediate",
      "observationEnabled", "authExceptionRetryInterval"
    }) {
      if (!bean.isReadableProperty(name)) continue;
      String leaf = name.equals("stopImmediate") ? "immediate-stop" : name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      found.put(leaf, bean.getPropertyValue(name));
    }
    return found;
  }

  /** The container decides about automatic commits when it starts; its consumer belongs to no cluster. */
  private static void start(ConcurrentMessageListenerContainer<Object, Object> container, boolean batches, Object group) {
    ContainerProperties properties = container.getContainerProperties();
    if (batches) container.setupMessageListener((BatchMessageListener<Object, Object>) records -> {});
    else container.setupMessageListener((MessageListener<Object, Object>) one -> {});
    if (group == null || group.equals("")) properties.setGroupId("of-the-listener");
    container.setConcurrency(1);
    // it would ask a broker
    properties.setMissingTopicsFatal(false);
    try {
      container.start();
    } finally {
      container.stop();
    }
  }

  private static final class Remembering extends DefaultKafkaConsumerFactory<Object, Object> {
    private Map<String, Object> last = Map.of();

    private Remembering(Map<String, Object> config) {
      super(config);
    }

    @Override
    protected Consumer<Object, Object> createRawConsumer(Map<String, Object> config) {
      last = config;
      new ConsumerConfig(config);
      return mock();
    }

    /** Its constructor takes another kind of argument since Kafka 4. */
    @SuppressWarnings("unchecked")
    private static Consumer<Object, Object> mock() {
      try {
        Class<?> kind = MockConsumer.class.getConstructors()[0].getParameterTypes()[0];
        Object earliest = kind == String.class ? "earliest" : kind.getEnumConstants()[0];
        return (Consumer<Object, Object>) MockConsumer.class.getConstructors()[0].newInstance(earliest);
      } catch (InstantiationException | IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
