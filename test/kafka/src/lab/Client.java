package lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Kafka client that does what JSON lines on standard input ask for: `{"id": 1, "do": "Send", "args": {...}}`, each in a thread of its own,
 * and answers `{"id": 1, "answer": ...}` or `{"id": 1, "error": "TimeoutException", "message": ...}`. Ends with its input.
 */
public class Client {
    private static final ObjectMapper json = new ObjectMapper();

    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        // nothing of Kafka's may get between the answers
        System.setOut(System.err);
        Lab lab = new Lab(args[0]);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = requests.readLine()) != null; ) {
            JsonNode request = json.readTree(line);
            Thread worker = new Thread(() -> answer(request, lab, answers));
            worker.setDaemon(true);
            worker.start();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void answer(JsonNode request, Lab lab, PrintStream answers) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", request.get("id").asInt());
        try {
            Command command = (Command) Class.forName("lab." + request.get("do").asText()).getDeclaredConstructor().newInstance();
            answer.put("answer", command.run(request.get("args"), lab));
        } catch (Throwable thrown) {
            Throwable cause = Lab.cause(thrown);
            answer.put("error", cause.getClass().getSimpleName());
            answer.put("message", String.valueOf(cause.getMessage()));
        }
        try {
            String line = json.writeValueAsString(answer);
            synchronized (answers) {
                answers.println(line);
                answers.flush();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
