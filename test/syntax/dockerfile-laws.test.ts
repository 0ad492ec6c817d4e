import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dockerfile } from '../../server/src/syntax/dockerfile.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import type { Document, Entry } from '../../server/src/syntax/syntax.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import { times } from '../support/runs.js';
import { slice } from '../../server/src/text/span.js';

const piece = fc.constantFrom(
  ...[
    'FROM a',
    'FROM a AS b\n',
    'env ',
    '\nENV ',
    '\nENV A=1',
    '\nENV A b',
    'ARG X=1\n',
    '\nCMD ["a", "b"]',
    '\nRUN <<A',
    'A\n',
    'ONBUILD ',
  ],
  ...[
    'A',
    'B=',
    'KAFKA_ACKS',
    'a.b',
    '=',
    ' ',
    '\t',
    '\n',
    '\r\n',
    ' \\\n  ',
    ' \\\r\n',
    '\\',
    '`',
    '# escape=`\n',
    '# c\n',
    '#',
    '"',
    "'",
  ],
  ...['"x y"', "'y'", '\\"', '\\ ', '$', '${X:-1}', '--x=1 ', 'all', '[', '\uFEFF', '\r', '\x85', 'é', '😀'],
);
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const anyName = fc.stringMatching(/^[A-Za-z_][\w.]{0,8}$/);
/** A line end cannot be said there. */
const anyValue = fc
  .oneof(
    fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  .map(value => value.replaceAll('\n', ''));
const runs = times(3_000);

type Pair = readonly [string, string];

function variablesIn({ entries }: Document): readonly Entry[] {
  return entries.filter(({ path: [first] }) => first && textOf(first) === 'ENV');
}

function pairsOf(document: Document): readonly Pair[] {
  return variablesIn(document).map(({ path, value }) => [path.slice(1).map(textOf).join(), value]);
}

/** A text that its builder takes, in which every name has a sign or is followed by its value, and every quote is closed. */
function isSound(text: string): boolean {
  return variablesIn(dockerfile.parse(text)).every(({ keySpan, valueSpan, value }) => {
    const [name, written] = [slice(text, keySpan), slice(text, valueSpan)];
    const mayBeOpen = /["']/.test(written) && /["']/.test(value);
    return !/^--|["'\\`\s]/.test(name) && valueSpan.start > keySpan.end && !mayBeOpen && !/[\\`]\s?$/.test(written);
  });
}

const operations: Readonly<
  Record<
    string,
    (document: Document, at: number, entry: Entry, name: string, value: string) => readonly [readonly TextEdit[], readonly Pair[]]
  >
> = {
  setValue: (document, at, entry, _name, value) => [
    dockerfile.setValue(document, entry, value),
    pairsOf(document).map((pair, i) => (i === at ? [pair[0], value] : pair)),
  ],
  setKey: (document, at, entry, name) => [
    dockerfile.setKey(document, entry, name),
    pairsOf(document).map((pair, i) => (i === at ? [name, pair[1]] : pair)),
  ],
  remove: (document, at, entry) => [dockerfile.remove(document, entry), pairsOf(document).toSpliced(at, 1)],
  insertAfter: (document, at, entry, name, value) => [
    dockerfile.insert(document, { after: entry }, [name], value),
    pairsOf(document).toSpliced(at + 1, 0, [name, value]),
  ],
  insertAtEnd: (document, _at, _entry, name, value) => [
    dockerfile.insert(document, { atEnd: true }, [name], value),
    [...pairsOf(document), [name, value]],
  ],
};

describe('any Dockerfile', () => {
  it('is read into spans that are ordered and inside the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { entries, comments } = dockerfile.parse(text);
        const isIn = (spans: readonly { readonly start: number; readonly end: number }[]): void => {
          let before = 0;
          for (const { start, end } of spans) {
            assert.ok(before <= start && start <= end && end <= text.length, JSON.stringify({ text, spans }));
            before = end;
          }
        };
        isIn(entries.flatMap(({ path, keySpan, valueSpan }) => (path.at(-1)?.kind === 'key' ? [keySpan, valueSpan] : [valueSpan])));
        isIn(comments);
        for (const { span, keySpan, valueSpan } of entries) assert.deepEqual(span, { start: keySpan.start, end: valueSpan.end });
      }),
      runs,
    );
  });

  for (const [name, operate] of Object.entries(operations)) {
    it(`has exactly the wanted variables after ${name}`, () => {
      fc.assert(
        fc.property(anyText, fc.nat(), anyName, anyValue, (text, choice, key, value) => {
          const document = dockerfile.parse(text);
          const variables = variablesIn(document);
          const at = choice % Math.max(1, variables.length);
          const entry = variables[at];
          fc.pre(entry !== undefined && isSound(text));
          const [edits, pairs] = operate(document, at, entry, key, value);
          const edited = applyEdits(text, edits);
          assert.deepEqual(pairsOf(dockerfile.parse(edited)), pairs, JSON.stringify([text, edited]));
        }),
        runs,
      );
    });
  }
});
