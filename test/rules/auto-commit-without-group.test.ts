import assert from 'node:assert/strict';
import { findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const ids = (settings: string, circumstances?: Circumstances) => findIn('consumer', settings, circumstances).map(one => one.rule.id);

describe('auto-commit-without-group', () => {
  it('reports what Kafka 2.2 and later refuse', () => {
    for (const version of ['2.2', '2.8', '3.9', '4.3', undefined]) {
      const [finding] = findIn('consumer', 'enable.auto.commit=true', { version }).filter(
        one => one.rule.id === 'auto-commit-without-group',
      );
      assert.deepEqual([finding?.severity, finding?.certainty, finding?.refusedByKafka], ['error', 'certain', true]);
    }
    assert.ok(!ids('enable.auto.commit=true', { version: '2.1' }).includes('auto-commit-without-group'));
  });
  it('speaks instead of auto-commit-enabled', () => {
    assert.ok(!ids('enable.auto.commit=true').includes('auto-commit-enabled'));
    assert.ok(ids('enable.auto.commit=true', { version: '2.1' }).includes('auto-commit-enabled'));
  });
  it('is silent with a group, also with one that comes from outside', () => {
    assert.ok(!ids('enable.auto.commit=true\ngroup.id=a').includes('auto-commit-without-group'));
    assert.ok(!ids('enable.auto.commit=true\ngroup.id=${GROUP}').includes('auto-commit-without-group'));
  });
  it('is silent without auto commit', () => {
    assert.ok(!ids('enable.auto.commit=false').includes('auto-commit-without-group'));
    assert.ok(!ids('max.poll.records=1').includes('auto-commit-without-group'));
  });
  it('is silent in Spring, where the listener names the group', () => {
    assert.equal(severityOf('auto-commit-without-group', findInSpring('consumer', 'enable.auto.commit=true')), undefined);
  });
  it('is said in the profile at-most-once too, because nothing starts', () => {
    assert.ok(ids('enable.auto.commit=true', { profile: 'at-most-once' }).includes('auto-commit-without-group'));
  });
});
