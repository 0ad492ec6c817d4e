import { streams } from '../../../server/src/carriers/streams/streams.js';
import type { Role } from '../../../server/src/kafka/property.js';
import type { Case, Comparison } from './comparison.js';
import { linesFrom, shuffled, startProgram, versionIn } from './kafka-programs.js';
import { clientIn, givenTo, known, readingOf } from './resolved.js';

const head = 'application.id=orders\nbootstrap.servers=127.0.0.1:1\nnum.stream.threads=2\n';
const path = 'orders-streams.properties';

/** Each client by the name that it has here, with its role and the scope in which it is read. */
const clients: Readonly<Record<string, readonly [Role, string]>> = {
  producer: ['producer', 'file'],
  'main consumer': ['consumer', 'file'],
  'restore consumer': ['consumer', 'restore consumer'],
  'global consumer': ['consumer', 'global consumer'],
  admin: ['admin', 'file'],
};
/** Made up by every thread for itself, or for the assignment of tasks. */
const unknowable: ReadonlySet<string> = new Set(['client.id', 'group.id', 'group.instance.id']);

const one = (about: string, lines: string, version = '4.3.1'): Case => ({
  path,
  text: head + lines,
  about,
  circumstances: { version },
});
const overrides =
  'consumer.enable.auto.commit=true\nconsumer.auto.offset.reset=latest\nconsumer.group.protocol=consumer\nconsumer.allow.auto.create.topics=true\nproducer.acks=1\n';
const ofOne =
  'main.consumer.enable.auto.commit=true\nrestore.consumer.enable.auto.commit=true\nglobal.consumer.auto.offset.reset=latest\nmain.consumer.allow.auto.create.topics=true\nrestore.consumer.allow.auto.create.topics=true\nmain.consumer.group.protocol=consumer\n';
const exactlyOnce =
  'processing.guarantee=exactly_once_v2\nconsumer.isolation.level=read_uncommitted\nproducer.enable.idempotence=false\nproducer.transactional.id=mine\n';
const priorities =
  'max.poll.records=1\nconsumer.max.poll.records=2\nmain.consumer.max.poll.records=3\nrestore.consumer.max.poll.records=4\nfetch.max.bytes=5\nconsumer.fetch.max.bytes=6\nfetch.min.bytes=7\n';

const cases: readonly Case[] = ['4.3.1', '3.9.2', '2.8.2'].flatMap(version => [
  one('nothing but the application', '', version),
  one('keys of all consumers that Streams refuses', overrides, version),
  one('keys of single consumers that Streams refuses from 4.2 on', ofOne, version),
  one(
    'exactly-once processing and what it forbids',
    version === '2.8.2' ? exactlyOnce.replace('exactly_once_v2', 'exactly_once') : exactlyOnce,
    version,
  ),
  one('a main consumer that reads uncommitted records', `${exactlyOnce}main.consumer.isolation.level=read_uncommitted\n`, '3.9.2'),
  one('bare keys, of all consumers and of one', priorities, version),
  one('bare keys of several clients', 'request.timeout.ms=40000\nretries=5\nacks=1\nlinger.ms=7\nretry.backoff.ms=50\n', version),
  one(
    'addresses of single clients',
    'producer.bootstrap.servers=127.0.0.1:2\nconsumer.bootstrap.servers=127.0.0.1:3\nmain.consumer.bootstrap.servers=127.0.0.1:4\nadmin.bootstrap.servers=127.0.0.1:5\n',
    version,
  ),
  one('static members', 'group.instance.id=i\nconsumer.group.instance.id=j\nrestore.consumer.group.instance.id=k\n', version),
  one('the same key twice', 'producer.acks=1\nproducer.linger.ms=1\nproducer.acks=all\n', version),
  one('internal topics', 'topic.min.insync.replicas=2\ntopic.retention.ms=1\nreplication.factor=3\n', version),
  one('half-typed keys', 'producer.\nconsumer\nmain.consumer.max.poll\n=1\n.acks=1\n', version),
]);

/** Keys that StreamsConfig looks at, so that they come up often. */
const often = [
  ...['enable.auto.commit=true', 'enable.auto.commit=false', 'auto.offset.reset=latest', 'auto.offset.reset=earliest'],
  ...['allow.auto.create.topics=true', 'isolation.level=read_uncommitted', 'max.poll.records=50', 'group.id=g'],
  ...['acks=1', 'acks=all', 'linger.ms=5', 'enable.idempotence=true', 'enable.idempotence=false', 'transactional.id=t'],
  ...['bootstrap.servers=127.0.0.1:9', 'transaction.timeout.ms=70000', 'delivery.timeout.ms=300000', 'request.timeout.ms=20000'],
];
const prefixes = ['', 'producer.', 'consumer.', 'main.consumer.', 'restore.consumer.', 'global.consumer.', 'admin.'] as const;
const roleAfter = (prefix: string): Role => (prefix === 'producer.' ? 'producer' : prefix === 'admin.' ? 'admin' : 'consumer');

/** Kafka Streams, by the methods of StreamsConfig that make the configurations of its clients. */
export const kafkaStreams: Comparison = {
  name: 'kafka-streams',
  cases,
  generate: next => {
    const { random, version, property } = linesFrom(next);
    const guarantee = version === '2.8.2' ? 'exactly_once' : 'exactly_once_v2';
    const lines = Array.from({ length: 1 + random.below(12) }, () => {
      const prefix = random.pick(prefixes);
      if (random.chance(0.4)) return `${prefix}${random.pick(often)}`;
      if (prefix === '') return property(random.pick(['streams', 'producer', 'consumer', 'admin'] as const), '');
      return random.chance(0.1) ? property('topic', 'topic.') : property(roleAfter(prefix), prefix);
    });
    if (random.chance(0.3)) lines.push(`processing.guarantee=${random.chance(0.8) ? guarantee : 'at_least_once'}`);
    return { path, text: `${head}${shuffled(random, lines).join('\n')}\n`, circumstances: { version } };
  },
  start: () =>
    startProgram(
      () => 'streams',
      (client, props) => known(clients[client]?.[0] ?? 'admin', props, unknowable),
    ),
  resolve: file => {
    const reading = readingOf(streams, file);
    const maps = Object.entries(clients).map(([client, [role, name]]) => {
      const scope = reading.scopes.find(found => found.name === name);
      if (!scope) throw new Error(`There is no scope ${name}.`);
      return [client, known(role, givenTo(clientIn(reading, role, scope, versionIn(file))), unknowable)] as const;
    });
    return { maps: Object.fromEntries(maps) };
  },
  deliberate: (file, key, theirs, ours) => {
    if (key === 'refused' && theirs !== undefined) return 'whether Streams starts is compared by npm run differential';
    if (key.endsWith(': group.protocol') && !versionIn(file).startsWith('4'))
      return 'up to 3.9 a bare group.protocol went to the consumers, which had that protocol for tests only; it is a key of Streams itself since';
    const same = theirs !== undefined && theirs === ours?.trim().toLowerCase();
    return same ? 'a value that Streams forces, in other letters: who writes it has what he wants' : undefined;
  },
};
