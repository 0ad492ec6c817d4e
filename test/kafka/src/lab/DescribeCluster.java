package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** `{}`: the ids of the brokers that are up and not fenced. */
public class DescribeCluster implements Command {
    @Override
    public Object run(JsonNode args, Lab lab) throws Exception {
        List<Integer> ids = new ArrayList<>();
        lab.administer(admin -> admin.describeCluster(new DescribeClusterOptions().timeoutMs(2000)).nodes().get())
            .forEach(broker -> ids.add(broker.id()));
        return ids;
    }
}
