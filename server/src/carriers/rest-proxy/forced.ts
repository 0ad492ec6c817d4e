import type { FrameworkDefault, Ignored } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';

interface Forced extends Ignored {
  readonly role: Role;
  readonly property: string;
  /** Saying the same changes nothing. */
  readonly same?: string;
}

const overridden = { why: 'always-overridden', worksAs: undefined } as const;

/**
 * What the proxy writes over the settings of its clients. An idempotent producer can become unusable for good by one request, so that
 * it has none since 7.1, which came with Kafka 3.1; whoever asks for a consumer names its group. Sources: KafkaRestConfig
 * .getProducerProperties and KafkaConsumerManager.createConsumer of confluentinc/kafka-rest, and its pull request 980.
 */
const forced: readonly Forced[] = [
  { ...overridden, role: 'producer', property: 'enable.idempotence', same: 'false', since: '3.1' },
  { ...overridden, role: 'consumer', property: 'group.id' },
  { ...overridden, role: 'consumer', property: 'request.timeout.ms', same: '30000' },
  { ...overridden, role: 'consumer', property: 'key.deserializer' },
  { ...overridden, role: 'consumer', property: 'value.deserializer' },
];

/** What becomes of a key that the proxy sets itself; undefined where it gets through. `value`: undefined where it is not known. */
export function forcedByProxy(role: Role, property: string, value: string | undefined): Ignored | undefined {
  const found = forced.find(one => one.role === role && one.property === property);
  return found && (found.same === undefined || found.same !== value?.trim().toLowerCase()) ? found : undefined;
}

/** Whether the proxy sets the key itself, so that nobody can write it for the client. */
export function isTakenByProxy(role: Role, property: string): boolean {
  return forced.some(one => one.role === role && one.property === property);
}

/**
 * What the proxy gives its clients where nobody sets the key. Whoever asks for a consumer may say how it commits and where it starts,
 * and what a file says of these holds for those who do not. Source: ConsumerInstanceConfig in createConsumer of KafkaConsumerManager.
 */
export const proxyDefaults: readonly FrameworkDefault[] = [
  { role: 'producer', property: 'enable.idempotence', value: 'false', since: '3.1' },
  { role: 'consumer', property: 'request.timeout.ms', value: '30000' },
  { role: 'consumer', property: 'max.poll.records', value: '30' },
  ...['group.id', 'enable.auto.commit', 'auto.offset.reset'].map(property => ({ role: 'consumer' as const, property, value: undefined })),
];
