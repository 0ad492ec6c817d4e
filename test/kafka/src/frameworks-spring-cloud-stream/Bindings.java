import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.cloud.stream.binder.BinderFactory;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaConsumerProperties;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaProducerProperties;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import tools.jackson.databind.ObjectMapper;

/** Binds channels as an application does when it starts, and says what the clients behind them are given. */
final class Bindings {
  private final BindingServiceProperties properties;
  private final BinderFactory binders;
  private final BindingService service;
  private final Application.LastProducer lastProducer;

  Bindings(ApplicationContext context) {
    properties = context.getBean(BindingServiceProperties.class);
    binders = context.getBean(BinderFactory.class);
    // the application's own would try again later instead of failing
    service = new BindingService(properties, binders, new ObjectMapper());
    lastProducer = context.getBean(Application.LastProducer.class);
  }

  Map<String, Object> input(String name) {
    KafkaMessageChannelBinder binder = binder(name);
    ConsumerProperties core = properties.getConsumerProperties(name);
    core.setAutoStartup(false);
    lastProducer.take();
    Binding<DirectChannel> binding = service.bindConsumer(channel(name), name).iterator().next();
    AbstractMessageListenerContainer<?, ?> container =
        (AbstractMessageListenerContainer<?, ?>) Fields.get(Fields.get(binding, "lifecycle"), "messageListenerContainer");
    Map<String, Object> config = consumerConfig(container);
    new ConsumerConfig(config);
    // another one each time
    if (String.valueOf(config.get(ConsumerConfig.GROUP_ID_CONFIG)).startsWith("anonymous.")) config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    KafkaConsumerProperties own = binder.getExtendedConsumerProperties(name);
    config.put("scs:binding.group", properties.getGroup(name));
    config.put("scs:consumer.max-attempts", core.getMaxAttempts());
    config.put("scs:consumer.enable-dlq", own.isEnableDlq());
    config.put("scs:consumer.auto-commit-on-error", Boolean.TRUE.equals(own.getAutoCommitOnError()));
    config.put("scs:consumer.reset-offsets", own.isResetOffsets());
    config.put("scs:consumer.reactive-at-most-once", own.isReactiveAtMostOnce());
    config.put("scs:consumer.reactive-auto-commit", own.isReactiveAutoCommit());
    config.put("spring:listener.concurrency", core.getConcurrency());
    String ackMode = container.getContainerProperties().getAckMode().name().toLowerCase(Locale.ROOT).replace('_', '-');
    config.put("spring:listener.ack-mode", ackMode);
    Map<String, Object> found = new TreeMap<>(Map.of(name + " consumer", Texts.of(config)));
    Map<String, Object> deadLetters = lastProducer.take();
    if (deadLetters == null && own.isEnableDlq()) deadLetters = producerConfig(binder.getTransactionalProducerFactory());
    if (deadLetters == null) return found;
    new ProducerConfig(deadLetters);
    found.put(name + " dead letters", Texts.of(deadLetters));
    return found;
  }

  Map<String, Object> output(String name) {
    KafkaMessageChannelBinder binder = binder(name);
    properties.getProducerProperties(name).setAutoStartup(false);
    Binding<DirectChannel> binding = service.bindProducer(channel(name), name);
    ProducerFactory<?, ?> factory = (ProducerFactory<?, ?>) Fields.get(Fields.get(binding, "lifecycle"), "producerFactory");
    Map<String, Object> config = producerConfig(factory);
    new ProducerConfig(config);
    KafkaProducerProperties own = binder.getExtendedProducerProperties(name);
    config.put("scs:producer.sync", own.isSync());
    config.put("spring:transaction-id-prefix", ((DefaultKafkaProducerFactory<?, ?>) factory).getTransactionIdPrefix());
    config.put("scs:producer.error-channel-enabled", properties.getProducerProperties(name).isErrorChannelEnabled());
    return Map.of(name + " producer", Texts.of(config));
  }

  private KafkaMessageChannelBinder binder(String name) {
    Object binder = binders.getBinder(properties.getBinder(name), DirectChannel.class);
    NoBroker.at(binder, "configurationProperties", "provisioningProvider");
    return (KafkaMessageChannelBinder) binder;
  }

  private static DirectChannel channel(String name) {
    DirectChannel channel = new DirectChannel();
    channel.setBeanName(name);
    return channel;
  }

  private static Map<String, Object> consumerConfig(AbstractMessageListenerContainer<?, ?> container) {
    return new LinkedHashMap<>(((ConsumerFactory<?, ?>) Fields.get(container, "consumerFactory")).getConfigurationProperties());
  }

  /** With the transactional id that the first producer of a transactional factory gets. */
  private static Map<String, Object> producerConfig(ProducerFactory<?, ?> factory) {
    Map<String, Object> config = new LinkedHashMap<>(factory.getConfigurationProperties());
    String prefix = ((DefaultKafkaProducerFactory<?, ?>) factory).getTransactionIdPrefix();
    if (prefix != null) config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix + "0");
    return config;
  }
}
