import assert from 'node:assert/strict';
import { findIn, type Circumstances } from '../support/check.js';

const id = 'compaction-lag-conflict';
const speaks = (settings: string, circumstances?: Circumstances): boolean => {
  const found = findIn('topic', settings, circumstances).filter(one => one.rule.id === id);
  for (const one of found) assert.deepEqual([one.severity, one.refusedByKafka], ['error', true], settings);
  return found.length > 0;
};

describe(id, () => {
  it('compares both lags, defaults included, since 2.3', () => {
    assert.ok(speaks('min.compaction.lag.ms=2\nmax.compaction.lag.ms=1'));
    assert.ok(!speaks('min.compaction.lag.ms=2\nmax.compaction.lag.ms=1', { version: '2.2' }));
    assert.ok(!speaks('min.compaction.lag.ms=1\nmax.compaction.lag.ms=1'));
    assert.ok(!speaks('min.compaction.lag.ms=9223372036854775807\nretention.ms=5'));
    assert.ok(!speaks('min.compaction.lag.ms=2\nmax.compaction.lag.ms=${LAG}'));
  });
});
