import type { Role } from '../../../kafka/property.js';
import type { LeafType } from './convert.js';

/**
 * A key of Spring Boot's own below `spring.kafka`, and the property that it becomes: Kafka's, or an attribute `spring:…` where Spring
 * itself reads it. Source: org.springframework.boot.autoconfigure.kafka.KafkaProperties of Spring Boot 2.2 to 3.5, which is in
 * org.springframework.boot.kafka.autoconfigure since 4.0; the files of it that say what each version binds
 * (META-INF/spring-configuration-metadata.json) were compared from 2.2 to 4.1.
 */
export interface Leaf {
  /** Keys in kebab case. */
  readonly path: readonly string[];
  /** The client that gets it; several for a key that holds for all. */
  readonly roles: readonly [Role, ...Role[]];
  readonly property: string;
  readonly type: LeafType;
  /** `recent`: versions from 2.7 on that are still in use drop it. `gone`: newer ones do. */
  readonly lifetime: 'always' | 'recent' | 'gone';
}

/** The clients that `spring.kafka` has sections for. */
export const clients = ['producer', 'consumer', 'admin', 'streams'] as const;

const forAll = ['producer', 'consumer', 'admin', 'streams'] as const satisfies Leaf['roles'];
const int = { int: true } as const;
const durationInt = { duration: 'ms', ...int } as const;
const sizeInt = { size: 'bytes', ...int } as const;
const ms = { duration: 'ms' } as const;
const seconds = { duration: 's' } as const;

/** `producer.acks`: the section says whose it is. */
const leaf = (path: string, property: string, type: LeafType = 'text', lifetime: Leaf['lifetime'] = 'always'): Leaf => {
  const keys = path.split('.');
  const role = clients.find(client => client === keys[0]);
  return { path: keys, roles: role ? [role] : forAll, property, type, lifetime };
};

/** A key that Spring reads itself. */
const own = (role: Role, path: string, type: LeafType, lifetime: Leaf['lifetime'] = 'always', property = path): Leaf => ({
  ...leaf(path, `spring:${property}`, type, lifetime),
  roles: [role],
});

const isolationLevels = ['read_uncommitted', 'read_committed'];
// org.springframework.kafka.listener.ContainerProperties.AckMode
const ackModes = ['record', 'batch', 'time', 'count', 'count-time', 'manual', 'manual-immediate'];

/** TLS and the protocol, which all clients have together and each has for itself. */
const security = ['', ...clients.map(client => `${client}.`)].flatMap(section => [
  leaf(`${section}security.protocol`, 'security.protocol'),
  leaf(`${section}ssl.key-password`, 'ssl.key.password'),
  leaf(`${section}ssl.key-store-certificate-chain`, 'ssl.keystore.certificate.chain'),
  leaf(`${section}ssl.key-store-key`, 'ssl.keystore.key'),
  leaf(`${section}ssl.key-store-location`, 'ssl.keystore.location', 'resource'),
  leaf(`${section}ssl.key-store-password`, 'ssl.keystore.password'),
  leaf(`${section}ssl.key-store-type`, 'ssl.keystore.type'),
  leaf(`${section}ssl.trust-store-certificates`, 'ssl.truststore.certificates'),
  leaf(`${section}ssl.trust-store-location`, 'ssl.truststore.location', 'resource'),
  leaf(`${section}ssl.trust-store-password`, 'ssl.truststore.password'),
  leaf(`${section}ssl.trust-store-type`, 'ssl.truststore.type'),
  leaf(`${section}ssl.protocol`, 'ssl.protocol'),
]);

export const leaves: readonly Leaf[] = [
  leaf('bootstrap-servers', 'bootstrap.servers', 'list'),
  leaf('client-id', 'client.id'),

  leaf('producer.acks', 'acks'),
  leaf('producer.batch-size', 'batch.size', sizeInt),
  leaf('producer.bootstrap-servers', 'bootstrap.servers', 'list'),
  leaf('producer.buffer-memory', 'buffer.memory', { size: 'bytes' }),
  leaf('producer.client-id', 'client.id'),
  leaf('producer.compression-type', 'compression.type'),
  leaf('producer.key-serializer', 'key.serializer'),
  leaf('producer.value-serializer', 'value.serializer'),
  leaf('producer.retries', 'retries', 'whole'),
  own('producer', 'producer.transaction-id-prefix', 'text', 'always', 'transaction-id-prefix'),
  own('producer', 'template.default-topic', 'text'),
  own('producer', 'template.transaction-id-prefix', 'text'),
  own('producer', 'template.observation-enabled', 'boolean', 'recent'),
  own('producer', 'template.close-timeout', ms, 'recent'),
  own('producer', 'template.allow-non-transactional', 'boolean', 'recent'),

  leaf('consumer.auto-commit-interval', 'auto.commit.interval.ms', durationInt),
  leaf('consumer.auto-offset-reset', 'auto.offset.reset'),
  leaf('consumer.bootstrap-servers', 'bootstrap.servers', 'list'),
  leaf('consumer.client-id', 'client.id'),
  leaf('consumer.enable-auto-commit', 'enable.auto.commit', 'boolean'),
  leaf('consumer.fetch-max-wait', 'fetch.max.wait.ms', durationInt),
  leaf('consumer.fetch-min-size', 'fetch.min.bytes', sizeInt),
  leaf('consumer.group-id', 'group.id'),
  leaf('consumer.heartbeat-interval', 'heartbeat.interval.ms', durationInt),
  leaf('consumer.isolation-level', 'isolation.level', isolationLevels),
  leaf('consumer.key-deserializer', 'key.deserializer'),
  leaf('consumer.value-deserializer', 'value.deserializer'),
  leaf('consumer.max-poll-records', 'max.poll.records', 'whole'),
  leaf('consumer.max-poll-interval', 'max.poll.interval.ms', durationInt, 'recent'),

  own('consumer', 'listener.ack-mode', ackModes),
  own('consumer', 'listener.ack-count', 'whole'),
  own('consumer', 'listener.ack-time', ms),
  own('consumer', 'listener.type', ['single', 'batch']),
  own('consumer', 'listener.async-acks', 'boolean', 'recent'),
  own('consumer', 'listener.client-id', 'text'),
  own('consumer', 'listener.concurrency', 'whole'),
  own('consumer', 'listener.poll-timeout', ms),
  own('consumer', 'listener.no-poll-threshold', 'decimal'),
  own('consumer', 'listener.idle-between-polls', ms),
  own('consumer', 'listener.idle-event-interval', ms),
  own('consumer', 'listener.idle-partition-event-interval', ms),
  own('consumer', 'listener.monitor-interval', seconds),
  own('consumer', 'listener.log-container-config', 'boolean'),
  own('consumer', 'listener.only-log-record-metadata', 'boolean', 'gone'),
  own('consumer', 'listener.missing-topics-fatal', 'boolean'),
  own('consumer', 'listener.immediate-stop', 'boolean'),
  own('consumer', 'listener.auto-startup', 'boolean', 'recent'),
  own('consumer', 'listener.change-consumer-thread-name', 'boolean', 'recent'),
  own('consumer', 'listener.observation-enabled', 'boolean', 'recent'),
  own('consumer', 'listener.auth-exception-retry-interval', ms, 'recent'),

  own('consumer', 'retry.topic.enabled', 'boolean'),
  own('consumer', 'retry.topic.attempts', 'whole'),
  own('consumer', 'retry.topic.backoff.delay', ms, 'recent'),
  own('consumer', 'retry.topic.backoff.multiplier', 'decimal', 'recent'),
  own('consumer', 'retry.topic.backoff.max-delay', ms, 'recent'),
  own('consumer', 'retry.topic.backoff.jitter', ms, 'recent'),
  own('consumer', 'retry.topic.backoff.random', 'boolean', 'gone'),
  own('consumer', 'retry.topic.delay', ms, 'gone', 'retry.topic.backoff.delay'),
  own('consumer', 'retry.topic.multiplier', 'decimal', 'gone', 'retry.topic.backoff.multiplier'),
  own('consumer', 'retry.topic.max-delay', ms, 'gone', 'retry.topic.backoff.max-delay'),
  own('consumer', 'retry.topic.random-back-off', 'boolean', 'gone', 'retry.topic.backoff.random'),

  leaf('admin.client-id', 'client.id'),
  own('admin', 'admin.auto-create', 'boolean', 'recent'),
  own('admin', 'admin.fail-fast', 'boolean'),
  own('admin', 'admin.modify-topic-configs', 'boolean', 'recent'),
  own('admin', 'admin.close-timeout', ms, 'recent'),
  own('admin', 'admin.operation-timeout', ms, 'recent'),

  leaf('streams.application-id', 'application.id'),
  leaf('streams.bootstrap-servers', 'bootstrap.servers', 'list'),
  leaf('streams.client-id', 'client.id'),
  leaf('streams.replication-factor', 'replication.factor', 'whole'),
  leaf('streams.state-dir', 'state.dir'),
  leaf('streams.state-store-cache-max-size', 'statestore.cache.max.bytes', sizeInt, 'recent'),
  leaf('streams.cache-max-size-buffering', 'cache.max.bytes.buffering', sizeInt, 'gone'),
  own('streams', 'streams.auto-startup', 'boolean'),
  own('streams', 'streams.cleanup.on-startup', 'boolean'),
  own('streams', 'streams.cleanup.on-shutdown', 'boolean'),

  ...security,
];

/** Sections that hold Kafka's own keys, and what Spring takes otherwise of which nothing reaches Kafka. */
export const otherKeys: readonly string[] = ['properties', 'ssl.bundle'];
