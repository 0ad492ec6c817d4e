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
    assert.deepEqual(settingsIn('x.properties', ...lines, 'transforms=t').at(-1), 'source-connector transforms');
  });
});
