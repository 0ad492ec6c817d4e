import assert from 'node:assert/strict';
import fc from 'fast-check';
import { properties } from '../../server/src/syntax/properties.js';
import type { Document } from '../../server/src/syntax/syntax.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice, type Span } from '../../server/src/text/span.js';
import { pairsOf } from '../conformance/properties/answers.js';
import { operations } from '../conformance/properties/edits.js';
import { cornerCases, randomText, seededRandom } from '../conformance/properties/texts.js';
import { times } from '../support/runs.js';

const anyUnits = fc.array(fc.nat(0xffff)).map(units => String.fromCharCode(...units));
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.nat(0xffff_ffff).map(seed => randomText(seededRandom(seed))) },
  { weight: 1, arbitrary: fc.constantFrom(...cornerCases) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: anyUnits },
);
const runs = times(3_000);

function assertInOrder(spans: readonly Span[], text: string): void {
  let before = 0;
  for (const { start, end } of spans) {
    assert.ok(before <= start && start <= end && end <= text.length, JSON.stringify({ text, spans }));
    before = end;
  }
}

function commentsOf({ text, comments }: Document): string[] {
  return comments.map(span => slice(text, span));
}

describe('any properties text', () => {
  it('is read without a throw, into spans that are ordered, disjoint and inside the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { entries, comments, problems } = properties.parse(text);
        assertInOrder(
          entries.flatMap(({ keySpan, valueSpan }) => [keySpan, valueSpan]),
          text,
        );
        assertInOrder(
          entries.map(({ span }) => span),
          text,
        );
        assertInOrder(comments, text);
        for (const { span } of problems) assertInOrder([span], text);
        for (const { span, keySpan, valueSpan } of entries) assert.deepEqual(span, { start: keySpan.start, end: valueSpan.end });
      }),
      runs,
    );
  });

  it('is rid of its problems by their repairs, other than a NUL', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { problems } = properties.parse(text);
        fc.pre(problems.every(({ kind }) => kind !== 'not-text'));
        // a text can begin with several marks, each of which shows when the one before is gone
        const left = properties.parse(
          applyEdits(
            text.replace(/^\uFEFF+/, '\uFEFF'),
            properties.parse(text.replace(/^\uFEFF+/, '\uFEFF')).problems.flatMap(({ repair }) => repair ?? []),
          ),
        );
        assert.deepEqual(left.problems, []);
      }),
      runs,
    );
  });

  for (const [name, operate] of Object.entries(operations)) {
    it(`has exactly the wanted entries and the same comments after ${name}`, () => {
      fc.assert(
        fc.property(anyText, fc.nat(), anyText, anyText, (text, choice, key, value) => {
          const document = properties.parse(text);
          fc.pre(document.entries.length > 0);
          const { edits, pairs } = operate(document, choice % document.entries.length, key, value);
          const after = properties.parse(applyEdits(text, edits));
          assert.deepEqual(pairsOf(after), pairs);
          assert.deepEqual(commentsOf(after), commentsOf(document));
        }),
        runs,
      );
    });
  }
});
