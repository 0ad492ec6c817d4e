import assert from 'node:assert/strict';
import fc from 'fast-check';
import { env } from '../../server/src/syntax/env.js';
import { times } from '../support/runs.js';
import { keepsOtherVariables } from '../support/variable-laws.js';

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

  keepsOtherVariables(
    {
      syntax: env,
      variablesIn: ({ entries }) => entries,
      nameOf: ({ path: [step] }) => (step?.kind === 'key' ? step.text : ''),
      text: soundText,
      name: anyName,
      value: anyValue,
    },
    runs,
  );
});
