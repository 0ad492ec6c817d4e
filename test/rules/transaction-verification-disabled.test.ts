import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'transaction-verification-disabled';

describe('transaction-verification-disabled', () => {
  const severity = (settings: string, version = '4.3'): string | undefined =>
    severityOf(id, findIn('broker', `log.segment.bytes=1073741824\n${settings}`, { version }));

  it('warns of false since 3.6, where the check came', () => {
    assert.equal(severity('transaction.partition.verification.enable=false'), 'warning');
    assert.equal(severity('transaction.partition.verification.enable=false', '3.6'), 'warning');
    assert.equal(severity('transaction.partition.verification.enable=false', '3.5'), undefined);
  });

  it('is silent on true, without the key and in a controller', () => {
    assert.equal(severity('transaction.partition.verification.enable=true'), undefined);
    assert.equal(severity('num.io.threads=8'), undefined);
    assert.equal(severity('transaction.partition.verification.enable=false\nprocess.roles=controller'), undefined);
  });
});
