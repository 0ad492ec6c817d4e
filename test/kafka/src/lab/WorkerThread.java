package lab;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * A poll loop that hands its records to a worker thread, in the modes `auto` (offsets are committed as they were polled) and `manual` (as
 * they were processed). The record behind the last one before the crash takes for ever; the process ends once the commit has gone as far as
 * it goes in that mode.
 */
public class WorkerThread {
    public static void main(String[] args) throws Exception {
        boolean auto = args[2].equals("auto");
        Application app = new Application(args, "enable.auto.commit", String.valueOf(auto), "auto.commit.interval.ms", "100");
        BlockingQueue<ConsumerRecord<String, String>> queue = new LinkedBlockingQueue<>();
        AtomicInteger processed = new AtomicInteger();
        AtomicLong next = new AtomicLong();
        Thread worker = new Thread(() -> work(app, queue, processed, next));
        worker.setDaemon(true);
        worker.start();
        while (true) {
            for (ConsumerRecord<String, String> record : app.consumer.poll(Duration.ofMillis(50))) queue.add(record);
            if (!auto && next.get() > 0)
                app.consumer.commitSync(Map.of(app.partition, new OffsetAndMetadata(next.get())));
            if (!app.isAtEnd()) continue;
            if (app.crashAfter == 0 && queue.isEmpty() && app.committed() >= app.end()) break;
            if (app.crashAfter > 0 && processed.get() == app.crashAfter && app.committed() >= (auto ? app.end() : app.crashAfter))
                Application.crash();
        }
        app.consumer.close();
    }

    private static void work(
            Application app, BlockingQueue<ConsumerRecord<String, String>> queue, AtomicInteger processed, AtomicLong next) {
        try {
            while (true) {
                ConsumerRecord<String, String> record = queue.take();
                if (app.crashAfter > 0 && processed.get() == app.crashAfter) Thread.sleep(Long.MAX_VALUE);
                Application.processed(record.value());
                next.set(record.offset() + 1);
                processed.incrementAndGet();
            }
        } catch (InterruptedException e) {
            // nobody interrupts it
        }
    }
}
