import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hcl } from '../../server/src/syntax/hcl.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import type { Document, Entry } from '../../server/src/syntax/syntax.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import { times } from '../support/runs.js';

const runs = times(1_000);

const piece = fc.constantFrom(
  ...['a', 'b.c', 'resource "x" "y" {\n', '=', '=', ' ', '\n', '\n', '\r\n', '{', '}', '[', ']', '(', ')', ',', ':', '"', '"', '"d"', '\\'],
  ...[
    '$',
    '${',
    '%{',
    '$${',
    '%{ if a }',
    '%{ endif }',
    '<<E\n',
    '<<-E\n',
    'E\n',
    '  ',
    '\t',
    '#',
    '//',
    '/*',
    '*/',
    '1',
    'true',
    'merge(',
  ],
  ...['for ', '\ufeff', '\r', 'é', '😀'],
);
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

describe('any text as HCL', () => {
  it('is read into spans that are in order and inside the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { entries, sections, comments, problems } = hcl.parse(text);
        let before = 0;
        for (const { span, keySpan, valueSpan, section } of entries) {
          const where = JSON.stringify({ text, span, keySpan, valueSpan });
          assert.ok(before <= valueSpan.start && valueSpan.start <= valueSpan.end && valueSpan.end <= text.length, where);
          assert.ok(keySpan.start <= keySpan.end && keySpan.end <= valueSpan.start && span.start <= valueSpan.start, where);
          assert.ok(span.end === valueSpan.end && section && sections.includes(section), where);
          before = valueSpan.end;
        }
        for (const { start, end } of [...sections.map(({ span }) => span), ...comments, ...problems.map(({ span }) => span)])
          assert.ok(0 <= start && start <= end && end <= text.length, JSON.stringify({ text, start, end }));
      }),
      times(5_000),
    );
  });
});

interface Style {
  readonly eol: string;
  readonly indent: string;
  readonly commas: boolean;
  readonly blank: boolean;
  readonly note: string;
  readonly flow: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom('  ', '\t', ''),
  commas: fc.boolean(),
  blank: fc.boolean(),
  note: fc.constantFrom('', ' # note', ' // note', ' /* note */'),
  flow: fc.boolean(),
});
const name = fc.constantFrom('a', 'b_c', 'd-e', 'é');
const key = fc.oneof(name, fc.constantFrom('"f.g"', '"h i"', '"a"', '"${j}"'));
const scalar = fc.constantFrom(
  '1',
  'true',
  '"x"',
  '"y ${z}"',
  '"\\n"',
  'var.k',
  'null',
  'f(1, [2])',
  '"$${l}"',
  '<<EOF\nm\n  n ${o}\nEOF',
  '<<-EOF\n    m\n      n\n  EOF',
);
type Value = string | { readonly list: readonly Value[] } | { readonly object: readonly (readonly [string, Value])[] };
const { value } = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.record({ list: fc.array(tie('value'), { maxLength: 2 }) }),
    fc.record({ object: fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }) }),
  ),
}));
interface Block {
  readonly header: string;
  readonly attributes: readonly (readonly [string, Value])[];
  readonly blocks: readonly Block[];
}
const { block } = fc.letrec<{ block: Block }>(tie => ({
  block: fc.record({
    header: fc.constantFrom('block', 'block "one"', 'thing "two" "three"'),
    attributes: fc.array(fc.tuple(name, value), { maxLength: 3 }),
    blocks: fc.oneof({ depthSize: 'small', maxDepth: 2 }, fc.constant([]), fc.array(tie('block'), { maxLength: 2 })),
  }),
}));

function writeValue(written: Value, layout: Style, depth: number): string {
  if (typeof written === 'string') return written.replaceAll('\n', layout.eol);
  const { eol, indent, commas } = layout;
  if ('list' in written) return `[${written.list.map(one => writeValue(one, layout, depth) + (isHeredoc(one) ? eol : '')).join(', ')}]`;
  if (written.object.length === 0) return '{}';
  if (layout.flow && !holdsHeredoc(written))
    return `{ ${written.object.map(([step, one]) => `${step} = ${writeValue(one, layout, depth)}`).join(', ')} }`;
  const lines = written.object.map(([step, one]) => `${indent.repeat(depth + 1)}${step} = ${writeValue(one, layout, depth + 1)}`);
  // behind a heredoc nothing can stand on its line
  const ends = written.object.map(([, one]) => (commas && !isHeredoc(one) ? ',' : ''));
  return `{${eol}${lines.map((line, i) => line + (ends[i] ?? '') + eol).join('')}${indent.repeat(depth)}}`;
}

function holdsHeredoc(written: Value): boolean {
  if (typeof written === 'string') return isHeredoc(written);
  return ('list' in written ? written.list : written.object.map(([, one]) => one)).some(holdsHeredoc);
}

function isHeredoc(written: Value): boolean {
  return typeof written === 'string' && written.startsWith('<<');
}

function writeBlock({ header, attributes, blocks }: Block, layout: Style, depth: number): string {
  const { eol, indent, blank, note } = layout;
  const lead = indent.repeat(depth + 1);
  const lines = attributes.map(
    ([step, one]) => `${lead}${step} = ${writeValue(one, layout, depth + 1)}${isHeredoc(one) ? '' : note}${eol}`,
  );
  const inner = blocks.map(one => `${lead}${writeBlock(one, layout, depth + 1)}`);
  return `${header} {${eol}${[...lines, ...inner].join(blank ? eol : '')}${indent.repeat(depth)}}${eol}`;
}

const anyDocument = fc
  .tuple(fc.array(block, { maxLength: 2 }), style)
  .map(([blocks, layout]) => blocks.map(one => writeBlock(one, layout, 0)).join(''));
const anyValue = fc.oneof(
  fc.constantFrom('2', 'false', 'all', '', '${p}', '%{q}', '"', '\\', '\n', '$', '{', 'EOF\n'),
  fc.string({ maxLength: 6 }),
);

/** Path and value of each entry. */
function outline({ entries }: Document): readonly string[] {
  return entries.map(entry => lineOf(entry.path.map(textOf), entry.value));
}

function lineOf(path: readonly string[], written: string): string {
  return `${JSON.stringify(path)}=${written}`;
}

function edited(text: string, edits: readonly TextEdit[]): Document {
  const after = hcl.parse(applyEdits(text, edits));
  assert.deepEqual(after.problems, [], JSON.stringify(after.text));
  return after;
}

const withEntry = (check: (document: Document, entry: Entry, at: number, written: string) => void): void => {
  fc.assert(
    fc.property(anyDocument, fc.nat(), anyValue, (text, choice, written) => {
      const document = hcl.parse(text);
      assert.deepEqual(document.problems, [], JSON.stringify(text));
      const at = choice % Math.max(1, document.entries.length);
      const entry = document.entries[at];
      if (entry) check(document, entry, at, written);
    }),
    runs,
  );
};

describe('any ordinary HCL', () => {
  it('has another value where one is set, and all others as they were', () => {
    withEntry((document, entry, at, written) => {
      const after = edited(document.text, hcl.setValue(document, entry, written));
      const expected = outline(document).with(at, `${JSON.stringify(entry.path.map(textOf))}=${written}`);
      assert.deepEqual(outline(after), expected, JSON.stringify(after.text));
    });
  });

  it('has another key where one is renamed', () => {
    withEntry((document, entry, at) => {
      if (entry.path.at(-1)?.kind !== 'key') return;
      // an attribute of a block needs a name
      for (const renamed of ['renamed', ...(document.text[entry.keySpan.start] === '"' ? ['re.named'] : [])]) {
        const after = edited(document.text, hcl.setKey(document, entry, renamed));
        const path = [...entry.path.slice(0, -1).map(textOf), renamed];
        assert.deepEqual(outline(after), outline(document).with(at, `${JSON.stringify(path)}=${entry.value}`), JSON.stringify(after.text));
      }
    });
  });

  it('lacks what is removed, and nothing else', () => {
    withEntry((document, entry, at) => {
      if (entry.path.some(({ kind }) => kind === 'item')) return;
      const after = edited(document.text, hcl.remove(document, entry));
      assert.deepEqual(outline(after), outline(document).toSpliced(at, 1), JSON.stringify([document.text, after.text]));
    });
  });

  it('has one more key where one is added', () => {
    withEntry((document, entry, _at, written) => {
      if (entry.path.some(({ kind }) => kind === 'item')) return;
      const after = edited(document.text, hcl.insert(document, { after: entry }, ['added'], written));
      const line = lineOf([...entry.path.slice(0, -1).map(textOf), 'added'], written);
      const found = outline(after);
      assert.deepEqual(found.toSpliced(found.indexOf(line), 1), outline(document), JSON.stringify([document.text, after.text]));
    });
  });

  it('has one more key where one is added to a section', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), anyValue, (text, choice, written) => {
        const document = hcl.parse(text);
        const section = document.sections[choice % document.sections.length];
        assert.ok(section);
        for (const keys of [['added'], ['new', 'map', 'of.all']]) {
          const after = edited(text, hcl.insert(document, { in: section }, keys, written));
          const line = lineOf([...section.path.map(textOf), ...keys], written);
          const found = outline(after);
          assert.ok(found.includes(line), JSON.stringify([text, after.text]));
          assert.deepEqual(found.toSpliced(found.indexOf(line), 1), outline(document), JSON.stringify([text, after.text]));
        }
      }),
      runs,
    );
  });
});
