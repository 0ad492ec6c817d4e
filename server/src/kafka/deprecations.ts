import type { Role } from './property.js';

/** A key that still works, but is going to be removed. */
export interface Deprecation {
  /** The first line that says so. */
  readonly since: string;
  /** The key to write instead, with the same kind of value. */
  readonly replacement: string | undefined;
  /** A whole sentence. */
  readonly why: string;
}

type Deprecations = Readonly<Record<string, Deprecation>>;

const deprecated = (since: string, replacement: string | undefined, why: string): Deprecation => ({ since, replacement, why });

// CommonClientConfigs.AUTO_INCLUDE_JMX_REPORTER_DOC of 3.4.1
const jmx: Deprecations = {
  'auto.include.jmx.reporter': deprecated('3.4', undefined, 'Kafka 4.0 removes it; name the JmxReporter in metric.reporters instead.'),
};

// ConnectorConfig.TASKS_MAX_ENFORCE_DOC of 4.3.1
const connector: Deprecations = {
  'tasks.max.enforce': deprecated('3.8', undefined, 'A later major release removes it and always keeps connectors within tasks.max.'),
};

/** The deprecated keys of each role of which more is known than the mark in their class, each seen in the class that is named beside it. */
export const deprecations: Readonly<Partial<Record<Role, Deprecations>>> = {
  producer: jmx,
  consumer: jmx,
  admin: jmx,
  'connect-distributed': jmx,
  'connect-standalone': jmx,
  broker: {
    ...jmx,
    // ServerConfigs of 4.4.0, KIP-1232
    'broker.id': deprecated('4.4', 'node.id', 'Kafka 5.0 removes it; node.id is the name for brokers and controllers alike.'),
    // CleanerConfig of 4.3.1
    'log.cleaner.enable': deprecated('4.1', undefined, 'Kafka 5.0 removes it and the log cleaner always runs.'),
    // GroupCoordinatorConfig of 4.3.1
    'group.coordinator.rebalance.protocols': deprecated('4.3', undefined, 'Kafka 5.0 removes it; feature versions decide instead.'),
    // RemoteLogManagerConfig of 4.3.1
    'remote.log.manager.thread.pool.size': deprecated(
      '4.2',
      'remote.log.manager.follower.thread.pool.size',
      'The pool has served followers only since copying got its own threads.',
    ),
    // ServerLogConfigs of 3.9.2
    'log.message.format.version': deprecated(
      '3.0',
      undefined,
      'It is ignored once the inter-broker protocol is 3.0; Kafka 4.0 removes it.',
    ),
    'log.message.timestamp.difference.max.ms': deprecated(
      '3.6',
      'log.message.timestamp.before.max.ms',
      'Two keys took its place, one for old and one for future timestamps; Kafka 4.0 removes it.',
    ),
    // KafkaConfig of 3.8.1, KIP-1041
    'offsets.commit.required.acks': deprecated(
      '3.8',
      undefined,
      'Kafka 4.0 removes it: offset commits then always wait for all in-sync replicas.',
    ),
    // DelegationTokenManagerConfigs of 3.9.2; the new name exists since 2.8
    'delegation.token.master.key': deprecated('2.8', 'delegation.token.secret.key', 'It was renamed; Kafka 4.0 removes the old name.'),
    // KafkaConfig of 0.11.0.3 to 2.8.2
    'host.name': deprecated('0.11.0', undefined, 'It counts only where listeners is not set; Kafka 3.0 removes it.'),
    port: deprecated('0.11.0', undefined, 'It counts only where listeners is not set; Kafka 3.0 removes it.'),
    'advertised.host.name': deprecated(
      '0.11.0',
      undefined,
      'It counts only where advertised.listeners and listeners are not set; Kafka 3.0 removes it.',
    ),
    'advertised.port': deprecated(
      '0.11.0',
      undefined,
      'It counts only where advertised.listeners and listeners are not set; Kafka 3.0 removes it.',
    ),
    'quota.producer.default': deprecated('0.11.0', undefined, 'It counts only without dynamic default quotas; Kafka 3.0 removes it.'),
    'quota.consumer.default': deprecated('0.11.0', undefined, 'It counts only without dynamic default quotas; Kafka 3.0 removes it.'),
  },
  topic: {
    // TopicConfig of 3.9.2
    'message.format.version': deprecated('3.0', undefined, 'It is ignored once the inter-broker protocol is 3.0; Kafka 4.0 removes it.'),
    'message.timestamp.difference.max.ms': deprecated(
      '3.6',
      'message.timestamp.before.max.ms',
      'Two keys took its place, one for old and one for future timestamps; Kafka 4.0 removes it.',
    ),
  },
  streams: {
    ...jmx,
    // StreamsConfig of 4.3.1
    'cache.max.bytes.buffering': deprecated('3.4', 'statestore.cache.max.bytes', 'It was renamed, and is ignored beside the new name.'),
    'default.deserialization.exception.handler': deprecated(
      '4.0',
      'deserialization.exception.handler',
      'It was renamed, and is ignored beside the new name.',
    ),
    'default.production.exception.handler': deprecated(
      '4.0',
      'production.exception.handler',
      'It was renamed, and is ignored beside the new name.',
    ),
    'default.dsl.store': deprecated('3.7', undefined, 'The key dsl.store.suppliers.class, which takes a class, took its place.'),
    'windowed.inner.class.serde': deprecated('4.1', undefined, 'The serializers and deserializers of windows have keys of their own.'),
    'window.size.ms': deprecated('4.1', undefined, 'The deserializer of time windows has a key of its own.'),
  },
  'source-connector': connector,
  'sink-connector': connector,
};
