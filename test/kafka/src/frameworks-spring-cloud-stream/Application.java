import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.support.ProducerConfigCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** A Spring Boot application with the binders, of which nothing is started: bindings would look for a broker. */
final class Application {
  private Application() {}

  static Map<String, Object> answer(ConfigurationFiles files, Map<?, ?> circumstances) {
    boolean streams = circumstances.containsKey("streams");
    List<Class<?>> sources = new ArrayList<>(List.of(Beans.class));
    if (streams) sources.add(Streams.class);
    List<String> arguments = new ArrayList<>(List.of(
        "--spring.config.location=optional:classpath:/",
        "--spring.config.name=" + files.configName(),
        // the functions that a file names are in nobody's code
        "--spring.cloud.function.definition=" + (streams ? "process" : "")));
    if (circumstances.get("profiles") instanceof String profiles) arguments.add("--spring.profiles.active=" + profiles);
    SpringApplication application = new SpringApplication(new DefaultResourceLoader(files), sources.toArray(Class[]::new));
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    if (circumstances.get("environment") instanceof String variables) application.setEnvironment(withVariables(variables));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(files);
    try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
      Map<String, Object> maps = new TreeMap<>();
      Bindings bindings = new Bindings(context);
      for (String name : named(circumstances.get("inputs"))) maps.putAll(bindings.input(name));
      for (String name : named(circumstances.get("outputs"))) maps.putAll(bindings.output(name));
      if (streams) maps.putAll(new StreamsFunction(context).maps("process"));
      return Map.of("maps", maps);
    } catch (NullPointerException | ClassCastException broken) {
      throw broken;
    } catch (Exception refused) {
      return Map.of("refused", sentence(refused));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** An environment with these variables, <code>NAME=value</code> a line, under a name of its own: binders have contexts with the real ones. */
  private static StandardEnvironment withVariables(String lines) {
    Map<String, Object> variables = new LinkedHashMap<>();
    lines.lines().forEach(line -> variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    StandardEnvironment environment = new StandardEnvironment();
    String name = "given-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource(name, variables));
    return environment;
  }

  private static List<String> named(Object names) {
    return names instanceof String some && !some.isEmpty() ? List.of(some.split(",")) : List.of();
  }

  private static String sentence(Throwable refused) {
    Throwable cause = refused;
    while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
    return cause.getClass().getSimpleName() + ": " + String.valueOf(cause.getMessage()).split("\n")[0];
  }

  /** The last configuration that the binder has made for a producer; it hands none of a dead letter's out. */
  static final class LastProducer implements ProducerConfigCustomizer {
    private Map<String, Object> config;

    @Override
    public void configure(Map<String, Object> made, String binding, String destination) {
      config = new LinkedHashMap<>(made);
    }

    /** What was made since the last call, null if nothing was. */
    Map<String, Object> take() {
      Map<String, Object> taken = config;
      config = null;
      return taken;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Beans {
    @Bean
    static LifecycleProcessor lifecycleProcessor() {
      return new StartsNothing();
    }

    @Bean
    LastProducer lastProducer() {
      return new LastProducer();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Streams {
    @Bean
    Function<KStream<byte[], byte[]>, KStream<byte[], byte[]>> process() {
      return records -> records;
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
