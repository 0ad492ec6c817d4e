import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.util.ClassUtils;

/** A Spring Boot application without code of its own, asked what it hands to Kafka's clients and to its listener containers. */
final class Application {
  private static final String SINCE_4 = "org.springframework.boot.kafka.autoconfigure.";
  private static final String BEFORE_4 = "org.springframework.boot.autoconfigure.kafka.";
  private static final boolean IS_4 = ClassUtils.isPresent(SINCE_4 + "KafkaProperties", null);
  private static final List<String> ATTRIBUTES = List.of(
      "template.defaultTopic", "template.transactionIdPrefix", "template.observationEnabled", "template.closeTimeout",
      "template.allowNonTransactional", "admin.autoCreate", "admin.failFast", "admin.modifyTopicConfigs", "admin.closeTimeout",
      "admin.operationTimeout", "retry.topic.enabled", "retry.topic.attempts", "retry.topic.backoff.delay", "streams.autoStartup",
      "streams.cleanup.onStartup", "streams.cleanup.onShutdown");

  private final ConfigurableApplicationContext context;
  private final Map<String, Object> maps = new TreeMap<>();

  private Application(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static Map<String, Object> answer(ConfigurationFiles files, Map<?, ?> circumstances) {
    List<Class<?>> sources = new ArrayList<>(List.of(Beans.class));
    if (circumstances.containsKey("streams")) sources.add(Streams.class);
    List<String> arguments = new ArrayList<>(List.of("--spring.config.location=optional:classpath:/", "--spring.config.name=" + files.configName()));
    if (circumstances.get("profiles") instanceof String profiles) arguments.add("--spring.profiles.active=" + profiles);
    SpringApplication application = new SpringApplication(new DefaultResourceLoader(files), sources.toArray(Class[]::new));
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    if (circumstances.get("environment") instanceof String variables) application.setEnvironment(withVariables(variables));
    // Streams needs a name, which another file may give the application
    application.setDefaultProperties(Map.of("spring.application.name", "of-another-file"));
    try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
      return Map.of("maps", new Application(context).clients(circumstances.containsKey("streams")));
    } catch (NullPointerException | ClassCastException broken) {
      throw broken;
    } catch (Exception refused) {
      return Map.of("refused", sentence(refused));
    }
  }

  /** An environment with these variables alone, <code>NAME=value</code> a line. */
  private static StandardEnvironment withVariables(String lines) {
    Map<String, Object> variables = new LinkedHashMap<>();
    lines.lines().forEach(line -> variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
    return environment;
  }

  private Map<String, Object> clients(boolean streams) throws Exception {
    producer();
    put("admin", context.getBean(KafkaAdmin.class).getConfigurationProperties());
    new AdminClientConfig(context.getBean(KafkaAdmin.class).getConfigurationProperties());
    put("attributes", attributes());
    Listeners.of(context).forEach(this::put);
    if (streams) streams();
    return maps;
  }

  private void producer() {
    DefaultKafkaProducerFactory<?, ?> factory = context.getBean(DefaultKafkaProducerFactory.class);
    Map<String, Object> config = new LinkedHashMap<>(factory.getConfigurationProperties());
    put("producer", config);
    String prefix = factory.getTransactionIdPrefix();
    if (prefix != null) {
      config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix + "0");
      maps.put("transactions", Map.of("prefix", prefix));
    }
    new ProducerConfig(config);
  }

  /** What Spring Boot keeps for itself, as far as no object of spring-kafka shows it. */
  private Map<String, Object> attributes() {
    BeanWrapperImpl bean = new BeanWrapperImpl(context.getBean(classNamed("KafkaProperties")));
    Map<String, Object> found = new LinkedHashMap<>();
    for (String name : ATTRIBUTES) {
      // some versions have fewer
      if (bean.isReadableProperty(name)) found.put(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), bean.getPropertyValue(name));
    }
    return found;
  }

  private void streams() {
    Map<String, Object> config = new LinkedHashMap<>();
    context.getBean(KafkaStreamsConfiguration.class).asProperties().forEach((key, value) -> config.put((String) key, value));
    put("streams", config);
    StreamsConfig streams = new StreamsConfig(config);
    Map<String, Object> producer = new LinkedHashMap<>(streams.getProducerConfigs("t"));
    Map<String, Object> consumer = new LinkedHashMap<>(streams.getMainConsumerConfigs("g", "t", 1));
    consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    new ConsumerConfig(consumer);
    producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    new ProducerConfig(producer);
    put("streams producer", producer);
    put("streams consumer", consumer);
    put("streams admin", streams.getAdminConfigs("t"));
  }

  private void put(String client, Map<?, ?> config) {
    Map<String, Object> values = new TreeMap<>();
    config.forEach((key, value) -> {
      if (value != null) values.put(String.valueOf(key), text(value));
    });
    maps.put(client, values);
  }

  private static String text(Object value) {
    if (value instanceof List<?> items) return String.join(",", items.stream().map(String::valueOf).toList());
    if (value instanceof Duration duration) return String.valueOf(duration.toMillis());
    return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
  }

  private static Class<?> classNamed(String name) {
    return ClassUtils.resolveClassName((IS_4 ? SINCE_4 : BEFORE_4) + name, null);
  }

  private static String sentence(Throwable refused) {
    Throwable cause = refused;
    while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
    return cause.getClass().getSimpleName() + ": " + String.valueOf(cause.getMessage()).split("\n")[0];
  }

  /** Kafka's part of Spring Boot, and nothing that is started: containers and streams would look for a broker. */
  @Configuration(proxyBeanMethods = false)
  @Import(KafkaOnly.class)
  static class Beans {
    @Bean
    static LifecycleProcessor lifecycleProcessor() {
      return new StartsNothing();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableKafkaStreams
  static class Streams {}

  static final class KafkaOnly implements DeferredImportSelector {
    @Override
    public String[] selectImports(AnnotationMetadata annotated) {
      return new String[] {classNamed("KafkaAutoConfiguration").getName()};
    }
  }

  private static final class StartsNothing implements LifecycleProcessor {
    @Override
    public void onRefresh() {
      // as it says
    }

    @Override
    public void onClose() {
      // nothing was started
    }

    @Override
    public void start() {
      // as it says
    }

    @Override
    public void stop() {
      // nothing was started
    }

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
