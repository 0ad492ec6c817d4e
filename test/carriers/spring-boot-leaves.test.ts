import assert from 'node:assert/strict';
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

// every answer below is Spring Boot 3.5.0's own, got by binding the file to KafkaProperties
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
