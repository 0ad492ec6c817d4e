import assert from 'node:assert/strict';
import fc from 'fast-check';
import { env } from '../../server/src/syntax/env.js';
import type { Document, Entry } from '../../server/src/syntax/syntax.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import { times } from '../support/runs.js';

const piece = fc.constantFrom(
  ...[
    'A',
    'KAFKA_ACKS',
    'a.b',
    '=',
    '=',
    ':',
    ' ',
    '\t',
    '\n',
    '\n',
    '\r\n',
    '#',
    ' # c',
    '"',
    "'",
    '"x"',
    "'y'",
    '\\',
    '\\"',
    '$',
    '${X:-1}',
    'export ',
  ],
  ...['1', 'all', '[', '\uFEFF', '\r', 'é'],
);
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
/** Texts whose quotes all close: what is added could close another one. */
const soundText = anyText.filter(
  text =>
    !env
      .parse(text)
      .entries.some(
        ({ value, valueSpan }) =>
          /^["']/.test(text.slice(valueSpan.start, valueSpan.end)) && /^["']/.test(value) && text[valueSpan.start] === value[0],
      ),
);
const anyName = fc.stringMatching(/^[A-Za-z_][\w.[\]-]{0,8}$/);
const anyValue = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
);
const runs = times(3_000);

type Pair = readonly [string, string];

function pairsOf({ entries }: Document): readonly Pair[] {
  return entries.map(({ path: [step], value }) => [step?.kind === 'key' ? step.text : '', value]);
}

const operations: Readonly<
  Record<
    string,
    (document: Document, at: number, entry: Entry, name: string, value: string) => readonly [readonly TextEdit[], readonly Pair[]]
  >
> = {
  setValue: (document, at, entry, _name, value) => [
    env.setValue(document, entry, value),
    pairsOf(document).map((pair, i) => (i === at ? [pair[0], value] : pair)),
  ],
  setKey: (document, at, entry, name) => [
    env.setKey(document, entry, name),
    pairsOf(document).map((pair, i) => (i === at ? [name, pair[1]] : pair)),
  ],
  remove: (document, at, entry) => [env.remove(document, entry), pairsOf(document).toSpliced(at, 1)],
  insertAfter: (document, at, entry, name, value) => [
    env.insert(document, { after: entry }, [name], value),
    pairsOf(document).toSpliced(at + 1, 0, [name, value]),
  ],
  insertAtEnd: (document, _at, _entry, name, value) => [
    env.insert(document, { atEnd: true }, [name], value),
    [...pairsOf(document), [name, value]],
  ],
};

describe('any text of variables', () => {
  it('is read into spans that are ordered, disjoint and inside the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { entries, comments } = env.parse(text);
        const spans = [...entries.flatMap(({ keySpan, valueSpan }) => [keySpan, valueSpan]), ...comments].sort(
          (a, b) => a.start - b.start || a.end - b.end,
        );
        let before = 0;
        for (const { start, end } of spans) {
          assert.ok(before <= start && start <= end && end <= text.length, JSON.stringify({ text, spans }));
          before = end;
        }
        for (const { span, keySpan, valueSpan } of entries) assert.deepEqual(span, { start: keySpan.start, end: valueSpan.end });
      }),
      runs,
    );
  });

  for (const [name, operate] of Object.entries(operations)) {
    it(`has exactly the wanted variables after ${name}`, () => {
      fc.assert(
        fc.property(soundText, fc.nat(), anyName, anyValue, (text, choice, key, value) => {
          const document = env.parse(text);
          const at = choice % Math.max(1, document.entries.length);
          const entry = document.entries[at];
          fc.pre(entry !== undefined);
          const [edits, pairs] = operate(document, at, entry, key, value);
          assert.deepEqual(pairsOf(env.parse(applyEdits(text, edits))), pairs, JSON.stringify(applyEdits(text, edits)));
        }),
        runs,
      );
    });
  }
});
