import { propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { allWords, librdkafkaProperty, type LibrdkafkaProperty } from '../../../server/src/kafka/frameworks/librdkafka.js';
import { randomOf, type Random } from '../differential/random.js';
import type { Case } from './comparison.js';
import { BootstrapServers, brokers, forDotnet, inJson, inYaml, one } from './librdkafka-cases.js';
import { classOf, clients, type Client, type Pair } from './librdkafka-files.js';

/** What needs files, other machines or a build that has them, what only programs set, and what prints itself in another way. */
export const leftOut =
  /^(ssl\.|https\.|sasl\.|security\.|enable\.(ssl|sasl)|plugin\.|test\.mock|builtin|debug$|enabled_events$|log|client\.software|broker\.version|topic\.blacklist|internal\.|enable_sasl|bootstrap\.servers$|socket\.keepalive)/;

/** Pairs that librdkafka compares, so that they come up often. */
const often: Readonly<Record<Client, readonly string[]>> = {
  producer: [
    ...['enable.idempotence=true', 'enable.idempotence=false', 'transactional.id=t', 'acks=1', 'acks=all', 'retries=0', 'max.in.flight=5'],
    ...['message.timeout.ms=60000', 'linger.ms=100', 'delivery.timeout.ms=100', 'transaction.timeout.ms=90000', 'socket.timeout.ms=60000'],
    ...['enable.gapless.guarantee=true', 'queuing.strategy=lifo', 'queue.buffering.backpressure.threshold=2', 'reconnect.backoff.ms=20000'],
  ],
  consumer: [
    ...['group.id=g', 'group.protocol=consumer', 'group.protocol=classic', 'session.timeout.ms=6000', 'max.poll.interval.ms=5000'],
    ...['fetch.max.bytes=2000000', 'message.max.bytes=3000000', 'receive.message.max.bytes=1000000', 'fetch.min.bytes=0'],
    ...[
      'heartbeat.interval.ms=1000',
      'partition.assignment.strategy=roundrobin',
      'reconnect.backoff.max.ms=50',
      'enable.auto.commit=false',
    ],
  ],
};

/** A file of any kind for one of the two clients. */
export function generate(next: () => number): Case {
  const random = randomOf(next);
  const client = random.pick(clients);
  const kind = random.pick(['properties', 'properties', 'yaml', 'json', 'dotnet'] as const);
  if (kind === 'dotnet') return generatedForDotnet(client, random);
  const pairs = generatedPairs(client, random);
  if (kind === 'properties') return one(client, '', ...pairs.map(([key, value]) => `${key}${random.pick(separators)}${value}`));
  const file = kind === 'json' ? inJson(client, '', nestedIn(client, pairs, random)) : generatedYaml(client, pairs, random);
  // of keys for all clients nobody knows whose they are, unless the name says it
  return { ...file, path: file.path.replace('kafka.', `kafka-${client}.`) };
}

const separators = ['=', '=', '=', ' = ', ': ', ' '];

/** Keys with values, some of them pairs that librdkafka compares. */
function generatedPairs(client: Client, random: Random): readonly Pair[] {
  const own = propertiesOf(`librdkafka-${client}`).filter(({ name }) => !leftOut.test(name));
  return Array.from({ length: 1 + random.below(8) }, (): Pair => {
    if (random.chance(0.2)) {
      const [key = '', value = ''] = random.pick(often[client]).split('=');
      return [key, value];
    }
    const property = librdkafkaProperty(random.pick(own).name);
    if (!property) throw new Error('The catalogue has a property that librdkafka has not.');
    return [random.pick(property.names), valueFor(property, random)];
  });
}

/** The pairs in the sections that people make: at the top, below `kafka` or below the client, with brokers there or around. */
function nestedIn(client: Client, pairs: readonly Pair[], random: Random): object {
  const bare = (value: string): unknown =>
    random.chance(0.5) && /^(true|false|0|-?[1-9]\d{0,8})$/.test(value) ? JSON.parse(value) : value;
  const topics = pairs.filter(([key]) => random.chance(0.3) && /^auto\.offset\.reset$|acks$/.test(key));
  const inTopic = Object.fromEntries(topics.map(([key, value]) => [key, bare(value)]));
  const own = Object.fromEntries(pairs.filter(pair => !topics.includes(pair)).map(([key, value]) => [key, bare(value)]));
  const section = topics.length > 0 ? { ...own, [random.pick(['topic', 'default.topic.config'])]: inTopic } : own;
  switch (random.below(4)) {
    case 0:
      return { ...brokers, ...section };
    case 1:
      return { kafka: { ...brokers, ...section } };
    case 2:
      return { logging: { level: 'debug' }, [client]: { ...brokers, ...section } };
    default:
      return { kafka: { ...brokers, [client]: section } };
  }
}

function generatedYaml(client: Client, pairs: readonly Pair[], random: Random): Case {
  const lines = (map: object, indent: string): readonly string[] =>
    Object.entries(map).flatMap(([key, value]: readonly [string, unknown]) => {
      if (typeof value === 'object' && value !== null) return [`${indent}${key}:`, ...lines(value, `${indent}  `)];
      return [`${indent}${key}: ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`];
    });
  return inYaml(client, '', ...lines(nestedIn(client, pairs, random), ''));
}

/** A section that is bound to a class: names of the class, values of the kinds that .NET takes for them. */
function generatedForDotnet(client: Client, random: Random): Case {
  const own = classOf(client).filter(({ key }) => !leftOut.test(key) && !/^dotnet|^(metadata\.request|topic\.blacklist)/.test(key));
  const chosen = Array.from({ length: 1 + random.below(8) }, () => random.pick(own));
  const section = chosen.map(({ name, key, members }): readonly [string, unknown] => {
    if (members.length > 0) {
      const place = random.below(members.length);
      const member = members[place] ?? '';
      const number = name === 'Acks' ? [0, 1, -1][place] : place;
      return [name, random.pick([member, member, member.toLowerCase(), number])];
    }
    const property = librdkafkaProperty(key);
    if (!property) throw new Error(`librdkafka has no ${key}.`);
    const value = valueFor(property, random);
    if (property.type === 'bool') return [name, random.pick([true, false, 'True', 'false'])];
    return [name, /^-?[1-9]\d{0,8}$/.test(value) && random.chance(0.7) ? Number(value) : /^[\w.-]+$/.test(value) ? value : '5'];
  });
  const all = { ...Object.fromEntries(section), ...(random.chance(0.3) ? { Topic: 'orders', Retries: 3 } : {}) };
  const title = client === 'producer' ? 'Producer' : 'Consumer';
  const Kafka = random.chance(0.5) ? { BootstrapServers, [title]: all } : { [title]: { BootstrapServers, ...all } };
  return forDotnet(client, '', { Logging: { LogLevel: { Default: 'Information' } }, Kafka });
}

function valueFor({ name, type, least, most, words }: LibrdkafkaProperty, random: Random): string {
  if (random.chance(0.01)) return random.pick(['', 'x', '-', '1e3']);
  switch (type) {
    case 'bool':
      return random.pick(['true', 'false', 'TRUE', 'F', '1', '0', ...(random.chance(0.1) ? ['yes'] : [])]);
    case 'int': {
      const inside = least + random.below(Math.min(most - least, 10_000_000) + 1);
      const odd = [String(least - 1), String(most + 1), '0x10', `+${inside}`, `${inside} ms`, ...allWords(words)];
      return random.chance(0.06) ? random.pick(odd) : random.pick([String(inside), String(inside), String(least), String(most)]);
    }
    case 'double':
      return random.pick(['0', '0.25', '10', '900000', '900001', '1e2']);
    case 'word':
    case 'flags': {
      const word = random.pick(allWords(words));
      return random.chance(0.2) ? word.toUpperCase() : word;
    }
    case 'string':
    case 'patterns':
      if (name === 'partitioner') return random.pick(['murmur2', 'consistent', 'Random']);
      if (name === 'partition.assignment.strategy')
        return random.pick(['range', 'cooperative-sticky', 'range,roundrobin', 'sticky', 'range,cooperative-sticky']);
      return random.pick(['orders', 'a-b', 'x1']);
  }
}
