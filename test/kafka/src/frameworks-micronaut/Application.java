import io.micronaut.configuration.kafka.annotation.KafkaListener;
import io.micronaut.configuration.kafka.annotation.OffsetReset;
import io.micronaut.configuration.kafka.annotation.OffsetStrategy;
import io.micronaut.configuration.kafka.config.AbstractKafkaConfiguration;
import io.micronaut.configuration.kafka.config.AbstractKafkaConsumerConfiguration;
import io.micronaut.configuration.kafka.config.AbstractKafkaProducerConfiguration;
import io.micronaut.configuration.kafka.config.DefaultKafkaConsumerConfiguration;
import io.micronaut.configuration.kafka.config.DefaultKafkaProducerConfiguration;
import io.micronaut.configuration.kafka.config.DefaultKafkaListenerExceptionHandlerConfiguration;
import io.micronaut.configuration.kafka.config.KafkaConsumerConfiguration;
import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.configuration.kafka.config.KafkaProducerConfiguration;
import io.micronaut.configuration.kafka.streams.AbstractKafkaStreamsConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClient;

/** A Micronaut application without code of its own, asked what it would hand to Kafka's clients. */
final class Application {
  private static final String DEFAULT = "default";
  /** Of no cluster; a listener cannot be processed without one. */
  private static final AdminClient ADMIN = AdminClient.create(Map.of("bootstrap.servers", "localhost:1"));
  private static final Class<?> PROCESSOR = classNamed("io.micronaut.configuration.kafka.processor.KafkaConsumerProcessor");

  private final ApplicationContext context;
  private final Map<String, Object> maps = new TreeMap<>();

  private Application(ApplicationContext context) {
    this.context = context;
  }

  static Map<String, Object> answer(ConfigurationFiles files, Map<?, ?> circumstances) throws ReflectiveOperationException {
    String environments = circumstances.get("environments") instanceof String given ? given : "";
    ApplicationContextBuilder builder = ApplicationContext.builder()
        .classLoader(files)
        .deduceEnvironment(false)
        .environments(environments.isEmpty() ? new String[0] : environments.split(","))
        .environmentPropertySource(false)
        .bootstrapEnvironment(files.has("bootstrap"))
        .banner(false);
    try (ApplicationContext context = new WithoutClients((ApplicationContextConfiguration) builder)) {
      context.registerSingleton(AdminClient.class, ADMIN);
      context.start();
      return Map.of("maps", new Application(context).clients());
    } catch (RuntimeException refused) {
      return Map.of("refused", sentence(refused));
    }
  }

  private Map<String, Object> clients() throws ReflectiveOperationException {
    if (!context.containsBean(KafkaDefaultConfiguration.class)) return maps;
    put("admin", context.getBean(KafkaDefaultConfiguration.class).getConfig());
    consumers();
    producers();
    streams();
    maps.put("default-listener-exception-handler", handler());
    return maps;
  }

  private Map<String, Object> handler() {
    DefaultKafkaListenerExceptionHandlerConfiguration handler = context.getBean(DefaultKafkaListenerExceptionHandlerConfiguration.class);
    return new TreeMap<>(Map.of(
        "skip-record-on-deserialization-failure", String.valueOf(handler.isSkipRecordOnDeserializationFailure()),
        "commit-record-on-deserialization-failure", String.valueOf(handler.isCommitRecordOnDeserializationFailure())));
  }

  /** What a listener with that group and an annotation without other attributes gets. */
  private void consumers() throws ReflectiveOperationException {
    Object processor = context.getBean(PROCESSOR);
    Method defaults = method(PROCESSOR, "getConsumerConfigurationDefaults", String.class);
    Method complete = method(PROCESSOR, "createConsumerProperties",
        AnnotationValue.class, DefaultKafkaConsumerConfiguration.class, String.class, String.class, OffsetStrategy.class);
    AnnotationValue<KafkaListener> annotation =
        AnnotationValue.builder(KafkaListener.class).member("offsetReset", OffsetReset.LATEST).build();
    for (String group : named(KafkaConsumerConfiguration.class, "consumers")) {
      Object configuration = defaults.invoke(processor, group);
      DefaultKafkaConsumerConfiguration<?, ?> own = new DefaultKafkaConsumerConfiguration<>((AbstractKafkaConfiguration<?, ?>) configuration);
      put(client("consumer", group), (Properties) complete.invoke(processor, annotation, own, null, group, OffsetStrategy.AUTO));
    }
  }

  private void producers() {
    for (String id : named(KafkaProducerConfiguration.class, "producers")) {
      AbstractKafkaProducerConfiguration<?, ?> configuration = context.findBean(AbstractKafkaProducerConfiguration.class, Qualifiers.byName(id))
          .orElseGet(() -> context.getBean(AbstractKafkaProducerConfiguration.class));
      put(client("producer", id), new DefaultKafkaProducerConfiguration<>(configuration).getConfig());
    }
  }

  private void streams() {
    for (AbstractKafkaStreamsConfiguration<?, ?> configuration : context.getBeansOfType(AbstractKafkaStreamsConfiguration.class)) {
      String name = configuration.getName();
      if (name.equals(DEFAULT) || speaks("streams", name)) put(client("streams", name), configuration.getConfig());
    }
  }

  /** The clients that the file names, and the default one, which always is. */
  private List<String> named(Class<?> type, String section) {
    List<String> names = new ArrayList<>(List.of(DEFAULT));
    for (Object definition : (Collection<?>) context.getBeanDefinitions(type)) {
      BeanDefinition<?> one = (BeanDefinition<?>) definition;
      String name = one.getDeclaredQualifier() instanceof io.micronaut.core.naming.Named named ? named.getName() : null;
      if (name != null && speaks(section, name) && !names.contains(name)) names.add(name);
    }
    return names;
  }

  /** A name without keys below it is no client to anybody. */
  private boolean speaks(String section, String name) {
    return !context.getEnvironment().getPropertyEntries("kafka." + section + "." + name).isEmpty();
  }

  private void put(String client, Properties config) {
    Map<String, Object> values = new TreeMap<>();
    config.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
    maps.put(client, values);
  }

  /** Starts nothing by itself: streams and health checks would look for a broker. */
  private static final class WithoutClients extends DefaultApplicationContext {
    WithoutClients(ApplicationContextConfiguration configuration) {
      super(configuration);
    }

    @Override
    protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
      return super.resolveBeanDefinitionReferences().stream()
          .filter(reference -> !reference.isContextScope() && !reference.getBeanType().equals(AdminClient.class))
          .toList();
    }
  }

  private static String client(String role, String name) {
    return name.equals(DEFAULT) ? role : role + " " + name;
  }

  private static String sentence(Throwable refused) {
    Throwable cause = refused;
    while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
    return cause.getClass().getSimpleName() + ": " + String.valueOf(cause.getMessage()).split("\n")[0];
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
    Method method = type.getDeclaredMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }

  private static Class<?> classNamed(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
