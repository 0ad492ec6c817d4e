import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'no-standby-replica';

describe('no-standby-replica', () => {
  const severity = (settings: string): string | undefined => severityOf(id, findIn('streams', settings, { version: '4.3' }));

  it('tells of it where the state may be gone, and nowhere else', () => {
    assert.equal(severity('num.standby.replicas=0'), 'information');
    assert.equal(severity('num.standby.replicas=0\nstate.dir=/tmp/orders'), 'information');
    for (const directory of ['/srv/state', '${STATE}']) assert.equal(severity(`num.standby.replicas=0\nstate.dir=${directory}`), undefined);
  });

  it('leaves the absent key and unknown values alone', () => {
    for (const settings of ['state.dir=/tmp/orders', 'num.standby.replicas=${STANDBYS}', 'num.standby.replicas=none'])
      assert.equal(severity(settings), undefined, settings);
  });

  it('is silent under the streams protocol, where brokers say how many there are', () => {
    assert.equal(severity('num.standby.replicas=0\ngroup.protocol=streams'), undefined);
    assert.equal(severity('num.standby.replicas=0\ngroup.protocol=classic'), 'information');
  });
});
