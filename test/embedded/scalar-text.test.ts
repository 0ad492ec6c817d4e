import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scalarText } from '../../server/src/embedded/scalar-text.js';
import { syntaxes } from '../../server/src/syntax/registry.js';
import type { Document, Entry } from '../../server/src/syntax/syntax.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { times } from '../support/runs.js';

/** The scalar under `server.properties` and the text in it. */
function open(text: string, path = 'server.properties') {
  const document = yaml.parse(text);
  const entry = document.entries.find(({ path: [, key] }) => key?.kind === 'key' && key.text === path);
  assert.ok(entry, text);
  const inside = scalarText(document, entry, path);
  assert.ok(inside, text);
  return { entry, ...inside };
}

function innerOf(text: string): string {
  return open(text).entry.value;
}

interface Block {
  readonly lines: readonly string[];
  readonly indent: number;
  readonly style: string;
  readonly lineEnd: string;
  readonly behind: boolean;
}

function written({ lines, indent, style, lineEnd, behind }: Block): string {
  const block = lines.map(line => (line === '' ? '' : `${' '.repeat(2 + indent)}${line}`));
  return ['data:', `  server.properties: ${style}`, ...block, ...(behind ? ['  other: x', ''] : [''])].join(lineEnd);
}

const line = fc.oneof(
  fc.constantFrom('', '# a note', 'acks=1', '  indented=2', 'a.b = c d', 'list=a,\\', '    b', '{{ if }}', 'x: "y"'),
  fc.string({ unit: fc.constantFrom('a', '=', ' ', ':', '#', '|', "'", 'é'), maxLength: 8 }).map(text => text.trimEnd()),
);
const block: fc.Arbitrary<Block> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 8 }).map(lines => ['first=1', ...lines, 'last=1']),
  indent: fc.integer({ min: 1, max: 6 }),
  style: fc.constantFrom('|', '|-', '|+', '>', '>-', '| # note'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  behind: fc.boolean(),
});

function setFirst({ document }: { readonly document: Document }, key: string, value: string): string | undefined {
  const entry = document.entries.find(({ path: [one] }) => one?.kind === 'key' && one.text === key);
  return entry && applyEdits(document.text, syntaxes.properties.setValue(document, entry, value));
}

describe('a text inside of a YAML scalar', () => {
  it('has its spans where a literal block has its lines', () => {
    fc.assert(
      fc.property(block, one => {
        const text = written(one);
        if (!one.style.startsWith('|')) return;
        const { document, entry, outerSpan } = open(text);
        for (const { keySpan, valueSpan } of document.entries) {
          for (const span of [keySpan, valueSpan]) {
            if (slice(document.text, span).includes('\n')) continue;
            assert.equal(slice(text, outerSpan(span)), slice(document.text, span), text);
          }
        }
        assert.ok(entry.valueSpan.start <= outerSpan({ start: 0, end: 0 }).start);
      }),
      times(300),
    );
  });

  it('is written so that it alone changes, whatever the block is like', () => {
    fc.assert(
      fc.property(block, fc.constantFrom('2', '', 'x y', 'ü'), (one, value) => {
        const text = written(one);
        const inside = open(text);
        const wanted = setFirst(inside, 'first', value);
        const edits = wanted === undefined ? undefined : inside.outerEdits(wanted);
        if (wanted === undefined || !edits) return;
        const after = applyEdits(text, edits);
        assert.equal(innerOf(after), wanted, text);
        const others = (given: string): readonly string[] =>
          yaml
            .parse(given)
            .entries.slice(1)
            .map(entry => entry.value);
        assert.deepEqual(others(after), others(text));
        if (one.style.startsWith('|')) assert.equal(after.split('\n').length, text.split('\n').length, 'one line is one line');
      }),
      times(300),
    );
  });

  it('takes lines and loses lines', () => {
    const text = 'data:\n  server.properties: |\n    a=1\n    b=2\n  other: x\n';
    const edited = (inner: string): string | undefined => {
      const edits = open(text).outerEdits(inner);
      return edits && applyEdits(text, edits);
    };
    assert.equal(edited('a=1\nb=2\nc=3\n'), 'data:\n  server.properties: |\n    a=1\n    b=2\n    c=3\n  other: x\n');
    assert.equal(edited('c=3\na=1\nb=2\n'), 'data:\n  server.properties: |\n    c=3\n    a=1\n    b=2\n  other: x\n');
    assert.equal(edited('a=1\n\nb=2\n'), 'data:\n  server.properties: |\n    a=1\n\n    b=2\n  other: x\n');
    assert.equal(edited('b=2\n'), 'data:\n  server.properties: |\n    b=2\n  other: x\n');
    assert.equal(edited('a=1\n'), 'data:\n  server.properties: |\n    a=1\n  other: x\n');
    assert.equal(edited('a=1\nb=2\n'), text);
  });

  it('is written at the end of a block that ends with the text, or anew where the block cannot say it', () => {
    const edited = (text: string, inner: string): string | undefined => {
      const edits = open(text).outerEdits(inner);
      return edits && applyEdits(text, edits);
    };
    const block = 'data:\n  server.properties: |-\n    a=1\n    b=2';
    assert.equal(edited(block, 'a=1\nb=2\nc=3'), `${block}\n    c=3`);
    assert.equal(edited(block, 'a=1\nc=3\nd=4'), 'data:\n  server.properties: |-\n    a=1\n    c=3\n    d=4');
    assert.equal(edited(block, 'x=1\ny=2\nz=3'), 'data:\n  server.properties: "x=1\\ny=2\\nz=3"');
    assert.equal(edited(`${block}\n`, 'a=1\nb=2\n'), 'data:\n  server.properties: "a=1\\nb=2\\n"\n');
    // a lone CR ends a line for YAML
    const mixed = 'data:\n  server.properties: |\n    a=1\r    b=2\n';
    assert.deepEqual(open(mixed).outerSpan({ start: 0, end: 1 }), open(mixed).entry.valueSpan);
  });

  it('has its spans and its changes inside of quotes, and keeps them', () => {
    const text = 'data:\n  server.properties: "a=1\\nb=2\\n"\n';
    const inside = open(text);
    assert.equal(slice(text, inside.outerSpan({ start: 4, end: 7 })), 'b=2');
    assert.equal(inside.innerOffset(text.indexOf('b=2')), 4);
    const edited = (inner: string): string => applyEdits(text, inside.outerEdits(inner) ?? []);
    assert.equal(edited('a=2\nb=2\n'), 'data:\n  server.properties: "a=2\\nb=2\\n"\n');
    assert.equal(edited('a=1\nc=3\nb=2\n'), 'data:\n  server.properties: "a=1\\nc=3\\nb=2\\n"\n');
  });

  it('stands as a whole where it is not clear how the scalar says it', () => {
    const text = 'data:\n  server.properties: >2\n    a=1\n';
    const inside = open(text);
    assert.deepEqual(inside.outerSpan({ start: 0, end: 1 }), inside.entry.valueSpan);
    assert.equal(inside.innerOffset(text.length - 3), undefined);
    assert.equal(innerOf(applyEdits(text, inside.outerEdits('a=2\n') ?? [])), 'a=2\n');
  });

  it('may be a part of the scalar', () => {
    const text = 'data: \'curl -d {"a": "1"} it\'\'s\'\n';
    const document = yaml.parse(text);
    const [entry] = document.entries;
    assert.ok(entry);
    const start = entry.value.indexOf('{');
    const inside = scalarText(document, entry, 'part.json', { start, end: entry.value.indexOf('}') + 1 });
    assert.equal(inside?.document.text, '{"a": "1"}');
    assert.equal(slice(text, inside.outerSpan(inside.document.entries[0]?.valueSpan ?? { start: 0, end: 0 })), '"1"');
    assert.equal(inside.innerOffset(text.indexOf('"a"')), 1);
    assert.equal(inside.innerOffset(text.indexOf('curl')), undefined);
    assert.equal(inside.innerOffset(text.indexOf('it')), undefined);
    assert.equal(applyEdits(text, inside.outerEdits('{"a": "2"}') ?? []), text.replace('"1"', '"2"'));
  });

  it('says where the cursor is in it', () => {
    const text = 'data:\n  server.properties: |\n    a=1\n\n    bc=2\n';
    const { innerOffset, document } = open(text);
    assert.equal(innerOffset(text.indexOf('c=2')), document.text.indexOf('c=2'));
    assert.equal(innerOffset(text.indexOf('    bc')), document.text.indexOf('bc'));
    assert.equal(innerOffset(3), undefined);
  });

  it('is none where its name has no syntax, or a block has no line', () => {
    const document = yaml.parse('data:\n  notes.txt: |\n    a=1\n  server.properties: |\n');
    const [notes, empty] = document.entries as [Entry, Entry];
    assert.equal(scalarText(document, notes, 'notes.txt'), undefined);
    const inside = scalarText(document, empty, 'server.properties');
    assert.equal(inside?.innerOffset(empty.valueSpan.start), undefined);
  });
});
