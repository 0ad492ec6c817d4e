package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.*;
import org.apache.kafka.clients.admin.NewTopic;

/** `{"topic", "replicas": [[1,2,3]], "config": {}}`: a topic with these replicas for each partition, the preferred leader first. */
public class CreateTopic implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        Map<Integer, List<Integer>> assignment = new HashMap<>();
        for (JsonNode replicas : args.get("replicas")) {
            List<Integer> brokers = new ArrayList<>();
            replicas.forEach(broker -> brokers.add(broker.asInt()));
            assignment.put(assignment.size(), brokers);
        }
        Map<String, String> config = new HashMap<>();
        Lab.override(new Properties(), args.get("config")).forEach((key, value) -> config.put((String) key, (String) value));
        NewTopic topic = new NewTopic(args.get("topic").asText(), assignment).configs(config);
        lab.administer(admin -> admin.createTopics(List.of(topic)).all().get());
        return Map.of();
    }
}
