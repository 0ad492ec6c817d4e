package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Properties;

/** `{"topic", "config": {}}`: how many partitions the open producer of that configuration knows of. */
public class PartitionsSeen implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) {
        Properties config = Lab.override(lab.with("reconnect.backoff.max.ms", "200"), args.get("config"));
        return lab.producer(config).partitionsFor(args.get("topic").asText()).size();
    }
}
