import { namesOf } from '../../kafka/catalogue/catalogue.js';
import type { Direction } from './names.js';

/**
 * What the connector and the channel themselves take, of which Kafka's clients get nothing.
 * Sources: the attributes of io.smallrye.reactive.messaging.kafka.KafkaConnector, and ConfigurationCleaner, which takes them out.
 */
const both: readonly string[] = [
  'connector',
  'type',
  'channel-name',
  'enabled',
  'topic',
  'health-enabled',
  'health-readiness-enabled',
  'health-readiness-topic-verification',
  'health-readiness-timeout',
  'health-topic-verification-enabled',
  'health-topic-verification-timeout',
  'health-topic-verification-startup-disabled',
  'health-topic-verification-readiness-disabled',
  'tracing-enabled',
  'cloud-events',
  'kafka-configuration',
  'client-id-prefix',
  'lazy-client',
  'tls-configuration-name',
];

const own: Readonly<Record<Direction, readonly string[]>> = {
  incoming: [
    'topics',
    'pattern',
    'assign-seek',
    'retry',
    'retry-attempts',
    'retry-max-wait',
    'broadcast',
    'failure-strategy',
    'commit-strategy',
    'ordered',
    'partitions',
    'requests',
    'concurrency',
    'key-deserialization-failure-handler',
    'value-deserialization-failure-handler',
    'fail-on-deserialization-failure',
    'graceful-shutdown',
    'poll-timeout',
    'pause-if-no-requests',
    'batch',
    'max-queue-size-factor',
    'share-group',
    'pausable',
    'initially-paused',
    'late-subscription',
    'buffer-size',
    'buffer-strategy',
  ],
  outgoing: [
    'key',
    'partition',
    'waitForWriteCompletion',
    'max-inflight-messages',
    'close-timeout',
    'merge',
    'propagate-record-key',
    'propagate-headers',
    'key-serialization-failure-handler',
    'value-serialization-failure-handler',
    'interceptor-bean',
    'pooled-producer',
  ],
};

/** Keys with more behind them, for the strategies and the clients that a channel makes beside its own. */
const beginnings: Readonly<Record<Direction, RegExp>> = {
  incoming:
    /^(dead-letter-queue|delayed-retry-topic|checkpoint|share-group|ordered|throttled|consumer-rebalance-listener|key\.serializer|value\.serializer)(\.|$)/,
  outgoing: /^(reply|pooled-producer|cloud-events-|key\.deserializer|value\.deserializer)/,
};

/** The names of attributes of each direction. */
export const attributeNames: Readonly<Record<Direction, ReadonlySet<string>>> = {
  incoming: new Set([...both, ...own.incoming]),
  outgoing: new Set([...both, ...own.outgoing]),
};

const known = new Map<Direction, readonly string[]>();

/** Every key that a channel can have, Kafka's and the connector's; worked out when it is first asked for. */
export function knownKeys(direction: Direction): readonly string[] {
  const keys = known.get(direction) ?? [...namesOf([direction === 'incoming' ? 'consumer' : 'producer']), ...attributeNames[direction]];
  known.set(direction, keys);
  return keys;
}

/** Whether the key is the connector's own and none for Kafka. */
export function isConnectorsOwn(direction: Direction, key: string): boolean {
  return attributeNames[direction].has(key) || beginnings[direction].test(key);
}
