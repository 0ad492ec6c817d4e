import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dockerfile } from '../../server/src/syntax/dockerfile.js';
import { textOf } from '../../server/src/syntax/key-text.js';

interface Answer {
  readonly text: string;
  /** The instruction, the name of a variable, and the value. */
  readonly rows: readonly (readonly [string, string, string])[];
}

/**
 * Random texts with what the builder's own packages `parser` and `shell` made of them: those of moby/buildkit that Debian 12 has in the
 * source of docker.io 20.10.24, which know no texts below an instruction yet.
 */
const answers = readFileSync('test/conformance/dockerfile/recorded.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Answer);

describe('a Dockerfile beside its builder', () => {
  it('has the same variables, images and commands', () => {
    assert.ok(answers.length >= 400);
    for (const { text, rows } of answers) {
      const own = dockerfile.parse(text).entries.flatMap(({ path, value }) => {
        const [instruction = '', name = ''] = path.map(textOf);
        if (instruction === 'ENV') return [[instruction, name, value]];
        const counts = /^(CMD|ENTRYPOINT)$/.test(instruction) || (instruction === 'FROM' && name === '');
        return counts ? [[instruction, '', value]] : [];
      });
      assert.deepEqual(own, rows, JSON.stringify(text));
    }
  });
});
