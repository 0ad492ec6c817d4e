import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import type { Role } from '../../server/src/kafka/property.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, findIn, severityOf, summaries } from '../support/check.js';
import { broker, combined, controller, zookeeperBroker } from './shared/nodes.js';

const id = 'replication-factor-low';
const key = 'default.replication.factor';

describe('replication-factor-low', () => {
  const severity = (settings: string): string | undefined => severityOf(id, findIn('broker', settings, { version: '4.3' }));

  it('warns of 1 and of 0, tells of 2, and is content with 3, more, or -1', () => {
    for (const file of [zookeeperBroker, combined, controller]) {
      assert.equal(severity(`${file}\n${key}=1`), 'warning');
      assert.equal(severity(`${file}\n${key}=0`), 'warning');
      assert.equal(severity(`${file}\n${key}=2`), 'information');
    }
    for (const value of ['3', '4', '-1', '${REPLICAS}', 'three']) assert.equal(severity(`${key}=${value}`), undefined, value);
  });

  it('says no more than a hint where the node is a broker alone', () => {
    for (const value of ['0', '1', '2']) assert.equal(severity(`${broker}\n${key}=${value}`), 'information', value);
  });

  it('tells of the default, but not in a controller’s file', () => {
    assert.equal(severity(zookeeperBroker), 'information');
    assert.equal(severity(broker), 'information');
    assert.equal(severity(controller), undefined);
  });

  it('warns of the default where the text shows that there are several brokers', () => {
    const node = (name: string): string =>
      `  ${name}:\n    image: apache/kafka\n    environment:\n      KAFKA_ZOOKEEPER_CONNECT: zoo:2181,zoo2:2181\n`;
    const severities = (...names: readonly string[]): readonly string[] =>
      analyzeFile('docker-compose.yml', `services:\n${names.map(node).join('')}`).diagnoses.flatMap(one =>
        one.rule.id === id ? [one.severity] : [],
      );
    assert.deepEqual(severities('a', 'b'), ['warning']);
    assert.deepEqual(severities('a'), []);
  });

  it('offers one replica more than min.insync.replicas demands', () => {
    const text = `${key}=1\nmin.insync.replicas=3\n`;
    const analysis = analyzeFile('server.properties', text);
    const found = analysis.diagnoses.find(one => one.rule.id === id);
    const [fix] = found ? fixesOf(found, analysis) : [];
    assert.equal(fix && applyEdits(text, fix.edits), `${key}=4\nmin.insync.replicas=3\n`);
    assert.equal(fix?.safety, 'unsafe');
    assert.match(fix.title, /reassigned/);
  });
});

describe('replication-factor-low of programs around Kafka', () => {
  const severity = (role: Role, settings: string, version = '4.3'): string | undefined =>
    severityOf(id, findIn(role, settings, { version }));

  it('warns of one replica and tells of two, for every kind of topic that they create', () => {
    for (const [role, key, rest] of [
      ['streams', 'replication.factor', ''],
      ['mirror-source', 'replication.factor', ''],
      ['source-connector', 'topic.creation.default.replication.factor', 'topic.creation.default.partitions=1'],
      ['source-connector', 'topic.creation.logs.replication.factor', 'topic.creation.groups=logs'],
      ['sink-connector', 'errors.deadletterqueue.topic.replication.factor', 'errors.deadletterqueue.topic.name=bad\ntopics=orders'],
      ['connector', 'topic.creation.default.replication.factor', 'topic.creation.default.partitions=1'],
    ] as const) {
      assert.equal(severity(role, `${rest}\n${key}=1`), 'warning', key);
      assert.equal(severity(role, `${rest}\n${key}=2`), 'information', key);
      for (const value of ['3', '-1', '${REPLICAS}'])
        assert.equal(severity(role, `${rest}\n${key}=${value}`), undefined, `${key}=${value}`);
    }
  });

  it('says nothing of dead letters without a topic for them', () => {
    assert.equal(severity('sink-connector', 'topics=orders\nerrors.deadletterqueue.topic.replication.factor=1'), undefined);
  });

  it('tells of the default of Kafka Streams before 3.0, and leaves it to the brokers since', () => {
    assert.equal(severity('streams', 'num.stream.threads=4', '2.8'), 'information');
    assert.equal(severity('streams', 'num.stream.threads=4', '3.0'), undefined);
  });

  it('tells of the two replicas that MirrorMaker gives by default, for flows and connectors that run', () => {
    const clusters = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\n';
    const inFile = (text: string): readonly string[] =>
      summaries('connect-mirror-maker.properties', clusters + text, { version: '4.3' }).filter(line => line.includes(id));
    assert.deepEqual(inFile('A->B.enabled=true\n'), [`information ${id} true`]);
    assert.deepEqual(inFile('A->B.topics=.*\n'), []);
    assert.equal(severity('mirror-source', 'tasks.max=2'), 'information');
    assert.equal(severity('mirror-source', 'tasks.max=2\nenabled=false'), undefined);
  });
});
