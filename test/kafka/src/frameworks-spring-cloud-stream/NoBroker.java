import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaBinderConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;

/** The binder's way to create topics, and to ask for their partitions, without a broker: each topic has one. */
final class NoBroker extends KafkaTopicProvisioner {
  private static final Node[] NONE = {};

  private NoBroker(KafkaBinderConfigurationProperties binder) {
    super(binder, binder.getKafkaProperties(), null, List.of());
  }

  @Override
  public Collection<PartitionInfo> getPartitionsForTopic(
      int count, boolean tolerant, Callable<Collection<PartitionInfo>> asked, String topic) {
    return List.of(new PartitionInfo(topic, 0, null, NONE, NONE));
  }

  /** Lets the binder bind without one; again does no harm. */
  static void at(Object binder, String propertiesField, String provisionerField) {
    KafkaBinderConfigurationProperties properties = (KafkaBinderConfigurationProperties) Fields.get(binder, propertiesField);
    properties.setAutoCreateTopics(false);
    Fields.set(binder, provisionerField, new NoBroker(properties));
  }
}
