import assert from 'node:assert/strict';
import { analyzeFile } from '../support/check.js';
import { configOf } from '../support/configs.js';

/** The value that Kafka gets of a leaf of the consumer or the listener; undefined where nothing is known of it. */
function received(leaf: string, value: string): string | undefined {
  const names: Readonly<Record<string, string>> = {
    'consumer.heartbeat-interval': 'heartbeat.interval.ms',
    'consumer.fetch-min-size': 'fetch.min.bytes',
    'consumer.enable-auto-commit': 'enable.auto.commit',
    'consumer.isolation-level': 'isolation.level',
    'consumer.max-poll-records': 'max.poll.records',
    'consumer.group-id': 'group.id',
    'listener.ack-mode': 'spring:listener.ack-mode',
  };
  return configOf('consumer', 'application.properties', `spring.kafka.${leaf}=${value}\n`).text(names[leaf] ?? '');
}

/** The same in YAML, which has numbers and booleans of its own. */
function inYaml(leaf: string, value: string, property: string): string | undefined {
  const role = leaf.startsWith('producer') ? 'producer' : 'consumer';
  return configOf(role, 'application.yml', `spring.kafka.${leaf}: ${value}\n`).text(property);
}

// every answer below is Spring Boot 3.5's own, got by binding the file to KafkaProperties
describe('a leaf of Spring Boot', () => {
  it('takes a length of time with a unit, in ISO 8601, or in ms', () => {
    const lengths = { '500': '500', '5s': '5000', '5S': '5000', '3000ms': '3000', '2m': '120000', '1h': '3600000', '1d': '86400000' };
    const odd = {
      '100us': '0',
      '5000000ns': '5',
      '+7s': '7000',
      '-5s': '-5000',
      PT5S: '5000',
      pt5s: '5000',
      'PT0.5S': '500',
      P1D: '86400000',
    };
    for (const [written, ms] of Object.entries({ ...lengths, ...odd }))
      assert.equal(received('consumer.heartbeat-interval', written), ms, written);
  });
  it('takes a size with a unit, or in bytes', () => {
    const sizes = { '16384': '16384', '32B': '32', '16KB': '16384', '1MB': '1048576', '1 MB': '1048576', '1GB': '1073741824', '-1': '-1' };
    for (const [written, bytes] of Object.entries(sizes)) assert.equal(received('consumer.fetch-min-size', written), bytes, written);
  });
  it('takes eight words for a boolean, in any case of letters', () => {
    for (const word of ['true', 'TRUE', 'yes', 'on', '1']) assert.equal(received('consumer.enable-auto-commit', word), 'true', word);
    for (const word of ['false', 'No', 'OFF', '0']) assert.equal(received('consumer.enable-auto-commit', word), 'false', word);
  });
  it('takes the names of an enumeration by their letters', () => {
    for (const name of ['read-committed', 'READ_COMMITTED', 'readCommitted', 'read committed']) {
      assert.equal(received('consumer.isolation-level', name), 'read_committed', name);
    }
    for (const name of ['manual-immediate', 'MANUAL_IMMEDIATE', 'manualImmediate', 'manual.immediate']) {
      assert.equal(received('listener.ack-mode', name), 'manual-immediate', name);
    }
  });
  it('takes hexadecimal numbers', () => {
    assert.equal(received('consumer.max-poll-records', '0x1F4'), '500');
    assert.equal(received('consumer.max-poll-records', '#10'), '16');
    assert.equal(received('consumer.max-poll-records', '500'), '500');
  });
  it('takes whole numbers with blanks, signs and zeros before them', () => {
    assert.equal(received('consumer.max-poll-records', '012'), '12');
    assert.equal(received('consumer.max-poll-records', '5 0'), '50');
    assert.equal(received('consumer.max-poll-records', '+5'), '5');
    assert.equal(received('consumer.max-poll-records', '-0x10'), '-16');
  });
  it('takes a number of YAML for a whole one, and for the place of a name', () => {
    const records = (value: string) => inYaml('consumer.max-poll-records', value, 'max.poll.records');
    assert.deepEqual([records('5.7'), records('1_000'), records('"5.7"'), records('.inf')], ['5', '1000', '5.7', 'Infinity']);
    const level = (value: string) => inYaml('consumer.isolation-level', value, 'isolation.level');
    assert.deepEqual(
      [level('0'), level('1'), level('2'), level('"1"'), level('1.0')],
      ['read_uncommitted', 'read_committed', '2', '1', '1.0'],
    );
  });
  it('refuses numbers for a boolean, and booleans for a number', () => {
    const autoCommit = (value: string) => inYaml('consumer.enable-auto-commit', value, 'enable.auto.commit');
    assert.deepEqual([autoCommit('1'), autoCommit('"1"'), autoCommit('${X:1}'), autoCommit('on')], ['1', 'true', 'true', 'true']);
    assert.equal(inYaml('consumer.max-poll-records', 'yes', 'max.poll.records'), 'true');
    assert.equal(inYaml('listener.no-poll-threshold', 'no', 'spring:listener.no-poll-threshold'), 'false');
  });
  it('keeps the lowest 32 bits of what Kafka wants as an int', () => {
    assert.equal(inYaml('producer.batch-size', '5GB', 'batch.size'), '1073741824');
    assert.equal(inYaml('producer.batch-size', '1TB', 'batch.size'), '0');
    assert.equal(inYaml('producer.buffer-memory', '5GB', 'buffer.memory'), '5368709120');
    assert.equal(received('consumer.heartbeat-interval', '5000000s'), '705032704');
  });
  it('has its own unit for a number alone', () => {
    const seconds = (value: string) => inYaml('listener.monitor-interval', value, 'spring:listener.monitor-interval');
    assert.deepEqual([seconds('5'), seconds('2m'), seconds('1500ms'), seconds('PT10S')], ['5', '120', '1', '10']);
    assert.equal(inYaml('listener.ack-time', '5', 'spring:listener.ack-time'), '5');
  });
  it('takes a number with a point, and blanks in it', () => {
    assert.equal(inYaml('listener.no-poll-threshold', '" 2.5 "', 'spring:listener.no-poll-threshold'), '2.5');
  });
  it('takes a list with commas, or by its items', () => {
    const servers = (text: string) =>
      configOf('producer', 'application.yml', `spring.kafka.bootstrap-servers: ${text}\n`).text('bootstrap.servers');
    assert.equal(servers('a:1,b:2'), 'a:1,b:2');
    assert.equal(servers('[a:1, b:2]'), 'a:1,b:2');
    assert.equal(servers('[a:1, "${B}"]'), undefined);
    const lines = 'spring.kafka.bootstrap-servers[0]=a:1\nspring.kafka.bootstrap-servers[1]=b:2\n';
    assert.equal(configOf('admin', 'application.properties', lines).text('bootstrap.servers'), 'a:1,b:2');
  });
  it('knows nothing of the path that a resource becomes', () => {
    assert.equal(inYaml('producer.ssl.key-store-location', 'classpath:keys.p12', 'ssl.keystore.location'), undefined);
    assert.equal(inYaml('producer.ssl.key-store-type', 'PKCS12', 'ssl.keystore.type'), 'PKCS12');
  });
  it('leaves to Kafka’s check what Spring refuses', () => {
    const refused = [
      ['consumer.heartbeat-interval', '5 s'],
      ['consumer.heartbeat-interval', '5sec'],
      ['consumer.heartbeat-interval', '16kb'],
      ['consumer.fetch-min-size', '16kb'],
      ['consumer.fetch-min-size', '1.5MB'],
      ['consumer.enable-auto-commit', 'y'],
      ['consumer.isolation-level', 'committed'],
      ['listener.ack-mode', 'never'],
      ['consumer.max-poll-records', '1_000'],
    ] as const;
    for (const [leaf, written] of refused) assert.equal(received(leaf, written), written);
  });
  it('is refused with what Spring wants, where that is no length and no size', () => {
    const said = (leaf: string, value: string) =>
      analyzeFile('application.yml', `spring.kafka.${leaf}: ${value}\n`)
        .diagnoses.filter(({ rule }) => rule.id === 'invalid-value')
        .map(({ finding }) => finding.message);
    assert.deepEqual(said('consumer.heartbeat-interval', '5 s'), ['noDuration']);
    assert.deepEqual(said('consumer.heartbeat-interval', 'yes'), ['noDuration']);
    assert.deepEqual(said('listener.ack-time', '5sec'), ['noDuration']);
    assert.deepEqual(said('producer.batch-size', '16kb'), ['noSize']);
    assert.deepEqual(said('producer.batch-size', 'no'), ['noSize']);
    assert.deepEqual(said('listener.ack-time', '5s'), []);
  });
  it('is not known while it is empty, but for texts', () => {
    for (const leaf of [
      'consumer.heartbeat-interval',
      'consumer.fetch-min-size',
      'consumer.enable-auto-commit',
      'consumer.max-poll-records',
    ]) {
      assert.equal(received(leaf, ''), undefined, leaf);
      assert.equal(received(leaf, '${X:}'), undefined, leaf);
    }
    assert.equal(received('consumer.isolation-level', ''), undefined);
    assert.equal(received('consumer.group-id', ''), '');
    assert.equal(received('consumer.enable-auto-commit', '${AUTO}'), undefined);
  });
});
