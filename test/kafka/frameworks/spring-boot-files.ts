import { versionOf } from '../../../server/src/analysis/options.js';
import { isNames, type LeafType } from '../../../server/src/carriers/shared/spring-kafka/convert.js';
import { leaves, type Leaf } from '../../../server/src/carriers/shared/spring-kafka/leaves.js';
import { existsIn, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Property, Role } from '../../../server/src/kafka/property.js';
import { randomOf, type Random } from '../differential/random.js';
import { edgeValue, usualValue } from '../differential/values.js';
import type { Case } from './comparison.js';
import { bootVersions, kafkaOf } from './spring-boot-versions.js';
import { bare, conditions, propertiesText, spelled, yamlText, type Line } from './spring-text.js';

/** What people write into the file of an application, most of it right; the same for the same random numbers. */
export function generate(next: () => number): Case {
  const random = randomOf(next);
  const boot = random.chance(0.6) ? '3.5' : random.pick(bootVersions);
  const streams = random.chance(0.3);
  const version = { path: 'application.yml', text: '', circumstances: { boot } };
  const documents = [linesOf(random, kafkaOf(version), streams)];
  const asked = random.some(conditions, 0.25);
  if (random.chance(0.1)) asked.push(['', '', '']);
  documents.push(...asked.map(() => linesOf(random, kafkaOf(version), streams).slice(0, 4)));
  if (streams) documents[0]?.push({ words: ['spring', 'kafka', 'streams', 'application-id'], value: 'orders' });
  const conditional = asked.filter(([condition]) => condition !== '');
  const active = conditional.length > 0 && random.chance(0.7) ? random.pick(conditional) : undefined;
  const ofFile = random.chance(0.1) && asked.length === 0;
  const circumstances = {
    boot,
    ...(streams ? { streams: 'yes' } : {}),
    ...(active ? { profiles: active[1], scope: active[2] } : {}),
    ...(ofFile ? { profiles: 'eu' } : {}),
  };
  const named = documents.map((lines, i) => ({ lines, condition: asked[i - 1]?.[0] ?? '' }));
  const properties = random.chance(0.4);
  const name = ofFile ? 'application-eu' : 'application';
  return {
    path: `${name}.${properties ? 'properties' : random.pick(['yml', 'yml', 'yaml'])}`,
    text: named
      .map(one => (properties ? propertiesText : yamlText)(random, one.lines, one.condition))
      .join(properties ? '#---\n' : '---\n'),
    circumstances,
  };
}

function linesOf(random: Random, kafka: string, streams: boolean): Line[] {
  const lines: Line[] = [];
  for (let left = 1 + random.below(9); left > 0; left--) {
    const line = random.chance(0.45)
      ? leafLine(random, streams)
      : random.chance(0.85)
        ? mapLine(random, kafka, streams)
        : strayLine(random);
    if (!lines.some(other => bare(other) === bare(line))) lines.push(line);
  }
  return random.chance(0.15) ? withReference(random, lines) : lines;
}

/** The value of a line in a key of the application's own, to which the line refers. */
function withReference(random: Random, lines: readonly Line[]): Line[] {
  const [first, ...others] = lines;
  if (!first || /^["[]/.test(first.value)) return [...lines];
  const [name, words] = random.pick([
    ['app.kafka-value', ['app', 'kafka-value']],
    ['app.kafka-value', ['app', 'kafkaValue']],
    ['app.kafkaValue', ['app', 'kafkaValue']],
    ['app.kafkaValue', ['app', 'kafka-value']],
  ] as const);
  const reference = random.pick([`\${${name}}`, `\${${name}:${first.value}}`, `\${NOBODY_SETS_THIS:\${${name}:${first.value}}}`]);
  return [{ ...first, value: reference }, ...others, { words, value: first.value }];
}

const written: readonly Leaf[] = leaves.filter(
  ({ type, path }) => type !== 'resource' && !path.includes('ssl') && !path.includes('security') && path[0] !== 'retry',
);

/** A line for a leaf of Spring Boot. */
export function leafLine(random: Random, streams: boolean): Line {
  const leaf = random.pick(written.filter(({ roles }) => streams || roles[0] !== 'streams' || roles.length > 1));
  const words = ['spring', 'kafka', ...leaf.path.map(word => spelled(random, word))];
  return { words, value: random.chance(0.03) ? random.pick(wrong) : leafValue(random, leaf) };
}

const wrong = ['maybe', '5 s', '1.5MB', '10 Minuten', '-', 'a b', '"5.7"', '99999999999999'];
const strings = 'org.apache.kafka.common.serialization.';

function leafValue(random: Random, { property, type, path }: Leaf): string {
  if (property.endsWith('serializer')) {
    const kind = property.endsWith('deserializer') ? 'Deserializer' : 'Serializer';
    return `${strings}${random.pick(['String', 'ByteArray', 'Long'])}${kind}`;
  }
  if (property === 'acks') return random.pick(['all', '-1', '"1"', '1', '0', 'all', 'all']);
  if (property === 'auto.offset.reset') return random.pick(['earliest', 'latest', 'none']);
  if (property === 'compression.type') return random.pick(['lz4', 'none', 'zstd']);
  if (path.at(-1) === 'replication-factor') return random.pick(['3', '-1', '2', '1']);
  return valueOfType(random, type);
}

function valueOfType(random: Random, type: LeafType): string {
  if (isNames(type))
    return random.pick(type.flatMap(name => [name, name.toUpperCase(), name.replace('-', '_'), name.replace('_', '-'), `"${name}"`]));
  switch (type) {
    case 'list':
      return random.pick(['kafka1:9092', 'kafka1:9092,kafka2:9092', '"kafka1:9092, kafka2:9092"', '[kafka1:9092, kafka2:9092]']);
    case 'boolean':
      return random.pick(['true', 'false', 'true', 'false', 'yes', 'off', 'TRUE', '"1"', '"no"']);
    case 'whole':
      return random.pick(['3', '10', '500', '2147483647', '1_000', '0x1F4', '012', '"500"', '5.0', '" 7 "', '+5']);
    case 'decimal':
      return random.pick(['3', '2.5', '"1.5"', '10']);
    case 'text':
    case 'resource':
      return random.pick(['orders', 'orders-1', '007', '"007"', 'a.b', '12', 'yes', '3.10', 'Orders Group']);
    default:
      return 'size' in type
        ? random.pick(['16384', '64KB', '1MB', '1 MB', '"32KB"', '5GB', '0x400', '512B'])
        : random.pick(['5s', '500ms', '1000', 'PT10S', '2m', '"3s"', '10S', '1h', 'PT0.5S', '7']);
  }
}

/** Keys that decide about durability, so that they come up often. */
const often: Readonly<Partial<Record<Role, readonly string[]>>> = {
  producer: [
    'acks=all',
    'acks=1',
    'retries=3',
    'enable.idempotence=true',
    'enable.idempotence=false',
    'linger.ms=5',
    'delivery.timeout.ms=120000',
    'max.in.flight.requests.per.connection=5',
    'key.serializer=org.apache.kafka.common.serialization.LongSerializer',
  ],
  consumer: [
    'enable.auto.commit=true',
    'enable.auto.commit=false',
    'auto.offset.reset=latest',
    'isolation.level=read_committed',
    'group.id=g',
    'max.poll.records=50',
    'session.timeout.ms=30000',
    'value.deserializer=org.apache.kafka.common.serialization.LongDeserializer',
  ],
  admin: ['request.timeout.ms=20000', 'client.id=a'],
  streams: [
    'processing.guarantee=exactly_once_v2',
    'num.stream.threads=2',
    'replication.factor=3',
    'producer.acks=all',
    'consumer.auto.offset.reset=latest',
    'num.standby.replicas=1',
    'main.consumer.max.poll.records=7',
    'commit.interval.ms=100',
  ],
};

/** A line in a map of Spring Boot, whose keys are those of Kafka. */
export function mapLine(random: Random, kafka: string, streams: boolean): Line {
  const section = random.pick(['', 'producer', 'consumer', 'admin', ...(streams ? ['streams', 'streams'] : [])]);
  const role = section === '' ? random.pick(['producer', 'consumer', 'admin'] as const) : (section as Role);
  const [key, value] = settingOf(random, role, kafka, section === 'streams');
  const head = ['spring', 'kafka', ...(section === '' ? [] : [section])];
  const parts = random.chance(0.2) ? [`[${key}]`] : random.chance(0.3) ? key.split('.') : [key];
  return { words: [...head, random.chance(0.95) ? 'properties' : 'Properties', ...parts], value };
}

/** A key of Kafka with a value that it mostly takes. */
export function settingOf(random: Random, role: Role, kafka: string, inStreams: boolean): readonly [string, string] {
  if (random.chance(0.5)) {
    const [key = '', value = ''] = random.pick(often[role] ?? []).split('=');
    return [key, value];
  }
  const version = versionOf(kafka);
  const usual = (one: Property): boolean =>
    existsIn(one, version) &&
    !['class', 'password', 'list'].includes(one.type) &&
    !/ssl|sasl|security|bootstrap|metadata\.(recovery|cluster)/.test(one.name);
  const property = random.pick(propertiesOf(role).filter(usual));
  const value = random.chance(0.95) ? usualValue(property, version, random) : edgeValue(property, version, random);
  const plain = /^[\w:.-]+$/.test(value) ? value : 'a';
  return [inStreams && role !== 'streams' ? `${role}.${property.name}` : property.name, plain];
}

/** Keys in the wrong place, and others that are nothing of Kafka's. */
function strayLine(random: Random): Line {
  const key = random.pick([
    ...['producer.enable-idempotence=true', 'producer.delivery-timeout=30s', 'consumer.session-timeout-ms=5000', 'producer.group-id=x'],
    ...['consumer.acks=all', 'consumer.ack-mode=manual', 'listener.max-poll-records=5', 'template.acks=all', 'producer.client.id=x'],
    ...[
      'topic=orders',
      'topics.orders=orders',
      'schema-registry-url=http://registry',
      'consumer.topic=orders',
      'streams.num-stream-threads=3',
    ],
    ...['listener.ackmode=record', 'consumer.properties.schema.registry.url=http://x', 'producer.acks.level=1', 'jaas.enabled=false'],
    ...['retry.topic.enabled=false', 'retry.topic.attempts=5', 'retry.topic.backoff.delay=3s'],
  ]);
  const [path = '', value = ''] = key.split('=');
  return { words: ['spring', 'kafka', ...path.split('.')], value };
}
