import assert from 'node:assert/strict';
import fc from 'fast-check';
import { json } from '../../server/src/syntax/json.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import type { Document, Entry } from '../../server/src/syntax/syntax.js';
import { applyEdits } from '../../server/src/text/edit.js';
import type { Span } from '../../server/src/text/span.js';
import { times } from '../support/runs.js';

const runs = times(400);

interface Style {
  readonly indent: string;
  readonly eol: string;
  readonly colon: string;
  readonly trailing: boolean;
  readonly comments: boolean;
  readonly flow: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom('  ', '    ', '\t', ''),
  eol: fc.constantFrom('\n', '\r\n'),
  colon: fc.constantFrom(':', ': ', ' : ', ' :'),
  trailing: fc.boolean(),
  comments: fc.boolean(),
  flow: fc.boolean(),
});
const key = fc.oneof(fc.constantFrom('acks', 'a.b', 'config', 'x', 'tasks.max'), fc.string({ maxLength: 5 }));
const scalar = fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.boolean(), fc.constant(null));
const { tree } = fc.letrec(tie => ({
  tree: fc.dictionary(key, fc.oneof({ depthSize: 'small' }, scalar, fc.array(scalar, { maxLength: 3 }), tie('tree')), { maxKeys: 5 }),
}));

/** A value as people lay it out. */
function write(value: unknown, { indent, eol, colon, trailing, comments, flow }: Style, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? '[]' : '{}';
  const items = isList
    ? (value as unknown[]).map(item => write(item, { indent, eol, colon, trailing, comments, flow }, depth + 1))
    : Object.entries(value).map(
        ([name, item]) => JSON.stringify(name) + colon + write(item, { indent, eol, colon, trailing, comments, flow }, depth + 1),
      );
  if (items.length === 0) return `${String(open)}${String(close)}`;
  if (flow && depth > 0) return `${String(open)}${items.join(', ')}${String(close)}`;
  const inner = indent.repeat(depth + 1);
  const lines = items.map((item, i) => {
    const last = i === items.length - 1;
    return `${inner}${item}${last && !trailing ? '' : ','}${comments && i % 2 === 0 ? ' // note' : ''}`;
  });
  return [open, ...lines, indent.repeat(depth) + String(close)].join(eol);
}

const anyDocument = fc.tuple(tree, style).map(([value, layout]) => write(value, layout));

/** Path and value of each entry; entries of one path keep their order. */
function outline({ entries }: Document): readonly string[] {
  return entries.map(entry => `${JSON.stringify(entry.path.map(textOf))}=${entry.value}`);
}

function edited(text: string, edits: Parameters<typeof applyEdits>[1]): Document {
  const after = json.parse(applyEdits(text, edits));
  // a key may get the name of another one
  const broken = after.problems.filter(({ kind }) => kind !== 'duplicate-key');
  assert.deepEqual(broken, [], after.text);
  return after;
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

describe('any ordinary JSON text', () => {
  it('has ordered spans inside the text, each entry inside its object', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const document = json.parse(text);
        assert.deepEqual(document.problems, [], text);
        let last = 0;
        for (const { span, keySpan, valueSpan, section } of document.entries) {
          assert.ok(last <= span.start && keySpan.end <= valueSpan.start && valueSpan.end === span.end && span.end <= text.length, text);
          assert.ok(section && section.span.start <= span.start && span.end <= section.span.end, text);
          last = span.end;
        }
      }),
      runs,
    );
  });
  it('has the new value after a value is set, and all others as before', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.oneof(fc.string(), fc.constantFrom('all', '1', 'true')), (text, at, value) => {
        const document = json.parse(text);
        const entry = pick(document.entries, at);
        if (!entry) return;
        const expected = outline({ ...document, entries: document.entries.map(one => (one === entry ? { ...one, value } : one)) });
        assert.deepEqual(outline(edited(text, json.setValue(document, entry, value))), expected);
      }),
      runs,
    );
  });
  it('has the new name after a key is renamed', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.string(), (text, at, name) => {
        const document = json.parse(text);
        const entry = pick(
          document.entries.filter(one => one.path.at(-1)?.kind === 'key'),
          at,
        );
        if (!entry) return;
        const after = edited(text, json.setKey(document, entry, name));
        const place = document.entries.indexOf(entry);
        assert.equal(after.entries.length, document.entries.length);
        assert.equal(after.entries[place]?.path.map(textOf).at(-1), name);
      }),
      runs,
    );
  });
  it('has all others as before after an entry is removed', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (text, at) => {
        const document = json.parse(text);
        const entry = pick(document.entries, at);
        if (!entry) return;
        const values = ({ entries }: Pick<Document, 'entries'>) =>
          entries.map(
            one =>
              `${String(
                one.path
                  .map(textOf)
                  .filter(step => !/^\d+$/.test(step))
                  .at(-1),
              )}=${one.value}`,
          );
        const after = edited(text, json.remove(document, entry));
        assert.deepEqual(values(after), values({ entries: document.entries.filter(one => one !== entry) }), after.text);
        assert.doesNotMatch(after.text, /\r(?!\n)/);
      }),
      runs,
    );
  });
  it('has one entry more after one is inserted, wherever that is', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.nat(2), fc.boolean(), (text, at, where, deep) => {
        const document = json.parse(text);
        const entry: Entry | undefined = pick(document.entries, at);
        const section = pick(document.sections, at);
        const place = where === 0 && entry ? { after: entry } : where === 1 && section ? { in: section } : ({ atEnd: true } as const);
        const keys = deep ? ['brand new', 'key'] : ['brand new key'];
        const after = edited(text, json.insert(document, place, keys, 'x"y'));
        const isNew = (line: string): boolean => line.includes('brand new');
        assert.deepEqual(
          outline(after).filter(line => !isNew(line)),
          outline(document),
          after.text,
        );
        assert.equal(outline(after).filter(isNew).length, 1, after.text);
      }),
      runs,
    );
  });
});

describe('any text', () => {
  it('is read without an exception, and its edits stay inside the text', () => {
    const pieces = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"', 'a', ':', ',', '\n', ' ', '//', '/*', '1', '\\', 'null', '"x": 1,', '"k"'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map(list => list.join('')),
          fc.string(),
        ),
        text => {
          const document = json.parse(text);
          const inside = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
          for (const entry of document.entries) {
            assert.ok(inside(entry.span) && inside(entry.keySpan) && inside(entry.valueSpan), text);
            const edits = [
              ...json.setValue(document, entry, 'v'),
              ...json.setKey(document, entry, 'k'),
              ...json.remove(document, entry),
              ...json.insert(document, { after: entry }, ['k'], 'v'),
            ];
            assert.ok(
              edits.every(({ span }) => inside(span)),
              text,
            );
          }
          assert.ok(
            json.insert(document, { atEnd: true }, ['k'], 'v').every(({ span }) => inside(span)),
            text,
          );
        },
      ),
      times(2000),
    );
  });
});
