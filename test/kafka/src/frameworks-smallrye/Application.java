import io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer;
import io.quarkus.runtime.ApplicationConfig;
import io.quarkus.smallrye.reactivemessaging.runtime.ReactiveMessagingConfigBuilderCustomizer;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * A Quarkus application without code of its own, asked what it would hand to Kafka's clients; or one of another runtime that has SmallRye
 * Reactive Messaging and nothing of Quarkus.
 */
final class Application implements AutoCloseable {
  /** Stands for what Quarkus finds out from the code when it builds an application. */
  static final String FROM_CODE = "from-code";
  private static final ClassLoader LOADER = Application.class.getClassLoader();
  private static final Pattern CHANNEL = Pattern.compile("(?:mp|quarkus)\\.messaging\\.(incoming|outgoing)\\.(\"[^\"]+\"|[^.\"]+)\\..*");

  private final SmallRyeConfig config;
  private final boolean quarkus;
  private boolean hasStreams;

  Application(String path, String text, Map<?, ?> circumstances) throws IOException {
    String profile = circumstances.get("profile") instanceof String given ? given : "prod";
    this.quarkus = !"other".equals(circumstances.get("runtime"));
    this.config = load(path, text, profile);
    ConfigProviderResolver.instance().registerConfig(config, LOADER);
  }

  private SmallRyeConfig load(String path, String text, String profile) throws IOException {
    SmallRyeConfigBuilder builder = builder(profile);
    String name = Path.of(path).getFileName().toString();
    Matcher ofProfile = Pattern.compile("(?:application|microprofile-config)-(.+)\\.\\w+").matcher(name);
    if (!ofProfile.matches() || List.of(profile.split(",")).contains(ofProfile.group(1))) builder.withSources(source(name, text));
    SmallRyeConfig seen = builder.build();
    // WiringProcessor attaches channels without a connector to the only one there is, and DefaultSerdeDiscoveryState finds converters
    for (String property : seen.getPropertyNames()) {
      if (quarkus && Streams.isKey(property)) hasStreams = true;
      Matcher channel = CHANNEL.matcher(property);
      if (!channel.matches()) continue;
      String prefix = channel.group(1) + "." + channel.group(2) + ".";
      if (channel.group(1).equals("incoming")) builder.withDefaultValue("mp.messaging." + prefix + "value.deserializer", FROM_CODE);
      else builder.withDefaultValue("mp.messaging." + prefix + "value.serializer", FROM_CODE);
      if (quarkus) builder.withDefaultValue("mp.messaging." + prefix + "connector", "smallrye-kafka");
    }
    if (hasStreams) Streams.prepare(builder);
    return builder.build();
  }

  private SmallRyeConfigBuilder builder(String profile) {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().forClassLoader(LOADER).addDefaultInterceptors().withProfile(profile);
    if (quarkus) new ReactiveMessagingConfigBuilderCustomizer().configBuilder(builder);
    return builder;
  }

  private static ConfigSource source(String name, String text) throws IOException {
    if (name.endsWith(".env")) return new EnvConfigSource(variables(text), EnvConfigSource.ORDINAL);
    if (!name.endsWith(".properties")) return new YamlConfigSource(name, text);
    Path file = Files.createTempFile("ackguard-", ".properties");
    try {
      Files.writeString(file, text);
      return new PropertiesConfigSource(file.toUri().toURL());
    } finally {
      Files.delete(file);
    }
  }

  private static Map<String, String> variables(String lines) {
    Map<String, String> variables = new TreeMap<>();
    lines.lines().forEach(line -> variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return variables;
  }

  Map<String, Object> answer() throws ReflectiveOperationException {
    try {
      Map<String, Object> common = quarkus ? defaultBroker() : Map.of();
      Map<String, Object> maps = new TreeMap<>(new Channels(config, common).maps());
      if (hasStreams) maps.putAll(new Streams(config, common).maps());
      return Map.of("maps", maps);
    } catch (InvocationTargetException refused) {
      return Map.of("refused", String.valueOf(refused.getCause()));
    } catch (RuntimeException refused) {
      return Map.of("refused", String.valueOf(refused));
    }
  }

  /** The keys that begin with <code>kafka.</code>, and the application's name as the consumer group. */
  private Map<String, Object> defaultBroker() {
    Optional<String> name = Optional.of(config.getOptionalValue("quarkus.application.name", String.class).orElse(FROM_CODE));
    ApplicationConfig application = Stand.in(ApplicationConfig.class, Map.of("name", name));
    return new TreeMap<>(new KafkaRuntimeConfigProducer().createKafkaRuntimeConfig(config, application));
  }

  @Override
  public void close() {
    ConfigProviderResolver.instance().releaseConfig(config);
  }
}
