package lab;

import java.util.Arrays;

/**
 * Runs the main class of a server and ends with whoever started it: `lab.Server kafka.Kafka server.properties`. When the starter is gone,
 * however it went, its end of standard input closes, and nothing of the server is worth an orderly stop.
 */
public class Server {
    public static void main(String[] args) throws Exception {
        haltAtEndOfInput();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    }

    static void haltAtEndOfInput() {
        Thread reader = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {}
            } catch (java.io.IOException e) {
                // as good as the end
            }
            Runtime.getRuntime().halt(0);
        });
        reader.setDaemon(true);
        reader.start();
    }
}
