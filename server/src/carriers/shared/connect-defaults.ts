import type { FrameworkDefault, Ignored, Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';

const ByteArray = 'org.apache.kafka.common.serialization.ByteArray';
const inFlight = 'max.in.flight.requests.per.connection';

/** Since the patches in which Connect answered to clients that are idempotent by default. */
const notIdempotent = (scope: Scope): readonly FrameworkDefault[] => [
  { role: 'producer', scope, property: 'enable.idempotence', value: 'false', since: '3.0.2', before: '3.1' },
  { role: 'producer', scope, property: 'enable.idempotence', value: 'false', since: '3.1.1' },
];

/**
 * What a worker gives the clients of its tasks where nobody sets the key. Sources: baseProducerConfigs, baseConsumerConfigs and
 * exactlyOnceSourceTaskProducerConfigs of org.apache.kafka.connect.runtime.Worker, asked in every version since 2.3.
 */
export function taskDefaults(scope: Scope, exactlyOnce: boolean): readonly FrameworkDefault[] {
  const producer = { role: 'producer', scope } as const;
  const consumer = { role: 'consumer', scope } as const;
  return [
    { ...producer, property: 'key.serializer', value: `${ByteArray}Serializer` },
    { ...producer, property: 'value.serializer', value: `${ByteArray}Serializer` },
    { ...producer, property: 'acks', value: 'all' },
    { ...producer, property: inFlight, value: '1' },
    { ...producer, property: 'max.block.ms', value: '9223372036854775807' },
    { ...producer, property: 'delivery.timeout.ms', value: '2147483647' },
    { ...producer, property: 'request.timeout.ms', value: '2147483647', before: '3.0' },
    ...notIdempotent(scope),
    ...(exactlyOnce ? [{ ...producer, property: 'enable.idempotence', value: 'true', since: '3.3' }] : []),
    { ...consumer, property: 'key.deserializer', value: `${ByteArray}Deserializer` },
    { ...consumer, property: 'value.deserializer', value: `${ByteArray}Deserializer` },
    { ...consumer, property: 'auto.offset.reset', value: 'earliest' },
    { ...consumer, property: 'enable.auto.commit', value: 'false' },
  ];
}

/**
 * What a distributed worker gives the clients of its own topics, whatever its file says. Sources: createProducer and createConsumer of
 * org.apache.kafka.connect.util.KafkaBasedLog, configure of KafkaOffsetBackingStore.
 */
export function internalDefaults(scope: Scope, exactlyOnce: boolean): readonly FrameworkDefault[] {
  return [
    { role: 'producer', scope, property: 'key.serializer', value: `${ByteArray}Serializer` },
    { role: 'producer', scope, property: 'value.serializer', value: `${ByteArray}Serializer` },
    { role: 'producer', scope, property: 'acks', value: 'all' },
    { role: 'producer', scope, property: inFlight, value: '1' },
    { role: 'producer', scope, property: 'delivery.timeout.ms', value: '2147483647' },
    ...notIdempotent(scope),
    { role: 'consumer', scope, property: 'key.deserializer', value: `${ByteArray}Deserializer` },
    { role: 'consumer', scope, property: 'value.deserializer', value: `${ByteArray}Deserializer` },
    { role: 'consumer', scope, property: 'auto.offset.reset', value: 'earliest' },
    { role: 'consumer', scope, property: 'enable.auto.commit', value: 'false' },
    ...(exactlyOnce ? [{ role: 'consumer', scope, property: 'isolation.level', value: 'read_committed', since: '3.3' } as const] : []),
  ];
}

interface Forced {
  readonly role: Role;
  readonly property: string;
  /** Saying this changes nothing. */
  readonly same: readonly string[];
  readonly since?: string;
}

const overInternal: readonly Forced[] = [
  { role: 'producer', property: 'acks', same: ['all', '-1'] },
  { role: 'producer', property: inFlight, same: ['1'] },
  { role: 'producer', property: 'delivery.timeout.ms', same: ['2147483647'] },
  { role: 'producer', property: 'enable.idempotence', same: ['false'], since: '3.0.2' },
  { role: 'producer', property: 'key.serializer', same: [] },
  { role: 'producer', property: 'value.serializer', same: [] },
  { role: 'consumer', property: 'key.deserializer', same: [] },
  { role: 'consumer', property: 'value.deserializer', same: [] },
  { role: 'consumer', property: 'auto.offset.reset', same: ['earliest'] },
  { role: 'consumer', property: 'enable.auto.commit', same: ['false'] },
];
const withExactlyOnce: readonly Forced[] = [{ role: 'consumer', property: 'isolation.level', same: ['read_committed'], since: '3.3' }];
const overTasksWithExactlyOnce: readonly Forced[] = [
  { role: 'producer', property: 'enable.idempotence', same: ['true'], since: '3.3' },
  { role: 'producer', property: 'transactional.id', same: [], since: '3.3' },
];

/** What becomes of a bare key that the worker sets itself for the clients of its own topics; undefined where it gets through. */
export function forcedInternally(role: Role, property: string, value: string | undefined, exactlyOnce: boolean): Ignored | undefined {
  const ignored = ignoredBy([...overInternal, ...(exactlyOnce ? withExactlyOnce : [])], role, property, value);
  return ignored && { ...ignored, worksAs: worksAs(role, property, value) };
}

/** What becomes of a key for the clients of tasks that the worker sets itself; undefined where it gets through. */
export function forcedOnTasks(role: Role, property: string, value: string | undefined, exactlyOnce: boolean): Ignored | undefined {
  return exactlyOnce ? ignoredBy(overTasksWithExactlyOnce, role, property, value) : undefined;
}

/** Whether a bare key reaches no client of the worker's own topics. */
export function isTakenInternally(role: Role, property: string): boolean {
  return overInternal.some(one => one.role === role && one.property === property);
}

function ignoredBy(forced: readonly Forced[], role: Role, property: string, value: string | undefined): Ignored | undefined {
  const found = forced.find(one => one.role === role && one.property === property);
  if (!found || found.same.includes(value?.trim().toLowerCase() ?? '')) return undefined;
  return { why: 'always-overridden', worksAs: undefined, ...(found.since === undefined ? {} : { since: found.since }) };
}

/** Values that protect, and that their writer wants to hold where records are read and written. */
const protective: Readonly<Record<string, RegExp>> = {
  acks: /^(all|-1)$/,
  'enable.idempotence': /^true$/i,
  'auto.offset.reset': /^earliest$/,
  'enable.auto.commit': /^false$/i,
};

/** Where a key that reaches no client would work: undefined for a value that had better not. */
export function worksAs(role: Role, property: string, value: string | undefined): Ignored['worksAs'] {
  return protective[property]?.test(value?.trim() ?? '') === true ? { role, property } : undefined;
}
