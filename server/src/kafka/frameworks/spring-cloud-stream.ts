import type { Property, Role, ValueType, Validity } from '../property.js';

/**
 * Attributes of bindings of Spring Cloud Stream that decide about durability without being Kafka keys. `binding.` and the section
 * `consumer.` or `producer.` stand for both prefixes: `spring.cloud.stream.bindings.<name>` and `spring.cloud.stream.kafka.bindings.<name>`.
 * What becomes a Kafka key is no attribute: the binder's `required-acks` is `acks`, a consumer's `start-offset` is `auto.offset.reset`;
 * and its `ack-mode` is the one of spring-kafka, `spring:listener.ack-mode`.
 * Source: org.springframework.cloud.stream.config.BindingProperties, org.springframework.cloud.stream.binder.ConsumerProperties and
 * ProducerProperties, …binder.kafka.properties.KafkaConsumerProperties and KafkaProducerProperties (5.0.2) and
 * …binder.kafka.streams.DeserializationExceptionHandler (5.0.1).
 */
export const springCloudStreamAttributes: readonly Property[] = [
  attribute('consumer', 'binding.group', 'string'),
  attribute('consumer', 'binding.error-handler-definition', 'string'),
  attribute('consumer', 'consumer.max-attempts', 'int'),
  attribute('consumer', 'consumer.enable-dlq', 'boolean'),
  attribute('consumer', 'consumer.auto-commit-on-error', 'boolean'),
  attribute('consumer', 'consumer.reset-offsets', 'boolean'),
  attribute('consumer', 'consumer.reactive-auto-commit', 'boolean'),
  attribute('consumer', 'consumer.reactive-at-most-once', 'boolean'),
  // read until Spring Cloud Stream 4.1
  attribute('consumer', 'consumer.auto-commit-offset', 'boolean'),
  attribute('consumer', 'consumer.ack-each-record', 'boolean'),
  // below configuration, where the binder refuses it
  attribute('consumer', 'binding.bootstrap-servers', 'string'),
  attribute('producer', 'binding.bootstrap-servers', 'string'),
  attribute('producer', 'binding.error-handler-definition', 'string'),
  attribute('producer', 'producer.sync', 'boolean'),
  attribute('producer', 'producer.error-channel-enabled', 'boolean'),
  attribute('topic', 'topic.replication-factor', 'short'),
  attribute('streams', 'streams.deserialization-exception-handler', 'string', {
    kind: 'one-of',
    values: ['logAndContinue', 'logAndFail', 'sendToDlq', 'skipAndContinue'],
    ignoreCase: true,
  }),
];

function attribute(role: Role, name: string, type: ValueType, validity?: Validity): Property {
  return { name: `scs:${name}`, role, type, defaults: [], validity };
}
