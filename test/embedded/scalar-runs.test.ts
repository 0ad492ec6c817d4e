import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runsOf } from '../../server/src/embedded/scalar-runs.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import type { SyntaxId } from '../../server/src/syntax/syntax.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { times } from '../support/runs.js';

/** What one sign of a scalar is written as, and says. */
type Sign = readonly [written: string, said: string];

const plain = fc.constantFrom<Sign>(['a', 'a'], ['b=1', 'b=1'], ['é', 'é'], ['𝄞', '𝄞'], ['x y', 'x y'], ['/', '/']);
const fold = fc.constantFrom<Sign>(['\n   ', ' '], ['\r\n  ', ' '], [' \n  \t ', ' '], ['\n\n  ', '\n'], ['\n \n\n  ', '\n\n']);
const escape = fc.constantFrom<Sign>(
  ...[
    ['\\n', '\n'],
    ['\\t', '\t'],
    ['\\"', '"'],
    ['\\\\', '\\'],
    ['\\/', '/'],
    ['\\x41', 'A'],
    ['\\u00e9', 'é'],
  ].map(([written = '', said = '']): Sign => [written, said]),
  ['\\U0001D11E', '𝄞'],
  ['\\\n   ', ''],
);
/** White space beside a fold is not said, and signs of structure would end a scalar: a letter is between any two. */
const signs = (sign: fc.Arbitrary<Sign>): fc.Arbitrary<readonly Sign[]> =>
  fc.array(sign, { maxLength: 8 }).map(some => [['k', 'k'], ...some.flatMap((one): Sign[] => [one, ['k', 'k']])]);

interface Style {
  readonly syntax: SyntaxId;
  readonly signs: fc.Arbitrary<readonly Sign[]>;
  readonly write: (written: string) => string;
}

const styles: Readonly<Record<string, Style>> = {
  'double quotes': { syntax: 'yaml', signs: signs(fc.oneof(plain, fold, escape)), write: written => `"${written}"` },
  'single quotes': {
    syntax: 'yaml',
    signs: signs(fc.oneof(plain, fold, fc.constant<Sign>(["''", "'"]))),
    write: written => `'${written}'`,
  },
  'no quotes': { syntax: 'yaml', signs: signs(fc.oneof(plain, fold)), write: written => written },
  JSON: {
    syntax: 'json',
    signs: signs(
      fc.oneof(
        plain,
        escape.filter(([written]) => /^\\[nt"\\/u]/.test(written)),
      ),
    ),
    write: written => `"${written}"`,
  },
};

function open(text: string, syntax: SyntaxId) {
  const document = syntaxes[syntax].parse(text);
  const [entry] = document.entries;
  assert.ok(entry);
  return { document, entry, runs: runsOf(document, entry) };
}

describe('the signs of a scalar', () => {
  for (const [name, { syntax, signs: some, write }] of Object.entries(styles)) {
    const around = (written: string): string => (syntax === 'json' ? `{"a": ${write(written)}, "z": 1}` : `a: ${write(written)}\nz: 1\n`);

    it(`are where they stand, in ${name}`, () => {
      fc.assert(
        fc.property(some, all => {
          const text = around(all.map(([written]) => written).join(''));
          const { entry, runs } = open(text, syntax);
          assert.equal(entry.value, all.map(([, said]) => said).join(''), text);
          let [inner, outer] = [0, text.indexOf(write('k').replace(/k.?$/, 'k')) + write('k').indexOf('k')];
          for (const [written, said] of all) {
            const span = runs?.outerSpan({ start: inner, end: inner + said.length });
            if (said !== '') assert.deepEqual(span, { start: outer, end: outer + written.length }, `${text} ${written}`);
            if (said !== '') assert.equal(runs?.innerOffset(outer), inner, text);
            inner += said.length;
            outer += written.length;
          }
        }),
        times(300),
      );
    });

    it(`are written so that the scalar alone changes, in ${name}`, () => {
      fc.assert(
        fc.property(some, fc.nat(), fc.constantFrom('', 'ü', "it's", 'say "x"', 'c\\d', 'e\nf'), (all, number, fresh) => {
          const text = around(all.map(([written]) => written).join(''));
          const { entry, runs } = open(text, syntax);
          const letters = [...entry.value.matchAll(/k/g)];
          const at = letters[number % letters.length]?.index ?? 0;
          const after = `${entry.value.slice(0, at)}k${fresh}k${entry.value.slice(at + 1)}`;
          const edit = runs?.editTo(after);
          if (!edit) return;
          const again = syntaxes[syntax].parse(applyEdits(text, [edit]));
          assert.deepEqual(
            again.entries.map(({ value }) => value),
            [after, '1'],
            text,
          );
        }),
        times(300),
      );
    });
  }

  it('are the lines of a folded block', () => {
    const text = 'a: > # note\n   b c\n   d\n\n   e\n     more\n   f\nz: 1\n';
    const { entry, runs } = open(text, 'yaml');
    assert.equal(entry.value, 'b c d\ne\n  more\nf\n');
    for (const word of ['b c', 'd', 'e', '  more', 'f']) {
      const start: number = entry.value.indexOf(word);
      const span = runs?.outerSpan({ start, end: start + word.length });
      assert.equal(span && slice(text, span), word);
    }
    const edit = runs?.editTo('b c d2\ne\n  more\nf\n');
    assert.equal(edit && applyEdits(text, [edit]), text.replace('   d\n', '   d2\n'));
    assert.equal(runs?.editTo('b\nc d\ne\n  more\nf\n'), undefined);
  });

  it('are not told where it is not clear what says the value', () => {
    for (const text of ['a: |\n  b\n', 'a: >2\n   b\n', 'a: >\n', 'a: >\n\n  b\n', "a: ''\n", 'a: "\\N"\n']) {
      assert.equal(open(text, 'yaml').runs, undefined, text);
    }
  });

  it('have no inside where they are escapes, and nothing outside', () => {
    const text = 'a: "b\\U0001D11Ec"';
    const { runs } = open(text, 'yaml');
    assert.ok(runs);
    assert.deepEqual(runs.outerSpan({ start: 2, end: 3 }), { start: 5, end: 15 });
    assert.deepEqual(runs.outerSpan({ start: 4, end: 4 }), { start: 16, end: 16 });
    assert.equal(runs.innerOffset(7), 3);
    assert.equal(runs.innerOffset(2), undefined);
    assert.equal(runs.innerOffset(text.length), undefined);
  });
});
