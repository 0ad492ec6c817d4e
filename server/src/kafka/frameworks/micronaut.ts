import type { Property } from '../property.js';

/**
 * Attributes of Micronaut that decide about durability without being Kafka keys, below `kafka.default-listener-exception-handler`.
 * Source: io.micronaut.configuration.kafka.config.DefaultKafkaListenerExceptionHandlerConfigurationProperties (micronaut-kafka 5.9.0).
 */
export const micronautAttributes: readonly Property[] = [
  flag('skip-record-on-deserialization-failure'),
  flag('commit-record-on-deserialization-failure'),
];

function flag(name: string): Property {
  return { name: `micronaut:${name}`, role: 'consumer', type: 'boolean', defaults: [], validity: undefined };
}
