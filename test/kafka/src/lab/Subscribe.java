package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Properties;

/**
 * `{"name", "topic", "config": {}}`: starts a group member that polls in the background; its group is its name. Optional: `askForPositions`
 * (it finds out where each assigned partition starts before it polls on, so `positioned` becomes true knowledge).
 */
public class Subscribe implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) {
        String name = args.get("name").asText();
        Properties config = Lab.override(lab.with("group.id", name, "reconnect.backoff.max.ms", "200"), args.get("config"));
        boolean askForPositions = args.path("askForPositions").asBoolean();
        lab.subscriptions.put(name, new Subscription(lab.consumer(config), args.get("topic").asText(), askForPositions));
        return Map.of();
    }
}
