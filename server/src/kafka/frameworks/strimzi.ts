import type { Property } from '../property.js';

/** Fields of Strimzi's resources that decide about durability without being keys of Kafka. Source: io.strimzi.api.kafka.model.topic.KafkaTopicSpec. */
export const strimziAttributes: readonly Property[] = [
  { name: 'strimzi:replicas', role: 'topic', type: 'int', defaults: [], validity: undefined },
];
