import assert from 'node:assert/strict';
import { derivedValue, isIdempotentByDefault } from '../../server/src/config/derived.js';
import type { Role } from '../../server/src/kafka/property.js';
import { versionOf } from '../../server/src/analysis/options.js';

/** What Kafka puts in place of the default; `?` as a value stands for one that is not known. */
function derived(role: Role, property: string, version: string, set: Readonly<Record<string, string>>): string | undefined {
  const text = (name: string): string | undefined => (set[name] === '?' ? undefined : set[name]);
  return derivedValue(property, { role, version: versionOf(version), isSet: name => name in set, text });
}
import { configOf } from '../support/configs.js';

describe('values that follow from other keys', () => {
  it('turn idempotence off where acks, retries or requests in flight forbid it', () => {
    const idempotence = (version: string, set: Readonly<Record<string, string>>) => derived('producer', 'enable.idempotence', version, set);
    for (const set of [{ acks: '1' }, { acks: '0' }, { retries: '0' }, { 'max.in.flight.requests.per.connection': '6' }])
      assert.equal(idempotence('3.9', set), 'false', JSON.stringify(set));
    assert.equal(idempotence('4.3', { 'max.in.flight.requests.per.connection': '6' }), undefined);
    assert.equal(idempotence('3.9', { acks: 'all', retries: '5' }), undefined);
    assert.equal(idempotence('3.9', { acks: '?' }), undefined);
  });
  it('turn it on for a transactional producer where it is not the default', () => {
    assert.equal(derived('producer', 'enable.idempotence', '2.8', { 'transactional.id': 't' }), 'true');
    assert.equal(derived('producer', 'enable.idempotence', '2.8', {}), 'false');
    assert.equal(derived('producer', 'enable.idempotence', '3.0.0', {}), 'false');
    assert.equal(derived('producer', 'enable.idempotence', '0.10.2', {}), undefined);
  });
  it('make an idempotent producer before 3.0 a safe one', () => {
    for (const [property, value] of [
      ['acks', 'all'],
      ['retries', '2147483647'],
      ['max.in.flight.requests.per.connection', '1'],
      ['linger.ms', undefined],
    ] as const) {
      assert.equal(derived('producer', property, '0.11.0.3', { 'enable.idempotence': 'TRUE' }), value);
      assert.equal(derived('producer', property, '0.11.0.3', { 'enable.idempotence': '?' }), undefined);
      assert.equal(derived('producer', property, '0.10.2', { 'transactional.id': 't' }), undefined);
    }
    assert.equal(derived('producer', 'max.in.flight.requests.per.connection', '2.8', { 'transactional.id': 't' }), undefined);
    assert.equal(derived('producer', 'acks', '3.0', { 'transactional.id': 't' }), undefined);
  });
  it('leave automatic commits off without a group since 2.2', () => {
    assert.equal(derived('consumer', 'enable.auto.commit', '4.3', {}), 'false');
    assert.equal(derived('consumer', 'enable.auto.commit', '4.3', { 'group.id': '?' }), undefined);
    assert.equal(derived('consumer', 'enable.auto.commit', '2.1', {}), undefined);
    assert.equal(derived('consumer', 'auto.offset.reset', '4.3', {}), undefined);
  });
  it('let the two ids of a node stand for each other since 3.1', () => {
    assert.equal(derived('broker', 'broker.id', '3.9', { 'node.id': '7' }), '7');
    assert.equal(derived('broker', 'node.id', '3.9', { 'broker.id': '7' }), '7');
    assert.equal(derived('broker', 'broker.id', '3.0', { 'node.id': '7' }), undefined);
    assert.equal(derived('broker', 'num.partitions', '3.9', { 'broker.id': '7' }), undefined);
    assert.equal(derived('topic', 'retention.ms', '3.9', {}), undefined);
  });
  it('are what is in force in a file', () => {
    const config = configOf('producer', 'producer.properties', 'bootstrap.servers=k1:9092\nacks=1\nlinger.ms=٣\n');
    assert.deepEqual(config.effective('enable.idempotence'), { origin: 'kafka', text: 'false', setting: undefined });
    assert.equal(config.flag('enable.idempotence'), false);
    assert.equal(config.number('linger.ms'), 3);
  });
  it('know the versions in which idempotence is the default', () => {
    const versions = ['2.8', '3.0.0', '3.0.1', '3.1.0', '3.1.1', '3.2'];
    assert.deepEqual(
      versions.map(version => isIdempotentByDefault(versionOf(version))),
      [false, false, true, false, true, true],
    );
  });
});
