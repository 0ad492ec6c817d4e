import type { FrameworkDefault, Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { elementsOf, mayBeSpring, startsWith } from '../shared/names.js';
import type { Application } from './application.js';
import { deserializationHandler } from './streams-sections.js';

const bytes = 'org.apache.kafka.common.serialization.ByteArray';

/**
 * What the binder gives every consumer where nobody sets the key. Sources: createConsumerConfigs of
 * org.springframework.cloud.stream.binder.kafka.utils.BindingUtils, KafkaBinderEnvironmentPostProcessor for the deserializers, the fields
 * of KafkaConsumerProperties and ConsumerProperties, and ContainerProperties of spring-kafka.
 */
const ofConsumer: Readonly<Record<string, string | undefined>> = {
  'bootstrap.servers': 'localhost:9092',
  'key.deserializer': `${bytes}Deserializer`,
  'value.deserializer': `${bytes}Deserializer`,
  'enable.auto.commit': 'false',
  'auto.commit.interval.ms': '100',
  // Spring Boot's own default, which the binder hands on
  'isolation.level': 'read_uncommitted',
  'spring:listener.ack-mode': 'batch',
  'spring:listener.ack-count': '1',
  'spring:listener.ack-time': '5000',
  'spring:listener.async-acks': 'false',
  'spring:listener.concurrency': '1',
};

/** Only of a binding: the binder itself has nothing of the kind. */
const ofInput: Readonly<Record<string, string | undefined>> = {
  'scs:consumer.max-attempts': '3',
  'scs:consumer.enable-dlq': 'false',
  'scs:consumer.auto-commit-on-error': 'false',
  'scs:consumer.reset-offsets': 'false',
  'scs:consumer.reactive-auto-commit': 'false',
  'scs:consumer.reactive-at-most-once': 'false',
};

/** Sources: createProducerConfigs of BindingUtils, and the fields of KafkaProducerProperties. */
const ofProducer: Readonly<Record<string, string | undefined>> = {
  'bootstrap.servers': 'localhost:9092',
  'key.serializer': `${bytes}Serializer`,
  'value.serializer': `${bytes}Serializer`,
  'batch.size': '16384',
  'linger.ms': '0',
  'compression.type': 'none',
};

/**
 * `required-acks` is 1 in every version up to 5.0.1 and all since 5.0.2. Those before 5.0 come with clients of Kafka before 4.0; of what
 * comes with 4.1 nobody knows here which it is.
 */
const acks: readonly Omit<FrameworkDefault, 'scope'>[] = [
  { role: 'producer', property: 'acks', value: '1', before: '4.1' },
  { role: 'producer', property: 'acks', value: 'all', since: '4.1' },
];

const ofOutput: Readonly<Record<string, string | undefined>> = {
  'scs:producer.sync': 'false',
  'scs:producer.error-channel-enabled': 'false',
};

/** Where Spring Boot finds no other, as in an environment without what the binder adds to the one of the application. */
const texts = 'org.apache.kafka.common.serialization.String';
const textsRead = { 'key.deserializer': `${texts}Deserializer`, 'value.deserializer': `${texts}Deserializer` };
const textsWritten = { 'key.serializer': `${texts}Serializer`, 'value.serializer': `${texts}Serializer` };

/** What all clients of a binder have. `inherits`: it has the environment of the application. */
export function binderDefaults(scope: Scope, inherits: boolean): readonly FrameworkDefault[] {
  return [
    ...defaultsIn(scope, 'consumer', inherits ? ofConsumer : { ...ofConsumer, ...textsRead }),
    ...defaultsIn(scope, 'producer', inherits ? ofProducer : { ...ofProducer, ...textsWritten }),
    ...defaultsIn(scope, 'admin', { 'bootstrap.servers': 'localhost:9092' }),
    ...acks.map(one => ({ ...one, scope })),
  ];
}

/** `group`: whether the binding names its group; without one it starts at the end of its topics, under a name that is new each time. */
export function inputDefaults(scope: Scope, named: boolean): readonly FrameworkDefault[] {
  return defaultsIn(scope, 'consumer', { ...ofInput, 'auto.offset.reset': named ? 'earliest' : 'latest' });
}

export function outputDefaults(scope: Scope): readonly FrameworkDefault[] {
  return defaultsIn(scope, 'producer', ofOutput);
}

/** The prefix makes the producers transactional, and so idempotent. Source: DefaultKafkaProducerFactory#enableIdempotentBehaviour. */
export function transactionDefaults(scope: Scope): readonly FrameworkDefault[] {
  return defaultsIn(scope, 'producer', { 'enable.idempotence': 'true' });
}

/** Of Kafka Streams’ own dead letters. Source: getProducerFactory of KafkaStreamsBinderUtils. */
export function streamsDeadLetterDefaults(scope: Scope): readonly FrameworkDefault[] {
  return [
    ...defaultsIn(scope, 'producer', { ...ofProducer, retries: '0', 'buffer.memory': '33554432' }),
    ...acks.map(one => ({ ...one, scope })),
  ];
}

function defaultsIn(scope: Scope, role: Role, values: Readonly<Record<string, string | undefined>>): readonly FrameworkDefault[] {
  return Object.entries(values).map(([property, value]) => ({ role, property, value, scope }));
}

/** Sources: streamConfigGlobalProperties of KafkaStreamsBinderSupportAutoConfiguration, and buildStreamsBuilderAndRetrieveConfig. */
export function streamsDefaults({ document }: Application, name: string, scope: Scope): readonly FrameworkDefault[] {
  const bytes = 'org.apache.kafka.common.serialization.Serdes$ByteArraySerde';
  const application = document.entries.filter(
    ({ path }) => mayBeSpring(path) && startsWith(elementsOf(path), ['spring', 'application', 'name']),
  );
  const [first] = application;
  const values: Readonly<Record<string, string | undefined>> = {
    'application.id': first ? (application.length === 1 && !first.value.includes('${') ? first.value : undefined) : `${name}-applicationId`,
    'bootstrap.servers': 'localhost:9092',
    'default.key.serde': bytes,
    'default.value.serde': bytes,
    'replication.factor': '-1',
    [deserializationHandler]: 'logAndFail',
  };
  // the binder hands what Spring Boot has by default on to the clients inside
  const inside: readonly FrameworkDefault[] = [
    { role: 'consumer', property: 'isolation.level', value: 'read_uncommitted', scope },
    ...(['consumer', 'producer', 'admin'] as const).map(role => ({ role, property: 'bootstrap.servers', value: 'localhost:9092', scope })),
  ];
  return [...Object.entries(values).map(([property, value]) => ({ role: 'streams' as const, property, value, scope })), ...inside];
}
