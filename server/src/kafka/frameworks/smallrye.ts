import type { Property, ValueType, Validity } from '../property.js';

/** What AcknowledgeType.valueOf takes after SmallRye has made capital letters of it. */
const acknowledgements: Validity = { kind: 'one-of', values: ['accept', 'release', 'reject', 'renew'], ignoreCase: true };

/**
 * Attributes of a channel of SmallRye Reactive Messaging, which Quarkus uses, that decide about durability without being Kafka keys;
 * those that are Kafka keys as well (`acks`, `group.id`, `enable.auto.commit` …) are the client's own properties. Strategies have no
 * list of values: a bean with that name may provide one.
 * Source: the annotations ConnectorAttribute of io.smallrye.reactive.messaging.kafka.KafkaConnector (4.36.0).
 */
export const smallryeAttributes: readonly Property[] = [
  incoming('commit-strategy', 'string'),
  incoming('failure-strategy', 'string'),
  incoming('fail-on-deserialization-failure', 'boolean'),
  incoming('key-deserialization-failure-handler', 'string'),
  incoming('value-deserialization-failure-handler', 'string'),
  incoming('throttled.unprocessed-record-max-age.ms', 'int'),
  incoming('dead-letter-queue.topic', 'string'),
  // the acks of the producer that writes to it
  incoming('dead-letter-queue.acks', 'string'),
  incoming('share-group', 'boolean'),
  incoming('share-group.unprocessed-record-max-age.ms', 'int'),
  incoming('share-group.failure-acknowledgement-type', 'string', acknowledgements),
  incoming('share-group.failure-deserialization-acknowledgement-type', 'string', acknowledgements),
  { name: 'smallrye:waitForWriteCompletion', role: 'producer', type: 'boolean', defaults: [], validity: undefined },
];

function incoming(name: string, type: ValueType, validity?: Validity): Property {
  return { name: `smallrye:${name}`, role: 'consumer', type, defaults: [], validity };
}
