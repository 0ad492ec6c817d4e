package answers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A program that is asked over its standard streams: an object a line with an <code>id</code>, and one with the same id as its answer. */
public final class Questions {
  private Questions() {}

  /** What a program says to a question; an exception is said as <code>broken</code>: the question has no answer. */
  public interface Answers {
    Map<String, ?> to(Map<?, ?> question) throws Exception;
  }

  /** Answers until there are no more questions, and ends the program, whatever threads of others linger. */
  public static void answer(Answers answers) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    Writer out = new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), 1 << 16);
    // nothing that others print may get between the answers
    System.setOut(System.err);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.write(said(answers, (Map<?, ?>) Json.read(line)));
      out.write('\n');
      if (!in.ready()) out.flush();
    }
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** What else decides, by names of the program's own. */
  public static Map<?, ?> circumstances(Map<?, ?> question) {
    return question.get("circumstances") instanceof Map<?, ?> given ? given : Map.of();
  }

  private static String said(Answers answers, Map<?, ?> question) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", question.get("id"));
    try {
      said.putAll(answers.to(question));
    } catch (Exception broken) {
      said.put("broken", broken.toString());
    }
    return Json.write(said);
  }
}
