import assert from 'node:assert/strict';
import { markVersionDependent, runRules } from '../../server/src/analysis/run.js';
import type { Cluster } from '../../server/src/config/cluster.js';
import { parseVersion, type KafkaVersion } from '../../server/src/kafka/version.js';
import type { Finding, Rule } from '../../server/src/rules/rule.js';
import { analyzeFile, type Circumstances } from '../support/check.js';
import { configOf, raw, read, ruleWith, settingOf } from './stubs.js';

const file = read('server.properties', 'broker.id=1\nzookeeper.connect=zk1:2181,zk2:2181\nlog.dirs=/data\n');
const broker = configOf(file, 'broker');
const nobody = (): void => assert.fail('no rule fails here');
const run = (rule: Partial<Rule>, clusters: readonly Cluster[] = file.clusters) =>
  runRules([ruleWith(rule)], file.configs, clusters, nobody);

describe('running rules', () => {
  it('asks each rule about the configurations of its roles', () => {
    const check = (): readonly Finding[] => [{ message: 'plain', at: settingOf(broker, 'broker.id') }];
    assert.equal(run({ roles: ['broker'], check }).length, 1);
    assert.equal(run({ roles: ['producer'], check }).length, 0);
    assert.equal(run({}).length, 0);
  });

  it('gives a finding about a cluster to the broker that it points into, else to the first', () => {
    const other = configOf(read('server.properties', 'broker.id=2\nlog.dirs=/data\n'), 'broker');
    const cluster: Cluster = { brokers: [broker, other], development: false };
    const about = (finding: Finding) => run({ checkCluster: () => [finding] }, [cluster]).map(one => one.config);
    assert.deepEqual(about({ message: 'plain', at: settingOf(other, 'broker.id') }), [other]);
    assert.deepEqual(about({ message: 'plain', at: 'absent' }), [broker]);
  });

  it('has nobody to give it to in a cluster without brokers', () => {
    assert.deepEqual(run({ checkCluster: () => [{ message: 'plain', at: 'absent' }] }, [{ brokers: [], development: false }]), []);
  });

  it('lets a rule that throws cost its own findings only, and tells of it', () => {
    const told: string[] = [];
    const failing = ruleWith({
      id: 'failing',
      *check() {
        yield { message: 'plain', at: settingOf(broker, 'broker.id') };
        throw new Error('a bug');
      },
    });
    const sound = ruleWith({ id: 'sound', check: () => [{ message: 'plain', at: settingOf(broker, 'log.dirs') }] });
    const found = runRules([failing, sound], file.configs, file.clusters, (id, error) => told.push(`${id}: ${String(error)}`));
    assert.deepEqual(
      found.map(one => one.rule.id),
      ['sound'],
    );
    assert.deepEqual(told, ['failing: Error: a bug']);
  });

  it('drops what is said of absent keys where they mean nothing', () => {
    const bare = read('producer.properties', 'bootstrap.servers=a:9092\nclient.id=a\n');
    const rule = ruleWith({ check: () => [{ message: 'plain', at: 'absent' }] });
    assert.deepEqual(runRules([rule], bare.configs, bare.clusters, nobody), []);
  });

  it('drops what the base reports already', () => {
    const text = 'spring.kafka.producer.acks=1\n#---\nspring.config.activate.on-profile=eu\nspring.kafka.producer.retries=0\n';
    const spring = read('application.properties', text);
    const rule = ruleWith({ check: config => [{ message: 'plain', at: settingOf(config, 'acks') }] });
    const scopes = runRules([rule], spring.configs, spring.clusters, nobody).map(one => one.config.scope.name);
    assert.deepEqual(scopes, ['file']);
  });
});

describe('what another version would not say', () => {
  const version = (text: string): KafkaVersion => parseVersion(text) ?? assert.fail(text);
  const marked = (finding: Finding, older: readonly Finding[], text = '2.8'): boolean | undefined =>
    markVersionDependent(
      [raw(broker, finding)],
      older.map(one => raw(broker, one)),
      version(text),
    )[0]?.versionDependent;

  it('depends on the version', () => {
    const finding: Finding = { message: 'plain', at: settingOf(broker, 'log.dirs') };
    assert.equal(marked(finding, []), true);
    assert.equal(marked(finding, [finding]), false);
    assert.equal(marked({ message: 'plain', at: 'absent' }, [{ message: 'plain', at: 'absent' }]), false);
    assert.equal(marked({ message: 'plain', at: 'absent' }, [finding]), true);
  });

  it('does not, where the file itself says that a newer version runs', () => {
    const newer = configOf(read('server.properties', 'process.roles=broker\nlog.dirs=/data\nx.y=1\n'), 'broker');
    const roles: Finding = { message: 'plain', at: settingOf(newer, 'process.roles') };
    assert.equal(markVersionDependent([raw(newer, roles)], [], version('2.8'))[0]?.versionDependent, false);
    const consumer = configOf(read('consumer.properties', 'auto.offset.reset=by_duration:PT6M\ngroup.id=a\n'), 'consumer');
    const reset: Finding = { message: 'plain', at: settingOf(consumer, 'auto.offset.reset') };
    assert.equal(markVersionDependent([raw(consumer, reset)], [], version('2.8'))[0]?.versionDependent, false);
  });

  it('is a question for unknown values, unknown keys and frameworks’ own attributes too', () => {
    const unknownValue = configOf(read('producer.properties', 'acks=${ACKS}\nlinger.ms=5\n'), 'producer');
    assert.equal(
      markVersionDependent([raw(unknownValue, { message: 'plain', at: settingOf(unknownValue, 'acks') })], [], version('2.8'))[0]
        ?.versionDependent,
      true,
    );
    const [unknown] = configOf(read('server.properties', 'broker.id=1\nlog.dirz=/data\n'), 'broker').unknownKeys;
    assert.ok(unknown);
    assert.equal(marked({ message: 'plain', at: unknown }, []), true);
    const problem = { kind: 'byte-order-mark', span: { start: 0, end: 1 }, message: 'A byte order mark.' } as const;
    assert.equal(marked({ message: 'plain', at: problem }, []), true);
    assert.equal(marked({ message: 'plain', at: problem }, [{ message: 'plain', at: problem }]), false);
    const stranger = { ...settingOf(broker, 'log.dirs'), property: 'no.such.key' };
    assert.equal(marked({ message: 'plain', at: stranger }, []), true);
  });

  it('is judged for 2.8 while nobody says which Kafka runs, and is no question once somebody does', () => {
    const text = 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\nmin.insync.replicas=2\n';
    const grading = (circumstances: Circumstances): readonly (string | undefined)[] => {
      const found = analyzeFile('server.properties', text, circumstances).diagnoses;
      const [one] = found.filter(diagnosis => diagnosis.rule.id === 'min-insync-replicas-not-in-controller');
      return [one?.severity, one?.certainty];
    };
    assert.deepEqual(grading({}), ['information', 'assumed']);
    assert.deepEqual(grading({ version: '4.3' }), ['warning', 'certain']);
  });
});
