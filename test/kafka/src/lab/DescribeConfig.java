package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.common.config.ConfigResource;

/** `{"of": "TOPIC"|"BROKER", "name", "keys": []}`: for each key `{"value", "source"}`, or null where the resource has no such key. */
public class DescribeConfig implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.valueOf(args.get("of").asText()), args.get("name").asText());
        Config config = lab.administer(admin -> admin.describeConfigs(List.of(resource)).all().get()).get(resource);
        Map<String, Object> entries = new LinkedHashMap<>();
        for (JsonNode key : args.get("keys")) {
            ConfigEntry entry = config.get(key.asText());
            entries.put(key.asText(), entry == null ? null : Map.of("value", String.valueOf(entry.value()), "source", entry.source().name()));
        }
        return entries;
    }
}
