import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes maps, collections, texts, numbers, truths and null as JSON. */
final class Json {
    private Json() {}

    static String write(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) return String.valueOf(value);
        List<String> items = new ArrayList<>();
        if (value instanceof Map) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet())
                items.add(write(entry.getKey()) + ":" + write(entry.getValue()));
            return "{" + String.join(",", items) + "}";
        }
        if (value instanceof Collection) {
            for (Object item : (Collection<?>) value) items.add(write(item));
            return "[" + String.join(",", items) + "]";
        }
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            // outside ASCII escaped, so that the encoding of the stream does not matter
            if (c < 32 || c > 126) text.append(String.format("\\u%04x", (int) c));
            else if (c == '"' || c == '\\') text.append('\\').append(c);
            else text.append(c);
        }
        return text.append('"').toString();
    }
}
