import assert from 'node:assert/strict';
import { fixesOf } from '../../server/src/analysis/fixes.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile, summaries } from '../support/check.js';

const id = 'ignored-property';

function mend(path: string, text: string): string {
  const analysis = analyzeFile(path, text);
  const found = analysis.diagnoses.find(one => one.rule.id === id);
  const fix = found && fixesOf(found, analysis)[0];
  return applyEdits(text, fix?.edits ?? []);
}

describe('ignored-property', () => {
  it('points at the key that Spring does not have, and greys it out', () => {
    const text = 'spring:\n  kafka:\n    producer:\n      acks: all\n      enable-idempotence: true\n';
    assert.ok(summaries('application.yml', text).includes(`warning ${id} enable-idempotence`));
    const found = analyzeFile('application.yml', text).diagnoses.find(one => one.rule.id === id);
    assert.equal(found?.finding.tag, 'unnecessary');
    assert.match(found.message, /works below properties/);
  });

  it('moves it to where it works', () => {
    const mended = mend('application.yml', 'spring:\n  kafka:\n    producer:\n      acks: all\n      enable-idempotence: true\n');
    const [config] = analyzeFile('application.yml', mended).carried.flatMap(one => one.configs);
    assert.equal(config?.text('enable.idempotence'), 'true');
    assert.ok(!summaries('application.yml', mended).some(line => line.includes(id)));
    const line = mend('application.properties', 'spring.kafka.producer.acks=all\nspring.kafka.producer.enable-idempotence=true\n');
    assert.equal(line, 'spring.kafka.producer.acks=all\nspring.kafka.producer.properties.enable.idempotence=true\n');
  });

  it('moves another client’s key to that client', () => {
    const text = 'spring.kafka.producer.acks=all\nspring.kafka.producer.auto-offset-reset=earliest\n';
    assert.ok(summaries('application.properties', text).includes(`warning ${id} spring.kafka.producer.auto-offset-reset`));
    assert.match(mend('application.properties', text), /spring\.kafka\.consumer\.auto-offset-reset=earliest/);
  });

  it('only removes it where the right place is taken', () => {
    const text = 'spring.kafka.producer.enable-idempotence=true\nspring.kafka.producer.properties.enable.idempotence=true\n';
    assert.equal(mend('application.properties', text), 'spring.kafka.producer.properties.enable.idempotence=true\n');
    const other = 'spring.kafka.consumer.group-id=a\nspring.kafka.producer.group-id=b\n';
    assert.equal(mend('application.properties', other), 'spring.kafka.consumer.group-id=a\n');
  });
});
