import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One class loader for each Kafka version, made when the version is first asked for. */
final class Versions {
  /** With a binding every answer would be logged, by some of them at the cost of most of the time. */
  private static final Pattern BINDING = Pattern.compile("(slf4j-(simple|log4j12|reload4j)|logback-classic|log4j-slf4j.*-impl)-.*");

  private final Path jars;
  private final Map<String, ClassLoader> loaders = new HashMap<>();
  private final Map<ClassLoader, Roles> roles = new HashMap<>();

  Versions(Path jars) {
    this.jars = jars;
  }

  ClassLoader loader(String version) throws IOException {
    ClassLoader known = loaders.get(version);
    if (known != null) return known;
    if (!Files.isDirectory(jars.resolve(version))) throw new IOException("no jars of Kafka " + version);
    List<URL> urls = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(jars.resolve(version), "*.jar")) {
      for (Path file : files) {
        if (!BINDING.matcher(file.getFileName().toString()).matches()) urls.add(file.toUri().toURL());
      }
    }
    ClassLoader made = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    loaders.put(version, made);
    return made;
  }

  Roles roles(ClassLoader loader) {
    return roles.computeIfAbsent(loader, Roles::new);
  }
}
