import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'compaction-discards-events';

describe('compaction-discards-events', () => {
  const severity = (settings: string): string | undefined => severityOf(id, findIn('broker', `log.segment.bytes=1073741824\n${settings}`));

  it('warns of compaction for every topic, with deletion or without', () => {
    assert.equal(severity('log.cleanup.policy=compact'), 'warning');
    assert.equal(severity('log.cleanup.policy=delete, compact'), 'warning');
  });

  it('is silent on deletion, without the key, on an unknown value and in a controller', () => {
    assert.equal(severity('log.cleanup.policy=delete'), undefined);
    assert.equal(severity('num.io.threads=8'), undefined);
    assert.equal(severity('log.cleanup.policy=${POLICY}'), undefined);
    assert.equal(severity('log.cleanup.policy=compact\nprocess.roles=controller'), undefined);
  });
});
