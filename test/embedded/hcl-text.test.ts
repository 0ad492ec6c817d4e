import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hclText, isWrittenText } from '../../server/src/embedded/hcl-text.js';
import type { ScalarText } from '../../server/src/embedded/scalar-text.js';
import { hcl } from '../../server/src/syntax/hcl.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import { properties } from '../../server/src/syntax/properties.js';
import type { Document } from '../../server/src/syntax/syntax.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { times } from '../support/runs.js';

function open(text: string, path = 'server.properties'): { readonly outer: Document; readonly inner: ScalarText } {
  const outer = hcl.parse(text);
  const entry = outer.entries.find(one => one.path.at(-1)?.kind === 'key');
  const inner = entry && hclText(outer, entry, path);
  assert.ok(inner, text);
  return { outer, inner };
}

/** The outer text once the inner one is another; undefined where that cannot be written. */
function changed(text: string, change: (inner: string) => string): string | undefined {
  const { inner } = open(text);
  const edits = inner.outerEdits(change(inner.document.text));
  return edits && applyEdits(text, edits);
}

const replace = (from: string, to: string) => (inner: string) => inner.replace(from, () => to);

describe('a text in a value of HCL', () => {
  it('is a heredoc or stands in quotes, and has a name', () => {
    const [document, other] = [hcl.parse('a = "b"\nc = d\ne = 1\nf = "\n'), hcl.parse('a = <<E\nb\nE\n')];
    assert.deepEqual(
      document.entries.map(entry => isWrittenText(document, entry)),
      [true, false, false, false],
    );
    const [entry] = other.entries;
    assert.ok(entry && isWrittenText(other, entry));
    assert.equal(hclText(other, entry, 'notes.md'), undefined);
  });

  it('is changed within a line, or by whole lines', () => {
    const heredoc = 'a = <<-E\n    b=1\n\n      c=${d}\n    e=2\n  E\n';
    assert.equal(changed(heredoc, replace('b=1', 'b=23')), heredoc.replace('b=1', 'b=23'));
    assert.equal(changed(heredoc, replace('e=2\n', '')), heredoc.replace('    e=2\n', ''));
    assert.equal(changed(heredoc, replace('b=1\n', '')), heredoc.replace('    b=1\n', ''));
    assert.equal(changed(heredoc, replace('e=2', 'e=2\nf=3')), heredoc.replace('e=2', 'e=2\n    f=3'));
    assert.equal(
      changed(heredoc, inner => `f=3\n${inner}`),
      heredoc.replace('    b', '    f=3\n    b'),
    );
    assert.equal(changed(heredoc, replace('b=1\n\n', 'f=3\n\n\n')), heredoc.replace('b=1\n\n', 'f=3\n\n\n'));
    assert.equal(
      changed(heredoc, inner => inner.replace('b=1', 'f=3').replace('e=2', 'g=4')),
      heredoc.replace('b=1', 'f=3').replace('e=2', 'g=4'),
    );
    assert.equal(changed(heredoc, replace('c=${d}', 'f=3')), heredoc.replace('      c=${d}', '      f=3'));
    assert.equal(
      changed(heredoc, inner => inner),
      heredoc,
    );
    assert.equal(
      changed(heredoc, replace('b=1', 'b=${f}')),
      heredoc.replace('b=1', () => 'b=$${f}'),
    );
  });

  it('keeps what is filled in, or is not changed', () => {
    const heredoc = 'a = <<E\nb=${c}\nd=${e}\nE\n';
    assert.equal(changed(heredoc, replace('d=${e}', 'd=1')), heredoc.replace('d=${e}', 'd=1'));
    assert.equal(changed(heredoc, replace('b=${c}', 'b=${c}f')), heredoc.replace('b=${c}', 'b=${c}f'));
    assert.equal(changed(heredoc, replace('b=${c}', 'b=${g}')), undefined);
    assert.equal(changed(heredoc, replace('b=${c}\nd', 'f=1\nb=${g}\nd')), undefined);
    assert.equal(changed('a = <<E\nb=1\nE\n', replace('b=1', 'b=1\nE')), undefined);
    assert.equal(changed('a = <<E\nb=1\nE\n', replace('b=1', 'E')), undefined);
  });

  it('is written with escapes in quotes', () => {
    assert.equal(changed('a = "b=1\\nc=2\\n"\n', replace('c=2', 'c=3')), 'a = "b=1\\nc=3\\n"\n');
    assert.equal(changed('a = "b=1\\nc=2\\n"\n', replace('b=1\n', '')), 'a = "c=2\\n"\n');
    assert.equal(changed('a = "b=1\\nc=2\\n"\n', replace('c=2', 'c="\\d')), 'a = "b=1\\nc=\\"\\\\d\\n"\n');
    assert.equal(changed('a = "b=1\\nc=2"\n', replace('c=2', 'c=2\nd=3')), 'a = "b=1\\nc=2\\nd=3"\n');
    assert.equal(changed('a = "b=\\"1"\n', replace('"', '2')), 'a = "b=21"\n');
    assert.equal(
      changed('a = "b"\n', () => ''),
      'a = ""\n',
    );
    assert.equal(
      changed('a = ""\n', () => 'b=1'),
      'a = "b=1"\n',
    );
    assert.equal(
      changed('a = <<-E\n  E\n', () => 'b=1\n'),
      'a = <<-E\n  b=1\n  E\n',
    );
  });

  it('has comments for lines that are filled in, where its syntax has comments', () => {
    const text = (line: string): string => `a = <<E\n${line}\nE\n`;
    assert.equal(open(text('  ${b}')).inner.document.text, '  #{b}\n');
    assert.equal(open(text('${b}'), 'a.json').inner.document.text, '${b}\n');
  });

  it('knows where its characters stand', () => {
    const text = 'a = <<-E\n    b=1\n      c="x$${d}"\n  E\n';
    const { inner } = open(text);
    const [first, second] = inner.document.entries;
    assert.ok(first && second);
    assert.equal(slice(text, inner.outerSpan(first.valueSpan)), '1');
    assert.equal(slice(text, inner.outerSpan(second.keySpan)), 'c');
    assert.equal(slice(text, inner.outerSpan(second.valueSpan)), '"x$${d}"');
    assert.deepEqual(inner.outerSpan({ start: 0, end: 0 }), { start: 13, end: 13 });
    assert.deepEqual(inner.outerSpan({ start: 99, end: 99 }), { start: text.indexOf('  E\n'), end: text.indexOf('  E\n') });
    assert.equal(inner.innerOffset(text.indexOf('b=1')), 0);
    assert.equal(inner.innerOffset(text.indexOf('b=1') + 2), 2);
    assert.equal(inner.innerOffset(text.indexOf('c="')), inner.document.text.indexOf('c'));
    assert.equal(inner.innerOffset(text.indexOf('c="') - 4), inner.document.text.indexOf('\n') + 1);
    assert.equal(inner.innerOffset(text.indexOf('$${') + 1), inner.document.text.indexOf('$'));
    assert.equal(inner.innerOffset(2), undefined);
    assert.equal(inner.innerOffset(text.length), undefined);
    const filled = open('a = <<E\nb=${c}\nE\n');
    assert.deepEqual(filled.inner.outerSpan({ start: 2, end: 6 }), { start: 10, end: 14 });
    assert.deepEqual(filled.inner.outerSpan({ start: 3, end: 6 }), { start: 10, end: 14 });
    const empty = open('a = <<E\nE\n').inner;
    assert.equal(empty.innerOffset(8), 0);
    assert.deepEqual(empty.outerSpan({ start: 0, end: 0 }), { start: 8, end: 8 });
    assert.deepEqual(empty.outerSpan({ start: 0, end: 1 }), { start: 8, end: 8 });
  });
});

const linesOf = ({ entries }: Document): readonly string[] => entries.map(({ path, value }) => `${path.map(textOf).join('.')}=${value}`);

const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b.c', 'd-e'), fc.constantFrom('=', ' = ', ': '), fc.constantFrom('1', 'x y', 'é', '$', '%', '"q"'))
    .map(([key, sign, value]) => key + sign + value),
  fc.constantFrom(
    '',
    '   ',
    '# note ${f}',
    'g=${h}',
    '${i}',
    'j=k${l}m',
    'n=$${o}',
    '%{ if p }r=1%{ endif }',
    '%{ for p in q ~}\n  r=1\n%{ endfor ~}',
    'q=${[for r in s : "}"]}',
  ),
);
const layout = fc.record({
  indents: fc.array(fc.constantFrom('', '  ', '    ', '\t'), { minLength: 1, maxLength: 4 }),
  flush: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
});
const heredoc = fc.tuple(fc.array(line, { maxLength: 8 }), layout).map(([lines, { indents, flush, eol }]) => {
  const content = lines.map((one, i) => `${indents[i % indents.length] ?? ''}${one}${eol}`).join('');
  return `x {${eol}  y = ${flush ? '<<-EOF' : '<<EOF'}${eol}${content}${flush ? '  ' : ''}EOF${eol}  z = 1${eol}}${eol}`;
});

describe('any properties in a heredoc', () => {
  it('have values that can be replaced one by one', () => {
    fc.assert(
      fc.property(heredoc, fc.nat(), fc.constantFrom('2', 'true', 'long value', ''), (text, choice, value) => {
        const { inner } = open(text);
        const { entries } = inner.document;
        const entry = entries[choice % Math.max(1, entries.length)];
        if (!entry || slice(inner.document.text, entry.span).includes('${') || entry.valueSpan.start === entry.keySpan.end) return;
        const written = slice(text, inner.outerSpan(entry.valueSpan));
        assert.equal(written, slice(inner.document.text, entry.valueSpan), text);
        const edits = inner.outerEdits(applyEdits(inner.document.text, properties.setValue(inner.document, entry, value)));
        assert.ok(edits, text);
        const span = inner.outerSpan(entry.valueSpan);
        assert.equal(applyEdits(text, edits), text.slice(0, span.start) + value + text.slice(span.end), text);
      }),
      times(3_000),
    );
  });

  it('can be removed and added, and leave the others as they are', () => {
    fc.assert(
      fc.property(heredoc, fc.nat(), fc.boolean(), (text, choice, adds) => {
        const { inner } = open(text);
        const { document } = inner;
        const at = choice % Math.max(1, document.entries.length);
        const entry = document.entries[at];
        if (!entry) return;
        const change = adds ? properties.insert(document, { after: entry }, ['added'], '1') : properties.remove(document, entry);
        const edits = inner.outerEdits(applyEdits(document.text, change));
        assert.ok(edits, text);
        const found = linesOf(open(applyEdits(text, edits)).inner.document);
        const expected = linesOf(document).toSpliced(adds ? at + 1 : at, adds ? 0 : 1, ...(adds ? ['added=1'] : []));
        assert.deepEqual(found, expected, text);
      }),
      times(3_000),
    );
  });
});
