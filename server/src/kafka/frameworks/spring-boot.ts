import type { Property, Role, ValueType, Validity } from '../property.js';

const positive: Validity = { kind: 'range', min: 1 };

/**
 * What Spring Boot itself reads below `spring.kafka` without handing it to Kafka; lengths of time in ms, and in seconds where Spring takes
 * such. Source: org.springframework.boot.autoconfigure.kafka.KafkaProperties, and spring-kafka's ContainerProperties, which refuses what
 * is out of range when the listener containers are made.
 */
export const springBootAttributes: readonly Property[] = [
  attribute('producer', 'transaction-id-prefix', 'string'),
  attribute('producer', 'template.default-topic', 'string'),
  attribute('producer', 'template.transaction-id-prefix', 'string'),
  attribute('producer', 'template.observation-enabled', 'boolean'),
  attribute('producer', 'template.close-timeout', 'long'),
  attribute('producer', 'template.allow-non-transactional', 'boolean'),
  attribute(
    'consumer',
    'listener.ack-mode',
    'string',
    oneOf('record', 'batch', 'time', 'count', 'count-time', 'manual', 'manual-immediate'),
  ),
  attribute('consumer', 'listener.ack-count', 'int', positive),
  attribute('consumer', 'listener.ack-time', 'long', positive),
  attribute('consumer', 'listener.type', 'string', oneOf('single', 'batch')),
  attribute('consumer', 'listener.async-acks', 'boolean'),
  attribute('consumer', 'listener.client-id', 'string'),
  attribute('consumer', 'listener.concurrency', 'int', positive),
  attribute('consumer', 'listener.poll-timeout', 'long'),
  attribute('consumer', 'listener.no-poll-threshold', 'double'),
  attribute('consumer', 'listener.idle-between-polls', 'long'),
  attribute('consumer', 'listener.idle-event-interval', 'long'),
  attribute('consumer', 'listener.idle-partition-event-interval', 'long'),
  attribute('consumer', 'listener.monitor-interval', 'int', positive),
  attribute('consumer', 'listener.log-container-config', 'boolean'),
  attribute('consumer', 'listener.only-log-record-metadata', 'boolean'),
  attribute('consumer', 'listener.missing-topics-fatal', 'boolean'),
  attribute('consumer', 'listener.immediate-stop', 'boolean'),
  attribute('consumer', 'listener.auto-startup', 'boolean'),
  attribute('consumer', 'listener.change-consumer-thread-name', 'boolean'),
  attribute('consumer', 'listener.observation-enabled', 'boolean'),
  attribute('consumer', 'listener.auth-exception-retry-interval', 'long'),
  attribute('consumer', 'retry.topic.enabled', 'boolean'),
  attribute('consumer', 'retry.topic.attempts', 'int'),
  attribute('consumer', 'retry.topic.backoff.delay', 'long'),
  attribute('consumer', 'retry.topic.backoff.multiplier', 'double'),
  attribute('consumer', 'retry.topic.backoff.max-delay', 'long'),
  attribute('consumer', 'retry.topic.backoff.jitter', 'long'),
  attribute('consumer', 'retry.topic.backoff.random', 'boolean'),
  attribute('admin', 'admin.auto-create', 'boolean'),
  attribute('admin', 'admin.fail-fast', 'boolean'),
  attribute('admin', 'admin.modify-topic-configs', 'boolean'),
  attribute('admin', 'admin.close-timeout', 'long'),
  attribute('admin', 'admin.operation-timeout', 'long'),
  attribute('streams', 'streams.auto-startup', 'boolean'),
  attribute('streams', 'streams.cleanup.on-startup', 'boolean'),
  attribute('streams', 'streams.cleanup.on-shutdown', 'boolean'),
];

function attribute(role: Role, name: string, type: ValueType, validity?: Validity): Property {
  return { name: `spring:${name}`, role, type, defaults: [], validity };
}

function oneOf(...values: readonly string[]): Validity {
  return { kind: 'one-of', values, ignoreCase: true };
}
