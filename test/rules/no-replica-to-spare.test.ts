import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';
import { broker, combined, controller } from './shared/nodes.js';

const id = 'no-replica-to-spare';

describe('no-replica-to-spare', () => {
  const severity = (minIsr: string, replicas: string, file = 'num.io.threads=8', version = '4.3'): string | undefined =>
    severityOf(id, findIn('broker', `${file}\nmin.insync.replicas=${minIsr}\ndefault.replication.factor=${replicas}`, { version }));

  it('warns where both are explicit, equal and more than 1', () => {
    assert.equal(severity('2', '2'), 'warning');
    assert.equal(severity('3', '3'), 'warning');
    assert.equal(severity('2', '2', combined), 'warning');
    assert.equal(severity('1', '1'), undefined);
    assert.equal(severity('2', '3'), undefined);
    assert.equal(severity('3', '2'), undefined);
  });

  it('says nothing of a default or of an unknown value', () => {
    assert.equal(severityOf(id, findIn('broker', 'min.insync.replicas=2')), undefined);
    assert.equal(severityOf(id, findIn('broker', 'default.replication.factor=2')), undefined);
    assert.equal(severity('${MIN_ISR}', '2'), undefined);
  });

  it('counts min.insync.replicas only in the files that decide it', () => {
    assert.equal(severity('2', '2', broker, '4.0'), 'warning');
    assert.equal(severity('2', '2', broker, '4.1.0'), undefined);
    assert.equal(severity('2', '2', controller, '4.0'), undefined);
    assert.equal(severity('2', '2', controller, '4.1.0'), 'warning');
  });
});
