import { mirrorMaker } from '../../../server/src/carriers/mirror-maker/mirror-maker.js';
import type { Scope } from '../../../server/src/config/setting.js';
import type { Role } from '../../../server/src/kafka/property.js';
import type { Case, Comparison } from './comparison.js';
import { linesFrom, programVersions, shuffled, startProgram, versionIn } from './kafka-programs.js';
import { clientIn, givenTo, known, propsOf, readingOf } from './resolved.js';

const path = 'connect-mirror-maker.properties';
const head = 'clusters=A,B\nA.bootstrap.servers=127.0.0.1:1\nB.bootstrap.servers=127.0.0.1:2\nA->B.enabled=true\nB->A.enabled=true\n';

/** Made up for every connector and task, or the worker's. */
const unknowable: ReadonlySet<string> = new Set(['client.id', 'group.id', 'transactional.id']);

const one = (about: string, lines: string, version: string): Case => ({ path, text: head + lines, about, circumstances: { version } });

const clusters =
  'B.producer.acks=1\nA.producer.acks=0\nB.producer.enable.idempotence=true\nA.consumer.auto.offset.reset=latest\nA.consumer.enable.auto.commit=true\nA.admin.retries=3\n';
const flows =
  'A->B.producer.acks=1\nA->B.producer.override.acks=0\nA->B.source.producer.linger.ms=3\nA->B.target.producer.linger.ms=4\nA->B.consumer.max.poll.records=5\nA->B.source.consumer.fetch.max.bytes=6\nA->B.target.consumer.fetch.max.bytes=7\nA->B.consumer.enable.auto.commit=true\n';
const both =
  'A.consumer.max.poll.records=1\nA->B.consumer.max.poll.records=2\nA.consumer.fetch.min.bytes=3\nA->B.source.consumer.fetch.min.bytes=4\nB.producer.linger.ms=5\nA->B.producer.override.linger.ms=6\nA.producer.batch.size=7\nA->B.producer.batch.size=8\n';
const bare =
  'producer.acks=1\nconsumer.auto.offset.reset=latest\nacks=1\nA.acks=1\nA->B.acks=1\nauto.offset.reset=latest\nB.auto.offset.reset=latest\nrequest.timeout.ms=9\nA.request.timeout.ms=10\n';
const security =
  'security.protocol=SSL\nA.security.protocol=SASL_SSL\nB.producer.security.protocol=PLAINTEXT\nA->B.consumer.security.protocol=PLAINTEXT\nssl.protocol=TLSv1.3\nsasl.mechanism=PLAIN\n';

const cases: readonly Case[] = programVersions.flatMap(version => [
  one('nothing but the clusters', '', version),
  one('clients of clusters', clusters, version),
  one('clients of flows', flows, version),
  one('clients of clusters and of flows', both, version),
  one('keys that reach no client', bare, version),
  one('what every client gets', security, version),
  one('exactly-once support', `B.exactly.once.source.support=enabled\nB.producer.enable.idempotence=false\n${flows}`, version),
  one('offset syncs on the target', `offset-syncs.topic.location=target\n${flows}${clusters}`, version),
  one('offset syncs of one flow on the target', `A->B.offset-syncs.topic.location=target\n${flows}${clusters}`, version),
  one('a flow that is off', 'B->A.enabled=false\nB.consumer.max.poll.records=3\n', version),
  one('unknown clusters', 'C.producer.acks=1\nC->A.producer.acks=1\nA->C.enabled=true\n', version),
  one('half-typed keys', 'A.\nA.producer.\nA->B.\nA->\nB.consumer.max.poll\n->B.x=1\n.=1\n', version),
  {
    path,
    text:
      head.replace('clusters=A,B', 'clusters=A,B,A.x').replace('A->B.enabled', 'A.x->B.enabled') +
      'A.x.bootstrap.servers=127.0.0.1:3\nA.x.producer.acks=1\nA.x->B.consumer.max.poll.records=1\n',
    about: 'an alias with a dot, which begins like another one',
    circumstances: { version },
  },
]);

const often = [
  ...['acks=1', 'acks=all', 'enable.idempotence=true', 'enable.idempotence=false', 'max.in.flight.requests.per.connection=5', 'retries=3'],
  ...['delivery.timeout.ms=300000', 'max.block.ms=60000', 'linger.ms=5', 'transactional.id=t', 'security.protocol=SSL'],
  ...[
    'auto.offset.reset=latest',
    'auto.offset.reset=earliest',
    'enable.auto.commit=true',
    'isolation.level=read_committed',
    'max.poll.records=50',
  ],
  ...['bootstrap.servers=127.0.0.1:9', 'ssl.protocol=TLSv1.2'],
];
const places = ['', 'A.', 'B.', 'A->B.', 'B->A.'] as const;
const ofFlows = ['producer.', 'producer.override.', 'consumer.', 'source.consumer.', 'source.producer.', 'target.producer.'] as const;
const ofClusters = ['producer.', 'consumer.', 'admin.'] as const;

function roleOf(prefix: string): Role {
  return prefix.includes('producer') ? 'producer' : prefix.includes('consumer') ? 'consumer' : 'admin';
}

/** Which of the clients that Kafka's classes describe for a flow are compared, with their role. */
function roleIn(client: string, file: Case): Role | undefined {
  const [flow = '', ...words] = client.split(' ');
  const location = propsOf(file)[`${flow}.offset-syncs.topic.location`] ?? propsOf(file)['offset-syncs.topic.location'];
  switch (words.join(' ')) {
    // the task that writes the copies
    case 'producer':
      return 'producer';
    case 'source consumer':
      return 'consumer';
    case 'source producer':
      return location === 'target' ? undefined : 'producer';
    case 'target producer':
      return location === 'target' ? 'producer' : undefined;
    case 'source admin':
    case 'target admin':
      return 'admin';
    default:
      return undefined;
  }
}

/** The names of the scopes in which a client is read, the first that exists. */
function scopesOf(client: string): readonly string[] {
  const [flow = '', ...words] = client.split(' ');
  const [source = '', target = ''] = flow.split('->');
  switch (words.join(' ')) {
    case 'producer':
      return [`producer of ${flow}`, `cluster ${target}`];
    case 'source consumer':
      return [`consumer of ${flow}`, `cluster ${source}`];
    case 'source producer':
      return [`offset syncs of ${flow}`, `offset syncs from ${source}`];
    case 'target producer':
      return [`offset syncs of ${flow}`, `offset syncs from ${target}`];
    case 'source admin':
      return [`cluster ${source}`];
    default:
      return [`cluster ${target}`];
  }
}

/** MirrorMaker 2, by MirrorMakerConfig, the methods of Worker and those of the connectors' own configuration. */
export const mirrorMaker2: Comparison = {
  name: 'mirror-maker',
  cases,
  generate: next => {
    const { random, version, property } = linesFrom(next);
    const lines = Array.from({ length: 1 + random.below(12) }, () => {
      const place = random.pick(places);
      const prefix = random.chance(0.85) ? random.pick(place.includes('>') ? ofFlows : ofClusters) : '';
      return random.chance(0.5) ? `${place}${prefix}${random.pick(often)}` : property(roleOf(prefix), place + prefix);
    });
    if (random.chance(0.2)) lines.push(`${random.pick(['', 'A->B.'])}offset-syncs.topic.location=${random.pick(['source', 'target'])}`);
    if (random.chance(0.2)) lines.push(`${random.pick(['A', 'B'])}.exactly.once.source.support=${random.pick(['enabled', 'disabled'])}`);
    return { path, text: `${head}${shuffled(random, lines).join('\n')}\n`, circumstances: { version } };
  },
  start: () =>
    startProgram(
      () => 'mirror-maker',
      (client, props, file) => {
        const role = roleIn(client, file);
        return role && known(role, props, unknowable);
      },
    ),
  resolve: file => {
    const reading = readingOf(mirrorMaker, file);
    const version = versionIn(file);
    const scopes = new Map<string, Scope>(
      [...reading.settings.map(({ scope }) => scope), ...reading.scopes].map(scope => [scope.name, scope]),
    );
    const aliases = [...scopes.keys()].flatMap(name => /^cluster (.*)$/.exec(name)?.[1] ?? []);
    const flows = aliases.flatMap(source => aliases.filter(other => other !== source).map(target => `${source}->${target}`));
    const clients = flows.flatMap(flow =>
      ['producer', 'source consumer', 'source producer', 'target producer', 'source admin', 'target admin'].map(
        client => `${flow} ${client}`,
      ),
    );
    const maps = clients.flatMap(client => {
      const role = roleIn(client, file);
      const scope = scopesOf(client).flatMap(name => scopes.get(name) ?? [])[0];
      // connectors had no producer on the target's side before 3.0
      const exists = !client.endsWith('target producer') || !version.startsWith('2.');
      return role && scope && exists ? [[client, known(role, givenTo(clientIn(reading, role, scope, version)), unknowable)] as const] : [];
    });
    return { maps: Object.fromEntries(maps) };
  },
  deliberate: (file, key, theirs, ours) => {
    if (key === 'refused' && theirs !== undefined) return 'whether MirrorMaker starts is compared by npm run differential';
    const [, flow = ''] = /^(\S+) source consumer: /.exec(key) ?? [];
    if (flow !== '' && propsOf(file)[`${flow}.enabled`] !== 'true') return 'a flow that is not enabled reads nothing';
    const same = theirs !== undefined && theirs === ours?.trim().toLowerCase();
    return same ? 'a value that MirrorMaker forces, in other letters: who writes it has what he wants' : undefined;
  },
};
