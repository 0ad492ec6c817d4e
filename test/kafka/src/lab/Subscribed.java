package lab;

import com.fasterxml.jackson.databind.JsonNode;

/** `{"name"}`: `{"assigned", "positioned", "received": [values], "error"}` of a subscription. Optional: `stop`, which ends it first. */
public class Subscribed implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        Subscription subscription = lab.subscriptions.get(args.get("name").asText());
        if (args.path("stop").asBoolean()) subscription.stop();
        return subscription.state();
    }
}
