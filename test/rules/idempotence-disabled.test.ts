import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, findIn, findInSpring, severityOf, type Circumstances } from '../support/check.js';

const id = 'idempotence-disabled';
const inPlain = (settings: string, circumstances?: Circumstances) => severityOf(id, findIn('producer', settings, circumstances));

describe('idempotence-disabled', () => {
  it('warns of an explicit false, however its letters are written', () => {
    assert.equal(inPlain('enable.idempotence=false'), 'warning');
    assert.equal(inPlain('enable.idempotence=False', { version: '2.8' }), 'warning');
    assert.equal(severityOf(id, findInSpring('producer', 'enable.idempotence=false')), 'warning');
  });
  it('informs where one batch is on its way at a time, or none is sent again', () => {
    assert.equal(inPlain('enable.idempotence=false\nmax.in.flight.requests.per.connection=1'), 'information');
    assert.equal(inPlain('enable.idempotence=false\nmax.in.flight.requests.per.connection=2'), 'warning');
    assert.equal(inPlain('enable.idempotence=false\nretries=0'), 'information');
    assert.equal(inPlain('enable.idempotence=false', { version: '2.0' }), 'information');
    assert.equal(inPlain('enable.idempotence=false', { version: '2.1' }), 'warning');
  });
  it('is silent on true, on absence and on what cannot be known', () => {
    for (const value of ['true', '${IDEMPOTENT}', 'no']) assert.equal(inPlain(`enable.idempotence=${value}`), undefined, value);
    assert.equal(inPlain('acks=all', { version: '2.8' }), undefined);
  });
  it('is silent before 0.11, where the key does not exist', () => {
    assert.equal(inPlain('enable.idempotence=false', { version: '0.10.2' }), undefined);
    assert.equal(inPlain('enable.idempotence=false', { version: '0.11' }), 'information');
  });
  it('aligns in one fix what would forbid idempotence', () => {
    const text = 'acks=1\nenable.idempotence=false\nretries=0\nmax.in.flight.requests.per.connection=10\n';
    const analysis = analyzeFile('producer.properties', text);
    const fixes = analysis.diagnoses.filter(one => one.rule.id === id).flatMap(one => fixesOf(one, analysis));
    assert.deepEqual(
      fixes.map(fix => [fix.safety, applyEdits(text, fix.edits)]),
      [['unsafe', 'acks=all\nenable.idempotence=true\nretries=2147483647\nmax.in.flight.requests.per.connection=5\n']],
    );
    assert.match(fixes[0]?.title ?? '', /\(brokers before 2\.8 also need the ACL IdempotentWrite\)$/);
  });
});
