package answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of the protocol: objects, arrays, strings, whole numbers, true, false and null. */
public final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  public static Object read(String text) {
    return new Json(text).value();
  }

  public static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private Object value() {
    char first = text.charAt(at);
    if (first == '{') return object();
    if (first == '[') return array();
    if (first == '"') return string();
    int start = at;
    while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) at++;
    String word = text.substring(start, at);
    return word.equals("null") ? null : word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : Long.valueOf(word);
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    for (at++; text.charAt(at) != '}'; skip(',')) {
      String key = string();
      skip(':');
      members.put(key, value());
    }
    at++;
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    for (at++; text.charAt(at) != ']'; skip(',')) items.add(value());
    at++;
    return items;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\') escape(out);
      else out.append(text.charAt(at));
    }
    at++;
    return out.toString();
  }

  private void escape(StringBuilder out) {
    char kind = text.charAt(++at);
    if (kind == 'u') {
      out.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
      at += 4;
      return;
    }
    int plain = "ntrbf".indexOf(kind);
    out.append(plain < 0 ? kind : "\n\t\r\b\f".charAt(plain));
  }

  /** JSON.stringify puts no blanks between the parts. */
  private void skip(char separator) {
    if (text.charAt(at) == separator) at++;
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> members) {
      out.append('{');
      members.forEach((key, member) -> {
        if (out.charAt(out.length() - 1) != '{') out.append(',');
        write(key, out);
        out.append(':');
        write(member, out);
      });
      out.append('}');
    } else if (value instanceof String string) {
      out.append('"');
      for (char one : string.toCharArray()) {
        if (one == '"' || one == '\\') out.append('\\').append(one);
        else if (one < ' ' || Character.isSurrogate(one)) out.append(String.format("\\u%04x", (int) one));
        else out.append(one);
      }
      out.append('"');
    } else {
      out.append(value);
    }
  }
}
