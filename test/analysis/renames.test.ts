import assert from 'node:assert/strict';
import { movedTo, renameEdits } from '../../server/src/analysis/renames.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { analyzeFile } from '../support/check.js';

/** The text with its only unknown key, as the carrier sees it, renamed. */
function renamed(path: string, text: string, known: string, asSeen?: string): string | undefined {
  const { document, carried } = analyzeFile(path, text);
  const [unknown] = carried.flatMap(({ configs }) => configs.flatMap(({ unknownKeys }) => unknownKeys));
  assert.ok(document && unknown);
  const edits = renameEdits({ ...unknown, key: asSeen ?? unknown.key }, known, document);
  return edits && applyEdits(text, edits);
}

describe('an entry that is moved', () => {
  it('stays where it is when the text around it cannot be read after that', () => {
    const document = syntaxes.yaml.parse('a:\n\tb: 1\nc: 2\n');
    const [entry] = document.entries;
    const [root] = document.sections;
    assert.ok(entry && root);
    const { span, newText } = movedTo(document, entry, { in: root }, ['a', 'z']);
    assert.deepEqual([span.start, newText], [span.end, '']);
  });
});

describe('the new name of an unknown key', () => {
  it('takes the place of what the reader did not know', () => {
    assert.equal(renamed('producer.properties', 'acks=all\nbatch.sise=5\n', 'batch.size'), 'acks=all\nbatch.size=5\n');
    const spring = (key: string): string => `spring.kafka.producer.acks=all\nspring.kafka.producer.properties${key}=5\n`;
    assert.equal(renamed('application.properties', spring('.batch.sise'), 'batch.size'), spring('.batch.size'));
  });

  it('stays in the brackets or quotes of the old one', () => {
    const spring = (key: string): string => `spring.kafka.producer.properties[${key}]=5\n`;
    assert.equal(renamed('application.properties', spring('batch.sise'), 'batch.size'), spring('batch.size'));
    const channel = (key: string): string => `mp.messaging.outgoing.x.connector=smallrye-kafka\nmp.messaging.outgoing.x."${key}"=5\n`;
    assert.equal(renamed('application.properties', channel('batch.sise'), 'batch.size'), channel('batch.size'));
  });

  it('is not written where the key is spelled otherwise than it was understood', () => {
    assert.equal(renamed('producer.properties', 'acks=all\nbatch.sise=5\n', 'batch.size', 'batchSise'), undefined);
  });
});
