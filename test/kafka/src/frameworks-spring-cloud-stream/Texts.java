import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A configuration as texts. */
final class Texts {
  private Texts() {}

  static Map<String, Object> of(Map<?, ?> config) {
    Map<String, Object> values = new TreeMap<>();
    config.forEach((key, value) -> {
      if (value != null) values.put(String.valueOf(key), text(value));
    });
    return values;
  }

  private static String text(Object value) {
    if (value instanceof List<?> items) return String.join(",", items.stream().map(String::valueOf).toList());
    if (value instanceof Duration duration) return String.valueOf(duration.toMillis());
    return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
  }
}
