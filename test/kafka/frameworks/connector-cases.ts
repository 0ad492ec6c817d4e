import type { Role } from '../../../server/src/kafka/property.js';
import type { Random } from '../differential/random.js';
import type { Case } from './comparison.js';
import { linesFrom, programVersions, shuffled } from './kafka-programs.js';

type Kind = 'source' | 'sink' | 'unknown' | 'MirrorSource' | 'MirrorCheckpoint' | 'MirrorHeartbeat';

/** Classes as people name them, and of what kind each is. */
const classes: Readonly<Record<Kind, readonly string[]>> = {
  source: [
    'com.example.OrdersSourceConnector',
    'FileStreamSource',
    'io.debezium.connector.mysql.MySqlConnector',
    'io.debezium.connector.postgresql.PostgresConnector',
    'org.neo4j.connectors.kafka.source.Neo4jConnector',
  ],
  sink: ['io.confluent.connect.s3.S3SinkConnector', 'FileStreamSink', 'org.neo4j.connectors.kafka.sink.Neo4jConnector'],
  unknown: ['com.example.OrdersConnector', 'com.example.SourceToSink'],
  MirrorSource: ['org.apache.kafka.connect.mirror.MirrorSourceConnector', 'MirrorSourceConnector', 'MirrorSource'],
  MirrorCheckpoint: ['org.apache.kafka.connect.mirror.MirrorCheckpointConnector', 'MirrorCheckpoint'],
  MirrorHeartbeat: ['org.apache.kafka.connect.mirror.MirrorHeartbeatConnector'],
};
const kindsOf = Object.keys(classes) as readonly Kind[];

const json = (about: string, kinds: readonly Kind[], text: string, version: string): Case => ({
  path: 'connectors.json',
  text,
  about,
  circumstances: { version, kinds: kinds.join(',') },
});
const properties = (about: string, kind: Kind, lines: readonly string[], version: string): Case => ({
  path: 'connector.properties',
  text: [`connector.class=${String(classes[kind][0])}`, 'name=orders', 'tasks.max=1', ...lines].map(line => `${line}\n`).join(''),
  about,
  circumstances: { version, kinds: kind },
});

const overrides = [
  ...['producer.override.acks=1', 'producer.override.enable.idempotence=true', 'producer.override.max.in.flight.requests.per.connection=5'],
  ...['consumer.override.auto.offset.reset=latest', 'consumer.override.enable.auto.commit=true', 'consumer.override.max.poll.records=10'],
  ...[
    'admin.override.retries=3',
    'producer.override.bootstrap.servers=127.0.0.1:9',
    'producer.linger.ms=5',
    'acks=0',
    'consumer.override.',
  ],
];
const aliases = ['source.cluster.alias=A', 'target.cluster.alias=B'];
const mirror = [
  ...aliases,
  ...['source.cluster.bootstrap.servers=127.0.0.1:2', 'target.cluster.bootstrap.servers=127.0.0.1:3'],
  ...['source.cluster.security.protocol=SSL', 'source.consumer.security.protocol=PLAINTEXT', 'source.cluster.ssl.protocol=TLSv1.3'],
  ...['producer.acks=1', 'source.producer.linger.ms=2', 'target.producer.linger.ms=3', 'consumer.max.poll.records=4'],
  ...['source.consumer.max.poll.records=5', 'target.consumer.max.poll.records=6', 'consumer.enable.auto.commit=true'],
  ...['source.admin.retries=7', 'admin.request.timeout.ms=8', 'target.admin.retries=9', 'admin.timeout.ms=10', 'producer.override.acks=0'],
  ...['target.cluster.producer.acks=1', 'source.cluster.auto.offset.reset=latest', 'acks=1', 'auto.offset.reset=latest'],
];
const creation = [
  ...['topic.creation.groups=logs , a.b', 'topic.creation.default.replication.factor=3', 'topic.creation.default.partitions=6'],
  ...['topic.creation.default.min.insync.replicas=2', 'topic.creation.logs.include=log.*', 'topic.creation.logs.cleanup.policy=compact'],
  ...['topic.creation.logs.partitions=1', 'topic.creation.a.b.retention.ms=1000', 'topic.creation.a.b.replication.factor=1'],
  ...['topic.creation.lost.retention.ms=5', 'topic.creation.default.include=x.*'],
];

const member = (lines: readonly string[]): string =>
  lines.map(line => `${JSON.stringify(line.slice(0, line.indexOf('=')))}: ${JSON.stringify(line.slice(line.indexOf('=') + 1))}`).join(', ');
const source = `"connector.class": "FileStreamSource", "tasks.max": 1`;
const sink = `"connector.class": "FileStreamSink", "topics": "orders"`;

/** Files made by hand, for the newest version and the last ones of the two major versions before it. */
export const connectorCases: readonly Case[] = programVersions.flatMap(version => [
  properties('a source', 'source', overrides, version),
  properties('a sink', 'sink', ['topics=a', ...overrides], version),
  properties('a sink with a dead-letter topic', 'sink', ['topics=a', 'errors.deadletterqueue.topic.name=dlq', ...overrides], version),
  properties(
    'a sink with a dead-letter topic of blanks',
    'sink',
    ['topics=a', 'errors.deadletterqueue.topic.name= ', ...overrides],
    version,
  ),
  properties('a connector of which nobody knows the kind', 'unknown', overrides, version),
  properties('a source that needs exactly-once support', 'source', ['exactly.once.support=Required', ...overrides], version),
  properties('MirrorMaker’s source', 'MirrorSource', mirror, version),
  properties(
    'MirrorMaker’s source with its syncs on the target',
    'MirrorSource',
    ['offset-syncs.topic.location=target', ...mirror],
    version,
  ),
  properties('MirrorMaker’s source with nothing said', 'MirrorSource', aliases, version),
  properties('MirrorMaker’s checkpoints', 'MirrorCheckpoint', mirror, version),
  properties('MirrorMaker’s heartbeats', 'MirrorHeartbeat', mirror, version),
  properties('topics in groups', 'source', creation, version),
  properties('topics in the group that is always there', 'source', ['topic.creation.groups=default', ...creation.slice(1, 4)], version),
  properties('half-typed keys', 'source', ['producer.override', 'producer.override.', 'producer.overide.acks=1', 'topic.', '=x'], version),
  json('the body of a request', ['source'], `{"name": "a", "config": {${source}, ${member(overrides)}}}`, version),
  json('a configuration alone', ['sink'], `{${sink}, ${member(overrides)}}`, version),
  json(
    'an answer, which tells the kind',
    ['source'],
    `{"name": "a", "config": {"connector.class": "com.example.OrdersConnector", ${member(overrides)}}, "tasks": [{"connector": "a", "task": 0}], "type": "source"}`,
    version,
  ),
  json(
    'a list',
    ['source', 'sink'],
    `[{"name": "a", "config": {${source}, ${member(overrides)}}}, {"config": {${sink}, ${member(overrides)}}}]`,
    version,
  ),
  json(
    'a list below a key',
    ['sink', 'source'],
    `{"connectors": [{"name": "a", "config": {${sink}}}, {"name": "a", "config": {${source}}}]}`,
    version,
  ),
  json(
    'a map',
    ['source', 'MirrorSource'],
    `{"a": {${source}, ${member(creation)}}, "b": {"connector.class": "MirrorSource", ${member(mirror)}}}`,
    version,
  ),
  json(
    'numbers and truth without quotes',
    ['source'],
    `{"name": "a", "config": {${source}, "producer.override.retries": 3, "producer.override.linger.ms": 0, "producer.override.enable.idempotence": false, "producer.override.acks": -1, "producer.override.sasl.login.refresh.window.factor": 8.50e-1}}`,
    version,
  ),
  json('a key twice', ['source'], `{${source}, "producer.override.acks": "0", "producer.override.acks": "1"}`, version),
  json(
    'escapes',
    ['source'],
    `{${source}, "producer\\u002eoverride.acks": "\\u0031", "producer.override.client.rack": "a\\n\\"b\\""}`,
    version,
  ),
  json('nothing for a value', ['source'], `{${source}, "name": null, "producer.override.retries": "3"}`, version),
  json('an object for a value', ['source'], `{${source}, "producer.override.acks": {"a": "1"}, "producer.override.retries": "3"}`, version),
  json('a list for a value', ['source'], `{${source}, "producer.override.acks": ["1"], "producer.override.retries": "3"}`, version),
  json('a trailing comma', ['source'], `{${source}, "producer.override.retries": "3",}`, version),
]);

const often = [
  ...['acks=1', 'acks=all', 'enable.idempotence=true', 'enable.idempotence=false', 'max.in.flight.requests.per.connection=5', 'retries=0'],
  ...['delivery.timeout.ms=300000', 'linger.ms=5', 'auto.offset.reset=latest', 'enable.auto.commit=true', 'enable.auto.commit=false'],
  ...[
    'isolation.level=read_committed',
    'max.poll.records=7',
    'security.protocol=SSL',
    'bootstrap.servers=127.0.0.1:9',
    'ssl.protocol=TLSv1.2',
  ],
];
const prefixes = ['producer.override.', 'consumer.override.', 'admin.override.'] as const;
const ofMirror = [
  ...prefixes,
  ...(['producer.', 'consumer.', 'admin.'] as const).flatMap(client => [client, `source.${client}`, `target.${client}`]),
  ...['source.cluster.', 'target.cluster.', ''],
];
const groups = ['default', 'logs', 'lost'];
/** What a provider or a template puts in before Kafka sees it. */
const provided = ['${env:RACK}', '${file:/opt/kafka.properties:rack}', '{{ rack }}'];

function roleOf(prefix: string, random: Random): Role {
  const role = (['producer', 'consumer', 'admin'] as const).find(one => prefix.includes(one));
  return role ?? random.pick(['producer', 'consumer', 'admin']);
}

interface Made {
  readonly kind: Kind;
  readonly lines: readonly string[];
}

function connector({ random, property }: ReturnType<typeof linesFrom>): Made {
  const kind = random.pick(kindsOf);
  const isMirror = kind.startsWith('Mirror');
  const lines = Array.from({ length: random.below(10) }, () => {
    const prefix = random.pick(isMirror ? ofMirror : random.chance(0.9) ? prefixes : ['producer.', 'consumer.', '']);
    if (random.chance(0.04)) return `${prefix}client.rack=${random.pick(provided)}`;
    return random.chance(0.5) ? `${prefix}${random.pick(often)}` : property(roleOf(prefix, random), prefix);
  });
  if (isMirror) lines.push(...aliases, ...(random.chance(0.3) ? ['offset-syncs.topic.location=target'] : []));
  if (kind === 'sink') lines.push('topics=orders', ...(random.chance(0.5) ? ['errors.deadletterqueue.topic.name=dlq'] : []));
  if ((kind === 'source' || kind === 'unknown') && random.chance(0.5)) {
    lines.push('topic.creation.default.replication.factor=3', 'topic.creation.default.partitions=-1', 'topic.creation.groups=logs');
    lines.push(...Array.from({ length: random.below(5) }, () => property('topic', `topic.creation.${random.pick(groups)}.`)));
  }
  if (kind === 'source' && random.chance(0.2)) lines.push(`exactly.once.support=${random.pick(['required', 'requested'])}`);
  return { kind, lines: [`connector.class=${random.pick(classes[kind])}`, ...shuffled(random, lines)] };
}

/** A random file of one connector or some, as `.properties` or JSON in one of its shapes. */
export function connectorText(next: () => number): Case {
  const found = linesFrom(next);
  const { random, version } = found;
  const made = Array.from({ length: random.chance(0.6) ? 1 : 2 + random.below(2) }, () => connector(found));
  const kinds = made.map(({ kind }) => kind).join();
  const [only] = made;
  if (only && made.length === 1 && random.chance(0.4)) {
    return { path: 'connector.properties', text: only.lines.map(line => `${line}\n`).join(''), circumstances: { version, kinds } };
  }
  const text = JSON.stringify(shaped(made, random), undefined, random.pick([0, 2, 4, '\t']));
  const escaped = random.chance(0.2) ? text.replace(/override\./g, random.pick(['override\\u002e', '\\u006Fverride.'])) : text;
  const lines = random.chance(0.2) ? escaped.replace(/\n/g, '\r\n') : escaped;
  return { path: 'connectors.json', text: `${lines}\n`, circumstances: { version, kinds } };
}

function shaped(made: readonly Made[], random: Random): unknown {
  const bodies = made.map(({ lines }, i) => ({ name: `orders-${String(i)}`, config: membersOf(lines, random) }));
  const [only] = bodies;
  // where the class does not tell the kind the answer would
  const answers = made.some(({ kind }) => kind === 'unknown')
    ? []
    : [{ ...only, tasks: [], type: made[0]?.kind === 'sink' ? 'sink' : 'source' }];
  if (only && bodies.length === 1) return random.pick([only, only.config, ...answers, [only], { connectors: bodies }]);
  const byName = Object.fromEntries(bodies.map(({ name, config }) => [name, config]));
  return random.pick([bodies, { connectors: bodies }, byName, { connectors: byName }, bodies.map(({ config }) => config)]);
}

/** Numbers and truth sometimes without quotes, as they would be read again. */
function membersOf(lines: readonly string[], random: Random): Readonly<Record<string, unknown>> {
  const bare = random.chance(0.4);
  return Object.fromEntries(
    lines.map(line => {
      const [key, value] = [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)];
      // what Connect takes from nobody
      if (random.chance(0.003)) return [key, random.pick([[value], { value }])];
      const literal = /^(true|false|0|-?[1-9]\d{0,14})$/.test(value);
      return [key, bare && literal ? (JSON.parse(value) as unknown) : value];
    }),
  );
}
