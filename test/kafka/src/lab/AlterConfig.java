package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.common.config.ConfigResource;

/** `{"of": "TOPIC"|"BROKER", "name", "config": {}}`: sets these keys; the broker named "" is the default of all brokers. */
public class AlterConfig implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.valueOf(args.get("of").asText()), args.get("name").asText());
        List<AlterConfigOp> changes = new ArrayList<>();
        Lab.override(new Properties(), args.get("config")).forEach((key, value) ->
            changes.add(new AlterConfigOp(new ConfigEntry((String) key, (String) value), AlterConfigOp.OpType.SET)));
        lab.administer(admin -> admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get());
        return Map.of();
    }
}
