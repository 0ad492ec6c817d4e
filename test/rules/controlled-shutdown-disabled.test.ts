import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'controlled-shutdown-disabled';

describe('controlled-shutdown-disabled', () => {
  const severity = (settings: string): string | undefined => severityOf(id, findIn('broker', `log.segment.bytes=1073741824\n${settings}`));

  it('warns of false in any case', () => {
    assert.equal(severity('controlled.shutdown.enable=FALSE'), 'warning');
  });

  it('is silent on true, without the key, on what is refused or not known, and in a controller', () => {
    assert.equal(severity('controlled.shutdown.enable=true'), undefined);
    assert.equal(severity('num.io.threads=8'), undefined);
    assert.equal(severity('controlled.shutdown.enable=no'), undefined);
    assert.equal(severity('controlled.shutdown.enable=${SHUTDOWN}'), undefined);
    assert.equal(severity('controlled.shutdown.enable=false\nprocess.roles=controller'), undefined);
  });
});
