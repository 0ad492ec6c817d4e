import assert from 'node:assert/strict';
import { properties } from '../../server/src/syntax/properties.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { pairsOf } from '../conformance/properties/answers.js';
import { readMarked } from '../support/markers.js';

/** Marks, per entry: the whole entry around its key and its value. */
function assertEntries(marked: string, expected: readonly (readonly [key: string, value: string])[]): void {
  const { text, spans } = readMarked(marked);
  const document = properties.parse(text);
  assert.deepEqual(pairsOf(document), expected);
  assert.deepEqual(
    document.entries.flatMap(({ span, keySpan, valueSpan }) => [span, keySpan, valueSpan]),
    spans,
  );
  assert.deepEqual(document.problems, []);
}

function assertProblem(kind: string, marked: string, repaired: string, pairs: readonly (readonly [key: string, value: string])[]): void {
  const { text, spans } = readMarked(marked);
  const document = properties.parse(text);
  assert.deepEqual(
    document.problems.map(problem => problem.kind),
    [kind],
  );
  assert.deepEqual(
    document.problems.map(problem => problem.span),
    spans,
  );
  assert.deepEqual(pairsOf(document), pairs);
  const repair = document.problems[0]?.repair ?? [];
  assert.equal(applyEdits(text, repair), repaired);
  assert.deepEqual(properties.parse(repaired).problems, []);
}

describe('a properties text', () => {
  it('separates key and value by =, : or white space, with white space around', () => {
    assertEntries('[|[|acks|]=[|1|]|]', [['acks', '1']]);
    assertEntries('[|[|acks|] \t:\f [|1|]|]', [['acks', '1']]);
    assertEntries('[|[|acks|] [|1 2|]|]', [['acks', '1 2']]);
    assertEntries('[|[|acks|] = [|= 1 |]|]\n', [['acks', '= 1 ']]);
  });

  it('has an entry for a key without value, its value span where a value would stand', () => {
    assertEntries('[|[|acks|][||]|]', [['acks', '']]);
    assertEntries('[|[|acks|] = [||]|]\n[|[|b|]:[||]|]\n', [
      ['acks', ''],
      ['b', ''],
    ]);
  });

  it('has an entry for an empty key', () => {
    assertEntries('[|[||]=[|x|]|]', [['', 'x']]);
  });

  it('ends lines by LF, CR and CR LF, and lists duplicates in their order', () => {
    assertEntries('[|[|a|]=[|1|]|]\n[|[|a|]=[|2|]|]\r[|[|a|]=[|3|]|]\r\n\r\n  [|[|b|]=[|4|]|]', [
      ['a', '1'],
      ['a', '2'],
      ['a', '3'],
      ['b', '4'],
    ]);
  });

  it('joins a line that ends in an odd number of backslashes with the next, whose leading white space goes', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      assertEntries(`[|[|a|] = [|b\\${end} \t\fc\\\\|]|]${end}[|[|d|]=[|e|]|]`, [
        ['a', 'bc\\'],
        ['d', 'e'],
      ]);
    }
  });

  it('joins within keys and separators too', () => {
    assertEntries('[|[|a\\\n  b|]\\\n  =\\\n  [|c|]|]', [['ab', 'c']]);
  });

  it('takes a joined line as it is, be it blank or like a comment', () => {
    assertEntries('[|[|a|]=[|b|]|]\\\n  \n[|[|c|]=[|d\\\n#e|]|]', [
      ['a', 'b'],
      ['c', 'd#e'],
    ]);
  });

  it('ignores a backslash at the end of the text', () => {
    assertEntries('[|[|a|]=[|b|]|]\\', [['a', 'b']]);
    assertEntries('[|[|a|]=[||]|]\\', [['a', '']]);
  });

  it('starts anew after a line that is nothing but a backslash, so that a comment can follow', () => {
    const { text, spans } = readMarked('\\\n[|# a|]\n\\\n b=1');
    const document = properties.parse(text);
    assert.deepEqual(document.comments, spans);
    assert.deepEqual(pairsOf(document), [['b', '1']]);
  });

  it('resolves escapes in keys and values', () => {
    assertEntries('[|[|a\\ b\\=\\u0063|]=[|\\t\\n\\r\\f\\x\\"\\\\\\u00E9|]|]', [['a b=c', '\t\n\r\fx"\\é']]);
    assertEntries('[|[|a|]=[|\\u00\\\n  4\\\n1|]|]', [['a', 'A']]);
  });

  it('takes no-break space, vertical tab and next line for ordinary characters', () => {
    assertEntries('[|[|\u00a0a\v|]=[|\u0085b|]|]', [['\u00a0a\v', '\u0085b']]);
  });

  it('lists comments without their line ends; a backslash joins nothing there', () => {
    const { text, spans } = readMarked('[|# a\\|]\nb=1\r\n \f[|! c|]\r\n#=');
    const document = properties.parse(text);
    assert.deepEqual(document.comments, [...spans, { start: text.length - 2, end: text.length }]);
    assert.deepEqual(pairsOf(document), [['b', '1']]);
  });

  it('keeps the other entries, and the text as written, where an escape is malformed', () => {
    assertProblem('malformed-escape', 'a=1\nb=C:[|\\u|]sers\nc=2', 'a=1\nb=C:\\\\users\nc=2', [
      ['a', '1'],
      ['b', 'C:\\users'],
      ['c', '2'],
    ]);
    assertProblem('malformed-escape', '[|\\u12|]=3', '\\\\u12=3', [['\\u12', '3']]);
    assertProblem('malformed-escape', 'a=[|\\u00A|]', 'a=\\\\u00A', [['a', '\\u00A']]);
  });

  it('reports each malformed escape, in the order of the text', () => {
    const { text, spans } = readMarked('[|\\u1|]=[|\\u2|]\na=[|\\u3|]');
    assert.deepEqual(
      properties.parse(text).problems.map(({ span }) => span),
      spans,
    );
  });

  it('reports a thousand malformed escapes at most, and reads on', () => {
    const { entries, problems } = properties.parse('a=\\u\n'.repeat(1_200));
    assert.deepEqual([entries.length, problems.length], [1_200, 1_000]);
  });

  it('has a byte order mark in its first key', () => {
    assertProblem('byte-order-mark', '[|\uFEFF|]acks=1\nb=2', 'acks=1\nb=2', [
      ['\uFEFFacks', '1'],
      ['b', '2'],
    ]);
  });

  it('is not read where there is an early NUL', () => {
    const { entries, problems } = properties.parse('PK\0\nacks=1');
    assert.deepEqual(entries, []);
    assert.deepEqual(
      problems.map(({ kind, span }) => ({ kind, span })),
      [{ kind: 'not-text', span: { start: 2, end: 3 } }],
    );
  });

  it('is read where the NUL comes late', () => {
    assert.equal(properties.parse(`#${'x'.repeat(8_000)}\na=\0`).entries[0]?.value, '\0');
  });

  it('holds no sections and no parts', () => {
    const { entries, sections } = properties.parse('a=1');
    assert.deepEqual([sections, entries[0]?.part, entries[0]?.section], [[], 0, undefined]);
  });

  // a reader that starts over somewhere would need minutes here, and mocha's timeout fails the test
  it('is read in one go, however long and odd', () => {
    const size = 300_000;
    for (const piece of [
      'x',
      ' ',
      '\n',
      '\\',
      '\\\n',
      '\\\n ',
      'a\\\n',
      'a\n',
      'a=b\\\n\n',
      '#\n',
      '\\u',
      '\\u0041',
      'a=\\u12\n',
      '= ',
      'a=1\n',
    ]) {
      const text = piece.repeat(size / piece.length);
      const { entries } = properties.parse(`k=${text}`);
      assert.equal(entries[0]?.span.start, 0);
    }
  });
});
