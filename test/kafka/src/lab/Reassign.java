package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.*;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.TopicPartition;

/** `{"topic", "replicas": [2,3,1]}`: gives partition 0 these replicas in this order, the preferred leader first. */
public class Reassign implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        TopicPartition partition = new TopicPartition(args.get("topic").asText(), 0);
        List<Integer> replicas = new ArrayList<>();
        args.get("replicas").forEach(broker -> replicas.add(broker.asInt()));
        Optional<NewPartitionReassignment> wanted = Optional.of(new NewPartitionReassignment(replicas));
        lab.administer(admin -> admin.alterPartitionReassignments(Map.of(partition, wanted)).all().get());
        return Map.of();
    }
}
