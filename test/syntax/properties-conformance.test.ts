import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expectFromJava, type Answer } from '../conformance/properties/answers.js';
import { cornerCases } from '../conformance/properties/texts.js';

const recordedFile = new URL('../../../test/conformance/properties/recorded.jsonl', import.meta.url);

function readRecorded(): Map<string, Answer> {
  const lines = readFileSync(recordedFile, 'utf8').trimEnd().split('\n');
  return new Map(lines.map(line => JSON.parse(line) as [text: string, answer: Answer]));
}

describe('the recorded answers of java.util.Properties', () => {
  const recorded = readRecorded();

  it('are all given by the parser too', () => {
    for (const [text, answer] of recorded) assert.deepEqual(expectFromJava(text), answer, `read from ${JSON.stringify(text)}`);
  });

  it('cover every corner case and 2,000 random texts', () => {
    assert.deepEqual(
      cornerCases.filter(text => !recorded.has(text)),
      [],
    );
    assert.ok(recorded.size >= new Set(cornerCases).size + 2_000);
  });
});
