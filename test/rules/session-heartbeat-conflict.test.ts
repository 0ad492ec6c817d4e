import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'session-heartbeat-conflict';

describe('session-heartbeat-conflict', () => {
  const severity = (heartbeat: string, session: string, start = 'process.roles=broker\nnode.id=1'): string | undefined =>
    severityOf(id, findIn('broker', `${start}\nbroker.heartbeat.interval.ms=${heartbeat}\nbroker.session.timeout.ms=${session}`));

  it('warns from the session timeout up and informs above its half', () => {
    assert.equal(severity('3000', '3000'), 'warning');
    assert.equal(severity('2999', '3000'), 'information');
    assert.equal(severity('1501', '3000'), 'information');
    assert.equal(severity('1500', '3000'), undefined);
  });

  it('compares only what the file says itself', () => {
    const alone = findIn('broker', 'process.roles=broker\nnode.id=1\nbroker.heartbeat.interval.ms=60000');
    assert.equal(severityOf(id, alone), undefined);
    assert.equal(severityOf(id, findIn('broker', 'process.roles=broker\nnode.id=1\nbroker.session.timeout.ms=10')), undefined);
    assert.equal(severity('${BEAT}', '3000'), undefined);
    assert.equal(severity('5000', '${SESSION}'), undefined);
  });

  it('is silent where no broker of KRaft is started', () => {
    assert.equal(severity('5000', '3000', 'broker.id=1\nzookeeper.connect=zk1:2181'), undefined);
    assert.equal(severity('5000', '3000', 'process.roles=controller\nnode.id=1'), undefined);
    assert.equal(severity('5000', '3000', 'process.roles=broker,controller\nnode.id=1'), 'warning');
  });
});
