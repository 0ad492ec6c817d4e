import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Embedded } from '../../server/src/embedded/embedded.js';
import { koperator } from '../../server/src/embedded/koperator/koperator.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { analyzeFile } from '../support/check.js';

const cluster = (spec: string): string =>
  `apiVersion: kafka.banzaicloud.io/v1beta1\nkind: KafkaCluster\nmetadata:\n  name: kafka\nspec:\n${spec}`;

function embeddedIn(text: string): readonly Embedded[] {
  assert.ok(koperator.mayHold('kafka.yaml', text));
  return koperator.embedded(yaml.parse(text), 'kafka.yaml');
}

const found = (text: string, rule: RegExp): readonly string[] =>
  analyzeFile('kafka.yaml', text)
    .diagnoses.filter(({ rule: { id } }) => rule.test(id))
    .map(({ rule: { id }, span, message }) => `${id} ${slice(text, span)}: ${message}`);

const brokers = (...nodes: readonly string[]): string => `  brokers:\n${nodes.map(node => `    - ${node}\n`).join('')}`;
const three = brokers('id: 0', 'id: 1', 'id: 2');
const text = (key: string, ...lines: readonly string[]): string => `  ${key}: |\n${lines.map(line => `    ${line}\n`).join('')}`;

describe('texts in a cluster of Koperator', () => {
  it('are those of all brokers, of single ones and of groups', () => {
    const groups = '  brokerConfigGroups:\n    big:\n      config: e=5\n    small: {}\n';
    const nodes = brokers('{ id: 0, readOnlyConfig: c=3 }', '{ id: 1, brokerConfig: { config: d=4 } }', '{ id: 2, brokerConfig: {} }');
    const all = embeddedIn(cluster(text('readOnlyConfig', 'a=1') + text('clusterWideConfig', 'b=2') + groups + nodes));
    assert.deepEqual(
      all.map(one => [one.name, one.document.text.trim(), one.facts.includes('partly-seen')]),
      [
        ['KafkaCluster kafka, readOnlyConfig', 'a=1', false],
        ['KafkaCluster kafka, clusterWideConfig', 'b=2', true],
        ['KafkaCluster kafka, brokers.0.readOnlyConfig', 'c=3', true],
        ['KafkaCluster kafka, brokerConfigGroups.big.config', 'e=5', true],
        ['KafkaCluster kafka, brokers.1.brokerConfig.config', 'd=4', true],
      ],
    );
    assert.equal(koperator.mayHold('kafka.yaml', 'readOnlyConfig: |\n  a=1\n'), false);
    assert.deepEqual(embeddedIn(cluster('  readOnlyConfig: a=1\n').replace('Cluster', 'User')), []);
  });

  it('win over each other: what is set in running brokers, the operator, a single broker, all of them', () => {
    const spec = (...wide: readonly string[]): string =>
      text('readOnlyConfig', 'min.insync.replicas=1', 'zookeeper.connect=a:1', 'process.roles=broker') +
      (wide.length > 0 ? text('clusterWideConfig', ...wide) : '') +
      three;
    const ignored = (yamlText: string): readonly string[] =>
      found(yamlText, /^ignored-property$/).map(line => line.replace(/, which.*/, ''));
    const byOperator = (property: string, line = property): string =>
      `ignored-property ${line}: Koperator writes its own ${property} over this one`;
    assert.deepEqual(ignored(cluster(spec())), [byOperator('zookeeper.connect')]);
    assert.deepEqual(ignored(cluster(`  kRaft: true\n${spec('min.insync.replicas=2')}`)), [
      'ignored-property min.insync.replicas: clusterWideConfig writes its own min.insync.replicas over this one',
      byOperator('process.roles'),
    ]);
  });

  it('are set where another one says it', () => {
    const replication = /^(min-insync-replicas-low|replication-factor-low)$/;
    const alone = cluster(text('readOnlyConfig', 'num.io.threads=8') + three);
    assert.deepEqual(
      found(alone, replication).map(line => line.replace(/:.*/, '')),
      ['replication-factor-low num.io.threads', 'min-insync-replicas-low num.io.threads'],
    );
    const wide = text('clusterWideConfig', 'min.insync.replicas=2', 'default.replication.factor=3');
    assert.deepEqual(found(alone.replace('  brokers', `${wide}  brokers`), replication), []);
    assert.match(found(cluster(text('clusterWideConfig', 'num.io.threads=8') + three), replication)[0] ?? '', /has 3 brokers/);
    assert.equal(found(cluster(brokers('{ id: 0, readOnlyConfig: num.io.threads=8 }', 'id: 1')), replication).length, 0);
  });

  it('give a rack to brokers where the operator does', () => {
    const racks = (spec: string): boolean => {
      const [first] = embeddedIn(cluster(text('readOnlyConfig', 'a=1') + spec));
      return first?.defaults.some(({ property, value }) => property === 'broker.rack' && value === undefined) === true;
    };
    assert.equal(racks(''), false);
    assert.equal(racks('  rackAwareness: { labels: [zone] }\n'), true);
  });

  it('are read with the version of the image', () => {
    const version = (image: string): unknown => embeddedIn(cluster(`  clusterImage: ${image}\n  readOnlyConfig: a=1\n`))[0]?.kafkaVersion;
    assert.equal(version('ghcr.io/banzaicloud/kafka:2.13-3.4.1'), '3.4.1');
    assert.equal(version('"adobe/kafka:jdk17-2.13-3.9.1"'), '3.9.1');
    assert.equal(version('adobe/kafka:3.9.1'), undefined);
  });

  it('are not given what would not get through', () => {
    const before = cluster(text('readOnlyConfig', 'a=1', 'listeners=A://:1') + text('clusterWideConfig', 'min.insync.replicas=2'));
    const [first, second] = embeddedIn(before);
    const edited = (one: Embedded | undefined, inner: string): string | undefined => {
      const edits = one?.outerEdits(inner);
      return edits && applyEdits(before, edits);
    };
    assert.equal(edited(first, 'a=2\nlisteners=A://:1\n'), before.replace('a=1', 'a=2'));
    assert.equal(edited(first, 'a=1\n'), before.replace('    listeners=A://:1\n', ''));
    for (const key of ['zookeeper.connect', 'min.insync.replicas'])
      assert.equal(edited(first, `a=1\nlisteners=A://:1\n${key}=2\n`), undefined);
    assert.equal(edited(second, 'min.insync.replicas=3\n'), before.replace('replicas=2', 'replicas=3'));
  });

  it('are mended where they stand', () => {
    const before = cluster(text('readOnlyConfig', 'unclean.leader.election.enable=true', 'a=1') + three);
    const analysis = analyzeFile('kafka.yaml', before);
    const [diagnosis] = analysis.diagnoses.filter(({ rule }) => rule.id === 'unclean-leader-election');
    assert.ok(diagnosis);
    const [fix] = fixesOf(diagnosis, analysis);
    assert.equal(fix && applyEdits(before, fix.edits), before.replace('=true', '=false'));
  });
});

describe('brokers of Koperator', () => {
  const count = (spec: string): readonly unknown[] => {
    const [first] = embeddedIn(cluster(`  readOnlyConfig: a=1\n${spec}`));
    return [first?.nodes, first?.facts.includes('only-broker')];
  };

  it('are counted by their roles, which their group may have', () => {
    assert.deepEqual(count(three), [3, false]);
    assert.deepEqual(count(brokers('id: 0')), [1, true]);
    assert.deepEqual(count(''), [undefined, false]);
    const groups = '  brokerConfigGroups:\n    c: { processRoles: [controller] }\n    b: { processRoles: [broker] }\n';
    const nodes = brokers(
      ...['{ id: 0, brokerConfigGroup: b }', '{ id: 1, brokerConfigGroup: c }', '{ id: 2, brokerConfig: { processRoles: [controller] } }'],
      ...['{ id: 3, brokerConfigGroup: c, brokerConfig: { processRoles: [broker] } }', '{ id: 4, brokerConfigGroup: none }'],
    );
    assert.deepEqual(count(groups + nodes), [3, false]);
  });

  it('lose what is in volumes that go with their pods', () => {
    const storage = (...volumes: readonly string[]): string =>
      `  brokerConfigGroups:\n    a:\n      storageConfigs:\n${volumes.map(one => `        - ${one}\n`).join('')}`;
    const lost = (yamlText: string): readonly string[] =>
      found(yamlText, /^ephemeral-storage$/).map(line => line.replace(/ is made.*/, ''));
    const empty = '{ mountPath: /a, emptyDir: {} }';
    const claim = '{ mountPath: /b, pvcSpec: {} }';
    assert.deepEqual(lost(cluster(storage(empty, claim) + three)), ['ephemeral-storage emptyDir: The volume at /a']);
    assert.deepEqual(lost(cluster(storage(claim, '{ mountPath: /a, emptyDir: {}, pvcSpec: {} }', '{ emptyDir: {} }') + three)), []);
    const ofBroker = brokers(`{ id: 0, brokerConfig: { storageConfigs: [${empty}] } }`, 'id: 1');
    assert.deepEqual(lost(cluster(ofBroker)), ['ephemeral-storage emptyDir: The volume at /a']);
    const [only] = embeddedIn(cluster(storage(empty) + three));
    assert.ok(only);
    assert.equal(only.name, 'KafkaCluster kafka, brokerConfigGroups.a.storageConfigs');
    for (const change of ['', `${only.document.text}b=1\n`, only.document.text.replace('/a', '/b'), 'other=/a\n'])
      assert.equal(only.outerEdits(change), undefined, change);
  });

  it('are told once where there is one of them', () => {
    const node = brokers('{ id: 0, brokerConfig: { storageConfigs: [{ mountPath: /a, emptyDir: {} }] } }');
    assert.equal(found(cluster(node), /^single-node-cluster$/).length, 1);
    assert.equal(found(cluster(`  readOnlyConfig: auto.create.topics.enable=true\n${node}`), /^single-node-cluster$/).length, 1);
  });
});

describe('topics of Koperator', () => {
  const topic = (spec: string): string =>
    `apiVersion: kafka.banzaicloud.io/v1alpha1\nkind: KafkaTopic\nmetadata:\n  name: a\nspec:\n  clusterRef: { name: kafka }\n${spec}`;

  it('have the number of their copies beside their map', () => {
    const [found1] = embeddedIn(topic('  replicationFactor: 1\n  config:\n    a: b\n'));
    assert.equal(found1?.document.text, 'strimzi\\:replicas=1\na=b\n');
    assert.deepEqual(found1.facts, []);
    assert.deepEqual(embeddedIn(topic('')), []);
    const beside = embeddedIn(`${topic('  replicationFactor: 1\n')}---\n${cluster('')}`);
    assert.deepEqual(
      beside.map(({ facts }) => facts),
      [['cluster-in-sight']],
    );
    assert.deepEqual(embeddedIn(topic('  config: { a: b }\n').replace('  clusterRef: { name: kafka }\n', '')).length, 1);
  });
});
