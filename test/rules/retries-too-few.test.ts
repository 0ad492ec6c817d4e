import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import rule from '../../server/src/rules/retries-too-few.js';
import { findingsOf } from '../support/findings.js';
import { analyzeFile, findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'retries-too-few';
const inPlain = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('producer', settings, circumstances));
const messageIn = (settings: string, version: string) =>
  findIn('producer', settings, { version }).find(one => one.rule.id === id)?.message ?? '';

describe('retries-too-few', () => {
  it('warns up to 10 in every version', () => {
    for (const version of ['2.0', '3.6', '3.7', '4.3']) {
      for (const retries of [0, 1, 10]) assert.equal(inPlain(`retries=${retries}`, { version }), 'warning', `${retries} on ${version}`);
    }
    assert.equal(severityOf(id, findInSpring('producer', 'retries=3')), 'warning');
  });
  it('warns up to 100 where pauses do not grow, before 3.7, and informs since', () => {
    for (const retries of [11, 100]) {
      assert.equal(inPlain(`retries=${retries}`, { version: '3.6' }), 'warning');
      assert.equal(inPlain(`retries=${retries}`, { version: '3.7' }), 'information');
      assert.equal(inPlain(`retries=${retries}`, { version: '3.7.0' }), 'information');
    }
    assert.equal(inPlain('retries=101', { version: '3.6' }), undefined);
  });
  it('warns of the default of 0 before 2.1', () => {
    assert.equal(inPlain('acks=all', { version: '2.0' }), 'warning');
    assert.equal(inPlain('acks=all', { version: '2.1' }), undefined);
    assert.equal(inPlain('acks=all', { version: '2.1.0' }), undefined);
    assert.equal(inPlain('acks=all'), undefined);
  });
  it('knows that older clients choose many retries for idempotent and transactional producers', () => {
    for (const settings of ['enable.idempotence=true', 'enable.idempotence=${IDEMPOTENT}', 'transactional.id=orders-1']) {
      assert.equal(inPlain(settings, { version: '2.0' }), undefined, settings);
    }
    assert.equal(inPlain('enable.idempotence=false', { version: '2.0' }), 'warning');
  });
  it('is silent on what Kafka refuses or nobody knows', () => {
    for (const value of ['-1', '1.5', 'three', '${RETRIES}']) assert.equal(inPlain(`retries=${value}`), undefined, value);
  });
  it('says for how long the attempts last', () => {
    assert.match(messageIn('retries=3', '4.3'), /about 0\.7 s/);
    assert.match(messageIn('retries=10', '4.3'), /about 7\.5 s/);
    assert.match(messageIn('retries=10', '3.6'), /about 1 s/);
    assert.match(messageIn('retries=10\nretry.backoff.ms=5000', '3.6'), /about 50 s/);
    assert.match(messageIn('retries=10\nretry.backoff.ms=200\nretry.backoff.max.ms=400', '4.3'), /about 3\.8 s/);
    assert.match(messageIn('retries=3\nretry.backoff.ms=${A}\nretry.backoff.max.ms=${B}', '4.3'), /about 0\.7 s/);
    assert.match(messageIn('retries=0', '4.3'), /first passing error/);
  });
  it('offers to remove the key only where the default retries', () => {
    const titles = (version: string) => {
      const analysis = analyzeFile('producer.properties', 'acks=all\nretries=3\n', { version });
      return analysis.diagnoses.filter(one => one.rule.id === id).flatMap(one => fixesOf(one, analysis).map(fix => fix.title));
    };
    assert.deepEqual(titles('2.1'), ['Set retries to 2147483647', 'Remove retries']);
    assert.deepEqual(titles('2.0'), ['Set retries to 2147483647']);
  });
  it('is silent where records may be lost on purpose', () => {
    assert.equal(inPlain('retries=0', { profile: 'at-most-once' }), undefined);
  });
  it('hides that idempotence goes off with it', () => {
    assert.equal(severityOf('idempotence-silently-off', findIn('producer', 'retries=0', { version: '3.9' })), undefined);
    const alone = findIn('producer', 'retries=0', { version: '3.9', severities: { [id]: 'off' } });
    assert.equal(severityOf('idempotence-silently-off', alone), 'warning');
  });
  it('counts how often a framework begins anew, which takes longer', () => {
    const again = { facts: new Set(['framework-sends-again'] as const) };
    const said = (retries: number) =>
      findingsOf(rule, 'producer', [`retries=${retries}`], again).map(one => `${one.severity} ${one.message} ${one.data?.seconds ?? ''}`);
    assert.deepEqual(said(1), ['warning repeated 1.2']);
    assert.deepEqual(said(3), ['warning repeated 9.8']);
    assert.deepEqual(said(4), ['information repeated 22.5']);
    assert.deepEqual(said(6), ['information repeated 75.5']);
    assert.deepEqual(said(7), []);
    assert.deepEqual(said(0), ['warning none 0']);
  });
});
