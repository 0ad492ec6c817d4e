import { durationMs } from '../../../kafka/duration.js';
import type { Role } from '../../../kafka/property.js';
import { bare } from '../names.js';

/**
 * The typed leaves of `spring.kafka` and the Kafka property that each one becomes.
 * Source: org.springframework.boot.autoconfigure.kafka.KafkaProperties (Boot 2.3 to 3.5; the same leaves in
 * org.springframework.boot.kafka.autoconfigure of Boot 4).
 */
export interface Leaf {
  readonly role: Role;
  /** Keys below `spring.kafka`, in kebab case. */
  readonly path: readonly [section: string, leaf: string];
  readonly property: string;
  readonly type: LeafType;
  /** Older versions of Spring Boot that are still in use drop it: read here, but never written. */
  readonly recent: boolean;
}

/** How Spring converts the text before Kafka sees it; the names of an enumeration are those that Kafka or the rules know. */
type LeafType = 'text' | 'number' | 'duration' | 'size' | 'boolean' | readonly string[];

const isolationLevels = ['read_committed', 'read_uncommitted'];
// org.springframework.kafka.listener.ContainerProperties.AckMode
const ackModes = ['record', 'batch', 'time', 'count', 'count-time', 'manual', 'manual-immediate'];

const leaf = (role: Role, section: string, name: string, property: string, type: LeafType = 'text'): Leaf => ({
  role,
  path: [section, name],
  property,
  type,
  recent: false,
});

export const leaves: readonly Leaf[] = [
  leaf('producer', 'producer', 'acks', 'acks'),
  leaf('producer', 'producer', 'batch-size', 'batch.size', 'size'),
  leaf('producer', 'producer', 'bootstrap-servers', 'bootstrap.servers'),
  leaf('producer', 'producer', 'buffer-memory', 'buffer.memory', 'size'),
  leaf('producer', 'producer', 'client-id', 'client.id'),
  leaf('producer', 'producer', 'compression-type', 'compression.type'),
  leaf('producer', 'producer', 'key-serializer', 'key.serializer'),
  leaf('producer', 'producer', 'value-serializer', 'value.serializer'),
  leaf('producer', 'producer', 'retries', 'retries', 'number'),
  leaf('producer', 'producer', 'transaction-id-prefix', 'spring:transaction-id-prefix'),
  leaf('consumer', 'consumer', 'auto-commit-interval', 'auto.commit.interval.ms', 'duration'),
  leaf('consumer', 'consumer', 'auto-offset-reset', 'auto.offset.reset'),
  leaf('consumer', 'consumer', 'bootstrap-servers', 'bootstrap.servers'),
  leaf('consumer', 'consumer', 'client-id', 'client.id'),
  leaf('consumer', 'consumer', 'enable-auto-commit', 'enable.auto.commit', 'boolean'),
  leaf('consumer', 'consumer', 'fetch-max-wait', 'fetch.max.wait.ms', 'duration'),
  leaf('consumer', 'consumer', 'fetch-min-size', 'fetch.min.bytes', 'size'),
  leaf('consumer', 'consumer', 'group-id', 'group.id'),
  leaf('consumer', 'consumer', 'heartbeat-interval', 'heartbeat.interval.ms', 'duration'),
  leaf('consumer', 'consumer', 'isolation-level', 'isolation.level', isolationLevels),
  leaf('consumer', 'consumer', 'key-deserializer', 'key.deserializer'),
  leaf('consumer', 'consumer', 'value-deserializer', 'value.deserializer'),
  leaf('consumer', 'consumer', 'max-poll-records', 'max.poll.records', 'number'),
  // not in Boot 3.4.1, in 3.5.0
  { ...leaf('consumer', 'consumer', 'max-poll-interval', 'max.poll.interval.ms', 'duration'), recent: true },
  leaf('admin', 'admin', 'client-id', 'client.id'),
  leaf('consumer', 'listener', 'ack-mode', 'spring:listener.ack-mode', ackModes),
  leaf('consumer', 'listener', 'ack-count', 'spring:listener.ack-count', 'number'),
  leaf('consumer', 'listener', 'ack-time', 'spring:listener.ack-time', 'duration'),
];

/** Leaves of `spring.kafka` itself, which hold for every client. */
export const commonLeaves: readonly { readonly path: readonly string[]; readonly property: string }[] = [
  { path: ['bootstrap-servers'], property: 'bootstrap.servers' },
  { path: ['client-id'], property: 'client.id' },
  { path: ['security', 'protocol'], property: 'security.protocol' },
];

/**
 * Leaves that Spring Boot writes into the client's configuration even where nobody has set them, so that the map for all clients never
 * gets through. Source: KafkaProperties.Consumer, whose field isolationLevel begins as READ_UNCOMMITTED.
 */
export const alwaysWritten: readonly { readonly role: Role; readonly property: string }[] = [
  { role: 'consumer', property: 'isolation.level' },
];

/** Keys below a client's section that are no Kafka property and are nobody's mistake. */
export const otherKeys: readonly string[] = [
  'properties',
  'security',
  'ssl',
  'auto-create',
  'fail-fast',
  'modify-topic-configs',
  'operation-timeout',
  'close-timeout',
];

/**
 * How the text of a leaf reaches Kafka; undefined where Spring takes an empty text for "not set". Text that Spring would refuse stays
 * as it is, for Kafka's own check to refuse.
 */
export function convert(text: string, type: LeafType): string | undefined {
  if (type === 'text') return text;
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  switch (type) {
    case 'number':
      return springNumber(trimmed);
    case 'duration':
      return String(springDurationMs(trimmed) ?? text);
    case 'size':
      return String(springSizeBytes(trimmed) ?? text);
    case 'boolean':
      // StringToBooleanConverter of spring-core
      return /^(true|on|yes|1)$/i.test(trimmed) ? 'true' : /^(false|off|no|0)$/i.test(trimmed) ? 'false' : text;
    default:
      // org.springframework.boot.convert.LenientObjectToEnumConverterFactory compares letters and digits
      return type.find(name => bare(name) === bare(trimmed)) ?? text;
  }
}

/** `0x1F4` and `#1F4` are hexadecimal to org.springframework.util.NumberUtils. */
function springNumber(text: string): string {
  return /^(0x|#)[\da-f]+$/i.test(text) ? String(Number(text.replace('#', '0x'))) : text;
}

const msPerUnit: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, ms: 1, '': 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
const bytesPerUnit: Readonly<Record<string, number>> = { '': 1, B: 1, KB: 1 << 10, MB: 1 << 20, GB: 1 << 30, TB: 2 ** 40 };

/** `5s`, `500`, `PT5S` as org.springframework.boot.convert.DurationStyle reads them, in ms. */
function springDurationMs(text: string): number | undefined {
  const simple = /^([+-]?\d+)([a-z]{0,2})$/i.exec(text);
  const factor = msPerUnit[simple?.[2]?.toLowerCase() ?? '?'];
  return simple && factor !== undefined ? Math.trunc(Number(simple[1]) * factor) : durationMs(text);
}

/** `16KB` as org.springframework.util.unit.DataSize reads it, in bytes. */
function springSizeBytes(text: string): number | undefined {
  const match = /^([+-]?\d+)([A-Z]{0,2})$/i.exec(text.replace(/\s/g, ''));
  const factor = bytesPerUnit[match?.[2] ?? '?'];
  return match && factor !== undefined ? Number(match[1]) * factor : undefined;
}
