import type { LeafType } from '../shared/spring-kafka/convert.js';

/**
 * Which client of a binding gets a value: the consumer of an input, the producer of an output, the one that writes the dead letters of an
 * input, the one of the binder's transactions, all consumers or producers of a binder, the binder's admin client, or Kafka Streams.
 */
export type Reader = 'input' | 'output' | 'dead-letters' | 'transactions' | 'consumers' | 'producers' | 'admins' | 'streams';

/** A key with a meaning of its own, and what it becomes: a property of Kafka's, or an attribute. */
export interface Leaf {
  /** Keys in kebab case. */
  readonly path: readonly string[];
  readonly reader: Reader;
  readonly property: string;
  readonly type: LeafType;
  /** `weak`: every map of Kafka's keys wins over it, Spring Boot's too. `strong`: it wins over every map. */
  readonly strength: 'weak' | 'plain' | 'strong';
  /** The first line of Kafka of which the binder does not read it any more. */
  readonly goneSince?: string;
}

/** A map of Kafka's own keys. */
export interface LeafMap {
  readonly path: readonly string[];
  readonly reader: Reader;
}

/** What can be written in one kind of section. */
export interface Section {
  readonly leaves: readonly Leaf[];
  readonly maps: readonly LeafMap[];
  /** What else Spring takes there, of which no rule knows; with everything below. */
  readonly others: readonly string[];
}

const leaf = (path: string, reader: Reader, property: string, type: LeafType = 'text', strength: Leaf['strength'] = 'plain'): Leaf => ({
  path: path.split('.'),
  reader,
  property,
  type,
  strength,
});
const weak = (path: string, reader: Reader, property: string, type: LeafType = 'text'): Leaf => leaf(path, reader, property, type, 'weak');
const gone = (path: string, property: string, goneSince: string, reader: Reader = 'input', type: LeafType = 'boolean'): Leaf => ({
  ...leaf(path, reader, property, type),
  goneSince,
});
const map = (path: string, reader: Reader): LeafMap => ({ path: path.split('.'), reader });

// org.apache.kafka.clients.producer's names, in the order of KafkaProducerProperties.CompressionType
const compressions = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];
// org.springframework.kafka.listener.ContainerProperties.AckMode
const ackModes = ['record', 'batch', 'time', 'count', 'count-time', 'manual', 'manual-immediate'];
/** The attribute that says what Kafka Streams does with what it cannot read. */
export const deserializationHandler = 'scs:streams.deserialization-exception-handler';
export const group = 'scs:binding.group';
export const transactionPrefix = 'spring:transaction-id-prefix';

/** Of producers. Source: org.springframework.cloud.stream.binder.kafka.properties.KafkaProducerProperties. */
const ofProducer = (below: string, reader: Reader): readonly Leaf[] => [
  weak(`${below}buffer-size`, reader, 'batch.size', 'whole'),
  weak(`${below}batch-timeout`, reader, 'linger.ms', 'whole'),
  weak(`${below}compression-type`, reader, 'compression.type', compressions),
];
const othersOfProducer = [
  'send-timeout-expression',
  'message-key-expression',
  'header-patterns',
  'topic',
  'use-topic-header',
  'record-metadata-channel',
  'transaction-manager',
  'close-timeout',
  'allow-non-transactional',
];

/** Source: org.springframework.cloud.stream.config.BindingProperties, …binder.ConsumerProperties and ProducerProperties. */
export const coreSection: Section = {
  leaves: [
    leaf('group', 'input', group),
    weak('group', 'input', 'group.id'),
    leaf('error-handler-definition', 'input', 'scs:binding.error-handler-definition'),
    leaf('error-handler-definition', 'output', 'scs:binding.error-handler-definition'),
    leaf('consumer.max-attempts', 'input', 'scs:consumer.max-attempts', 'whole'),
    leaf('consumer.concurrency', 'input', 'spring:listener.concurrency', 'whole'),
    leaf('consumer.concurrency', 'streams', 'num.stream.threads', 'whole', 'strong'),
    leaf('producer.error-channel-enabled', 'output', 'scs:producer.error-channel-enabled', 'boolean'),
  ],
  maps: [],
  others: [
    'destination',
    'content-type',
    'binder',
    ...[
      'auto-startup',
      'partitioned',
      'instance-count',
      'instance-index',
      'instance-index-list',
      'back-off-initial-interval',
      'back-off-max-interval',
      'back-off-multiplier',
      'default-retryable',
      'retry-template-name',
      'retryable-exceptions',
      'header-mode',
      'use-native-decoding',
      'multiplex',
      'batch-mode',
    ].map(key => `consumer.${key}`),
    ...[
      'auto-startup',
      'partition-key-expression',
      'partition-key-extractor-name',
      'partition-selector-name',
      'partition-selector-expression',
      'partition-count',
      'required-groups',
      'header-mode',
      'use-native-encoding',
      'poller',
      'dynamic-partition-updates-enabled',
    ].map(key => `producer.${key}`),
  ],
};

/** Source: org.springframework.cloud.stream.binder.kafka.properties.KafkaConsumerProperties. */
export const kafkaSection: Section = {
  leaves: [
    leaf('consumer.ack-mode', 'input', 'spring:listener.ack-mode', ackModes),
    leaf('consumer.start-offset', 'input', 'auto.offset.reset', ['earliest', 'latest'], 'strong'),
    leaf('consumer.enable-dlq', 'input', 'scs:consumer.enable-dlq', 'boolean'),
    leaf('consumer.auto-commit-on-error', 'input', 'scs:consumer.auto-commit-on-error', 'boolean'),
    leaf('consumer.reset-offsets', 'input', 'scs:consumer.reset-offsets', 'boolean'),
    leaf('consumer.reactive-auto-commit', 'input', 'scs:consumer.reactive-auto-commit', 'boolean'),
    leaf('consumer.reactive-at-most-once', 'input', 'scs:consumer.reactive-at-most-once', 'boolean'),
    // both until Spring Cloud Stream 4.1, which comes with Kafka 3.6 or 3.7
    gone('consumer.auto-commit-offset', 'scs:consumer.auto-commit-offset', '3.8'),
    gone('consumer.ack-each-record', 'scs:consumer.ack-each-record', '3.8'),
    leaf('producer.sync', 'output', 'scs:producer.sync', 'boolean'),
    ...ofProducer('producer.', 'output'),
    ...ofProducer('consumer.dlq-producer-properties.', 'dead-letters'),
  ],
  maps: [
    map('consumer.configuration', 'input'),
    map('consumer.dlq-producer-properties.configuration', 'dead-letters'),
    map('producer.configuration', 'output'),
  ],
  others: [
    ...[
      'auto-rebalance-enabled',
      'dlq-name',
      'dlq-partitions',
      'dlq-producer-properties.sync',
      ...othersOfProducer.map(key => `dlq-producer-properties.${key}`),
      'trusted-packages',
      'standard-headers',
      'converter-bean-name',
      'idle-event-interval',
      'destination-is-pattern',
      'topic',
      'poll-timeout',
      'transaction-manager',
      'tx-commit-recovered',
      'common-error-handler-bean-name',
      // gone, and harmless
      'recovery-interval',
    ].map(key => `consumer.${key}`),
    ...othersOfProducer.map(key => `producer.${key}`),
  ],
};

/** Source: org.springframework.cloud.stream.binder.kafka.properties.KafkaBinderConfigurationProperties. */
export const binderSection: Section = {
  leaves: [
    ...(['consumers', 'producers', 'admins'] as const).map(reader => leaf('brokers', reader, 'bootstrap.servers', 'list', 'strong')),
    weak('required-acks', 'producers', 'acks'),
    leaf('transaction.transaction-id-prefix', 'transactions', transactionPrefix),
    ...ofProducer('transaction.producer.', 'transactions'),
  ],
  maps: [
    map('configuration', 'consumers'),
    map('configuration', 'producers'),
    map('configuration', 'admins'),
    map('consumer-properties', 'consumers'),
    map('producer-properties', 'producers'),
    map('transaction.producer.configuration', 'transactions'),
  ],
  others: [
    // with the items of its list
    'brokers',
    'default-broker-port',
    'headers',
    'auto-create-topics',
    'auto-alter-topics',
    'auto-add-partitions',
    'consider-down-when-any-partition-has-no-leader',
    'replication-factor',
    'min-partition-count',
    'health-timeout',
    'jaas',
    'header-mapper-bean-name',
    'authorization-exception-retry-interval',
    'certificate-store-directory',
    'enable-observation',
    'health-indicator-consumer-group',
    'metrics',
    'transaction.producer',
    // of older versions
    'zk-nodes',
    'default-zk-port',
    'offset-update-time-window',
    'offset-update-count',
    'offset-update-shutdown-timeout',
    'max-wait',
    'zk-session-timeout',
    'zk-connection-timeout',
    'fetch-size',
    'queue-size',
    'socket-buffer-size',
  ],
};

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
