import assert from 'node:assert/strict';
import rule from '../../server/src/rules/failures-skipped.js';
import { spoken } from '../support/findings.js';

const dlq = 'scs:consumer.enable-dlq';

describe('failures-skipped', () => {
  const found = (...settings: readonly string[]): readonly string[] => spoken(rule, 'consumer', settings);
  const inBinding = (...settings: readonly string[]): readonly string[] =>
    spoken(rule, 'consumer', ['max.poll.records=10', ...settings], { byFramework: [`${dlq}=false`] });

  it('warns of channels that ignore failures, by the name that SmallRye knows', () => {
    const strategy = 'smallrye:failure-strategy';
    assert.deepEqual(found(`${strategy}=ignore`), [
      `warning ignored ${strategy}: ${strategy}=dead-letter-queue, smallrye:dead-letter-queue.acks=all; ${strategy}=fail`,
    ]);
    for (const value of ['fail', 'dead-letter-queue', 'IGNORE', '${STRATEGY}']) assert.deepEqual(found(`${strategy}=${value}`), [], value);
  });

  it('warns of retries that end without a topic for what still fails', () => {
    const [strategy, topic] = ['smallrye:failure-strategy', 'smallrye:dead-letter-queue.topic'];
    const orders = { scope: 'channel orders' };
    const retrying = `${strategy}=delayed-retry-topic`;
    const expected = [`warning retriesEnd ${strategy}: ${topic}=dead-letter-topic-orders`];
    assert.deepEqual(spoken(rule, 'consumer', [retrying], orders), expected);
    assert.deepEqual(spoken(rule, 'consumer', [retrying], { scope: 'channel orders, profile eu' }), expected);
    assert.deepEqual(spoken(rule, 'consumer', [retrying, `${topic}=failed`], orders), []);
  });

  it('has nothing against ignoring where a transaction that fails is aborted', () => {
    const exactlyOnce = { facts: new Set(['commits-in-transactions'] as const) };
    const ignoring = 'smallrye:failure-strategy=ignore';
    assert.deepEqual(spoken(rule, 'consumer', [ignoring, 'smallrye:commit-strategy=ignore'], exactlyOnce), []);
    assert.equal(spoken(rule, 'consumer', [ignoring], exactlyOnce).length, 1);
    assert.equal(found(ignoring, 'smallrye:commit-strategy=ignore').length, 1);
  });

  it('warns of null for what cannot be read, unless a handler is asked', () => {
    const decoding = 'smallrye:fail-on-deserialization-failure';
    assert.deepEqual(found(`${decoding}=false`), [`warning becomesNull ${decoding}: ${decoding}=true`]);
    assert.deepEqual(found(`${decoding}=true`), []);
    for (const handler of ['key', 'value'])
      assert.deepEqual(found(`${decoding}=false`, `smallrye:${handler}-deserialization-failure-handler=mine`), []);
  });

  it('warns of a binding without dead letters that says so, and tells of one by default', () => {
    const group = 'scs:binding.group=orders';
    assert.deepEqual(inBinding(group), [`information noDeadLettersByDefault absent: ${dlq}=true`]);
    assert.deepEqual(inBinding(group, `${dlq}=false`), [`warning noDeadLetters ${dlq}: ${dlq}=true`]);
    for (const setting of [`${dlq}=true`, `${dlq}=\${DLQ}`, 'scs:binding.error-handler-definition=mine'])
      assert.deepEqual(inBinding(group, setting), []);
  });

  it('offers no dead letters to a binding without a group, for which the binder refuses them', () => {
    assert.deepEqual(inBinding(), []);
    assert.deepEqual(inBinding(`${dlq}=false`), [`warning noDeadLetters ${dlq}: `]);
  });

  it('warns of commits without success, or before it', () => {
    const [onError, first] = ['scs:consumer.auto-commit-on-error', 'scs:consumer.reactive-at-most-once'];
    assert.deepEqual(found(`${onError}=true`), [`warning committed ${onError}: ${onError}=false`]);
    assert.deepEqual(found(`${first}=true`), [
      `warning committedFirst ${first}: ${first}=false, scs:consumer.reactive-auto-commit=true; ${first}=false`,
    ]);
    assert.deepEqual(found(`${onError}=false`, `${first}=false`), []);
  });

  it('warns of a Micronaut application that asks for skipping, not of one that leaves it at its default', () => {
    const skip = 'micronaut:skip-record-on-deserialization-failure';
    assert.deepEqual(found(`${skip}=true`), [`warning skipped ${skip}: ${skip}=false`]);
    assert.deepEqual(found(`${skip}=false`), []);
    assert.deepEqual(spoken(rule, 'consumer', ['group.id=orders'], { byFramework: [`${skip}=true`] }), []);
  });
});
