import { findProperty } from '../../kafka/catalogue/catalogue.js';
import type { Property } from '../../kafka/property.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document } from '../../syntax/syntax.js';
import { wordedKeys, type HeldKey } from '../shared/containers.js';
import { bare } from '../shared/names.js';
import { styleIn, type ClientSection, type Dialect } from './client-section.js';
import { clientRoles, fits, spelled, type ClientRole } from './keys.js';

/**
 * Options of Camel's component for Kafka that have another name than the key that they set, and those with the same.
 * Source: org.apache.camel.component.kafka.KafkaConfiguration (4.14.0), asked by reflection and recorded in
 * `test/conformance/recorded/camel.jsonl`; `brokers`, `groupId` and `groupInstanceId` are added by KafkaProducer and KafkaConsumer.
 */
const forBoth: Readonly<Record<string, string>> = {
  'bootstrap.servers': 'brokers',
  'connections.max.idle.ms': 'connectionMaxIdleMs',
  'metrics.num.samples': 'noOfMetricsSample',
  'metric.reporters': 'metricReporters',
  ...asTheyAre([
    ...['client.id', 'interceptor.classes', 'metadata.max.age.ms', 'metrics.sample.window.ms', 'receive.buffer.bytes'],
    ...['reconnect.backoff.max.ms', 'reconnect.backoff.ms', 'retry.backoff.max.ms', 'retry.backoff.ms', 'security.protocol'],
  ]),
};
const options: Readonly<Record<ClientRole, Readonly<Record<string, string>>>> = {
  producer: {
    ...forBoth,
    acks: 'requestRequiredAcks',
    'batch.size': 'producerBatchSize',
    'buffer.memory': 'bufferMemorySize',
    'compression.type': 'compressionCodec',
    'max.in.flight.requests.per.connection': 'maxInFlightRequest',
    'partitioner.class': 'partitioner',
    ...asTheyAre([
      ...['delivery.timeout.ms', 'enable.idempotence', 'key.serializer', 'linger.ms', 'max.block.ms', 'max.request.size'],
      ...['partitioner.ignore.keys', 'request.timeout.ms', 'retries', 'send.buffer.bytes', 'transactional.id', 'value.serializer'],
    ]),
  },
  consumer: {
    ...forBoth,
    'enable.auto.commit': 'autoCommitEnable',
    'fetch.max.wait.ms': 'fetchWaitMaxMs',
    'partition.assignment.strategy': 'partitionAssignor',
    'request.timeout.ms': 'consumerRequestTimeoutMs',
    ...asTheyAre([
      ...['auto.commit.interval.ms', 'auto.offset.reset', 'check.crcs', 'fetch.max.bytes', 'fetch.min.bytes', 'group.id'],
      ...['group.instance.id', 'heartbeat.interval.ms', 'isolation.level', 'key.deserializer', 'max.partition.fetch.bytes'],
      ...['max.poll.interval.ms', 'max.poll.records', 'session.timeout.ms', 'value.deserializer'],
    ]),
  },
};

function asTheyAre(properties: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(properties.map(property => [property, spelled(property, 'camel')]));
}

const byOption: Readonly<Record<ClientRole, ReadonlyMap<string, string>>> = {
  producer: reversed('producer'),
  consumer: reversed('consumer'),
};

function reversed(role: ClientRole): ReadonlyMap<string, string> {
  return new Map(Object.entries(options[role]).map(([property, option]) => [bare(option), property]));
}

function propertyOf(option: string, role: ClientRole): Property | undefined {
  const property = byOption[role].get(bare(option));
  return property === undefined ? undefined : findProperty(role, property);
}

/** Camel's names, as `requestRequiredAcks` or as `request-required-acks`. */
const camels: Dialect = {
  propertyOf: ({ key }, role) => propertyOf(key, role),
  keyOf: (property, role, style) => {
    const option = options[role][property];
    if (option === undefined || style === 'camel') return option;
    return option.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  },
};

/** Where Camel finds its component; up to Camel 2 the options stood one step further inside. */
const component = /^camel\ncomponent\nkafka(\nconfiguration)?$/;
/** Whether a text may have such keys: flat, or from key to key. */
export const mayBeCamel = /(^|[\n"'])camel(\.component\.kafka|["']?\s*:|\.component["']?\s*:)/;

/** The options of Camel's component for Kafka: they hold for every route whose address says nothing else. */
export function camelSections(document: Document): readonly ClientSection[] {
  const entries = document.entries.filter(({ path }) => path.slice(0, 1).map(textOf).join('').startsWith('camel'));
  const containers = new Map<string, { readonly part: number; readonly path: readonly string[]; readonly held: HeldKey[] }>();
  for (const { entry, words, listed } of wordedKeys({ ...document, entries })) {
    const [path, key = ''] = [words.slice(0, -1), words.at(-1)];
    const property = component.test(path.join('\n')) ? readersOf(key)[0] : undefined;
    if (!property) continue;
    const id = `${entry.part} ${path.length}`;
    const container = containers.get(id) ?? { part: entry.part, path, held: [] };
    container.held.push({ entry, key, property: property.name, listed });
    containers.set(id, container);
  }
  return [...containers.values()].flatMap((container): readonly ClientSection[] => {
    const { held } = container;
    const roles = clientRoles.filter(role => held.some(one => tells(one, role)));
    const evidence = held.filter(one => roles.some(role => tells(one, role)));
    const style = styleIn(held) === 'camel' ? 'camel' : 'kebab';
    return roles.length === 0 ? [] : [{ container, roles, style, evidence, dialect: camels }];
  });
}

/** What the option is for each client that has it. */
function readersOf(key: string): readonly Property[] {
  return clientRoles.flatMap(role => propertyOf(key, role) ?? []);
}

/** Whether the option is one of that client alone, and its value may be meant for it. */
function tells({ entry, key, property, listed }: HeldKey, role: ClientRole): boolean {
  return !listed && readersOf(key).length === 1 && propertyOf(key, role) !== undefined && fits(entry.value, property);
}
