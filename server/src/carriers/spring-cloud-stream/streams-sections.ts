import { gone, leaf, map, weak, type Section } from './leaves.js';
import { binderSection, kafkaSection, ofProducer } from './sections.js';

/** The attribute that says what Kafka Streams does with what it cannot read. */
export const deserializationHandler = 'scs:streams.deserialization-exception-handler';

const handlers = ['logAndContinue', 'logAndFail', 'sendToDlq', 'skipAndContinue'];

/** Source: …kafka.streams.properties.KafkaStreamsConsumerProperties and KafkaStreamsProducerProperties, which extend those of Kafka. */
export const streamsSection: Section = {
  leaves: [
    leaf('consumer.application-id', 'streams', 'application.id', 'text', 'strong'),
    leaf('consumer.deserialization-exception-handler', 'streams', deserializationHandler, handlers),
    ...ofProducer('consumer.dlq-producer-properties.', 'dead-letters'),
  ],
  maps: [map('consumer.configuration', 'streams'), map('consumer.dlq-producer-properties.configuration', 'dead-letters')],
  others: [
    ...kafkaSection.others,
    ...kafkaSection.leaves.map(({ path }) => path.join('.')),
    ...[
      'key-serde',
      'value-serde',
      'materialized-as',
      'caching-disabled',
      'logging-disabled',
      'timestamp-extractor-bean-name',
      'event-types',
      'event-type-header-key',
      'consumed-as',
      'use-configured-serde-when-routing-events',
    ].map(key => `consumer.${key}`),
    ...['key-serde', 'value-serde', 'stream-partitioner-bean-name', 'produced-as', 'configuration'].map(key => `producer.${key}`),
  ],
};

/** Source: …kafka.streams.properties.KafkaStreamsBinderConfigurationProperties, which extends the one of Kafka's binder. */
export const streamsBinderSection: Section = {
  leaves: [
    weak('brokers', 'streams', 'bootstrap.servers', 'list'),
    leaf('brokers', 'dead-letters', 'bootstrap.servers', 'list', 'strong'),
    leaf('application-id', 'streams', 'application.id'),
    weak('replication-factor', 'streams', 'replication.factor', 'whole'),
    leaf('deserialization-exception-handler', 'streams', deserializationHandler, handlers),
    // until Spring Cloud Stream 4.0, which comes with Kafka 3.3 to 3.5
    gone('serde-error', deserializationHandler, '3.6', 'streams', handlers),
    weak('required-acks', 'dead-letters', 'acks'),
  ],
  maps: [
    map('configuration', 'streams'),
    map('consumer-properties', 'streams'),
    map('producer-properties', 'streams'),
    map('configuration', 'dead-letters'),
    map('producer-properties', 'dead-letters'),
  ],
  others: [...binderSection.others, 'state-store-retry', 'functions', 'include-stopped-processors-for-health-check', 'transaction'],
};
