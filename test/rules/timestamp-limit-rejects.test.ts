import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'timestamp-limit-rejects';

describe('timestamp-limit-rejects', () => {
  const broker = (settings: string, version = '4.3'): string | undefined =>
    severityOf(id, findIn('broker', `log.segment.bytes=1073741824\n${settings}`, { version }));
  const topic = (settings: string, version = '4.3'): string | undefined => severityOf(id, findIn('topic', settings, { version }));

  it('informs below a day for the past and below an hour for the future', () => {
    assert.equal(broker('log.message.timestamp.before.max.ms=86399999'), 'information');
    assert.equal(broker('log.message.timestamp.before.max.ms=86400000'), undefined);
    assert.equal(topic('message.timestamp.after.max.ms=3599999'), 'information');
    assert.equal(topic('message.timestamp.after.max.ms=3600000'), undefined);
  });

  it('is silent before 3.6, which does not know the keys', () => {
    assert.equal(broker('log.message.timestamp.before.max.ms=0', '3.5'), undefined);
    assert.equal(broker('log.message.timestamp.before.max.ms=0', '3.6'), 'information');
  });

  it('is silent where the broker sets the timestamps, in a controller, on unknown and refused values', () => {
    assert.equal(broker('log.message.timestamp.before.max.ms=0\nlog.message.timestamp.type=LogAppendTime'), undefined);
    assert.equal(topic('message.timestamp.before.max.ms=0\nmessage.timestamp.type=LogAppendTime'), undefined);
    assert.equal(broker('log.message.timestamp.before.max.ms=0\nprocess.roles=controller'), undefined);
    assert.equal(topic('message.timestamp.before.max.ms=${LIMIT}'), undefined);
    assert.equal(topic('message.timestamp.before.max.ms=-5'), undefined);
  });
});
