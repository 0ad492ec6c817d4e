package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.kafka.clients.admin.NewPartitions;

/** `{"topic", "total"}`: raises the number of partitions. */
public class CreatePartitions implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        Map<String, NewPartitions> wanted = Map.of(args.get("topic").asText(), NewPartitions.increaseTo(args.get("total").asInt()));
        lab.administer(admin -> admin.createPartitions(wanted).all().get());
        return Map.of();
    }
}
