import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import type { Role } from '../../server/src/kafka/property.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries, type Circumstances } from '../support/check.js';
import { configsOf, inForce, readFile } from '../support/configs.js';
import { carrierOf } from '../support/render.js';

const path = 'connectors/orders.json';
const source = '"connector.class": "com.example.OrdersSource"';
const sink = '"connector.class": "com.example.OrdersSink", "topics": "orders"';

/** The roles of the connectors in a text, each with the name of its scope. */
function connectorsIn(text: string, file = path): readonly string[] {
  const reading = readFile(file, text)?.reading;
  const classes = reading?.settings.filter(({ property, role }) => property === 'connector.class' && role !== 'producer') ?? [];
  return classes.map(({ role, scope }) => `${scope.name}: ${role}`);
}

function config(role: Role, text: string, scope = 'file', version = '4.3'): EffectiveConfig {
  const found = configsOf(text.startsWith('{') || text.startsWith('[') ? path : 'orders.properties', text, version);
  const one = found.find(candidate => candidate.role === role && candidate.scope.name === scope);
  if (!one) throw new Error(`There is no ${role} in ${scope} of:\n${text}`);
  return one;
}

function has(role: Role, text: string): boolean {
  return configsOf(path, text).some(one => one.role === role);
}

const lines = (...some: readonly string[]): string => some.map(line => `${line}\n`).join('');
const ignoredIn = ({ ignored }: EffectiveConfig): readonly string[] =>
  ignored.map(({ property, ignored: why }) => `${property} ${String(why?.why)}`);

/** The text after the first fix of the first finding, or of the first one of a rule. */
function fixed(text: string, file = path, rule?: string): string {
  const analysis = analyzeFile(file, text);
  const diagnosis = analysis.diagnoses.find(one => rule === undefined || one.rule.id === rule);
  const [fix] = diagnosis ? fixesOf(diagnosis, analysis) : [];
  return fix ? applyEdits(text, fix.edits) : 'There is no fix.';
}

describe('connectors in JSON', () => {
  it('are bodies of requests, configurations alone, and answers, one or many of them', () => {
    assert.deepEqual(connectorsIn(`{"name": "a", "config": {${source}}}`), ['file: source-connector']);
    assert.deepEqual(connectorsIn(`{${sink}}`), ['file: sink-connector']);
    assert.deepEqual(connectorsIn(`{"name": "a", "config": {${source}}, "tasks": [{"connector": "a", "task": 0}], "type": "source"}`), [
      'file: source-connector',
    ]);
    assert.deepEqual(connectorsIn(`[{"name": "a", "config": {${source}}}, {"name": "b", "config": {${sink}}}]`), [
      'connector a: source-connector',
      'connector b: sink-connector',
    ]);
    assert.deepEqual(connectorsIn(`{"connectors": [{"config": {${source}}}, {"config": {${source}}}]}`), [
      'connector 0: source-connector',
      'connector 1: source-connector',
    ]);
    assert.deepEqual(connectorsIn(`{"connectors": {"a": {${source}}, "b": {"info": {"name": "c", "config": {${sink}}}}}}`), [
      'connector a: source-connector',
      'connector c: sink-connector',
    ]);
    assert.deepEqual(connectorsIn(`{"connectorConfiguration": {${sink}}, "kafkaCluster": {"name": "x"}}`), ['file: sink-connector']);
  });
  it('may have the same name, and no name', () => {
    assert.deepEqual(connectorsIn(`[{"name": "a", ${source}}, {"name": "a", ${sink}}]`), [
      'connector a: source-connector',
      'connector a #2: sink-connector',
    ]);
    assert.deepEqual(
      connectorsIn(`{${source}, "config": {${sink}}}`),
      ['connector: source-connector', 'connector: sink-connector'].map((one, i) => (i === 0 ? one : 'connector #2: sink-connector')),
    );
  });
  it('are known by their class alone', () => {
    for (const text of [
      '{"name": "a", "config": {"topics": "a", "tasks.max": "1"}}',
      '{"connector.class": {"name": "x"}}',
      '{"connector.class": null}',
      '{"connector": {"class": "x"}}',
      '["connector.class"]',
      '"connector.class"',
      '{"text": "connector.class"}',
    ])
      assert.deepEqual(connectorsIn(text), [], text);
  });
  it('are what the user says that they are', () => {
    const text = '{"name": "a", "config": {"topics": "orders", "tasks.max": "x"}}';
    const glob = '**/orders.json';
    const asConnector = { files: [{ glob, wanted: { kind: 'carrier', id: 'connector' } }] } as const;
    const asSink = { files: [{ glob, wanted: { kind: 'role', role: 'sink-connector' } }] } as const;
    const rolesIn = (content: string, circumstances: Circumstances) =>
      analyzeFile(path, content, circumstances).carried[0]?.configs.map(({ role }) => role);
    assert.deepEqual(rolesIn(text, asConnector), ['connector']);
    assert.deepEqual(rolesIn(text, asSink), ['sink-connector']);
    assert.deepEqual(rolesIn(`[{${source}}, {${source}}]`, asSink), ['sink-connector', 'sink-connector']);
    assert.equal(rolesIn('[1]', asConnector), undefined);
  });
  it('take the name and the kind from the body around them', () => {
    assert.deepEqual(inForce(config('sink-connector', `{"name": "a", "config": {"connector.class": "X"}, "type": "sink"}`)), [
      'name=a',
      'connector.class=X',
    ]);
    assert.deepEqual(inForce(config('sink-connector', `{"name": "a", "config": {"name": "b", "type": "source", ${sink}}}`)).slice(0, 1), [
      'name=b',
    ]);
    assert.deepEqual(connectorsIn('{"name": "a", "config": {"connector.class": "X"}, "type": "unknown"}'), ['file: connector']);
    assert.deepEqual(connectorsIn('{"connector.class": "X", "type": "sink"}'), ['file: connector']);
  });
  it('have texts for values, also where they are written bare', () => {
    const producer = config('producer', `{${source}, "producer.override.linger.ms": 5, "producer.override.enable.idempotence": true}`);
    assert.deepEqual(inForce(producer), ['linger.ms=5', 'enable.idempotence=true']);
  });
  it('have no objects, lists and nulls for values', () => {
    const text = `{${source}, "producer.override.acks": {"x": "0"}, "producer.override.retries": ["0"], "producer.override.linger.ms": null, "producer.override.batch.size": 1}`;
    assert.deepEqual(inForce(config('producer', text)), ['batch.size=1']);
    assert.deepEqual(summaries(path, text), []);
  });
  it('may still be templates', () => {
    const text = `{${source}, "producer.override.acks": {{ acks }}, "producer.override.retries": "\${RETRIES}", "producer.override.max.block.ms": 5}`;
    assert.deepEqual(inForce(config('producer', text)), ['acks=?', 'retries=?', 'max.block.ms=5']);
    assert.deepEqual(summaries(path, text), ['warning max-block-short 5']);
  });
});

describe('the kind of a connector', () => {
  const kindOf = (connectorClass: string, ...more: readonly string[]): string =>
    connectorsIn(lines(`connector.class=${connectorClass}`, ...more), 'x.properties')[0]?.replace('file: ', '') ?? 'none';
  it('shows in the name of its class, then in its package, then in its topics', () => {
    assert.equal(kindOf('org.neo4j.connectors.kafka.sink.Neo4jConnector'), 'sink-connector');
    assert.equal(kindOf('org.neo4j.connectors.kafka.source.Neo4jConnector', 'topics=a'), 'source-connector');
    assert.equal(kindOf('com.example.sink.OrdersSource'), 'source-connector');
    assert.equal(kindOf('com.example.Orders', 'topics=a'), 'sink-connector');
  });
  it('is known of Debezium’s, whose sources have plain names', () => {
    assert.equal(kindOf('io.debezium.connector.postgresql.PostgresConnector'), 'source-connector');
    assert.equal(kindOf('io.debezium.connector.jdbc.JdbcSinkConnector'), 'sink-connector');
  });
  it('is MirrorMaker’s for Kafka’s own classes only', () => {
    assert.equal(kindOf('MirrorHeartbeat'), 'mirror-heartbeat');
    assert.equal(kindOf('com.garmes.kafka.connect.mirror.MirrorSourceConnector'), 'source-connector');
    assert.equal(kindOf('MirrorSourceConnector', 'clusters=A,B', 'A->B.enabled=true'), 'mirror-source');
  });
});

describe('a client of a connector’s tasks', () => {
  it('has what the connector overrides over what Connect gives', () => {
    const producer = config('producer', lines('connector.class=OrdersSource', 'producer.override.acks=1', 'producer.override.linger.ms=5'));
    assert.deepEqual(
      ['acks', 'max.in.flight.requests.per.connection', 'linger.ms'].map(name => producer.effective(name)?.text),
      ['1', '1', '5'],
    );
    const consumer = config('consumer', lines('connector.class=OrdersSink', 'topics=a', 'consumer.override.max.poll.records=5'));
    assert.equal(consumer.effective('auto.offset.reset')?.text, 'earliest');
    assert.equal(config('admin', lines('connector.class=OrdersSink', 'admin.override.retries=5')).text('retries'), '5');
  });
  it('is a producer of a sink only where there is a dead-letter topic', () => {
    const text = (...more: readonly string[]): string =>
      lines('connector.class=OrdersSink', 'topics=a', 'producer.override.acks=all', ...more);
    assert.deepEqual(ignoredIn(config('producer', text())), ['acks other-client']);
    assert.deepEqual(ignoredIn(config('producer', text('errors.deadletterqueue.topic.name='))), ['acks other-client']);
    assert.deepEqual(ignoredIn(config('producer', text('errors.deadletterqueue.topic.name=dead'))), []);
    assert.deepEqual(ignoredIn(config('producer', text('errors.deadletterqueue.topic.name=${DEAD}'))), []);
  });
  it('is no consumer of a source, which Connect has read back offsets only', () => {
    assert.ok(!has('consumer', `{${source}, "consumer.override.auto.offset.reset": "latest"}`));
    assert.ok(has('consumer', '{"connector.class": "com.example.Orders", "consumer.override.auto.offset.reset": "latest"}'));
  });
  it('is idempotent where the connector needs exactly-once support', () => {
    const text = lines('connector.class=OrdersSource', 'exactly.once.support=Required ', 'producer.override.enable.idempotence=false');
    assert.deepEqual(ignoredIn(config('producer', text)), ['enable.idempotence always-overridden']);
    assert.equal(config('producer', text).effective('enable.idempotence')?.text, 'true');
  });
  it('has unknown keys', () => {
    const unknown = readFile(path, `{${sink}, "consumer.override.max.poll.recrods": 5, "consumer.override.": 5, "producer.override": 1}`)
      ?.reading.unknownKeys;
    assert.deepEqual(
      unknown?.map(({ role, key }) => `${role} ${key}`),
      ['consumer max.poll.recrods', 'consumer '],
    );
  });
});

describe('topics that are created for a source', () => {
  const start = ['connector.class=OrdersSource', 'topic.creation.default.replication.factor=3', 'topic.creation.default.partitions=1'];
  it('take the settings of their own group', () => {
    const text = lines(
      ...start,
      'topic.creation.groups=logs, a.b',
      'topic.creation.default.min.insync.replicas=1',
      'topic.creation.a.b.retention.ms=5',
      'topic.creation.logs.include=x',
      'topic.creation.logs.cleanup.policy=compact',
    );
    assert.deepEqual(inForce(config('topic', text, 'topics of default')), ['min.insync.replicas=1']);
    assert.deepEqual(inForce(config('topic', text, 'topics of a.b')), ['retention.ms=5']);
    assert.deepEqual(inForce(config('topic', text, 'topics of logs')), ['cleanup.policy=compact']);
  });
  it('take nothing from a group that no list names', () => {
    const text = lines(...start, 'topic.creation.logs.retention.ms=5', 'topic.creation.logs.replication.factor=1');
    assert.deepEqual(summaries('x.properties', text), [
      'warning ignored-property topic.creation.logs.retention.ms',
      'warning ignored-property topic.creation.logs.replication.factor',
    ]);
    assert.deepEqual(summaries('x.properties', `${text}topic.creation.groups=\${GROUPS}\n`), ['warning replication-factor-low 1']);
  });
  it('have unknown settings', () => {
    assert.deepEqual(summaries('x.properties', lines(...start, 'topic.creation.default.min.insync.replica=2')), [
      'error unknown-property topic.creation.default.min.insync.replica',
    ]);
  });
  it('are no affair of sinks and of MirrorMaker, which creates its own', () => {
    for (const connectorClass of ['OrdersSink', 'MirrorSource'])
      assert.ok(!has('topic', JSON.stringify({ 'connector.class': connectorClass, 'topic.creation.default.retention.ms': '5' })));
  });
});

describe('a connector of MirrorMaker', () => {
  const mirror = (...more: readonly string[]): string => lines('connector.class=MirrorSource', 'source.cluster.alias=A', ...more);
  it('reads with one client, and writes with one of Connect’s', () => {
    const text = mirror('consumer.max.poll.records=1', 'source.consumer.max.poll.records=2', 'producer.override.acks=1', 'producer.acks=0');
    assert.equal(config('consumer', text).text('max.poll.records'), '2');
    assert.equal(config('producer', text).text('acks'), '1');
    assert.equal(config('producer', text, 'offset syncs').text('acks'), '0');
    assert.equal(config('producer', text, 'offset syncs').fallback('acks')?.origin, 'kafka');
    assert.equal(config('consumer', text).effective('auto.offset.reset')?.text, 'earliest');
  });
  it('connects to either cluster as that is said of the cluster, or of the client', () => {
    const text = mirror(
      'source.cluster.security.protocol=SSL',
      'target.cluster.security.protocol=SASL_SSL',
      'admin.retries=3',
      'target.admin.retries=4',
    );
    assert.equal(config('consumer', text).text('security.protocol'), 'SSL');
    assert.equal(config('producer', text, 'offset syncs').text('security.protocol'), 'SSL');
    assert.deepEqual(inForce(config('admin', text, 'target cluster')), ['security.protocol=SASL_SSL', 'retries=4']);
    assert.deepEqual(inForce(config('admin', text, 'source cluster')), ['security.protocol=SSL', 'retries=3']);
    const moved = `${text}offset-syncs.topic.location=target\n`;
    assert.equal(config('producer', moved, 'offset syncs').text('security.protocol'), 'SASL_SSL');
  });
  it('has keys that reach no client, and says where they would', () => {
    const moved = (line: string): string => fixed(mirror(line), 'x.properties', 'ignored-property').replace(mirror(), '');
    assert.equal(moved('consumer.override.max.poll.records=5'), 'source.consumer.max.poll.records=5\n');
    assert.equal(moved('target.cluster.producer.linger.ms=6'), 'producer.override.linger.ms=6\n');
    assert.equal(moved('source.cluster.auto.offset.reset=earliest'), 'source.consumer.auto.offset.reset=earliest\n');
    // a weak value is not to begin to work, nor anything on the other side
    assert.equal(moved('consumer.override.auto.offset.reset=latest'), '');
    assert.equal(moved('source.cluster.producer.acks=all'), '');
    assert.deepEqual(ignoredIn(config('producer', mirror('acks=1'))), ['acks dropped']);
  });
  it('never commits by itself', () => {
    assert.deepEqual(ignoredIn(config('consumer', mirror('source.consumer.enable.auto.commit=true'))), [
      'enable.auto.commit always-overridden',
    ]);
  });
  it('that writes checkpoints or heartbeats has nothing to lose with its consumers', () => {
    const text = (name: string): string =>
      JSON.stringify({
        'connector.class': name,
        'consumer.auto.offset.reset': 'latest',
        'consumer.override.max.poll.records': '5',
        'producer.acks': '0',
        'admin.timeout.ms': '5',
        'source.cluster.bootstrap.servers': 'a:1',
      });
    for (const name of ['MirrorCheckpoint', 'MirrorHeartbeat']) {
      assert.ok(!has('consumer', text(name)) && !has('producer', text(name)));
      assert.ok(has('admin', text(name)));
    }
  });
  it('has unknown keys of its clients, and others in its clusters’ name', () => {
    const unknown = readFile(
      'x.properties',
      mirror('source.consumer.max.poll.recrods=1', 'source.cluster.x=1', 'source.cluster.consumer.x=1'),
    )?.reading.unknownKeys;
    assert.deepEqual(
      unknown?.map(({ role, key }) => `${role} ${key}`),
      ['consumer max.poll.recrods'],
    );
  });
});

describe('a client of Debezium’s own', () => {
  const mysql = (...more: readonly string[]): string => lines('connector.class=io.debezium.connector.mysql.MySqlConnector', ...more);
  it('keeps the history of schemas with Debezium’s defaults, which were weak once', () => {
    const now = mysql('schema.history.internal.kafka.bootstrap.servers=a:1', 'schema.history.internal.producer.linger.ms=5');
    const producer = config('producer', now, 'schema history');
    assert.deepEqual(
      ['acks', 'enable.idempotence', 'bootstrap.servers'].map(name => producer.effective(name)?.text),
      ['all', 'false', 'a:1'],
    );
    const once = mysql('database.history.producer.linger.ms=5', 'database.history.kafka.bootstrap.servers=${SERVERS}');
    assert.equal(config('producer', once, 'database history').effective('acks')?.text, '1');
    assert.equal(config('producer', once, 'database history').effective('bootstrap.servers'), undefined);
  });
  it('is none where the history is elsewhere, or where there is none', () => {
    const key = 'schema.history.internal.producer.acks=1';
    for (const text of [
      mysql('schema.history.internal=io.debezium.storage.file.history.FileSchemaHistory', key),
      mysql('schema.history.internal=${HISTORY}', key),
      lines('connector.class=io.debezium.connector.postgresql.PostgresConnector', key),
      lines('connector.class=OrdersSink', key),
    ])
      assert.deepEqual(summaries('x.properties', text), [], text);
    const kafka = mysql('schema.history.internal=io.debezium.storage.kafka.history.KafkaSchemaHistory', key);
    assert.deepEqual(summaries('x.properties', kafka), ['warning acks-leader-only 1']);
  });
  it('reads signals and commits them, as Debezium wants it', () => {
    const text = mysql(
      'signal.consumer.enable.auto.commit=true',
      'signal.consumer.max.poll.records=5',
      'signal.kafka.topic=x',
      'signal.producer.acks=0',
    );
    assert.deepEqual(inForce(config('consumer', text, 'signals')), ['max.poll.records=5']);
    assert.deepEqual(summaries('x.properties', text), []);
  });
  it('has unknown keys', () => {
    assert.deepEqual(summaries('x.properties', mysql('schema.history.internal.consumer.auto.offset.rest=latest')), [
      'warning unknown-property schema.history.internal.consumer.auto.offset.rest',
    ]);
  });
});

describe('a key of a connector', () => {
  const spelledIn = (text: string, file = path) => {
    const read = readFile(file, text);
    assert.ok(read);
    const { document, reading } = read;
    return (property: string, role: Role, name = 'file'): string | undefined => {
      const scope = reading.scopes.find(one => one.name === name);
      assert.ok(scope, `no scope ${name}`);
      return carrierOf('connector').write({ property, role, scope, near: undefined }, document, reading)?.keys[0];
    };
  };
  it('is written for the clients that it has', () => {
    const spelled = spelledIn(`{${source}, "signal.kafka.topic": "x", "schema.history.internal.kafka.topic": "x"}`);
    assert.equal(spelled('tasks.max', 'source-connector'), 'tasks.max');
    assert.equal(spelled('tasks.max', 'sink-connector'), undefined);
    assert.equal(spelled('tasks.max', 'source-connector', 'topics of default'), undefined);
    assert.equal(spelled('acks', 'producer'), 'producer.override.acks');
    assert.equal(spelled('auto.offset.reset', 'consumer'), undefined);
    assert.equal(spelled('retries', 'admin'), 'admin.override.retries');
    assert.equal(spelled('retention.ms', 'topic', 'topics of default'), 'topic.creation.default.retention.ms');
    assert.equal(spelled('retention.ms', 'topic'), undefined);
    assert.equal(spelled('acks', 'producer', 'schema history'), 'schema.history.internal.producer.acks');
    assert.equal(spelled('acks', 'producer', 'signals'), undefined);
    assert.equal(spelled('enable.auto.commit', 'consumer', 'signals'), undefined);
    assert.equal(spelled('spring:listener.ack-mode', 'consumer'), undefined);
    assert.equal(spelledIn(`{${sink}}`)('acks', 'producer'), undefined);
  });
  it('is written for the clients of MirrorMaker, on their side', () => {
    const spelled = spelledIn('{"connector.class": "MirrorSource", "offset-syncs.topic.location": "target"}');
    assert.equal(spelled('acks', 'producer'), 'producer.override.acks');
    assert.equal(spelled('acks', 'producer', 'offset syncs'), 'target.producer.acks');
    assert.equal(spelled('max.poll.records', 'consumer'), 'source.consumer.max.poll.records');
    assert.equal(spelled('enable.auto.commit', 'consumer'), undefined);
    assert.equal(spelled('retries', 'admin'), 'admin.override.retries');
    assert.equal(spelled('retries', 'admin', 'target cluster'), 'target.admin.retries');
    assert.equal(spelled('acks', 'producer', 'target cluster'), undefined);
    assert.equal(spelledIn('{"connector.class": "MirrorCheckpoint"}')('max.poll.records', 'consumer'), undefined);
  });
  it('is written into its own object, be the name of another the beginning of its name', () => {
    const text = `[{"name": "a", ${source}}, {"name": "a b", "connector.class": "MirrorSource"}]`;
    const spelled = spelledIn(text);
    assert.equal(spelled('acks', 'producer', 'connector a b offset syncs'), 'source.producer.acks');
    assert.equal(spelled('acks', 'producer', 'connector a b'), 'producer.override.acks');
    assert.equal(spelled('retention.ms', 'topic', 'connector a topics of default'), 'topic.creation.default.retention.ms');
  });
});

describe('a fix in a connector’s JSON', () => {
  it('replaces a value and leaves everything else as it is written', () => {
    const text = `{\n\t"name" : "a", // note\n\t"config" : {\n\t\t${source},\n\t\t"producer.override.acks" :1, /* one */\n\t\t"x": [1,2]\n\t}\n}`;
    assert.equal(fixed(text), text.replace(':1,', ':"all",'));
  });
  it('inserts behind its neighbour in the object of the connector, never around it', () => {
    const text = `{\n  "config": {\n    ${sink},\n    "errors.tolerance": "all"\n  },\n  "name": "orders"\n}\n`;
    assert.equal(
      fixed(text),
      text.replace(
        '"all"',
        '"all",\n    "errors.deadletterqueue.topic.name": "orders-dead-letters",\n    "errors.deadletterqueue.context.headers.enable": "true"',
      ),
    );
  });
  it('of an absent key stands at the object of the connector', () => {
    const text = `{\n  "name": "a",\n  "config": {\n    "connector.class": "MirrorCheckpoint",\n    "source.cluster.alias": "A"\n  }\n}`;
    assert.deepEqual(summaries(path, text), ['information mirror-offsets-not-synced "config"']);
    assert.equal(fixed(text), text.replace('Checkpoint",', 'Checkpoint",\n    "sync.group.offsets.enabled": "true",'));
  });
  it('mends the one of many that it is for', () => {
    const one = (name: string, acks: string): string => `{"name": "${name}", "config": {${source}, "producer.override.acks": "${acks}"}}`;
    const text = `[${one('a', 'all')}, ${one('b', '1')}, ${one('b', '1')}]`;
    assert.equal(fixed(text), `[${one('a', 'all')}, ${one('b', 'all')}, ${one('b', '1')}]`);
  });
  it('moves a key within its object', () => {
    const text = `{"config": {"connector.class": "MirrorSource", "consumer.override.max.poll.records": 5}}`;
    assert.equal(fixed(text, path, 'ignored-property'), text.replace('consumer.override', 'source.consumer'));
  });
});

describe('a large file of connectors', () => {
  it('is read in a time that grows with its length only', () => {
    const connectors = (count: number): string =>
      `[${Array.from({ length: count }, (_, i) => `{"name": "c${String(i)}", "config": {${source}, "producer.override.acks": "1"}}`).join()}]`;
    const timeFor = (count: number): number => {
      const started = performance.now();
      assert.equal(analyzeFile(path, connectors(count)).diagnoses.length, count);
      return performance.now() - started;
    };
    timeFor(200);
    assert.ok(timeFor(1600) < 40 * timeFor(200));
  });
});
