import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const severity = (settings: string) => severityOf('max-poll-interval-short', findIn('consumer', `group.id=a\n${settings}`));

describe('max-poll-interval-short', () => {
  it('tells of less than a minute', () => {
    assert.equal(severity('max.poll.interval.ms=59999'), 'information');
    assert.equal(severity('max.poll.interval.ms=60000'), undefined);
  });
  it('tells of less than a written session timeout', () => {
    assert.equal(severity('max.poll.interval.ms=90000\nsession.timeout.ms=90001'), 'information');
    assert.equal(severity('max.poll.interval.ms=90000\nsession.timeout.ms=90000'), undefined);
  });
  it('is silent on what is absent or cannot be known', () => {
    assert.equal(severity('session.timeout.ms=400000'), undefined);
    assert.equal(severity('max.poll.interval.ms=${A}'), undefined);
    assert.equal(severity('max.poll.interval.ms=90000\nsession.timeout.ms=${A}'), undefined);
  });
});
