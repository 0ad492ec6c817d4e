import assert from 'node:assert/strict';
import { findIn, findInSpring, type Circumstances } from '../support/check.js';

const id = 'delivery-timeout-conflict';
/** Whether the rule speaks; whenever it does it is an error that Kafka refuses. */
const refused = (settings: string, circumstances?: Circumstances, find = findIn) => {
  const found = find('producer', settings, circumstances).filter(one => one.rule.id === id);
  for (const one of found) assert.deepEqual([one.severity, one.refusedByKafka], ['error', true], settings);
  return found.length > 0;
};

describe('delivery-timeout-conflict', () => {
  it('adds the default of linger.ms, 5 since 4.0', () => {
    assert.ok(refused('delivery.timeout.ms=29999', { version: '2.1' }));
    assert.ok(!refused('delivery.timeout.ms=30000', { version: '3.9' }));
    assert.ok(refused('delivery.timeout.ms=30000', { version: '4.0' }));
    assert.ok(refused('delivery.timeout.ms=30004'));
    assert.ok(!refused('delivery.timeout.ms=30005'));
    assert.ok(refused('delivery.timeout.ms=30004', {}, findInSpring));
  });
  it('adds explicit values', () => {
    assert.ok(refused('delivery.timeout.ms=1499\nlinger.ms=500\nrequest.timeout.ms=1000'));
    assert.ok(!refused('delivery.timeout.ms=1500\nlinger.ms=500\nrequest.timeout.ms=1000'));
  });
  it('is silent where delivery.timeout.ms is absent, as Kafka raises it itself', () => {
    assert.ok(!refused('linger.ms=200000\nrequest.timeout.ms=200000'));
  });
  it('is silent where one of the three is unknown', () => {
    assert.ok(!refused('delivery.timeout.ms=${A}'));
    assert.ok(!refused('delivery.timeout.ms=10\nlinger.ms=${A}'));
    assert.ok(!refused('delivery.timeout.ms=10\nrequest.timeout.ms=${A}'));
  });
  it('is silent before 2.1, which has no such key', () => {
    assert.ok(!refused('delivery.timeout.ms=10', { version: '2.0' }));
  });
  it('caps the sum at the greatest int, where 2.1 lets it overflow', () => {
    const endless = 'delivery.timeout.ms=2147483647\nlinger.ms=1000\nrequest.timeout.ms=2147483647';
    assert.ok(!refused(endless, { version: '2.2' }));
    const short = 'delivery.timeout.ms=1000\nlinger.ms=1000\nrequest.timeout.ms=2147483647';
    assert.ok(refused(short, { version: '2.2.0' }));
    assert.ok(!refused(short, { version: '2.1' }));
  });
  it('names the sum and the settings that make it', () => {
    const [found] = findIn('producer', 'delivery.timeout.ms=1000\nrequest.timeout.ms=2000').filter(one => one.rule.id === id);
    assert.match(found?.message ?? '', /=1000 is less than .* 2005:/);
    assert.deepEqual(
      found?.finding.related?.map(setting => setting.property),
      ['request.timeout.ms'],
    );
  });
});
