import assert from 'node:assert/strict';
import { absenceCounts, foldsHere, grade, pointToOwn, type Raw } from '../../server/src/analysis/judge.js';
import { defaultOptions, type AnalysisOptions } from '../../server/src/analysis/options.js';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import type { Finding, Rule } from '../../server/src/rules/rule.js';
import singleNodeCluster from '../../server/src/rules/single-node-cluster.js';
import { configOf, raw, read, settingOf } from './stubs.js';

const producer = configOf(read('producer.properties', 'acks=1\nlinger.ms=5\n'), 'producer');
const at = settingOf(producer, 'acks');
const said: Finding = { message: 'plain', at };
const absent: Finding = { message: 'plain', at: 'absent' };

function graded(one: Raw, options: Partial<AnalysisOptions> = {}): string | undefined {
  const grading = grade(one, { ...defaultOptions, ...options });
  return grading && `${grading.severity} ${grading.certainty}`;
}

describe('the grade of a finding', () => {
  const inferred: EffectiveConfig = { ...producer, trust: 'inferred' };
  const development: EffectiveConfig = { ...producer, scope: { ...producer.scope, development: true } };

  it('is the rule’s, unless the finding has one of its own', () => {
    assert.equal(graded(raw(producer, said)), 'warning certain');
    assert.equal(graded(raw(producer, { ...said, severity: 'information' })), 'information certain');
    assert.equal(graded(raw(producer, { ...said, certainty: 'assumed' })), 'warning assumed');
  });

  it('is never an error for an absent key, and always assumed, unless Kafka refuses its absence', () => {
    assert.equal(graded(raw(producer, absent, { severity: 'error' })), 'warning assumed');
    assert.equal(graded(raw(producer, absent, { severity: 'information' })), 'information assumed');
    assert.equal(graded(raw(producer, { ...absent, refusedByKafka: true }, { severity: 'error' })), 'error assumed');
  });

  it('is one step lower and assumed where the version decides, or where the role is a guess', () => {
    assert.equal(graded(raw(producer, said, {}, true)), 'information assumed');
    assert.equal(graded(raw(inferred, said)), 'information assumed');
    assert.equal(graded(raw(inferred, said, {}, true)), 'information assumed', 'two doubts are one step');
    assert.equal(graded(raw(inferred, said, { severity: 'hint' })), 'hint assumed');
  });

  it('is one step lower in a scope for development, but for the remark that says so', () => {
    assert.equal(graded(raw(development, said)), 'information certain');
    const remark: Raw = { rule: singleNodeCluster, finding: absent, config: development, versionDependent: false };
    assert.equal(graded(remark), 'information assumed');
  });

  it('is not touched by any doubt where Kafka refuses to start', () => {
    const refused = { ...said, refusedByKafka: true };
    for (const config of [inferred, development]) assert.equal(graded(raw(config, refused, { severity: 'error' }, true)), 'error certain');
  });

  it('is higher in the profile strict where the rule says so, but not for what is absent', () => {
    const rule: Partial<Rule> = { strictSeverity: 'error' };
    assert.equal(graded(raw(producer, said, rule), { profile: 'strict' }), 'error certain');
    assert.equal(graded(raw(producer, { ...said, severity: 'information' }, rule), { profile: 'strict' }), 'error certain');
    assert.equal(graded(raw(producer, absent, rule), { profile: 'strict' }), 'warning assumed');
    assert.equal(graded(raw(producer, said), { profile: 'strict' }), 'warning certain');
  });

  it('is none where records may be lost on purpose, unless Kafka refuses', () => {
    const ids = [
      'acks-none',
      'retries-too-few',
      'auto-commit-enabled',
      'offset-reset-latest',
      'idempotence-disabled',
      'send-without-confirmation',
    ];
    for (const id of ids) {
      assert.equal(graded(raw(producer, said, { id }), { profile: 'at-most-once' }), undefined, id);
      assert.equal(graded(raw(producer, { ...said, refusedByKafka: true }, { id }), { profile: 'at-most-once' }), 'warning certain', id);
    }
    for (const id of ['delivery-timeout-short', 'offset-retention-short', 'max-block-short']) {
      assert.equal(graded(raw(producer, said, { id }), { profile: 'at-most-once' }), 'warning certain', id);
    }
  });

  it('is what the user wants, if the user wants one', () => {
    for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
      assert.equal(graded(raw(inferred, absent), { severities: { 'a-rule': severity } }), `${severity} assumed`);
    }
    assert.equal(graded(raw(producer, { ...said, refusedByKafka: true }), { severities: { 'a-rule': 'off' } }), undefined);
    assert.equal(graded(raw(producer, said), { severities: { 'another-rule': 'off' } }), 'warning certain');
  });
});

describe('an absent key', () => {
  const counts = (path: string, text: string, role: string, scope?: string): boolean => {
    const file = read(path, text);
    const config = configOf(file, role, scope);
    return absenceCounts(
      config,
      file.configs.find(other => other.scope === config.scope.base && other.role === role),
    );
  };

  it('means something where a key of the role itself is written', () => {
    assert.equal(counts('producer.properties', 'linger.ms=5\nclient.id=a\n', 'producer'), true);
    assert.equal(counts('application.yml', 'spring:\n  kafka:\n    producer:\n      batch-size: 1\n', 'producer'), true);
  });

  it('means nothing where only addresses, names and security are', () => {
    assert.equal(
      counts('producer.properties', 'bootstrap.servers=a:9092\nclient.id=a\nsecurity.protocol=SSL\nssl.protocol=TLS\n', 'producer'),
      false,
    );
    assert.equal(counts('application.properties', 'spring.kafka.properties.linger.ms=5\n', 'producer'), false);
  });

  const profiled = (base: string, profile: string): string =>
    `spring:\n  kafka:\n    ${base}\n---\nspring:\n  config.activate.on-profile: eu\n  kafka:\n    ${profile}\n`;

  it('is the affair of the base, where that is written for the role', () => {
    const both = profiled('producer: { batch-size: 1 }', 'producer: { acks: all }');
    assert.deepEqual(
      [counts('application.yml', both, 'producer'), counts('application.yml', both, 'producer', 'profile eu')],
      [true, false],
    );
    assert.equal(
      counts('application.yml', profiled('consumer: { group-id: a }', 'producer: { acks: all }'), 'producer', 'profile eu'),
      true,
    );
  });

  it('means nothing in a file whose base is elsewhere', () => {
    assert.equal(counts('application-eu.properties', 'spring.kafka.producer.acks=all\n', 'producer', 'profile eu'), false);
    const file = read('producer.properties', 'linger.ms=5\nclient.id=a\n');
    const config = configOf(file, 'producer');
    assert.equal(absenceCounts({ ...config, facts: new Set(['partly-seen']) }, undefined), false);
  });
});

describe('a finding at an inherited setting', () => {
  const text = [
    'spring.kafka.producer.acks=1',
    'spring.kafka.producer.retries=3',
    '#---',
    'spring.config.activate.on-profile=eu',
    'spring.kafka.producer.retries=0',
    'spring.kafka.producer.batch-size=1',
    '',
  ].join('\n');
  const file = read('application.properties', text);
  const [base, eu] = [configOf(file, 'producer'), configOf(file, 'producer', 'profile eu')];
  const inherited = settingOf(eu, 'acks');
  const [own, another] = [settingOf(eu, 'retries'), settingOf(eu, 'batch.size')];

  it('stays where it is written', () => {
    const finding: Finding = { message: 'plain', at: inherited };
    assert.equal(pointToOwn(finding, base), finding);
    assert.equal(pointToOwn(finding, eu), undefined);
    assert.equal(pointToOwn({ message: 'plain', at: inherited, related: [inherited] }, eu), undefined);
  });

  it('moves to a setting of the scope that takes part in it', () => {
    const moved = pointToOwn({ message: 'plain', at: inherited, related: [own, another] }, eu);
    assert.equal(moved?.at, own);
    assert.deepEqual(moved.related, [inherited, another]);
  });

  it('is no matter for what points at no setting', () => {
    assert.equal(pointToOwn(absent, eu), absent);
  });
});

describe('a development cluster', () => {
  const folds = (text: string, options: Partial<AnalysisOptions> = {}): boolean => {
    const file = read('server.properties', text);
    return foldsHere(configOf(file, 'broker'), file.clusters, { ...defaultOptions, ...options });
  };

  it('is one that can be reached from this machine alone, or a lone node of both roles', () => {
    assert.equal(folds('broker.id=0\nzookeeper.connect=localhost:2181/kafka'), true);
    assert.equal(folds('process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@kafka:9093'), true);
    assert.equal(folds('broker.id=0\nzookeeper.connect=zk:2181\nadvertised.listeners=PLAINTEXT://localhost:9092'), true);
  });

  it('is none with replication, several controllers or another address', () => {
    assert.equal(folds('broker.id=0\nzookeeper.connect=localhost:2181\ndefault.replication.factor=3'), false);
    assert.equal(folds('broker.id=0\nzookeeper.connect=localhost:2181\noffsets.topic.replication.factor=${RF}'), false);
    assert.equal(folds('broker.id=0\nzookeeper.connect=zk1:2181,zk2:2181'), false);
    assert.equal(folds('process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@kafka:9093'), false);
  });

  it('is every file in the profile single-node, and every scope for development', () => {
    assert.equal(folds('broker.id=0\nzookeeper.connect=zk1:2181,zk2:2181', { profile: 'single-node' }), true);
    const file = read('server.properties', 'broker.id=0');
    const config = configOf(file, 'broker');
    assert.equal(foldsHere({ ...config, scope: { ...config.scope, development: true } }, [], defaultOptions), true);
  });
});
