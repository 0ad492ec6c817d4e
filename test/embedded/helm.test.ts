import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { helmValues } from '../../server/src/embedded/helm/values.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const path = 'charts/kafka/values.yaml';

function namesIn(text: string): readonly string[] {
  return helmValues.mayHold(path, text) ? helmValues.embedded(yaml.parse(text), path).map(({ name }) => name) : [];
}

const errorsIn = (text: string): readonly string[] => summaries(path, text).filter(line => line.startsWith('error'));

describe('values of charts', () => {
  it('hand maps to the program of the image beside them', () => {
    const map = (image: string): string =>
      `kafka:\n  image: ${image}\n  configurationOverrides:\n    "unclean.leader.election.enable": "true"\n`;
    assert.deepEqual(errorsIn(map('confluentinc/cp-kafka')), ['error unclean-leader-election true']);
    assert.deepEqual(namesIn(map('nginx')), []);
    assert.deepEqual(namesIn('kafka:\n  configurationOverrides:\n    a: 1\n'), []);
    assert.deepEqual(namesIn('kafka:\n  image: cp-kafka\n  configurationOverrides: {}\n'), []);
  });

  it('say how many brokers there are, and which Kafka by the tag', () => {
    const chart = (brokers: string): string =>
      `image: confluentinc/cp-kafka\nimageTag: 7.4.0\n${brokers}configurationOverrides:\n  num.io.threads: 8\n`;
    const defaults = (text: string): readonly string[] => summaries(path, text).filter(line => line.includes('replication-factor-low'));
    assert.deepEqual(defaults(chart('brokers: 3\n')), ['warning replication-factor-low num.io.threads']);
    assert.deepEqual(defaults(chart('replicaCount: 3\n')), ['warning replication-factor-low num.io.threads']);
    assert.deepEqual(defaults(chart('brokers: many\n')), ['information replication-factor-low num.io.threads']);
    assert.equal(analyzeFile(path, chart('')).version.text, '3.4');
  });

  it('have files of brokers as text, for all nodes and for one kind', () => {
    const line = '    unclean.leader.election.enable=true\n    num.io.threads=8\n';
    assert.deepEqual(errorsIn(`image:\n  repository: bitnami/kafka\n  tag: 3.7.0\nextraConfig: |\n${line}`), [
      'error unclean-leader-election true',
    ]);
    assert.deepEqual(namesIn(`kafka:\n  controller:\n    extraConfig: |\n  ${line}  broker:\n    config: |\n  ${line}`), [
      'kafka.controller.extraConfig',
      'kafka.broker.config',
    ]);
    assert.deepEqual(namesIn(`other:\n  kafka: 1\n  extraConfig: |\n${line}`), []);
    assert.deepEqual(namesIn('image:\n  repository: bitnami/kafka\nextraConfig: a=1\nconfig: {}\n'), []);
  });

  it('are mended where they stand', () => {
    const text =
      'image:\n  repository: bitnami/kafka\nextraConfig: |\n  {{- if .x }}\n  min.insync.replicas=1\n{{- end }}\n  num.io.threads=8\n';
    const analysis = analyzeFile(path, text);
    const found = analysis.diagnoses.find(({ rule }) => rule.id === 'min-insync-replicas-low');
    const [fix] = found ? fixesOf(found, analysis) : [];
    assert.match(fix ? applyEdits(text, fix.edits) : '', /^ {2}min\.insync\.replicas=2$/m);
    assert.match(fix ? applyEdits(text, fix.edits) : '', /^\{\{- end \}\}$/m);
  });
});

/** The rules that speak, with what is underlined. */
const rulesIn = (text: string): readonly string[] => summaries(path, text).map(line => line.replace(/^\w+ /, ''));

/** The text after the first fix of a rule; empty where there is none. */
function mended(text: string, rule: string): string {
  const analysis = analyzeFile(path, text);
  const found = analysis.diagnoses.find(one => one.rule.id === rule);
  const [fix] = found ? fixesOf(found, analysis) : [];
  return fix ? applyEdits(text, fix.edits) : '';
}

const nodesIn = (text: string): readonly (number | undefined)[] => helmValues.embedded(yaml.parse(text), path).map(({ nodes }) => nodes);

describe('values of cp-helm-charts', () => {
  const chart = (image: string, more = ''): string => `image: ${image}\n${more}configurationOverrides:\n  num.io.threads: 8\n`;

  it('have three brokers unless they say otherwise', () => {
    assert.deepEqual(nodesIn(chart('confluentinc/cp-kafka')), [3]);
    assert.deepEqual(nodesIn(chart('confluentinc/cp-kafka', 'replicas: 5\n')), [5]);
    assert.deepEqual(nodesIn(chart('confluentinc/cp-kafka', 'brokers: "{{ x }}"\n')), [undefined]);
    assert.deepEqual(nodesIn(chart('confluentinc/cp-kafka-connect')), [undefined]);
  });

  it('with one broker are made for development', () => {
    const [only, ...more] = rulesIn(chart('confluentinc/cp-kafka', 'brokers: 1\n'));
    assert.deepEqual([only, more], ['single-node-cluster num.io.threads', []]);
    assert.ok(!rulesIn(chart('confluentinc/cp-kafka-connect', 'replicaCount: 1\n')).some(line => line.startsWith('single-node-cluster')));
  });

  it('have variables as such', () => {
    const text = `customEnv:\n  CONNECT_PRODUCER_ACKS: 0\n  CUSTOM_SCRIPT_PATH: /a.sh\n${chart('confluentinc/cp-kafka-connect')}`;
    assert.equal(helmValues.embedded(yaml.parse(text), path)[0]?.document.text, 'producer.acks=0\nnum.io.threads=8\n');
    assert.match(mended(text, 'acks-none'), /^ {2}CONNECT_PRODUCER_ACKS: all$/m);
  });

  it('keep the data elsewhere than the image', () => {
    const [broker] = helmValues.embedded(yaml.parse(chart('confluentinc/cp-kafka')), path);
    assert.deepEqual(broker?.defaults, [
      { property: 'log.dir', value: undefined },
      { property: 'log.dirs', value: undefined },
    ]);
    const [worker] = helmValues.embedded(yaml.parse(chart('debezium/connect')), path);
    assert.ok(worker?.defaults.every(({ value }) => value !== undefined));
  });
});

describe('values of bitnami/kafka up to chart 23', () => {
  const image = 'image: { repository: bitnami/kafka, tag: 3.4.0 }\n';
  const values = 'defaultReplicationFactor: 3\noffsetsTopicReplicationFactor: 1\n';

  it('are settings of the broker', () => {
    const text = `${image}replicaCount: 3\n${values}maxMessageBytes: _5\n`;
    const [chart] = helmValues.embedded(yaml.parse(text), path);
    assert.equal(chart?.document.text, 'default.replication.factor=3\noffsets.topic.replication.factor=1\nmessage.max.bytes=5\n');
    assert.deepEqual([chart.name, chart.nodes, chart.kafkaVersion], ['values', 3, '3.4.0']);
    assert.ok(rulesIn(text).includes('internal-topic-replication-low 1'));
    // by the values that the chart has itself
    assert.ok(rulesIn(text).includes('internal-topic-replication-low offsetsTopicReplicationFactor'));
  });

  it('are found without an image where something else of the chart stands beside them', () => {
    assert.deepEqual(namesIn(`a:\n  kafka:\n    replicaCount: 3\n    offsetsTopicReplicationFactor: 1\n`), ['a.kafka']);
    assert.deepEqual(namesIn(`kafka:\n  zookeeper: { enabled: true }\n  offsetsTopicReplicationFactor: 1\n`), ['kafka']);
    assert.deepEqual(namesIn(`kafka:\n  replicas: 3\n  offsetsTopicReplicationFactor: 1\n`), []);
    assert.deepEqual(namesIn(`other:\n  replicaCount: 3\n  offsetsTopicReplicationFactor: 1\n`), []);
  });

  it('have one node unless they say otherwise', () => {
    assert.deepEqual(nodesIn(`kafka:\n  heapOpts: x\n  offsetsTopicReplicationFactor: 1\n`), [1]);
    assert.deepEqual(rulesIn(`kafka:\n  heapOpts: x\n  offsetsTopicReplicationFactor: 1\n`), [
      'single-node-cluster offsetsTopicReplicationFactor',
    ]);
    assert.deepEqual(nodesIn(`${image}config: |\n  num.io.threads=8\n  num.network.threads=3\n`), [undefined]);
  });

  it('take variables as they are written', () => {
    const variable = (name: string): string =>
      `${image}replicaCount: 3\nextraEnvVars:\n  - name: ${name}\n    value: "true"\n  - value: x\n  - name: KAFKA_CFG_A\n`;
    assert.deepEqual(errorsIn(variable('KAFKA_CFG_UNCLEAN_LEADER_ELECTION_ENABLE')), ['error unclean-leader-election true']);
    assert.deepEqual(namesIn(variable('KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE')), []);
  });

  it('count for nothing beside a whole file', () => {
    assert.deepEqual(namesIn(`${image}${values}config: |\n  num.io.threads=8\n  num.network.threads=3\n`), ['config']);
    assert.deepEqual(namesIn(`${image}${values}existingConfigmap: other\n`), []);
    assert.deepEqual(namesIn(`${image}${values}existingConfigmap: ""\n`), ['values']);
  });

  it('are mended under their own names', () => {
    const text = `${image}replicaCount: 3\noffsetsTopicReplicationFactor: 1\n`;
    assert.match(mended(text, 'internal-topic-replication-low'), /^transactionStateLogReplicationFactor: 3$/m);
    const whole = `${text}transactionStateLogReplicationFactor: 3\n`;
    assert.match(mended(whole, 'internal-topic-replication-low'), /^offsetsTopicReplicationFactor: 3$/m);
    assert.match(mended(text, 'replication-factor-low'), /^defaultReplicationFactor: 3$/m);
    // the chart has no value for it
    assert.equal(mended(text, 'min-insync-replicas-low'), '');
    const volume = `${text}persistence:\n  enabled: false\n`;
    assert.match(mended(volume, 'ephemeral-storage'), /^ {2}enabled: true$/m);
    const [chart] = helmValues.embedded(yaml.parse(text), path);
    assert.deepEqual([chart?.outerEdits(''), chart?.outerEdits('offsets.topic.num.partitions=1\n')], [undefined, undefined]);
    assert.deepEqual(
      ['default.replication.factor', 'min.insync.replicas'].map(key => chart?.keys?.spell(key)),
      ['defaultReplicationFactor', undefined],
    );
  });
});

describe('values of bitnami/kafka from chart 24 on', () => {
  const image = 'image:\n  repository: bitnami/kafka\n  tag: 3.9.0\n';
  const map = 'overrideConfiguration:\n  num.io.threads: 8\n';
  const counts = (text: string): number | undefined => nodesIn(`${image}${text}${map}`)[0];

  it('say how many nodes keep records', () => {
    assert.equal(counts(''), 3);
    assert.equal(counts('replicaCount: 1\n'), 3);
    assert.equal(counts('controller: { replicaCount: 1 }\n'), 1);
    assert.equal(counts('controller: { replicaCount: 3, controllerOnly: true }\nbroker: { replicaCount: 5 }\n'), 5);
    assert.equal(counts('controller: { replicaCount: 3 }\nbroker: { replicaCount: 2 }\n'), 5);
    assert.equal(counts('kraft: { enabled: false }\nbroker: { replicaCount: 2 }\n'), 2);
    assert.equal(counts('controller: { replicaCount: 0 }\n'), undefined);
    assert.equal(counts('controller: { replicaCount: x }\n'), undefined);
    assert.equal(counts('broker: { replicaCount: x }\n'), undefined);
  });

  it('are no variables any more', () => {
    assert.deepEqual(namesIn(`${image}defaultReplicationFactor: 1\n`), []);
    assert.deepEqual(namesIn(`${image}defaultReplicationFactor: 1\n${map}`), ['overrideConfiguration']);
    assert.deepEqual(namesIn('kafka:\n  controller: { replicaCount: 3 }\n  defaultReplicationFactor: 1\n  replicaCount: 1\n'), []);
  });

  it('become a file that is not the one that Kafka is shipped with', () => {
    const known = rulesIn(`${image}${map}`);
    assert.ok(known.includes('replication-factor-low num.io.threads'));
    assert.ok(!known.some(line => line.startsWith('internal-topic')));
  });

  it('are maps and texts, for all nodes and for each kind, also without an image', () => {
    const kinds = `  controller:\n    replicaCount: 3\n    extraConfigYaml:\n      a.b: 1\n  broker:\n    config:\n      c.d: 1\n`;
    assert.deepEqual(namesIn(`kafka:\n  overrideConfiguration:\n    e.f: 1\n${kinds}`), [
      'kafka.overrideConfiguration',
      'kafka.controller.extraConfigYaml',
      'kafka.broker.config',
    ]);
    assert.deepEqual(namesIn(`other:\n${kinds}`), ['other.controller.extraConfigYaml', 'other.broker.config']);
    assert.deepEqual(namesIn('kafka:\n  overrideConfiguration:\n    a.b: 1\n'), []);
    assert.deepEqual(namesIn('controller:\n  replicaCount: 3\noverrideConfiguration:\n  a.b: 1\n'), ['overrideConfiguration']);
    assert.deepEqual(namesIn('loki:\n  controller:\n    a: 1\n  overrideConfiguration:\n    a.b: 1\n'), []);
  });

  it('are known as a whole where one of them stands alone', () => {
    assert.ok(rulesIn(`${image}extraConfig: |\n  num.io.threads=8\n  num.network.threads=3\n`).length > 0);
    assert.deepEqual(rulesIn(`${image}${map}broker:\n  overrideConfiguration:\n    num.network.threads: 3\n`), []);
    assert.deepEqual(rulesIn(`${image}${map}existingSecretConfig: more\n`), []);
    assert.deepEqual(rulesIn(`${image}${map}controller:\n  secretConfig: a=b\n`), []);
    assert.deepEqual(rulesIn(`${image}config: |\n  num.io.threads=8\n  num.network.threads=3\n`), []);
  });

  it('tell of the volumes of the nodes that there are', () => {
    const volume = (kind: string, more = ''): string => `${kind}:\n  persistence: { enabled: false }\n${more}`;
    const found = (text: string): boolean => rulesIn(text).some(line => line.startsWith('ephemeral-storage false'));
    assert.ok(found(`${image}${map}${volume('controller')}`));
    assert.ok(found(`${image}${map}controller:\n  persistence: { enabled: true }\n${volume('broker', '  replicaCount: 2\n')}`));
    assert.ok(!found(`${image}${map}${volume('broker', '  replicaCount: 0\n')}`));
    assert.ok(!found(`${image}${map}persistence:\n  enabled: false\n`));
    assert.ok(found(`${image}${volume('controller')}`));
    const text = `${image}extraConfig: |\n  num.io.threads=8\n  num.network.threads=3\n${volume('controller')}`;
    assert.ok(found(text));
    assert.match(mended(text, 'ephemeral-storage'), /persistence: \{ enabled: true \}/);
  });

  it('are mended where they stand', () => {
    const text = 'kafka:\n  controller:\n    replicaCount: 3\n    overrideConfiguration:\n      num.io.threads: 8\n';
    assert.match(mended(text, 'replication-factor-low'), /^ {6}default\.replication\.factor: 3$/m);
    const [chart] = helmValues.embedded(yaml.parse(text), path);
    assert.equal(chart?.keys?.spell('a.b'), 'a.b');
  });
});

describe('bad input in values', () => {
  it('is no map', () => {
    for (const wrong of ['[1, 2]', '5', '~', '{ a: { b: c } }', '{}']) {
      assert.deepEqual(namesIn(`image: cp-kafka\nconfigurationOverrides: ${wrong}\n`), []);
      assert.deepEqual(namesIn(`image:\n  repository: bitnami/kafka\noverrideConfiguration: ${wrong}\nconfig: ${wrong}\n`), []);
      assert.deepEqual(namesIn(`image:\n  repository: bitnami/kafka\ndefaultReplicationFactor: 3\nextraEnvVars: ${wrong}\n`), ['values']);
      assert.deepEqual(
        namesIn(`image:\n  repository: bitnami/kafka\ncontroller: ${wrong}\npersistence: ${wrong}\nextraConfig: ${wrong}\n`),
        [],
      );
    }
  });
});

describe('templates', () => {
  const template = [
    'kind: ConfigMap',
    'metadata:',
    '  name: {{ include "kafka.name" . }}',
    '  labels:',
    '    {{- include "kafka.labels" . | nindent 4 }}',
    'data:',
    '  server.properties: |',
    '    unclean.leader.election.enable=true',
    '{{- if .Values.authorizer }}',
    '    authorizer.class.name={{ .Values.authorizer }}',
    '{{- end }}',
    '    min.insync.replicas={{ .Values.isr }}',
    '  {{ .Values.name }}.txt: x',
    '',
  ].join('\n');

  it('hide nothing of what is written around them, and say nothing of what they will be', () => {
    const { problems, diagnoses } = analyzeFile('templates/config.yaml', template);
    assert.deepEqual(problems, []);
    const [worst] = diagnoses.filter(({ severity }) => severity === 'error');
    assert.equal(template.slice(worst?.span.start, worst?.span.end), 'true');
    assert.ok(
      !diagnoses.some(({ finding: { at } }) => typeof at === 'object' && 'property' in at && at.property === 'min.insync.replicas'),
    );
  });
});
