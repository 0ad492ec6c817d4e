package lab;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the applications that crash have in common: arguments BOOTSTRAP TOPIC MODE CRASH_AFTER (0: never), and a line for each processed value. */
class Application {
    final TopicPartition partition;
    final String mode;
    final int crashAfter;
    final KafkaConsumer<String, String> consumer;
    private final long deadline = System.nanoTime() + 60_000_000_000L;
    private long end = -1;

    Application(String[] args, String... config) {
        Server.haltAtEndOfInput();
        Lab lab = new Lab(args[0]);
        partition = new TopicPartition(args[1], 0);
        mode = args[2];
        crashAfter = Integer.parseInt(args[3]);
        // the shortest session that brokers allow: the restart waits that long for the crashed member's partition
        java.util.Properties properties = lab.with("group.id", args[1], "auto.offset.reset", "earliest", "session.timeout.ms", "6000",
            "max.poll.records", "50");
        for (int i = 0; i < config.length; i += 2) properties.put(config[i], config[i + 1]);
        consumer = lab.consumer(properties);
        consumer.subscribe(java.util.List.of(args[1]));
    }

    static void processed(String value) {
        System.out.println(value);
    }

    /** Whether everything was handed out that was in the topic when this was first asked. */
    boolean isAtEnd() {
        if (System.nanoTime() > deadline) {
            System.out.println("60 s passed");
            Runtime.getRuntime().halt(1);
        }
        if (consumer.assignment().isEmpty()) return false;
        if (end < 0) end = consumer.endOffsets(java.util.Set.of(partition)).get(partition);
        return consumer.position(partition) >= end;
    }

    long end() {
        return end;
    }

    long committed() {
        Map<TopicPartition, OffsetAndMetadata> offsets = consumer.committed(java.util.Set.of(partition));
        OffsetAndMetadata offset = offsets.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    static void crash() {
        System.out.flush();
        Runtime.getRuntime().halt(137);
    }
}
