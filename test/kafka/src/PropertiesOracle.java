import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/**
 * Says what java.util.Properties reads out of each text on standard input. One line in, one line out:
 * in, base64 of the text in UTF-16BE (mode "reader") or of the file's bytes (mode "stream");
 * out, "key:value" in base64 of UTF-16BE for each property, parted by blanks, or "!" and the class of the exception.
 */
public final class PropertiesOracle {
  public static void main(String[] arguments) throws IOException {
    boolean fromBytes = arguments.length == 1 && arguments[0].equals("stream");
    if (!fromBytes && !(arguments.length == 1 && arguments[0].equals("reader"))) {
      System.err.println("usage: PropertiesOracle reader|stream");
      System.exit(2);
    }
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.print(answer(Base64.getDecoder().decode(line), fromBytes));
      out.print('\n');
    }
    out.flush();
  }

  private static String answer(byte[] bytes, boolean fromBytes) throws IOException {
    Properties properties = new Properties();
    try {
      if (fromBytes) properties.load(new ByteArrayInputStream(bytes));
      else properties.load(new StringReader(chars(bytes)));
    } catch (RuntimeException refusal) {
      return "!" + refusal.getClass().getName();
    }
    StringBuilder result = new StringBuilder();
    for (Map.Entry<Object, Object> property : properties.entrySet()) {
      if (result.length() > 0) result.append(' ');
      result.append(encode((String) property.getKey())).append(':').append(encode((String) property.getValue()));
    }
    return result.toString();
  }

  // no charset here: it would replace lone surrogates
  private static String chars(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length / 2);
    for (int i = 0; i + 1 < bytes.length; i += 2) text.append((char) ((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF));
    return text.toString();
  }

  private static String encode(String text) {
    byte[] bytes = new byte[text.length() * 2];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }
}
