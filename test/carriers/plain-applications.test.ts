import assert from 'node:assert/strict';
import { readFile } from '../support/configs.js';

function reading(path: string, ...lines: readonly string[]) {
  const file = readFile(path, `${lines.join('\n')}\n`);
  if (!file) throw new Error(`Nobody reads ${path}.`);
  return file.reading;
}

/** `role property` of each setting, with its scope where that is not the file. */
function settingsIn(path: string, ...lines: readonly string[]): readonly string[] {
  return reading(path, ...lines).settings.map(({ role, property, scope }) => `${scope.base ? `${scope.name}: ` : ''}${role} ${property}`);
}

function unknownIn(path: string, ...lines: readonly string[]): readonly string[] {
  return reading(path, ...lines).unknownKeys.map(({ role, key, scope }) => `${scope.base ? `${scope.name}: ` : ''}${role} ${key}`);
}

describe('the file of a connector', () => {
  const roleOf = (connectorClass: string, ...lines: readonly string[]) =>
    settingsIn('x.properties', `connector.class=${connectorClass}`, 'name=a', ...lines)[0]?.split(' ')[0];
  it('is a source’s or a sink’s by its class, or a sink’s by its topics', () => {
    assert.equal(roleOf('FileStreamSource'), 'source-connector');
    assert.equal(roleOf('io.confluent.connect.jdbc.JdbcSinkConnector'), 'sink-connector');
    assert.equal(roleOf('com.example.Orders', 'topics=a'), 'sink-connector');
    assert.equal(roleOf('com.example.Orders', 'topics.regex=a.*'), 'sink-connector');
    assert.equal(roleOf('com.example.SourceToSink', 'topics=a'), 'sink-connector');
    assert.equal(roleOf('Orders'), 'connector');
  });
  it('is one of MirrorMaker’s by its class', () => {
    assert.equal(roleOf('org.apache.kafka.connect.mirror.MirrorSourceConnector', 'topics=a'), 'mirror-source');
    assert.equal(roleOf('MirrorCheckpointConnector'), 'mirror-checkpoint');
    assert.equal(roleOf('MirrorHeartbeatConnector'), 'mirror-heartbeat');
  });
  it('leaves what Connect does not know to the connector', () => {
    const lines = ['connector.class=FileStreamSource', 'name=a', 'file=/f', 'topic=t'];
    assert.deepEqual(unknownIn('x.properties', ...lines), []);
    assert.deepEqual(settingsIn('x.properties', ...lines, 'producer.override.acks=1').at(-1), 'source-connector producer.override.acks');
  });
});

describe('the file of MirrorMaker 2', () => {
  const head = ['clusters=A, B', 'A.bootstrap.servers=a:1', 'B.bootstrap.servers=b:1'];
  it('has a running configuration for each cluster and each flow', () => {
    const { scopes } = reading('mm2.properties', ...head, 'A->B.enabled=true', 'B.group.id=x');
    assert.deepEqual(
      scopes.map(({ name }) => name),
      ['file', 'cluster A', 'cluster B', 'flow A->B'],
    );
    assert.ok(scopes.slice(1).every(({ base }) => base === scopes[0]));
  });
  it('has keys of flows, of workers, and of all connectors', () => {
    const settings = settingsIn(
      'mm2.properties',
      ...head,
      'A->B.topics=orders',
      'replication.factor=3',
      'offset.storage.replication.factor=3',
    );
    assert.ok(settings.includes('flow A->B: mirror-source topics'));
    assert.ok(settings.includes('mirror-source replication.factor'));
    assert.ok(settings.includes('connect-distributed offset.storage.replication.factor'));
    assert.ok(settings.includes('cluster A: connect-distributed bootstrap.servers'));
  });
  it('has keys that are compared across clusters as settings of its own', () => {
    const settings = settingsIn(
      'mm2.properties',
      ...head,
      'A->B.exactly.once.support=required',
      'A.consumer.isolation.level=read_committed',
    );
    assert.ok(settings.includes('mirror-maker A->B.exactly.once.support'));
    assert.ok(settings.includes('mirror-maker A.consumer.isolation.level'));
  });
  it('hands keys on to clients, and has unknown ones', () => {
    const lines = [...head, 'A->B.enabled=true', 'producer.acks=1', 'A.producer.acks=1', 'B.acks=1', 'offset.flush.interval.ms=1'];
    assert.deepEqual(unknownIn('mm2.properties', ...lines, 'A->B.topic=a', 'A.plugin.paths=a', 'C->B.enabled=true', 'nothing=1'), [
      'flow A->B: mirror-source topic',
      'cluster A: connect-distributed plugin.paths',
      'mirror-maker nothing',
    ]);
  });
  it('has aliases by its other keys where clusters is not known', () => {
    const names = (...lines: readonly string[]) => reading('mm2.properties', ...lines).scopes.map(({ name }) => name);
    assert.deepEqual(names('clusters=${CLUSTERS}', 'x.bootstrap.servers=a:1', 'x->y.enabled=true'), ['file', 'cluster x', 'flow x->y']);
    assert.deepEqual(names('x.z->y.topics=a'), ['file', 'flow x.z->y']);
    // only what String.trim() of Java takes for a blank is cut off
    assert.deepEqual(names('clusters=B,A\u2003', 'A.bootstrap.servers=a:1'), ['file']);
    assert.deepEqual(names('clusters=,A', 'A.bootstrap.servers=a:1', `${'A'.repeat(2000)}.x->y.enabled=true`), ['file', 'cluster A']);
  });
  it('is no broker’s for a broker’s key', () => {
    assert.ok(settingsIn('x.properties', ...head, 'auto.create.topics.enable=true').length > 0);
    assert.equal(settingsIn('x.properties', ...head, 'log.dirs=/data').includes('broker log.dirs'), false);
  });
});
