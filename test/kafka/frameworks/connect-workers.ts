import { connectWorker } from '../../../server/src/carriers/connect-worker/connect-worker.js';
import { versionOf } from '../../../server/src/analysis/options.js';
import { existsIn, findProperty } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../../server/src/kafka/property.js';
import type { Program } from '../oracle.js';
import type { Case, Comparison } from './comparison.js';
import { linesFrom, programVersions, shuffled, startProgram, versionIn } from './kafka-programs.js';
import { clientIn, givenTo, known, readingOf } from './resolved.js';

const converters =
  'key.converter=org.apache.kafka.connect.converters.ByteArrayConverter\nvalue.converter=org.apache.kafka.connect.converters.ByteArrayConverter\n';
const distributed = `bootstrap.servers=127.0.0.1:1\n${converters}group.id=connect\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\n`;
const standalone = `bootstrap.servers=127.0.0.1:1\n${converters}offset.storage.file.filename=/var/lib/connect/offsets\n`;

/** Each client by the name that it has here, with its role and the scope in which it is read. */
const clients: Readonly<Record<string, readonly [Role, string]>> = {
  producer: ['producer', 'file'],
  consumer: ['consumer', 'file'],
  admin: ['admin', 'file'],
  'offsets producer': ['producer', 'internal topics'],
  'offsets consumer': ['consumer', 'internal topics'],
};
/** Made up for every connector and task. */
const unknowable: ReadonlySet<string> = new Set(['client.id', 'group.id', 'transactional.id']);

const inDistributed = (about: string, lines: string, version: string): Case => ({
  path: 'connect-distributed.properties',
  text: distributed + lines,
  about,
  circumstances: { version },
});
const inStandalone = (about: string, lines: string, version: string): Case => ({
  path: 'connect-standalone.properties',
  text: standalone + lines,
  about,
  circumstances: { version },
});

const weak =
  'producer.acks=1\nproducer.enable.idempotence=true\nconsumer.enable.auto.commit=true\nconsumer.auto.offset.reset=latest\nadmin.retries=3\n';
const bare =
  'acks=1\nretries=0\nmax.in.flight.requests.per.connection=5\nenable.idempotence=true\ndelivery.timeout.ms=40000\nauto.offset.reset=latest\nenable.auto.commit=true\nisolation.level=read_uncommitted\nlinger.ms=3\n';

const cases: readonly Case[] = programVersions.flatMap(version => [
  inDistributed('nothing but the worker', '', version),
  inStandalone('nothing but the worker', '', version),
  inDistributed('keys of the clients of tasks', weak, version),
  inStandalone('keys of the clients of tasks', weak, version),
  inDistributed('bare keys of clients', bare, version),
  inStandalone('bare keys of clients', bare, version),
  inDistributed(
    'exactly-once support and what it forbids',
    `exactly.once.source.support=enabled\n${bare}${weak}producer.enable.idempotence=false\nproducer.transactional.id=t\n`,
    version,
  ),
  inDistributed('exactly-once support in capitals', 'exactly.once.source.support=ENABLED\n', version),
  inDistributed('exactly-once support that is being prepared', 'exactly.once.source.support=preparing\n', version),
  inDistributed('bare keys that the worker reads too', 'request.timeout.ms=20000\nretry.backoff.ms=500\nsecurity.protocol=SSL\n', version),
  inDistributed('the same key twice', 'producer.acks=1\nproducer.acks=all\n', version),
  inDistributed('topics of the worker', 'offset.storage.min.insync.replicas=2\nconfig.storage.cleanup.policy=delete\n', version),
  inDistributed('half-typed keys', 'producer.\nconsumer\nproducer.ac\n=1\n.acks=1\n', version),
]);

/** Keys that workers set, so that they come up often. */
const often = [
  ...['acks=1', 'acks=all', 'enable.idempotence=true', 'enable.idempotence=false', 'max.in.flight.requests.per.connection=5', 'retries=0'],
  ...['delivery.timeout.ms=300000', 'max.block.ms=60000', 'request.timeout.ms=20000', 'transactional.id=t', 'linger.ms=5'],
  ...['auto.offset.reset=latest', 'enable.auto.commit=true', 'isolation.level=read_committed', 'isolation.level=read_uncommitted'],
  'bootstrap.servers=127.0.0.1:9',
];
const prefixes = ['', 'producer.', 'consumer.', 'admin.'] as const;
const roleAfter: Readonly<Record<(typeof prefixes)[number], readonly Role[]>> = {
  '': ['producer', 'consumer', 'admin', 'connect-distributed'],
  'producer.': ['producer'],
  'consumer.': ['consumer'],
  'admin.': ['admin'],
};

function programOf({ path }: Case): Program {
  return path.includes('standalone') ? 'connect-standalone' : 'connect-distributed';
}

/** Connect's workers, by the methods of Worker that make the configurations of tasks and by the store of a worker's own offsets. */
export const connectWorkers: Comparison = {
  name: 'connect-workers',
  cases,
  generate: next => {
    const { random, version, property } = linesFrom(next);
    const lines = Array.from({ length: 1 + random.below(12) }, () => {
      const prefix = random.pick(prefixes);
      return random.chance(0.4) ? `${prefix}${random.pick(often)}` : property(random.pick(roleAfter[prefix]), prefix);
    });
    if (random.chance(0.3)) lines.push(`exactly.once.source.support=${random.pick(['enabled', 'disabled', 'preparing'])}`);
    const make = random.chance(0.7) ? inDistributed : inStandalone;
    const { path, text } = make('', `${shuffled(random, lines).join('\n')}\n`, version);
    return { path, text, circumstances: { version } };
  },
  start: () => startProgram(programOf, (client, props) => known(clients[client]?.[0] ?? 'admin', props, unknowable)),
  resolve: file => {
    const version = versionIn(file);
    const reading = readingOf(connectWorker, file);
    const maps = Object.entries(clients).flatMap(([client, [role, name]]) => {
      const scope = reading.scopes.find(found => found.name === name);
      // before 3.4 the store asks a broker for its cluster before it can be looked at
      if (!scope || (name !== 'file' && version.startsWith('2.'))) return [];
      return [[client, known(role, givenTo(clientIn(reading, role, scope, version)), unknowable)] as const];
    });
    return { maps: Object.fromEntries(maps) };
  },
  deliberate: (file, key, theirs, ours) => {
    if (key === 'refused' && theirs !== undefined) return 'whether a worker starts is compared by npm run differential';
    const [client = '', name = ''] = key.split(': ');
    const property = findProperty(clients[client]?.[0] ?? 'admin', name);
    if (property && !existsIn(property, versionOf(versionIn(file)))) return 'a bare key that the client of this version does not know';
    const same = theirs !== undefined && (theirs === ours?.trim().toLowerCase() || (theirs === 'all' && ours === '-1'));
    return same ? 'a value that Connect forces, in other letters: who writes it has what he wants' : undefined;
  },
};
