import assert from 'node:assert/strict';
import rule from '../../server/src/rules/no-consumer-group.js';
import type { Surroundings } from '../support/configs.js';
import { spoken } from '../support/findings.js';

const madeUp: Surroundings = { facts: new Set(['group-made-up']), scope: 'channel orders' };
const ofBinding: Surroundings = { ...madeUp, scope: 'binding orders-in-0', byFramework: ['scs:consumer.enable-dlq=false'] };

describe('no-consumer-group', () => {
  const inChannel = (...settings: readonly string[]): readonly string[] => spoken(rule, 'consumer', settings, madeUp);
  const inBinding = (...settings: readonly string[]): readonly string[] => spoken(rule, 'consumer', settings, ofBinding);

  it('warns where records are skipped, and tells of it where they come again', () => {
    assert.deepEqual(inChannel('max.poll.records=10'), ['warning skips absent: group.id=orders']);
    assert.deepEqual(inChannel('auto.offset.reset=latest'), ['warning skips absent: group.id=orders']);
    assert.deepEqual(inChannel('auto.offset.reset=earliest'), ['information repeats absent: group.id=orders']);
  });

  it('is silent where the group has a name, or no consumer starts without one', () => {
    for (const setting of ['group.id=orders', 'group.id=${GROUP}', 'auto.offset.reset=none'])
      assert.deepEqual(inChannel(setting), [], setting);
  });

  it('wants the group of a binding, which counts there and not group.id', () => {
    assert.deepEqual(inBinding('group.id=orders'), ['warning skips absent: scs:binding.group=orders-in-0']);
    assert.deepEqual(inBinding('scs:binding.group=orders'), []);
  });

  it('leaves frameworks alone that make up no group, or whose code may name it', () => {
    assert.deepEqual(spoken(rule, 'consumer', ['auto.offset.reset=latest']), []);
  });
});
