import type { Role } from '../kafka/property.js';
import { parseValue } from '../kafka/value.js';
import { atLeast, before, type KafkaVersion } from '../kafka/version.js';
import { derivedByLibrdkafka } from './derived-librdkafka.js';

/** What a configuration says explicitly, as far as {@link derivedValue} needs it. */
export interface Said {
  readonly role: Role;
  readonly version: KafkaVersion;
  /** Whether the key is set, its value known or not. */
  readonly isSet: (property: string) => boolean;
  /** The explicit value if it is set and known. */
  readonly text: (property: string) => string | undefined;
}

/**
 * What Kafka puts in place of the default of a key that is not set, because of another key; undefined where the default stays.
 * Sources: `ProducerConfig.postProcessAndValidateIdempotenceConfigs` and, before 3.0, `KafkaProducer`;
 * `ConsumerConfig.maybeOverrideEnableAutoCommit` (KIP-289), which KafkaConsumer asked itself before 3.9; `KafkaConfig.populateSynonyms`.
 */
export function derivedValue(property: string, said: Said): string | undefined {
  switch (said.role) {
    case 'producer':
      return derivedForProducer(property, said);
    case 'consumer':
      return property === 'enable.auto.commit' && atLeast(said.version, '2.2') && !said.isSet('group.id') ? 'false' : undefined;
    case 'broker':
      return derivedForBroker(property, said);
    case 'librdkafka-producer':
    case 'librdkafka-consumer':
      return derivedByLibrdkafka(property, said);
    default:
      return undefined;
  }
}

function derivedForProducer(property: string, said: Said): string | undefined {
  if (property === 'enable.idempotence') {
    if (isIdempotentByDefault(said.version)) return forbidsIdempotence(said) ? 'false' : undefined;
    if (atLeast(said.version, '0.11')) return said.isSet('transactional.id') ? 'true' : 'false';
  }
  if (before(said.version, '3.0') && asksForIdempotence(said)) {
    if (property === 'acks') return 'all';
    if (property === 'retries') return '2147483647';
    if (property === 'max.in.flight.requests.per.connection' && before(said.version, '1.0')) return '1';
  }
  return undefined;
}

function asksForIdempotence({ version, isSet, text }: Said): boolean {
  if (before(version, '0.11')) return false;
  return isSet('enable.idempotence') ? /^true$/i.test(text('enable.idempotence') ?? '') : isSet('transactional.id');
}

/** Since 4.0 more than five requests in flight are refused and change nothing. */
function forbidsIdempotence({ version, text }: Said): boolean {
  const acks = text('acks');
  const inFlight = numberIn(text('max.in.flight.requests.per.connection'));
  return acks === '0' || acks === '1' || numberIn(text('retries')) === 0 || (inFlight > 5 && before(version, '4.0'));
}

/** NaN where it is not set or no number. */
function numberIn(text: string | undefined): number {
  const parsed = parseValue('int', text ?? '');
  return parsed.ok ? Number(parsed.value) : NaN;
}

/** KIP-679 made idempotence the default in 3.0, but 3.0.0 and 3.1.0 turn it on only where it is asked for (KAFKA-13598). */
export function isIdempotentByDefault(version: KafkaVersion): boolean {
  if (atLeast(version, '3.2')) return true;
  return atLeast(version, '3.1') ? atLeast(version, '3.1.1') : atLeast(version, '3.0.1');
}

/** A ZooKeeper broker's id and a KRaft node's id stand for each other. */
function derivedForBroker(property: string, { version, text }: Said): string | undefined {
  if (before(version, '3.1')) return undefined;
  if (property === 'broker.id') return text('node.id');
  return property === 'node.id' ? text('broker.id') : undefined;
}
