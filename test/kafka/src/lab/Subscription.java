package lab;

import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** A member of a group that polls until it is stopped, and remembers what it got. */
class Subscription {
    private final List<String> received = new ArrayList<>();
    private int assigned;
    private int positioned;
    private Exception failure;
    private volatile boolean stopped;
    private final Thread thread;

    Subscription(KafkaConsumer<String, String> consumer, String topic, boolean askForPositions) {
        thread = new Thread(() -> poll(consumer, topic, askForPositions));
        thread.setDaemon(true);
        thread.start();
    }

    private void poll(KafkaConsumer<String, String> consumer, String topic, boolean askForPositions) {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (!stopped) {
                List<String> values = new ArrayList<>();
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(50))) values.add(record.value());
                note(values, consumer.assignment().size());
                if (askForPositions) decidePositions(consumer);
            }
        } catch (Exception e) {
            synchronized (this) {
                failure = e;
            }
        }
    }

    private synchronized void note(List<String> values, int partitions) {
        received.addAll(values);
        assigned = partitions;
    }

    /** Blocks until it is decided where each partition is read from. */
    private void decidePositions(KafkaConsumer<String, String> consumer) {
        if (positioned == consumer.assignment().size()) return;
        for (TopicPartition partition : consumer.assignment()) consumer.position(partition);
        synchronized (this) {
            positioned = consumer.assignment().size();
        }
    }

    synchronized Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("assigned", assigned);
        state.put("positioned", positioned);
        state.put("received", new ArrayList<>(received));
        if (failure != null) state.put("error", Lab.cause(failure).getClass().getSimpleName());
        return state;
    }

    void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
