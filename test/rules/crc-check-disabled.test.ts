import assert from 'node:assert/strict';
import { findIn, findInSpring, severityOf } from '../support/check.js';

const id = 'crc-check-disabled';

describe('crc-check-disabled', () => {
  it('warns of checksums that nobody verifies', () => {
    assert.equal(severityOf(id, findIn('consumer', 'check.crcs=false')), 'warning');
    assert.equal(severityOf(id, findInSpring('consumer', 'check.crcs=False')), 'warning');
  });
  it('is silent on the default, on true and on what cannot be known', () => {
    for (const settings of ['group.id=a', 'check.crcs=true', 'check.crcs=${CHECK}', 'check.crcs=no']) {
      assert.equal(severityOf(id, findIn('consumer', settings)), undefined);
    }
  });
});
