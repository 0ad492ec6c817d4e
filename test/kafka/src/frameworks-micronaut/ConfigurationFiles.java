import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A class path with the files of one question at its front; they are never written to a disk. */
final class ConfigurationFiles extends ClassLoader {
  private final Map<String, byte[]> texts = new HashMap<>();

  ConfigurationFiles() {
    super(ConfigurationFiles.class.getClassLoader());
  }

  /** Micronaut looks for the file at the root of the class path, whatever folder it has in the project. */
  void add(String path, String text) {
    texts.put(path.substring(path.lastIndexOf('/') + 1), text.getBytes(StandardCharsets.UTF_8));
  }

  boolean has(String prefix) {
    return texts.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  @Override
  public URL getResource(String name) {
    byte[] text = texts.get(name);
    return text == null ? super.getResource(name) : urlOf(name, text);
  }

  private static URL urlOf(String name, byte[] text) {
    try {
      return new URL(null, "memory:/" + name, new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) {
          return new InMemory(url, text);
        }
      });
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class InMemory extends URLConnection {
    private final byte[] text;

    InMemory(URL url, byte[] text) {
      super(url);
      this.text = text;
    }

    @Override
    public void connect() {
      // it is here already
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(text);
    }
  }
}
