import { analyze } from '../../../server/src/analysis/analyze.js';
import { defaultOptions } from '../../../server/src/analysis/options.js';
import { propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { allWords, librdkafkaProperty, type LibrdkafkaProperty } from '../../../server/src/kafka/frameworks/librdkafka.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { randomOf, type Random } from '../differential/random.js';
import { startLibrdkafka } from '../librdkafka.js';
import type { Answer, Case, Comparison } from './comparison.js';

type Client = 'producer' | 'consumer';
const clients: readonly Client[] = ['producer', 'consumer'];

/** Two keys of librdkafka alone, so that the file is known; no broker is there. */
const head = 'metadata.broker.list=127.0.0.1:1\nsocket.keepalive.enable=true\n';

/** What needs files, other machines or a build that has them, what only programs set, and what prints itself in another way. */
const leftOut =
  /^(ssl\.|https\.|sasl\.|security\.|enable\.(ssl|sasl)|plugin\.|test\.mock|builtin|debug$|enabled_events$|log|client\.software|broker\.version|topic\.blacklist|internal\.|enable_sasl|bootstrap\.servers$|socket\.keepalive)/;

const one = (client: Client, about: string, ...lines: readonly string[]): Case => ({
  path: `config/librdkafka-${client}.properties`,
  text: `${head}${lines.join('\n')}\n`,
  about,
  circumstances: { client },
});

const cases: readonly Case[] = [
  ...clients.map(client => one(client, 'nothing but an address')),
  one(
    'producer',
    'its own names',
    'request.required.acks=1',
    'message.send.max.retries=3',
    'message.timeout.ms=0',
    'queue.buffering.max.ms=7',
  ),
  one('producer', 'Java’s names', 'acks=1', 'retries=3', 'delivery.timeout.ms=0', 'linger.ms=0.5', 'compression.type=LZ4'),
  one('producer', 'words for all replicas', 'acks=All'),
  one('producer', 'numbers in the ways of C', 'acks=0x1', 'retries=010', 'message.max.bytes=5000 bytes', 'linger.ms=.5e1x'),
  one('producer', 'a number that is cut to 32 bits', 'retries=4294967300'),
  one('producer', 'an idempotent producer', 'enable.idempotence=T'),
  one('producer', 'an idempotent producer with too few confirmations', 'enable.idempotence=true', 'acks=1'),
  one('producer', 'an idempotent producer that does not retry', 'enable.idempotence=true', 'retries=0'),
  one('producer', 'an idempotent producer with much in flight', 'max.in.flight=6', 'enable.idempotence=true'),
  one('producer', 'a transactional producer', 'transactional.id=t', 'transaction.timeout.ms=30000'),
  one('producer', 'a transactional producer without idempotence', 'transactional.id=t', 'enable.idempotence=false'),
  one('producer', 'a transactional id that is empty', 'transactional.id=', 'enable.idempotence=false'),
  one('producer', 'a transaction that ends before its records', 'transactional.id=t', 'message.timeout.ms=60001'),
  one('producer', 'records that expire while they wait', 'message.timeout.ms=10', 'linger.ms=10'),
  one('producer', 'a wait that is shortened', 'message.timeout.ms=3'),
  one('producer', 'no gaps without idempotence', 'enable.gapless.guarantee=true'),
  one('producer', 'a key of the other client', 'group.id=g', 'auto.offset.reset=nonsense'),
  one('producer', 'a key of Java', 'buffer.memory=33554432'),
  one('producer', 'the same key under two names', 'acks=1', 'request.required.acks=all'),
  one('producer', 'an empty value', 'retries='),
  one('consumer', 'where to start', 'auto.offset.reset=END', 'group.id=g', 'enable.auto.offset.store=f'),
  one('consumer', 'where Java would start', 'auto.offset.reset=none'),
  one('consumer', 'a session longer than the work', 'group.id=g', 'session.timeout.ms=400000'),
  one('consumer', 'a session in the newer protocol', 'group.id=g', 'group.protocol=consumer', 'session.timeout.ms=40000'),
  one('consumer', 'the newer protocol', 'group.id=g', 'group.protocol=Consumer', 'max.poll.interval.ms=1000'),
  one('consumer', 'fetches that hold no message', 'fetch.max.bytes=999999'),
  one('consumer', 'answers that hold no fetch', 'receive.message.max.bytes=1000000'),
  one('consumer', 'a small queue', 'queued.max.messages.kbytes=100', 'message.max.bytes=200000'),
  one('consumer', 'strategies', 'group.id=g', 'partition.assignment.strategy=range, cooperative-sticky'),
  one('consumer', 'an unknown strategy', 'group.id=g', 'partition.assignment.strategy=sticky'),
  one('consumer', 'Azure', 'bootstrap.servers=a.servicebus.azure.example:1', 'topic.metadata.refresh.interval.ms=-1'),
  {
    path: 'config/getting-started.properties',
    text: '[default]\nbootstrap.servers=127.0.0.1:1\n[consumer]\ngroup.id=g\nauto.offset.reset=earliest\n',
    about: 'the sections of the examples in Python',
    circumstances: { client: 'consumer' },
  },
  {
    path: 'fluent-bit.properties',
    text: '[OUTPUT]\n    Name kafka\n    rdkafka.bootstrap.servers 127.0.0.1:1\n    rdkafka.request.required.acks 0\n    rdkafka.log.connection.close false\n',
    about: 'the prefix of Fluent Bit',
    circumstances: { client: 'producer' },
  },
];

const roleOf = (file: Case): Role => (file.circumstances?.client === 'consumer' ? 'librdkafka-consumer' : 'librdkafka-producer');

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

/** Clients of librdkafka, by librdkafka itself, which is asked what it sets, what it refuses, and what is in force in the end. */
export const librdkafkaClients: Comparison = {
  name: 'librdkafka',
  cases,
  generate: next => {
    const random = randomOf(next);
    const client = random.pick(clients);
    const own = propertiesOf(`librdkafka-${client}`).filter(({ name }) => !leftOut.test(name));
    const lines = Array.from({ length: 1 + random.below(8) }, () => {
      if (random.chance(0.2)) return random.pick(often[client]);
      const property = librdkafkaProperty(random.pick(own).name);
      if (!property) throw new Error('The catalogue has a property that librdkafka has not.');
      return `${random.pick(property.names)}=${valueFor(property, random)}`;
    });
    return one(client, '', ...lines);
  },
  start: async () => {
    const librdkafka = await startLibrdkafka();
    return {
      ask: async file => {
        const client = roleOf(file) === 'librdkafka-consumer' ? 'consumer' : 'producer';
        const verdict = await librdkafka.ask(client, settingsIn(file));
        if ('refused' in verdict) return verdict;
        const pairs = Object.entries(verdict.values).map(([name, value]) => [librdkafkaProperty(name)?.name ?? name, value] as const);
        return { maps: { [client]: withoutDefaults(roleOf(file), new Map(pairs)) } };
      },
      stop: () => librdkafka.stop(),
    };
  },
  resolve,
  deliberate: (file, key, theirs, ours) => {
    if (key === 'refused' && ours === undefined && isSaidTwice(file, theirs ?? ''))
      return 'of several lines for one property the last is judged, which the rule on duplicates tells; librdkafka refuses the first too';
    if (key.endsWith(': api.version.request') && theirs === undefined)
      return 'librdkafka turns it on again, as broker.version.fallback names a broker that knows it; no rule looks at it';
    return theirs !== undefined && Number(theirs) === Number(ours) ? 'a fraction that C prints in other digits' : undefined;
  },
};

/** The lines as an application hands them over, one by one. */
function settingsIn({ text }: Case): readonly (readonly [string, string])[] {
  return text.split('\n').flatMap(line => {
    const [, key, value] = /^\s*([^\s=[]+)(?:\s*=\s*|\s+)(.*)$/.exec(line) ?? [];
    if (key === undefined || key === 'Name') return [];
    return [[key.replace(/^rdkafka\./, ''), (value ?? '').trim()] as const];
  });
}

/** Whether the file sets the property that librdkafka complains about again further down. */
function isSaidTwice(file: Case, complaint: string): boolean {
  const names = settingsIn(file).map(([key]) => librdkafkaProperty(key)?.name);
  const refused = librdkafkaProperty(/"([a-z.]+)"/g.exec(complaint.replace(/value "[^"]*"/, ''))?.[1] ?? '');
  return refused !== undefined && names.filter(name => name === refused.name).length > 1;
}

function resolve(file: Case): Answer {
  const role = roleOf(file);
  const context = {
    options: defaultOptions,
    onRuleFailure: (rule: string, error: unknown) => {
      throw new Error(`${rule} failed`, { cause: error });
    },
  };
  const { carried, diagnoses } = analyze(file, context);
  if (carried.some(({ carrier }) => carrier.id !== 'librdkafka')) return { maps: {} };
  const refused = diagnoses.find(({ finding }) => finding.refusedByKafka ?? finding.message === 'java');
  if (refused) return { refused: refused.message };
  const configs = carried.flatMap(one => one.configs).filter(config => config.role === role);
  const config = configs.at(-1);
  if (!config) return { maps: {} };
  const values = propertiesOf(role).map(({ name }) => [name, config.effective(name)?.text ?? ''] as const);
  return { maps: { [role.replace('librdkafka-', '')]: withoutDefaults(role, new Map(values)) } };
}

/** Defaults are compared one by one when the table is asked for; here is what differs from them. */
function withoutDefaults(role: Role, values: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const compared = propertiesOf(role).filter(({ name }) => !leftOut.test(name));
  return Object.fromEntries(
    compared.flatMap(({ name }) => {
      const value = values.get(name) ?? '';
      return value === (librdkafkaProperty(name)?.byDefault ?? '') ? [] : [[name, value] as const];
    }),
  );
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
