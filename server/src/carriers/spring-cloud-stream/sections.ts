import { gone, group, leaf, map, replicas, transactionPrefix, weak, type Leaf, type Reader, type Section } from './leaves.js';

// org.apache.kafka.clients.producer's names, in the order of KafkaProducerProperties.CompressionType
const compressions = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];
// org.springframework.kafka.listener.ContainerProperties.AckMode
const ackModes = ['record', 'batch', 'time', 'count', 'count-time', 'manual', 'manual-immediate'];

/** Of producers. Source: org.springframework.cloud.stream.binder.kafka.properties.KafkaProducerProperties. */
export const ofProducer = (below: string, reader: Reader): readonly Leaf[] => [
  weak(`${below}buffer-size`, reader, 'batch.size', 'whole'),
  weak(`${below}batch-timeout`, reader, 'linger.ms', 'whole'),
  weak(`${below}compression-type`, reader, 'compression.type', compressions),
];
const othersOfProducer = [
  'send-timeout-expression',
  'message-key-expression',
  'header-patterns',
  'topic.replicas-assignments',
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
    ...['consumer', 'producer'].map(client => leaf(`${client}.topic.replication-factor`, 'topics', replicas, 'whole')),
    ...ofProducer('producer.', 'output'),
    ...ofProducer('consumer.dlq-producer-properties.', 'dead-letters'),
  ],
  maps: [
    map('consumer.configuration', 'input'),
    map('consumer.dlq-producer-properties.configuration', 'dead-letters'),
    map('producer.configuration', 'output'),
    map('consumer.topic.properties', 'topics'),
    map('producer.topic.properties', 'topics'),
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
      'topic.replicas-assignments',
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
    leaf('replication-factor', 'topics', replicas, 'whole'),
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
