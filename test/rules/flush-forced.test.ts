import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'flush-forced';

describe('flush-forced', () => {
  const broker = (settings: string): string | undefined => severityOf(id, findIn('broker', `log.segment.bytes=1073741824\n${settings}`));
  const topic = (settings: string): string | undefined => severityOf(id, findIn('topic', settings, { version: '4.3' }));

  it('informs up to ten thousand records or a second', () => {
    assert.equal(broker('log.flush.interval.messages=10000'), 'information');
    assert.equal(broker('log.flush.interval.messages=10001'), undefined);
    assert.equal(broker('log.flush.interval.ms=1000'), 'information');
    assert.equal(broker('log.flush.interval.ms=1001'), undefined);
    assert.equal(topic('flush.messages=1'), 'information');
    assert.equal(topic('flush.ms=0'), 'information');
  });

  it('is silent where there is one replica, in a controller, on an unknown value and without the keys', () => {
    assert.equal(broker('log.flush.interval.messages=1\ndefault.replication.factor=1'), undefined);
    assert.equal(broker('log.flush.interval.messages=1\nprocess.roles=controller'), undefined);
    assert.equal(broker('log.flush.interval.messages=${MESSAGES}'), undefined);
    assert.equal(broker('num.io.threads=8'), undefined);
  });
});
