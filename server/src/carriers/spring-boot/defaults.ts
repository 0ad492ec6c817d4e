import type { FrameworkDefault, Scope, Setting } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { elementsOf, mayBeSpring, startsWith } from '../shared/names.js';
import { clients } from '../shared/spring-kafka/leaves.js';
import { isOfStreams } from '../shared/spring-kafka/streams.js';

const texts = 'org.apache.kafka.common.serialization.String';

const ofStreams: readonly (readonly [property: string, value: string])[] = [
  ['spring:streams.auto-startup', 'true'],
  ['spring:streams.cleanup.on-startup', 'false'],
  ['spring:streams.cleanup.on-shutdown', 'false'],
];

/** What Spring Boot gives its clients where nobody sets the key: the fields of KafkaProperties and the ContainerProperties of spring-kafka. */
const ofClients: readonly (readonly [role: Role, property: string, value: string])[] = [
  // KafkaMessageListenerContainer.ListenerConsumer#determineAutoCommit, since spring-kafka 2.3
  ['consumer', 'enable.auto.commit', 'false'],
  ['consumer', 'isolation.level', 'read_uncommitted'],
  ['consumer', 'key.deserializer', `${texts}Deserializer`],
  ['consumer', 'value.deserializer', `${texts}Deserializer`],
  ['producer', 'key.serializer', `${texts}Serializer`],
  ['producer', 'value.serializer', `${texts}Serializer`],
  ['producer', 'spring:template.observation-enabled', 'false'],
  ['producer', 'spring:template.close-timeout', '5000'],
  ['producer', 'spring:template.allow-non-transactional', 'false'],
  ['consumer', 'spring:listener.ack-mode', 'batch'],
  ['consumer', 'spring:listener.ack-count', '1'],
  ['consumer', 'spring:listener.ack-time', '5000'],
  ['consumer', 'spring:listener.type', 'single'],
  ['consumer', 'spring:listener.async-acks', 'false'],
  ['consumer', 'spring:listener.concurrency', '1'],
  ['consumer', 'spring:listener.poll-timeout', '5000'],
  ['consumer', 'spring:listener.no-poll-threshold', '3.0'],
  ['consumer', 'spring:listener.idle-between-polls', '0'],
  ['consumer', 'spring:listener.monitor-interval', '30'],
  ['consumer', 'spring:listener.log-container-config', 'false'],
  ['consumer', 'spring:listener.missing-topics-fatal', 'false'],
  ['consumer', 'spring:listener.immediate-stop', 'false'],
  ['consumer', 'spring:listener.auto-startup', 'true'],
  ['consumer', 'spring:listener.observation-enabled', 'false'],
  ['consumer', 'spring:retry.topic.enabled', 'false'],
  ['consumer', 'spring:retry.topic.attempts', '3'],
  ['consumer', 'spring:retry.topic.backoff.delay', '1000'],
  ['admin', 'spring:admin.auto-create', 'true'],
  ['admin', 'spring:admin.fail-fast', 'false'],
  ['admin', 'spring:admin.modify-topic-configs', 'false'],
];

/** The defaults of Spring Boot's own clients, in the base of the file, and those of all clients. */
export function springDefaults(document: Document, base: Scope, settings: readonly Setting[]): readonly FrameworkDefault[] {
  return [
    ...clients.map(role => ({ role, property: 'bootstrap.servers', value: 'localhost:9092' })),
    ...ofClients.map(([role, property, value]) => ({ role, property, value, scope: base })),
    ...idempotent(settings),
    ...ofStreams.map(([property, value]) => ({ role: 'streams' as const, property, value })),
    { role: 'streams', property: 'application.id', value: applicationName(document) },
  ];
}

/** A prefix for transactions turns idempotence on in Spring's own producer. Source: DefaultKafkaProducerFactory#enableIdempotentBehaviour. */
function idempotent(settings: readonly Setting[]): readonly FrameworkDefault[] {
  const transactions = settings.filter(
    ({ property, role, scope }) => role === 'producer' && prefixes.includes(property) && !isOfStreams(scope),
  );
  return transactions.map(({ scope }) => ({ role: 'producer', property: 'enable.idempotence', value: 'true', scope }));
}

const prefixes = ['spring:transaction-id-prefix', 'transactional.id'];

/** Streams has the name of the application if it has no other. Source: KafkaStreamsAnnotationDrivenConfiguration#defaultKafkaStreamsConfig. */
function applicationName({ entries }: Document): string | undefined {
  const isName = ({ path }: Entry): boolean => mayBeSpring(path) && startsWith(elementsOf(path), ['spring', 'application', 'name']);
  const [name, ...more] = entries.filter(isName);
  return name && more.length === 0 && !name.value.includes('${') ? name.value : undefined;
}
