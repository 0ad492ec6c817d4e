package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.common.*;

/** `{"topic"}`: for each partition `{"leader", "replicas", "isr"}`; the leader is -1 where there is none. */
public class DescribeTopic implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        String topic = args.get("topic").asText();
        List<Object> partitions = new ArrayList<>();
        for (TopicPartitionInfo partition : lab.administer(admin -> describe(admin, topic)).partitions()) {
            Map<String, Object> state = new LinkedHashMap<>();
            Node leader = partition.leader();
            state.put("leader", leader == null || leader.isEmpty() ? -1 : leader.id());
            state.put("replicas", ids(partition.replicas()));
            state.put("isr", ids(partition.isr()));
            partitions.add(state);
        }
        return partitions;
    }

    /** The only future by topic that the clients of 2.8 to 4.4 share in any spelling: `values` up to 3.9, `topicNameValues` from 3.1. */
    @SuppressWarnings("unchecked")
    private static TopicDescription describe(Admin admin, String topic) throws Exception {
        DescribeTopicsResult result = admin.describeTopics(List.of(topic));
        java.lang.reflect.Method values;
        try {
            values = DescribeTopicsResult.class.getMethod("topicNameValues");
        } catch (NoSuchMethodException e) {
            values = DescribeTopicsResult.class.getMethod("values");
        }
        return ((Map<String, KafkaFuture<TopicDescription>>) values.invoke(result)).get(topic).get();
    }

    private static List<Integer> ids(List<Node> nodes) {
        List<Integer> ids = new ArrayList<>();
        for (Node node : nodes) ids.add(node.id());
        return ids;
    }
}
