import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Ends clients that were made only to see whether they can be made. */
final class Clients {
  /** Closing takes a tenth of a second since 3.6, so that many are closed side by side. */
  private static final int MOST_AT_ONCE = 64;
  private static final long PATIENCE_MS = 1_000;

  private final Queue<Thread> closing = new ArrayDeque<>();

  /** Returns before the client is closed; some wait without end for a sender that never gets a connection. */
  Object close(Object client) {
    Thread thread = new Thread(() -> {
      try {
        closeAtOnce(client);
      } catch (ReflectiveOperationException failed) {
        // it could be made, which was the question
      }
    });
    thread.setDaemon(true);
    thread.start();
    closing.add(thread);
    if (closing.size() > MOST_AT_ONCE) await(closing.remove());
    return null;
  }

  /** Waits until all that were handed over are closed. */
  void awaitAll() {
    while (!closing.isEmpty()) await(closing.remove());
  }

  private static void await(Thread thread) {
    try {
      thread.join(PATIENCE_MS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeAtOnce(Object client) throws ReflectiveOperationException {
    try {
      Method close = client.getClass().getMethod("close", Duration.class);
      close.setAccessible(true);
      close.invoke(client, Duration.ZERO);
    } catch (NoSuchMethodException beforeTwo) {
      client.getClass().getMethod("close", long.class, TimeUnit.class).invoke(client, 0L, TimeUnit.MILLISECONDS);
    }
  }
}
