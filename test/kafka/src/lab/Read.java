package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * `{"topic", "isolation"}`: the values from the first to the last offset of all partitions, each as often as it is there. Optional: `mark`
 * (writes a record with acks=all to each partition first and leaves it out of the answer: what is acknowledged is readable only when the
 * high watermark has passed it, which lags behind an election).
 */
public class Read implements Command {
    private static final String mark = "mark";

    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        Properties config = lab.with("isolation.level", args.path("isolation").asText("read_uncommitted"), "enable.auto.commit", "false",
            "default.api.timeout.ms", "15000", "reconnect.backoff.max.ms", "200");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = lab.consumer(config)) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo info : consumer.partitionsFor(args.get("topic").asText()))
                partitions.add(new TopicPartition(info.topic(), info.partition()));
            if (args.path("mark").asBoolean()) write(partitions, lab);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue()))
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) values.add(record.value());
        }
        values.removeIf(mark::equals);
        return values;
    }

    private static void write(List<TopicPartition> partitions, Lab lab) throws Exception {
        Properties config = lab.with("acks", "all", "linger.ms", "0", "request.timeout.ms", "3000", "delivery.timeout.ms", "20000",
            "reconnect.backoff.max.ms", "200");
        try (KafkaProducer<String, String> producer = lab.open(config)) {
            for (TopicPartition partition : partitions)
                producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), mark, mark)).get();
        }
    }
}
