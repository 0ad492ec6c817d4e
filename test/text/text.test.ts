import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/text/edit.js';
import { Lines } from '../../server/src/text/lines.js';
import { overlaps, sameSpan, slice, touches } from '../../server/src/text/span.js';

describe('lines', () => {
  it('end with LF, CRLF or a lone CR', () => {
    const lines = new Lines('a\nb\r\nc\rd');
    assert.equal(lines.count, 4);
    assert.deepEqual(lines.positionAt(5), { line: 2, character: 0 });
    assert.deepEqual(lines.positionAt(7), { line: 3, character: 0 });
    assert.equal(lines.startOf(9), 8);
  });

  it('count in UTF-16 units and clamp what is outside', () => {
    const lines = new Lines('😀a\nb');
    assert.deepEqual(lines.positionAt(2), { line: 0, character: 2 });
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 1 });
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 4);
    assert.equal(lines.offsetAt({ line: 7, character: 0 }), 5);
  });

  it('give back every offset by its position', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀') }), fc.nat(), (text, n) => {
        const lines = new Lines(text);
        const offset = n % (text.length + 1);
        assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
      }),
    );
  });
});

describe('edits', () => {
  it('apply whatever their order', () => {
    const edits = [
      { span: { start: 4, end: 5 }, newText: 'E' },
      { span: { start: 0, end: 1 }, newText: 'A' },
      { span: { start: 2, end: 2 }, newText: '+' },
    ];
    assert.equal(applyEdits('abcde', edits), 'Ab+cdE');
  });
});

describe('spans', () => {
  it('are touched by a cursor at both rims', () => {
    const span = { start: 2, end: 4 };
    assert.deepEqual(
      [1, 2, 4, 5].map(offset => touches(span, offset)),
      [false, true, true, false],
    );
  });

  it('overlap where they share a character or meet', () => {
    assert.ok(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 }));
    assert.ok(!overlaps({ start: 0, end: 2 }, { start: 3, end: 4 }));
    assert.ok(sameSpan({ start: 0, end: 2 }, { start: 0, end: 2 }));
    assert.ok(!sameSpan({ start: 0, end: 2 }, { start: 0, end: 3 }));
    assert.equal(slice('acks=1', { start: 0, end: 4 }), 'acks');
  });
});
