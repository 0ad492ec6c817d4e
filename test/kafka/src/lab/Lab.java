package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What commands share: how to reach the cluster, the admin client, and the producers and subscriptions that stay open between commands. */
public class Lab {
    private final String bootstrap;
    private Admin admin;
    private final Map<Properties, KafkaProducer<String, String>> producers = new ConcurrentHashMap<>();
    final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();

    Lab(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    interface AdminCall<T> {
        T on(Admin admin) throws Exception;
    }

    /**
     * Asks the admin client. After a failure the next call has a new one: clients up to 3.9 forget the bootstrap list (KIP-899), so one that
     * saw a cluster of a single broker never finds another once that broker is dead.
     */
    <T> T administer(AdminCall<T> call) throws Exception {
        Admin used = currentAdmin();
        try {
            return call.on(used);
        } catch (Exception e) {
            replace(used);
            throw e;
        }
    }

    private synchronized Admin currentAdmin() {
        // a paused broker still accepts connections, so no request may wait for long
        if (admin == null)
            admin = Admin.create(with(
                "request.timeout.ms", "1000", "default.api.timeout.ms", "5000", "reconnect.backoff.max.ms", "200"));
        return admin;
    }

    private synchronized void replace(Admin used) {
        if (admin != used) return;
        admin = null;
        Thread closer = new Thread(() -> used.close(Duration.ofSeconds(1)));
        closer.setDaemon(true);
        closer.start();
    }

    /** Pairs of key and value, and the servers. */
    Properties with(String... pairs) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        for (int i = 0; i < pairs.length; i += 2) properties.put(pairs[i], pairs[i + 1]);
        return properties;
    }

    /** The defaults with the fields of an object over them; an object that is absent changes nothing, a field that is null removes. */
    static Properties override(Properties defaults, JsonNode config) {
        if (config != null)
            config.fieldNames().forEachRemaining(key -> {
                if (config.get(key).isNull()) defaults.remove(key);
                else defaults.put(key, config.get(key).asText());
            });
        return defaults;
    }

    KafkaProducer<String, String> open(Properties config) {
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    /** The producer of that configuration, opened at its first use: one that opens beside a paused broker may ask just that one and wait. */
    KafkaProducer<String, String> producer(Properties config) {
        return producers.computeIfAbsent(config, this::open);
    }

    KafkaConsumer<String, String> consumer(Properties config) {
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof ExecutionException && cause.getCause() != null) cause = cause.getCause();
        return cause;
    }
}
