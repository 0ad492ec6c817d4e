import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'delivery-timeout-short';
const quick = 'linger.ms=0\nrequest.timeout.ms=100';
const inPlain = (timeout: number | string, circumstances?: Circumstances) =>
  severityOf(id, findIn('producer', `${quick}\ndelivery.timeout.ms=${timeout}`, circumstances));

describe('delivery-timeout-short', () => {
  it('warns below half a minute and informs below a minute', () => {
    assert.equal(inPlain(100), 'warning');
    assert.equal(inPlain(29_999), 'warning');
    assert.equal(inPlain(30_000), 'information');
    assert.equal(inPlain(59_999), 'information');
    assert.equal(inPlain(60_000), undefined);
    assert.equal(severityOf(id, findInSpring('producer', 'delivery.timeout.ms=45000')), 'information');
  });
  it('is silent before 2.1, which has no such key', () => {
    assert.equal(inPlain(1000, { version: '2.0' }), undefined);
    assert.equal(inPlain(1000, { version: '2.1.0' }), 'warning');
  });
  it('is silent on what is absent, refused or unknown', () => {
    assert.equal(severityOf(id, findIn('producer', quick)), undefined);
    for (const value of ['-1', '5s', '${TIMEOUT}']) assert.equal(inPlain(value), undefined, value);
  });
  it('gives way where Kafka refuses the value', () => {
    assert.equal(severityOf(id, findIn('producer', 'delivery.timeout.ms=20000')), undefined);
  });
  it('proposes two minutes, or what a request can take', () => {
    const mended = (settings: string) => {
      const text = `${settings}\ndelivery.timeout.ms=10000\n`;
      const analysis = analyzeFile('producer.properties', text, { severities: { 'delivery-timeout-conflict': 'off' } });
      return analysis.diagnoses
        .filter(one => one.rule.id === id)
        .flatMap(one => fixesOf(one, analysis).map(fix => applyEdits(text, fix.edits)));
    };
    assert.deepEqual(mended(quick), [`${quick}\ndelivery.timeout.ms=120000\n`]);
    assert.deepEqual(mended('linger.ms=50\nrequest.timeout.ms=150000'), [
      'linger.ms=50\nrequest.timeout.ms=150000\ndelivery.timeout.ms=150050\n',
    ]);
    assert.deepEqual(mended('linger.ms=${LINGER}'), ['linger.ms=${LINGER}\ndelivery.timeout.ms=120000\n']);
  });
});
