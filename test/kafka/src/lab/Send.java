package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * `{"topic", "name", "count", "config": {}}`: sends the values `name-0`, `name-1` and so on, and returns when each was acknowledged or failed.
 * Optional: `partition`, `key` (the same for all), `bytes` (least length of a value), `paceMs` between two, `ageMs` (timestamps in the past),
 * `fresh` (a producer of its own, closed at the end; otherwise the same configuration gives the same open producer).
 * Answers `{"acknowledged": [values], "failed": {exception: count}, "message", "millis"}`.
 */
public class Send implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        Properties config = Lab.override(lab.with("reconnect.backoff.max.ms", "200"), args.get("config"));
        boolean fresh = args.path("fresh").asBoolean();
        KafkaProducer<String, String> producer = fresh ? lab.open(config) : lab.producer(config);
        try {
            return send(args, producer);
        } finally {
            if (fresh) producer.close();
        }
    }

    private static Object send(JsonNode args, KafkaProducer<String, String> producer) throws Exception {
        String topic = args.get("topic").asText();
        Integer partition = args.has("partition") ? args.get("partition").asInt() : null;
        String key = args.has("key") ? args.get("key").asText() : null;
        String filling = "x".repeat(args.path("bytes").asInt());
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Map<String, AtomicInteger> failed = new ConcurrentHashMap<>();
        Queue<String> messages = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        for (int i = 0; i < args.get("count").asInt(); i++) {
            String value = args.get("name").asText() + "-" + i;
            Long timestamp = args.has("ageMs") ? System.currentTimeMillis() - args.get("ageMs").asLong() : null;
            Callback callback = (metadata, exception) -> {
                if (exception == null) acknowledged.add(value);
                else count(exception, failed, messages);
            };
            String padded = filling.isEmpty() ? value : value + filling.substring(Math.min(value.length(), filling.length()));
            try {
                producer.send(new ProducerRecord<>(topic, partition, timestamp, key, padded), callback);
            } catch (Exception thrown) {
                count(thrown, failed, messages);
            }
            if (args.has("paceMs")) Thread.sleep(args.get("paceMs").asLong());
        }
        producer.flush();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("acknowledged", acknowledged);
        answer.put("failed", failed);
        answer.put("message", messages.peek());
        answer.put("millis", (System.nanoTime() - start) / 1_000_000);
        return answer;
    }

    private static void count(Exception exception, Map<String, AtomicInteger> failed, Queue<String> messages) {
        Throwable cause = Lab.cause(exception);
        failed.computeIfAbsent(cause.getClass().getSimpleName(), name -> new AtomicInteger()).incrementAndGet();
        messages.add(String.valueOf(cause.getMessage()));
    }
}
