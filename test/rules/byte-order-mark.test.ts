import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const id = 'byte-order-mark';

describe('byte-order-mark', () => {
  it('is a warning, and removing it is safe', () => {
    const text = '\uFEFFlinger.ms=5\nacks=all\n';
    const analysis = analyzeFile('producer.properties', text);
    const [found] = analysis.diagnoses.filter(one => one.rule.id === id);
    assert.ok(found);
    const [fix] = fixesOf(found, analysis);
    assert.deepEqual([found.severity, fix?.safety, applyEdits(text, fix?.edits ?? [])], ['warning', 'safe', 'linger.ms=5\nacks=all\n']);
  });

  it('is silent without one', () => {
    assert.ok(!summaries('producer.properties', 'linger.ms=5\nacks=all\n').some(line => line.includes(id)));
  });
});
