import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;

/** A class path with the file of one question at its front; it is never written to a disk. */
final class ConfigurationFiles extends ClassLoader {
  private final String name;
  private final byte[] content;

  /** Spring Boot looks for the file at the root of the class path, whatever folder it has in the project. */
  ConfigurationFiles(String path, String text) {
    super(ConfigurationFiles.class.getClassLoader());
    name = path.substring(path.lastIndexOf('/') + 1);
    content = text.getBytes(StandardCharsets.UTF_8);
  }

  /** What the files are called before their profile and their ending. */
  String configName() {
    return name.replaceFirst("[-.].*$", "");
  }

  @Override
  public URL getResource(String resource) {
    return resource.equals(name) ? inMemory() : super.getResource(resource);
  }

  private URL inMemory() {
    try {
      return new URL(null, "memory:/" + name, new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) {
          return new Content(url);
        }
      });
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final class Content extends URLConnection {
    private Content(URL url) {
      super(url);
    }

    @Override
    public void connect() {
      // it is here already
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(content);
    }

    @Override
    public int getContentLength() {
      return content.length;
    }

    @Override
    public long getContentLengthLong() {
      return content.length;
    }
  }
}
