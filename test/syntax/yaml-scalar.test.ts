import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { javaText } from '../../server/src/syntax/yaml-scalar.js';
import { yaml } from '../../server/src/syntax/yaml.js';

// Recorded once from the reader that the file names; `org.yaml.snakeyaml.resolver.Resolver` holds the patterns behind the answers.
const recorded = JSON.parse(readFileSync(new URL('../../../test/conformance/yaml/scalars.json', import.meta.url), 'utf8')) as {
  readonly answers: readonly (readonly [written: string, value: string])[];
};

function valueOf(written: string): string | undefined {
  return yaml.parse(`k: ${written}\n`).entries[0]?.value;
}

describe('a YAML scalar', () => {
  it('has the Java text that Spring Boot gives it', () => {
    assert.ok(recorded.answers.length > 200);
    const wrong = recorded.answers
      .map(([written, value]) => ({ written, value, ours: valueOf(written) }))
      .filter(({ value, ours }) => ours !== value);
    assert.deepEqual(wrong, []);
  });

  it('keeps its text if its tag does not fit', () => {
    assert.deepEqual(['!!int abc', '!!float abc', '!!bool maybe', '!mine 012', '!!float ._'].map(valueOf), [
      'abc',
      'abc',
      'maybe',
      '012',
      '._',
    ]);
  });

  it('keeps its text if it is too long for a number', () => {
    const digits = `0${'7'.repeat(1000)}`;
    assert.equal(javaText(digits), digits);
    assert.equal(valueOf(`!!int ${digits}`), digits);
  });
});
