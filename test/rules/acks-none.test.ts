import assert from 'node:assert/strict';
import { analyzeFile, findIn, findInSpring, severityOf, summaries, type Circumstances } from '../support/check.js';

const id = 'acks-none';
const inPlain = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('producer', settings, circumstances));

describe('acks-none', () => {
  it('is an error in every version, at the value', () => {
    for (const version of ['0.11', '2.8', '3.0.0', '4.3']) assert.equal(inPlain('acks=0', { version }), 'error', version);
    assert.equal(inPlain('acks=0'), 'error');
    assert.deepEqual(summaries('producer.properties', 'client.id=a\nacks = 0\n'), ['error acks-none 0']);
  });
  it('is an error in Spring as well, where 0 may be a number', () => {
    assert.equal(severityOf(id, findInSpring('producer', 'acks=0')), 'error');
    assert.deepEqual(summaries('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: "0"\n'), ['error acks-none "0"']);
  });
  it('leaves other values and what cannot be known alone', () => {
    for (const value of ['all', '-1', '1', '00', '${ACKS}']) assert.equal(inPlain(`acks=${value}`), undefined, value);
    assert.equal(inPlain('linger.ms=5', { version: '2.8' }), undefined);
  });
  it('judges a placeholder by its default', () => {
    assert.equal(inPlain('acks=${ACKS:-0}'), 'error');
  });
  it('is silent where records may be lost on purpose', () => {
    assert.equal(inPlain('acks=0', { profile: 'at-most-once' }), undefined);
  });
  it('leads to what it makes void in the same program', () => {
    const related = (topic: string): readonly string[] | undefined =>
      analyzeFile('streams.properties', `application.id=a\nbootstrap.servers=b:9092\nproducer.acks=0\ntopic.min.insync.replicas=${topic}\n`)
        .diagnoses.find(one => one.rule.id === id)
        ?.finding.related?.map(({ entry }) => entry.value);
    assert.deepEqual(related('2'), ['2']);
    assert.deepEqual(related('1'), []);
  });
  it('hides that idempotence goes off with it', () => {
    const shown = findIn('producer', 'acks=0', { version: '3.9' });
    assert.equal(severityOf('idempotence-silently-off', shown), undefined);
    const alone = findIn('producer', 'acks=0', { version: '3.9', severities: { [id]: 'off' } });
    assert.equal(severityOf('idempotence-silently-off', alone), 'warning');
  });
});
