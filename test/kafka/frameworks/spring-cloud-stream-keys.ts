import type { Role } from '../../../server/src/kafka/property.js';
import type { Random } from '../differential/random.js';
import { settingOf } from './spring-boot-files.js';

/** A key of the binder, by its words, with values that it mostly takes; or a map with keys of Kafka for these clients. */
export interface Leaf {
  readonly path: readonly string[];
  readonly values: readonly string[];
  readonly of?: readonly Role[];
}

const leaf = (key: string, ...values: readonly string[]): Leaf => ({ path: key.split('.'), values });
const map = (key: string, ...of: readonly Role[]): Leaf => ({ path: key.split('.'), values: [], of });
const flags = ['true', 'false', 'true'];
const compressions = ['none', 'lz4', 'zstd', 'gzip', 'LZ4', 'snappy'];

/** What a section for one producer has, of a binding, of dead letters, or of transactions. */
const ofProducers: readonly Leaf[] = [
  map('configuration', 'producer'),
  map('configuration', 'producer'),
  leaf('compression-type', ...compressions),
  leaf('batch-timeout', '0', '5', '100'),
  leaf('buffer-size', '16384', '1000', '65536'),
];

const below = (key: string, leaves: readonly Leaf[]): readonly Leaf[] =>
  leaves.map(one => ({ ...one, path: [...key.split('.'), ...one.path] }));

const consumer: readonly Leaf[] = [
  map('configuration', 'consumer'),
  map('configuration', 'consumer'),
  leaf('start-offset', 'earliest', 'latest', 'latest', 'LATEST'),
  leaf('enable-dlq', ...flags),
  leaf('enable-dlq', 'true'),
  leaf('ack-mode', 'MANUAL', 'RECORD', 'BATCH', 'manual-immediate', 'TIME', 'record'),
  leaf('reset-offsets', ...flags),
  leaf('auto-commit-on-error', ...flags),
  leaf('reactive-at-most-once', ...flags),
  leaf('reactive-auto-commit', ...flags),
  leaf('tx-commit-recovered', ...flags),
  leaf('dlq-name', 'dead'),
  leaf('topic.replication-factor', '3'),
  ...below('dlq-producer-properties', ofProducers),
];

const ofStreams: readonly Leaf[] = [
  leaf('deserialization-exception-handler', 'logAndContinue', 'log-and-fail', 'sendToDlq', 'skipAndContinue'),
];

const binder: readonly Leaf[] = [
  leaf('required-acks', 'all', '1', '0', '-1', 'all', '1'),
  map('configuration', 'producer', 'consumer'),
  map('configuration', 'producer', 'consumer'),
  map('producer-properties', 'producer'),
  map('consumer-properties', 'consumer'),
  leaf('brokers', 'kafka1', 'kafka1:9092', 'kafka1,kafka2:9093', '[kafka1, kafka2]', 'localhost'),
  leaf('replication-factor', '3', '1', '-1'),
  leaf('auto-create-topics', ...flags),
];

/** The leaves of each section, the likelier ones several times. */
export const leafLines = {
  binder: [...binder, ...below('transaction', [leaf('transaction-id-prefix', 'tx-'), ...below('producer', ofProducers.slice(1))])],
  streamsBinder: [
    ...binder,
    map('configuration', 'streams'),
    map('configuration', 'streams'),
    map(`functions.process.configuration`, 'streams'),
    leaf('application-id', 'orders'),
    ...ofStreams,
  ],
  consumer,
  streamsConsumer: [...consumer, map('configuration', 'streams'), leaf('application-id', 'orders'), ...ofStreams, ...ofStreams],
  producer: [...ofProducers, leaf('sync', ...flags), leaf('allow-non-transactional', ...flags), leaf('use-topic-header', ...flags)],
  coreConsumer: [
    leaf('consumer.max-attempts', '1', '3', '5'),
    leaf('consumer.concurrency', '1', '4'),
    leaf('consumer.batch-mode', ...flags),
  ],
  coreProducer: [leaf('producer.error-channel-enabled', ...flags), leaf('producer.partition-count', '3')],
} as const;

/** A key for one of these clients. */
export function kafkaKey(random: Random, roles: readonly Role[], kafka: string): readonly [key: string, value: string] {
  const role = random.pick(roles);
  return settingOf(random, role, kafka, role === 'streams' && random.chance(0.5));
}
