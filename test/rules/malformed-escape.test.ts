import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const id = 'malformed-escape';

describe('malformed-escape', () => {
  it('is an error that stops the process, mended by a second backslash', () => {
    const text = 'acks=all\nssl.keystore.location=C:\\users\\kafka.jks\n';
    const analysis = analyzeFile('producer.properties', text);
    const [found, ...more] = analysis.diagnoses.filter(one => one.rule.id === id);
    assert.ok(found);
    assert.deepEqual([found.severity, found.refusedByKafka, more.length], ['error', true, 0]);
    const [fix] = fixesOf(found, analysis);
    const mended = applyEdits(text, fix?.edits ?? []);
    assert.match(mended, /C:\\\\users/);
    assert.ok(!summaries('producer.properties', mended).some(line => line.includes(id)));
  });

  it('is silent on whole escapes and in YAML', () => {
    assert.ok(!summaries('producer.properties', 'acks=all\nclient.id=caf\\u00e9\n').some(line => line.includes(id)));
    assert.ok(!summaries('application.yml', 'spring.kafka.producer.acks: all\npath: C:\\users\n').some(line => line.includes(id)));
  });
});
