import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAllEdits, fixesOf } from '../../server/src/analysis/fixes.js';
import type { Embedded } from '../../server/src/embedded/embedded.js';
import { strimzi } from '../../server/src/embedded/strimzi/strimzi.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { analyzeFile, summaries } from '../support/check.js';
import { times } from '../support/runs.js';

const resource = (kind: string, spec: string, { name = 'orders', version = 'v1', labels = '' } = {}): string =>
  `apiVersion: kafka.strimzi.io/${version}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${labels}spec:\n${spec}`;
const label = '  labels:\n    strimzi.io/cluster: orders\n';
const joined = (...resources: readonly string[]): string => resources.join('---\n');
const kafka = (...config: readonly string[]): string =>
  resource('Kafka', `  kafka:\n    version: 4.1.0\n    config:\n${config.map(line => `      ${line}\n`).join('')}`);
const pool = (replicas: string, roles: string): string =>
  resource('KafkaNodePool', `  replicas: ${replicas}\n  roles: [${roles}]\n`, { name: 'pool', labels: label });

function embeddedIn(text: string): readonly Embedded[] {
  assert.ok(strimzi.mayHold('kafka.yaml', text));
  return strimzi.embedded(yaml.parse(text), 'kafka.yaml');
}

const innerTexts = (text: string): readonly string[] => embeddedIn(text).map(({ document }) => document.text);

function rewritten(text: string, change: (inner: string) => string): string | undefined {
  const [first] = embeddedIn(text);
  const edits = first?.outerEdits(change(first.document.text));
  return edits && applyEdits(text, edits);
}

/** The keys that are taken out. */
const ignoredIn = (text: string): readonly string[] =>
  embeddedIn(text).flatMap(({ ignored = new Map(), document }) =>
    document.entries.filter(entry => ignored.has(entry)).map(({ keySpan }) => slice(document.text, keySpan)),
  );

describe('resources of Strimzi', () => {
  it('are found in documents and in lists, by their version', () => {
    const one = kafka('num.io.threads: 8');
    const list = `kind: List\nitems:\n${one.replace(/^/gm, '    ').replace('    ', '  - ').trimEnd()}\n`;
    for (const text of [one, joined('a: 1\n', one), list]) assert.deepEqual(innerTexts(text), ['num.io.threads=8\n']);
    assert.deepEqual(embeddedIn(one.replace('kafka.strimzi.io/v1', 'example.com/kafka.strimzi.io/')), []);
    assert.deepEqual(embeddedIn(one.replace('kind: Kafka', 'type: Kafka')), []);
    assert.deepEqual(embeddedIn(resource('KafkaUser', '  config:\n    acks: 0\n')), []);
    assert.equal(strimzi.mayHold('kafka.yaml', 'kind: Kafka\n'), false);
  });

  it('have names for people', () => {
    const text = joined(
      kafka('a: 1'),
      resource('KafkaBridge', '  producer:\n    config:\n      acks: 1\n'),
      kafka('a: 1').replace('  name: orders\n', '  x: y\n'),
    );
    assert.deepEqual(
      embeddedIn(text).map(({ name }) => name),
      ['Kafka orders', 'KafkaBridge orders, producer', 'Kafka '],
    );
  });

  it('have values as their programs get them', () => {
    const text = kafka('a: yes', 'b: 012', 'c: "1"', 'd: ~', 'e: [1]', 'f: { g: 1 }', "h: '${env:X}'");
    assert.deepEqual(innerTexts(text), ['a=true\nb=10\nc=1\nd=\nh=${env:X}\n']);
  });

  it('have the version that is written', () => {
    const version = (written: string): string | undefined => embeddedIn(kafka('a: 1').replace('4.1.0', written))[0]?.kafkaVersion;
    assert.deepEqual(['3.10', '"3.9.0"', "'3.8'", '4.1.0'].map(version), ['3.10', '3.9.0', '3.8', '4.1.0']);
    assert.equal(embeddedIn(kafka('a: 1').replace('    version: 4.1.0\n', ''))[0]?.kafkaVersion, undefined);
  });

  it('point at what they write', () => {
    const text = kafka('min.insync.replicas: "1"', "'num.io.threads': 8");
    const [found] = embeddedIn(text);
    const shown = found?.document.entries.map(({ keySpan, valueSpan }) =>
      [keySpan, valueSpan].map(span => slice(text, found.outerSpan(span))),
    );
    assert.deepEqual(shown, [
      ['min.insync.replicas', '1'],
      ["'num.io.threads'", '8'],
    ]);
  });
});

describe('clusters of Strimzi', () => {
  const counted = (...resources: readonly string[]): readonly unknown[] => {
    const [found] = embeddedIn(joined(...resources));
    return [found?.nodes, found?.facts.join(' ')];
  };

  it('have the brokers of their pools', () => {
    const one = kafka('num.io.threads: 8');
    assert.deepEqual(counted(one, pool('2', 'broker'), pool('1', 'broker, controller'), pool('3', 'controller')), [3, '']);
    assert.deepEqual(counted(one, pool('1', 'broker'), pool('3', 'controller')), [1, 'only-broker cluster-in-sight']);
    assert.deepEqual(counted(one, pool('many', 'broker')), [undefined, '']);
    assert.deepEqual(counted(one, pool('1', 'broker').replace('  replicas: 1\n', '')), [undefined, '']);
    assert.deepEqual(counted(one), [undefined, '']);
    assert.deepEqual(counted(one, pool('1', 'broker').replace('cluster: orders', 'cluster: other')), [undefined, '']);
  });

  it('had the number of brokers in themselves before there were pools', () => {
    const old = (replicas: number): string =>
      kafka('num.io.threads: 8').replace('    version', `    replicas: ${String(replicas)}\n    version`);
    assert.deepEqual(counted(old(3)), [3, '']);
    assert.deepEqual(counted(old(1)), [1, 'only-broker cluster-in-sight']);
    const pooled = old(1).replace('  name: orders\n', '  name: orders\n  annotations: { strimzi.io/node-pools: enabled }\n');
    assert.deepEqual(counted(pooled), [undefined, '']);
    assert.deepEqual(counted(pooled, pool('3', 'broker')), [3, '']);
    assert.deepEqual(counted(pooled, pool('3', 'controller')), [undefined, '']);
  });

  it('are made for development with one broker, and with them what stands beside', () => {
    const topic = resource('KafkaTopic', '  replicas: 1\n', { name: 'payments', labels: label });
    const connect = resource(
      'KafkaConnect',
      '  bootstrapServers: orders-kafka-bootstrap:9092\n  config:\n    config.storage.replication.factor: 1\n',
    );
    const text = joined(pool('1', 'broker, controller'), kafka('offsets.topic.replication.factor: 1'), topic, connect);
    assert.deepEqual(summaries('kafka.yaml', text), ['information single-node-cluster offsets.topic.replication.factor']);
    const three = summaries('kafka.yaml', text.replace('replicas: 1', 'replicas: 3'));
    for (const rule of ['replication-factor-low 1', 'internal-topic-replication-low 1'])
      assert.ok(three.includes(`warning ${rule}`), three.join('\n'));
    assert.ok(summaries('kafka.yaml', connect).includes('warning internal-topic-replication-low 1'));
  });

  it('start by what the operator writes: nothing of it is missed', () => {
    assert.deepEqual(
      summaries('kafka.yaml', kafka('default.replication.factor: 3', 'min.insync.replicas: 2', 'auto.create.topics.enable: false')),
      [],
    );
  });

  it('do not get what the operator writes itself', () => {
    const text = kafka(
      'listeners: A://:1',
      'Log.Dirs: /tmp/x',
      'broker.id: 1',
      'listener.name.a-1.max.connections: 1',
      'listener.name.a-1.x: 1',
      'ssl.protocol: TLS',
      'broker.session.timeout.ms: 9000',
    );
    assert.deepEqual(ignoredIn(text), ['listeners', 'Log.Dirs', 'broker.id', 'listener.name.a-1.x']);
    const analysis = analyzeFile('kafka.yaml', text);
    const found = analysis.diagnoses.filter(({ rule }) => rule.id === 'ignored-property');
    assert.deepEqual(
      found.map(({ span }) => slice(text, span)),
      ['listeners', 'broker.id'],
    );
    const [fix] = found.flatMap(one => fixesOf(one, analysis));
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('      listeners: A://:1\n', ''));
  });
});

describe('topics of Strimzi', () => {
  const topic = (replicas: number, config: string): string =>
    resource('KafkaTopic', `  replicas: ${String(replicas)}\n  config: ${config}\n`, { labels: label });

  it('say by a field how many replicas they have', () => {
    assert.deepEqual(summaries('topic.yaml', topic(1, '{}')), ['warning replication-factor-low 1']);
    assert.deepEqual(summaries('topic.yaml', topic(-1, '{ min.insync.replicas: 2 }')), []);
    assert.deepEqual(summaries('topic.yaml', topic(3, '{ min.insync.replicas: 2 }')), []);
    assert.deepEqual(summaries('topic.yaml', topic(3, '{ min.insync.replicas: 3 }')), ['warning no-replica-to-spare 3']);
    assert.deepEqual(summaries('topic.yaml', topic(3, '{ min.insync.replicas: 4 }')), ['warning min-insync-replicas-above-replication 4']);
  });

  it('are mended in that field', () => {
    const text = topic(2, '{ min.insync.replicas: 2 }');
    const analysis = analyzeFile('topic.yaml', text);
    const fixes = analysis.diagnoses.flatMap(one => fixesOf(one, analysis));
    assert.ok(fixes.length > 0);
    for (const { title, edits } of fixes) {
      assert.match(title, /^Set replicas to 3/);
      assert.deepEqual(summaries('topic.yaml', applyEdits(text, edits)), []);
    }
  });

  it('have the version of their cluster in the same text', () => {
    const versions = (...resources: readonly string[]) => embeddedIn(joined(...resources)).map(({ kafkaVersion }) => kafkaVersion);
    assert.deepEqual(versions(topic(3, '{}'), kafka('a: 1')), ['4.1.0', '4.1.0']);
    assert.deepEqual(versions(topic(3, '{}')), [undefined]);
  });
});

describe('workers and connectors of Strimzi', () => {
  it('have fields for names in version v1 alone', () => {
    const config =
      '  config:\n    group.id: a\n    bootstrap.servers: b:1\n    offset.storage.topic: c\n    producer.acks: 1\n    ssl.protocol: TLS\n';
    assert.deepEqual(ignoredIn(resource('KafkaConnect', config)), ['group.id', 'bootstrap.servers', 'offset.storage.topic']);
    assert.deepEqual(ignoredIn(resource('KafkaConnect', config, { version: 'v1beta2' })), ['bootstrap.servers']);
    assert.ok(summaries('connect.yaml', resource('KafkaConnect', config)).includes('warning acks-leader-only 1'));
  });

  it('have names by the operator where the map of v1beta2 has none', () => {
    const config = '  bootstrapServers: b:1\n  config:\n    producer.acks: all\n';
    const defaultsOf = (text: string): readonly (string | undefined)[] => embeddedIn(text)[0]?.defaults.map(({ value }) => value) ?? [];
    const json = 'org.apache.kafka.connect.json.JsonConverter';
    assert.deepEqual(defaultsOf(resource('KafkaConnect', config, { version: 'v1beta2' })), [
      ...['connect-cluster', 'connect-cluster-offsets', 'connect-cluster-configs', 'connect-cluster-status', json, json],
    ]);
    assert.deepEqual(defaultsOf(resource('KafkaConnect', config)), []);
    const mirror =
      '  connectCluster: a\n  clusters:\n    - alias: a\n      bootstrapServers: b:1\n      config:\n        producer.acks: all\n';
    assert.equal(defaultsOf(resource('KafkaMirrorMaker2', mirror, { version: 'v1beta2' }))[0], 'mirrormaker2-cluster');
  });

  it('are a connector by the class in its field', () => {
    const text = resource(
      'KafkaConnector',
      '  class: com.example.OrdersSink\n  tasksMax: 2\n  config:\n    topics: orders\n    tasks.max: 7\n    name: x\n',
    );
    assert.deepEqual(innerTexts(text), ['connector.class=com.example.OrdersSink\ntasks.max=2\ntopics=orders\ntasks.max=7\nname=x\n']);
    assert.deepEqual(ignoredIn(text), ['tasks.max', 'name']);
    assert.equal(
      rewritten(text, inner => inner.replace('tasks.max=2', 'tasks.max=3')),
      text.replace('tasksMax: 2', 'tasksMax: 3'),
    );
    const bare = resource('KafkaConnector', '  class: com.example.OrdersSink\n');
    assert.equal(
      rewritten(bare, inner => `${inner}topics=orders\n`),
      `${bare}  config:\n    topics: orders\n`,
    );
    const add = (inner: string): string => `${inner}topics=orders\n`;
    assert.equal(rewritten(`${bare}  config:\n`, add), `${bare}  config:\n    topics: orders\n`);
    assert.equal(rewritten(`${bare}  config: {}\n`, add), undefined);
    for (const change of [(inner: string) => inner.replace('connector.class', 'x'), () => '', (inner: string) => `${inner}Name=x\n`])
      assert.equal(rewritten(bare, change), undefined);
    assert.deepEqual(embeddedIn(resource('KafkaConnector', '  state: running\n')), []);
  });

  it('are those of MirrorMaker, with a class for each connector', () => {
    const text = resource(
      'KafkaMirrorMaker2',
      [
        '  target: { alias: b, bootstrapServers: "b:1", config: { producer.acks: 1 } }',
        '  mirrors:',
        '    - source: { alias: a, bootstrapServers: "a:1" }',
        '      sourceConnector: { tasksMax: 2, config: { replication.factor: 1 } }',
        '      checkpointConnector: { state: running, tasksMax: 1 }',
        '      heartbeatConnector: 7',
        '      topicsPattern: x.*\n',
      ].join('\n'),
    );
    const mirror = 'org.apache.kafka.connect.mirror.Mirror';
    const flow =
      'topics=x.*\nsource.cluster.alias=a\nsource.cluster.bootstrap.servers=a\\:1\ntarget.cluster.alias=b\ntarget.cluster.bootstrap.servers=b\\:1\n';
    assert.deepEqual(
      innerTexts(text).map(inner => inner.replaceAll('\\:', ':')),
      [
        'producer.acks=1\n',
        `connector.class=${mirror}SourceConnector\ntasks.max=2\n${flow}replication.factor=1\n`,
        `connector.class=${mirror}CheckpointConnector\ntasks.max=1\n${flow}`,
      ].map(inner => inner.replaceAll('\\:', ':')),
    );
    assert.deepEqual(
      embeddedIn(text).map(({ name }) => name),
      [
        'KafkaMirrorMaker2 orders, workers',
        'KafkaMirrorMaker2 orders, mirrors.0.sourceConnector',
        'KafkaMirrorMaker2 orders, mirrors.0.checkpointConnector',
      ],
    );
    const found = summaries('mirror.yaml', text);
    for (const line of [
      'warning acks-leader-only 1',
      'warning replication-factor-low 1',
      'information mirror-durability-not-synced sourceConnector',
    ])
      assert.ok(found.includes(line), found.join('\n'));
  });

  it('are those of the cluster that v1beta2 names', () => {
    const clusters =
      '  clusters:\n    - alias: a\n      config: { producer.acks: 0 }\n    - alias: b\n      config: { producer.acks: 1 }\n';
    const options = { version: 'v1beta2' };
    assert.deepEqual(innerTexts(resource('KafkaMirrorMaker2', `  connectCluster: b\n${clusters}`, options)), ['producer.acks=1\n']);
    assert.deepEqual(innerTexts(resource('KafkaMirrorMaker2', clusters, options)), []);
  });

  it('are none where nothing is said of a connector', () => {
    assert.deepEqual(embeddedIn(resource('KafkaMirrorMaker2', '  mirrors:\n    - sourceConnector: { state: running }\n')), []);
  });

  it('get what is said of the source of their mirror, once', () => {
    const ofSource = (text: string): readonly (readonly string[])[] =>
      embeddedIn(text).map(({ document }) => document.text.split('\n').filter(line => /^source\.cluster\.(?!alias|bootstrap)/.test(line)));
    const config = 'config: { producer.acks: 1, ssl.protocol: TLS }';
    const connectors = 'sourceConnector: { tasksMax: 2 }, checkpointConnector: { tasksMax: 1 }';
    const lines = ['source.cluster.producer.acks=1', 'source.cluster.ssl.protocol=TLS'];
    const v1 = resource('KafkaMirrorMaker2', `  mirrors:\n    - { source: { alias: a, ${config} }, ${connectors} }\n`);
    assert.deepEqual(ofSource(v1), [lines, []]);
    assert.deepEqual(ignoredIn(v1), []);
    assert.deepEqual(
      summaries('mirror.yaml', v1).filter(line => line.includes('ignored')),
      ['warning ignored-property producer.acks'],
    );
    const clusters = `  clusters:\n    - { alias: a, ${config} }\n    - { ${config} }\n`;
    const mirror = (cluster: string): string => `    - { ${cluster}${connectors} }\n`;
    const v1beta2 = `${clusters}  mirrors:\n${['a', 'a', 'b'].map(name => mirror(`sourceCluster: ${name}, `)).join('')}`;
    assert.deepEqual(ofSource(resource('KafkaMirrorMaker2', v1beta2, { version: 'v1beta2' })), [lines, [], [], [], [], []]);
    const nameless = resource('KafkaMirrorMaker2', `  mirrors:\n${mirror('')}`);
    assert.deepEqual(ofSource(nameless), [[], []]);
  });

  it('stand beside clients of the bridge', () => {
    const client = (field: string, ...config: readonly string[]): string =>
      `  ${field}:\n    config:\n${config.map(line => `      ${line}\n`).join('')}`;
    const text = resource(
      'KafkaBridge',
      client('producer', 'acks: 1', 'group.id: x') +
        client('consumer', 'auto.offset.reset: latest', 'group.id: x') +
        client('adminClient', 'sasl.mechanism: PLAIN'),
    );
    assert.deepEqual(ignoredIn(text), ['group.id', 'sasl.mechanism']);
    const found = summaries('bridge.yaml', text);
    for (const line of ['warning acks-leader-only 1', 'warning offset-reset-latest latest'])
      assert.ok(found.includes(line), found.join('\n'));
    const silent = resource('KafkaBridge', client('consumer', 'max.poll.records: 10'));
    assert.deepEqual(summaries('bridge.yaml', silent), []);
  });
});

describe('writing settings of Strimzi', () => {
  it('keeps the way of the map', () => {
    const text = kafka('num.io.threads: 8 # many', 'min.insync.replicas: "1"');
    assert.equal(
      rewritten(text, inner => `${inner.replace('=1', '=2')}default.replication.factor=3\n`),
      `${text.replace('"1"', '"2"')}      default.replication.factor: 3\n`,
    );
    assert.equal(
      rewritten(text, inner => inner.replace('num.io', 'num.network')),
      text.replace('num.io', 'num.network'),
    );
    assert.equal(
      rewritten(text, inner => inner.replace(/^.*\n/, '')),
      text.replace(/ *num.io.*\n/, ''),
    );
    assert.equal(
      rewritten(text, inner => `${inner}log.dirs=/data\n`),
      undefined,
    );
    assert.equal(
      rewritten(text, inner => inner.replace('num.io.threads', 'listeners')),
      undefined,
    );
  });

  it('says again what was written, whatever is changed', () => {
    const key = fc.constantFrom('a', 'a.b', 'c_d', 'e-f', 'num.io.threads', 'x y', '#z');
    const value = fc.constantFrom('1', 'true', '', 'x y', 'a: b', '#', "it's", '"', 'ü', 'null', '- a', '{', '1e3', '012');
    const pairs = fc.uniqueArray(fc.tuple(key, value), { selector: ([one]) => one, minLength: 1, maxLength: 5 });
    const read = (text: string): readonly (readonly [string, string])[] =>
      syntaxes.properties
        .parse(text)
        .entries.map(({ path, value: held }) => [path.map(one => (one.kind === 'key' ? one.text : '')).join(''), held] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1));
    fc.assert(
      fc.property(pairs, pairs, fc.boolean(), (some, others, flow) => {
        const [before, after] = [some, others].map(list => [...list, ['kept', '1'] as const]) as [typeof some, typeof others];
        const items = before.map(([one, given]) => `${JSON.stringify(one)}: ${JSON.stringify(given)}`);
        const text = flow ? kafka().replace('config:\n', `config: { ${items.join(', ')} }\n`) : kafka(...items);
        const empty = syntaxes.properties.parse('');
        const wanted = after
          .map(([one, given]) => applyEdits('', syntaxes.properties.insert(empty, { atEnd: true }, [one], given)))
          .join('');
        const now = rewritten(text, () => wanted);
        assert.ok(now !== undefined);
        assert.deepEqual(read(innerTexts(now)[0] ?? ''), read(wanted), `${text}\nbecame\n${now}`);
      }),
      times(300),
    );
  });

  it('is done by the fixes of findings', () => {
    const text = joined(
      pool('3', 'broker'),
      kafka(
        'unclean.leader.election.enable: true',
        'min.insync.replicas: 1',
        'default.replication.factor: 3',
        'offsets.topic.replication.factor: 1',
      ),
    );
    const analysis = analyzeFile('kafka.yaml', text);
    assert.equal(
      applyEdits(text, fixAllEdits(analysis)),
      text.replace('enable: true', 'enable: false').replace('insync.replicas: 1', 'insync.replicas: 2'),
    );
    for (const diagnosis of analysis.diagnoses)
      for (const { title, edits } of fixesOf(diagnosis, analysis)) {
        const left = analyzeFile('kafka.yaml', applyEdits(text, edits)).diagnoses.map(({ rule }) => rule.id);
        assert.ok(!left.includes(diagnosis.rule.id) && left.length < analysis.diagnoses.length, title);
      }
  });
});

describe('bad input in resources of Strimzi', () => {
  it('costs nothing else', () => {
    const good = kafka('num.io.threads: 0');
    for (const spec of [
      '  7\n',
      '  []\n',
      '  kafka: { config: 7 }\n',
      '  mirrors: 7\n  target: []\n',
      '  mirrors: [7, {}, { sourceConnector: 1 }]\n',
      '  &a [*a]\n',
    ])
      for (const kind of ['Kafka', 'KafkaTopic', 'KafkaConnect', 'KafkaConnector', 'KafkaMirrorMaker2', 'KafkaBridge', 'KafkaNodePool']) {
        const found = summaries('kafka.yaml', joined(resource(kind, spec), good));
        assert.ok(found.includes('error invalid-value 0'), `${kind} ${spec}`);
      }
  });

  it('takes no long time for many resources', () => {
    const start = performance.now();
    const one = joined(kafka('num.io.threads: 0'), resource('KafkaTopic', '  replicas: 1\n', { labels: label }));
    const many = analyzeFile('kafka.yaml', Array.from({ length: 200 }, () => one).join('---\n'));
    assert.equal(many.diagnoses.filter(({ rule }) => rule.id === 'invalid-value').length, 200);
    assert.ok(performance.now() - start < 10_000);
  });
});
