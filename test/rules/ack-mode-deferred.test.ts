import assert from 'node:assert/strict';
import { analyzeFile } from '../support/check.js';

function said(...lines: string[]): string | undefined {
  const { diagnoses } = analyzeFile('application.properties', lines.map(line => `spring.kafka.${line}\n`).join(''));
  const finding = diagnoses.find(one => one.rule.id === 'ack-mode-deferred');
  return finding && `${finding.severity} ${/ack-time|without ack-count|ack-count/.exec(finding.message)?.[0] ?? ''}`;
}

describe('ack-mode-deferred', () => {
  it('tells of modes that let finished records wait', () => {
    assert.equal(said('listener.ack-mode=TIME'), 'information ack-time');
    assert.equal(said('listener.ack-mode=count', 'listener.ack-count=100'), 'information ack-count');
    assert.equal(said('listener.ack-mode=COUNT_TIME', 'listener.ack-count=${N}'), 'information ack-count');
  });
  it('says that a count of one, the default, waits for nothing', () => {
    assert.equal(said('listener.ack-mode=count'), 'information without ack-count');
    assert.equal(said('listener.ack-mode=count', 'listener.ack-count=1'), undefined);
    assert.equal(said('listener.ack-mode=time', 'listener.ack-count=1'), 'information ack-time');
  });
  it('is silent on the other modes and on what cannot be known', () => {
    for (const mode of ['batch', 'record', 'manual', 'manual_immediate', '${MODE}'])
      assert.equal(said(`listener.ack-mode=${mode}`), undefined);
    assert.equal(said('consumer.group-id=a'), undefined);
  });
  it('is silent where auto commit or asynchronous acknowledgements make the mode void', () => {
    assert.equal(said('listener.ack-mode=time', 'consumer.enable-auto-commit=true'), undefined);
    assert.equal(said('listener.ack-mode=time', 'listener.async-acks=true'), undefined);
  });
  it('is silent where the offsets go into transactions', () => {
    assert.equal(said('listener.ack-mode=time', 'producer.transaction-id-prefix=orders-'), undefined);
    assert.equal(said('listener.ack-mode=time', 'producer.acks=all'), 'information ack-time');
  });
});
