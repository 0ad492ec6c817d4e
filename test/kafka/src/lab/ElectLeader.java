package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.*;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;

/** `{"topic", "partition", "election": "PREFERRED"|"UNCLEAN"}`: asks for an election; fails where it elects nobody. */
public class ElectLeader implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        TopicPartition partition = new TopicPartition(args.get("topic").asText(), args.get("partition").asInt());
        ElectionType election = ElectionType.valueOf(args.get("election").asText());
        Optional<Throwable> failure =
            lab.administer(admin -> admin.electLeaders(election, Set.of(partition)).partitions().get()).get(partition);
        if (failure.isPresent()) throw new Exception(failure.get());
        return Map.of();
    }
}
