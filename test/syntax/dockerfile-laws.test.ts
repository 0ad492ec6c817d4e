import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dockerfile } from '../../server/src/syntax/dockerfile.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import type { Document, Entry } from '../../server/src/syntax/syntax.js';
import { times } from '../support/runs.js';
import { slice } from '../../server/src/text/span.js';
import { keepsOtherVariables } from '../support/variable-laws.js';

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

function variablesIn({ entries }: Document): readonly Entry[] {
  return entries.filter(({ path: [first] }) => first && textOf(first) === 'ENV');
}

/** A text that its builder takes, in which every name has a sign or is followed by its value, and every quote is closed. */
function isSound(text: string): boolean {
  // one that comes to the front is no sign of the text any more
  if (text.lastIndexOf('\ufeff') > 0) return false;
  return variablesIn(dockerfile.parse(text)).every(({ keySpan, valueSpan, value }) => {
    const [name, written] = [slice(text, keySpan), slice(text, valueSpan)];
    const mayBeOpen = /["']/.test(written) && /["']/.test(value);
    return !/^--|["'\\`\s]/.test(name) && valueSpan.start > keySpan.end && !mayBeOpen && !/[\\`]\s?$/.test(written);
  });
}

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

  keepsOtherVariables(
    {
      syntax: dockerfile,
      variablesIn: variablesIn,
      nameOf: ({ path }) => path.slice(1).map(textOf).join(),
      text: anyText.filter(isSound),
      name: anyName,
      value: anyValue,
    },
    runs,
  );
});
