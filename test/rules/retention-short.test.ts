import assert from 'node:assert/strict';
import { findIn, severityOf } from '../support/check.js';

const id = 'retention-short';

describe('retention-short', () => {
  const broker = (settings: string): string | undefined => severityOf(id, findIn('broker', `log.segment.bytes=1073741824\n${settings}`));
  const topic = (settings: string): string | undefined => severityOf(id, findIn('topic', settings, { version: '4.3' }));

  it('warns up to an hour, whichever key says it', () => {
    assert.deepEqual(['log.retention.ms=3600000', 'log.retention.minutes=60', 'log.retention.hours=1'].map(broker), [
      'warning',
      'warning',
      'warning',
    ]);
    assert.deepEqual(['log.retention.ms=3600001', 'log.retention.minutes=61', 'log.retention.hours=2'].map(broker), [
      undefined,
      undefined,
      undefined,
    ]);
    assert.deepEqual(['retention.ms=3600000', 'retention.ms=3600001'].map(topic), ['warning', undefined]);
  });

  it('judges the key that counts', () => {
    assert.equal(broker('log.retention.hours=1\nlog.retention.ms=604800000'), undefined);
    assert.equal(broker('log.retention.hours=168\nlog.retention.minutes=5'), 'warning');
  });

  it('says of a topic that zero deletes at once, and leaves a broker’s zero to Kafka, which refuses it', () => {
    const [found] = findIn('topic', 'retention.ms=0', { version: '4.3' }).filter(one => one.rule.id === id);
    assert.match(found?.message ?? '', /as soon as the broker looks/);
    assert.equal(broker('log.retention.ms=0'), undefined);
  });

  it('is silent on unlimited retention, where nothing is deleted by age, on unknown values and in a controller', () => {
    assert.equal(broker('log.retention.ms=-1'), undefined);
    assert.equal(topic('retention.ms=-1'), undefined);
    assert.equal(topic('retention.ms=1000\ncleanup.policy=compact'), undefined);
    assert.equal(topic('retention.ms=1000\ncleanup.policy=compact,delete'), 'warning');
    assert.equal(broker('log.retention.ms=1000\nlog.cleanup.policy=compact'), undefined);
    assert.equal(broker('log.retention.ms=${RETENTION}\nlog.retention.hours=1'), undefined);
    assert.equal(broker('log.retention.ms=soon'), undefined);
    assert.equal(broker('log.retention.ms=1000\nprocess.roles=controller'), undefined);
    assert.equal(broker('num.io.threads=8'), undefined);
  });
});
