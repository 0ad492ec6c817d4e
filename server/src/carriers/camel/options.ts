import type { FrameworkDefault } from '../../config/setting.js';
import { bare } from '../shared/names.js';
import { spelled } from '../shared/styles.js';

/** The clients that Camel's component for Kafka makes for its routes. */
export const camelRoles = ['producer', 'consumer'] as const;
export type CamelRole = (typeof camelRoles)[number];

const same = (properties: string): Readonly<Record<string, string>> =>
  Object.fromEntries(properties.split(' ').map(property => [property, spelled(property, 'camel')]));

const ofBoth: Readonly<Record<string, string>> = {
  ...same('client.id interceptor.classes metadata.max.age.ms metrics.sample.window.ms receive.buffer.bytes'),
  ...same('reconnect.backoff.max.ms reconnect.backoff.ms retry.backoff.max.ms retry.backoff.ms security.protocol'),
  'bootstrap.servers': 'brokers',
  'connections.max.idle.ms': 'connectionMaxIdleMs',
  'metrics.num.samples': 'noOfMetricsSample',
  'metric.reporters': 'metricReporters',
};

/**
 * The option of the component that says the property; many have the same name. Source: createProducerProperties and
 * createConsumerProperties of org.apache.camel.component.kafka.KafkaConfiguration, and getProps of KafkaProducer and KafkaConsumer.
 */
const options: Readonly<Record<CamelRole, Readonly<Record<string, string>>>> = {
  producer: {
    ...ofBoth,
    ...same('delivery.timeout.ms enable.idempotence key.serializer linger.ms max.block.ms max.request.size partitioner.ignore.keys'),
    ...same('request.timeout.ms retries send.buffer.bytes transactional.id value.serializer'),
    acks: 'requestRequiredAcks',
    'batch.size': 'producerBatchSize',
    'buffer.memory': 'bufferMemorySize',
    'compression.type': 'compressionCodec',
    'max.in.flight.requests.per.connection': 'maxInFlightRequest',
    'partitioner.class': 'partitioner',
  },
  consumer: {
    ...ofBoth,
    ...same('auto.commit.interval.ms auto.offset.reset check.crcs fetch.max.bytes fetch.min.bytes group.id group.instance.id'),
    ...same('heartbeat.interval.ms isolation.level key.deserializer max.partition.fetch.bytes max.poll.interval.ms max.poll.records'),
    ...same('session.timeout.ms value.deserializer'),
    'enable.auto.commit': 'autoCommitEnable',
    'fetch.max.wait.ms': 'fetchWaitMaxMs',
    'partition.assignment.strategy': 'partitionAssignor',
    'request.timeout.ms': 'consumerRequestTimeoutMs',
  },
};

const byOption: Readonly<Record<CamelRole, ReadonlyMap<string, string>>> = {
  producer: reversed('producer'),
  consumer: reversed('consumer'),
};

function reversed(role: CamelRole): ReadonlyMap<string, string> {
  return new Map(Object.entries(options[role]).map(([property, option]) => [bare(option), property]));
}

/** What an option says for that client: `request-required-acks`, `requestRequiredAcks`; undefined if nothing. */
export function propertyOf(option: string, role: CamelRole): string | undefined {
  return byOption[role].get(bare(option));
}

/** The option that says the property for that client, in camel case or else in kebab case; undefined if none does. */
export function optionOf(property: string, role: CamelRole, camelCase: boolean): string | undefined {
  const option = options[role][property];
  return camelCase ? option : option?.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

const given: Readonly<Record<CamelRole, string>> = {
  producer:
    'batch.size=16384 buffer.memory=33554432 compression.type=none delivery.timeout.ms=120000 linger.ms=0 max.block.ms=60000 ' +
    'max.in.flight.requests.per.connection=5 max.request.size=1048576 partitioner.ignore.keys=false send.buffer.bytes=131072 ' +
    'key.serializer=org.apache.kafka.common.serialization.StringSerializer ' +
    'value.serializer=org.apache.kafka.common.serialization.StringSerializer',
  consumer:
    'auto.commit.interval.ms=5000 check.crcs=true fetch.max.bytes=52428800 fetch.max.wait.ms=500 fetch.min.bytes=1 ' +
    'heartbeat.interval.ms=3000 max.partition.fetch.bytes=1048576 session.timeout.ms=45000 ' +
    'partition.assignment.strategy=org.apache.kafka.clients.consumer.RangeAssignor ' +
    'key.deserializer=org.apache.kafka.common.serialization.StringDeserializer ' +
    'value.deserializer=org.apache.kafka.common.serialization.StringDeserializer',
};
const givenToBoth =
  'connections.max.idle.ms=540000 metadata.max.age.ms=300000 metrics.num.samples=2 metrics.sample.window.ms=30000 ' +
  'receive.buffer.bytes=65536 reconnect.backoff.max.ms=1000 reconnect.backoff.ms=50 request.timeout.ms=30000 ' +
  'retry.backoff.max.ms=1000 retry.backoff.ms=100 security.protocol=PLAINTEXT';

/** What the address of a route says as often as the component: nobody knows it here. */
const inAddresses: Readonly<Record<CamelRole, string>> = {
  producer: 'acks enable.idempotence retries transactional.id',
  consumer: 'group.id group.instance.id enable.auto.commit auto.offset.reset isolation.level',
};

/** What Camel gives its clients where no option says it. Source: the fields of KafkaConfiguration. */
export const camelDefaults: readonly FrameworkDefault[] = camelRoles.flatMap(role => [
  ...`${given[role]} ${givenToBoth}`.split(' ').map((pair): FrameworkDefault => {
    const [property = '', value] = pair.split('=');
    return { role, property, value };
  }),
  ...inAddresses[role].split(' ').map(property => ({ role, property, value: undefined })),
]);
