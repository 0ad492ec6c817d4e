package lab;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** A poll loop that processes its records itself and commits each batch, in the modes `before` and `after` (the work). */
public class BatchWork {
    public static void main(String[] args) {
        Application app = new Application(args, "enable.auto.commit", "false");
        boolean before = app.mode.equals("before");
        int processed = 0;
        while (!app.isAtEnd()) {
            ConsumerRecords<String, String> batch = app.consumer.poll(Duration.ofMillis(100));
            if (before && !batch.isEmpty()) app.consumer.commitSync();
            for (ConsumerRecord<String, String> record : batch) {
                if (app.crashAfter > 0 && processed == app.crashAfter) Application.crash();
                Application.processed(record.value());
                processed++;
            }
            if (!before && !batch.isEmpty()) app.consumer.commitSync();
        }
        app.consumer.close();
    }
}
