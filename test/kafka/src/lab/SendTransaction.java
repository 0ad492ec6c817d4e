package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** `{"topic", "name", "count", "abort"}`: writes records in one transaction, and commits or aborts it. */
public class SendTransaction implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) {
        String topic = args.get("topic").asText();
        try (KafkaProducer<String, String> producer = lab.open(lab.with("transactional.id", topic, "linger.ms", "0"))) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < args.get("count").asInt(); i++)
                producer.send(new ProducerRecord<>(topic, args.get("name").asText() + "-" + i));
            // they are in the log whatever becomes of the transaction
            producer.flush();
            if (args.get("abort").asBoolean()) producer.abortTransaction();
            else producer.commitTransaction();
        }
        return Map.of();
    }
}
