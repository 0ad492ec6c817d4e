import assert from 'node:assert/strict';
import { derivedValue } from '../../server/src/config/derived.js';
import { versionOf } from '../../server/src/analysis/options.js';

/** What librdkafka puts in place of the default. */
function derived(client: 'producer' | 'consumer', property: string, set: Readonly<Record<string, string>>): string | undefined {
  const version = versionOf('4.3');
  return derivedValue(property, { role: `librdkafka-${client}`, version, isSet: name => name in set, text: name => set[name] });
}

describe('values that follow from other keys in librdkafka', () => {
  it('turn on idempotence and what it needs for a transactional producer', () => {
    const transactional = { 'transactional.id': 'orders' };
    const inFlight = 'max.in.flight.requests.per.connection';
    assert.equal(derived('producer', 'enable.idempotence', transactional), 'true');
    assert.equal(derived('producer', 'enable.idempotence', {}), undefined);
    assert.equal(derived('producer', inFlight, transactional), '5');
    assert.equal(derived('producer', inFlight, { 'enable.idempotence': 'true' }), '5');
    assert.equal(derived('producer', inFlight, { 'enable.idempotence': 'false', ...transactional }), undefined);
    assert.equal(derived('producer', inFlight, { 'transactional.id': '' }), undefined);
  });
  it('keep a transactional producer inside its transaction', () => {
    const transactional = { 'transactional.id': 'orders' };
    assert.equal(derived('producer', 'delivery.timeout.ms', transactional), '60000');
    assert.equal(derived('producer', 'delivery.timeout.ms', {}), undefined);
    assert.equal(derived('producer', 'socket.timeout.ms', { ...transactional, 'transaction.timeout.ms': '30000' }), '29900');
    assert.equal(derived('producer', 'socket.timeout.ms', { ...transactional, 'transaction.timeout.ms': '1000' }), '900');
    assert.equal(derived('producer', 'socket.timeout.ms', {}), undefined);
  });
  it('shorten what a batch waits', () => {
    assert.equal(derived('producer', 'linger.ms', { 'delivery.timeout.ms': '4' }), '3.9');
    assert.equal(derived('producer', 'linger.ms', { 'delivery.timeout.ms': '0' }), undefined);
    assert.equal(derived('producer', 'linger.ms', {}), undefined);
    assert.equal(derived('producer', 'sticky.partitioning.linger.ms', { 'linger.ms': '0.7' }), '1');
    assert.equal(derived('producer', 'sticky.partitioning.linger.ms', { 'linger.ms': '900000' }), '900000');
  });
  it('let producers alone create topics', () => {
    assert.equal(derived('producer', 'allow.auto.create.topics', {}), 'true');
    assert.equal(derived('consumer', 'allow.auto.create.topics', {}), undefined);
  });
  it('fit the sizes of fetches together', () => {
    assert.equal(derived('consumer', 'fetch.max.bytes', { 'message.max.bytes': '90000000' }), '90000000');
    assert.equal(derived('consumer', 'fetch.max.bytes', { 'queued.max.messages.kbytes': '2000' }), '2048000');
    assert.equal(derived('consumer', 'receive.message.max.bytes', { 'fetch.max.bytes': '200000000' }), '200000512');
    assert.equal(derived('consumer', 'receive.message.max.bytes', {}), '100000000');
  });
  it('fit what is asked again and again together', () => {
    assert.equal(derived('consumer', 'metadata.max.age.ms', { 'topic.metadata.refresh.interval.ms': '1000' }), '3000');
    assert.equal(derived('consumer', 'metadata.max.age.ms', { 'topic.metadata.refresh.interval.ms': '-1' }), undefined);
    assert.equal(derived('producer', 'topic.metadata.refresh.fast.interval.ms', { 'retry.backoff.ms': '250' }), '250');
    assert.equal(derived('consumer', 'connections.max.idle.ms', { 'bootstrap.servers': 'x.servicebus.azure.net:9093' }), '230000');
    assert.equal(derived('consumer', 'connections.max.idle.ms', {}), undefined);
    assert.equal(derived('consumer', 'group.id', {}), undefined);
  });
});
