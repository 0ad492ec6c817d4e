import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Document, Entry, PathSegment } from '../../server/src/syntax/syntax.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import type { TextEdit } from '../../server/src/text/edit.js';
import { applyEdits } from '../../server/src/text/edit.js';
import type { Span } from '../../server/src/text/span.js';
import { slice } from '../../server/src/text/span.js';
import { anyDocument, anyScalarText, outline, outlineOf } from '../conformance/yaml/documents.js';
import { times } from '../support/runs.js';

const runs = times(500);

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

/** Applies the edits and reads the result, which must be sound and keep the line ends. */
function edited(document: Document, edits: TextEdit[]): Document {
  const text = applyEdits(document.text, edits);
  const result = yaml.parse(text);
  assert.deepEqual(result.problems, [], `${document.text}\n=>\n${text}`);
  if (document.text.includes('\r\n')) assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/);
  else assert.doesNotMatch(text, /\r/);
  return result;
}

function assertInside({ start, end }: Span, text: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, JSON.stringify({ start, end, text }));
}

function assertSound(document: Document): void {
  const { text, entries, sections, comments, problems } = document;
  for (const { path, keySpan, valueSpan, span } of entries) {
    for (const each of [keySpan, valueSpan, span, ...path.map(segment => segment.span)]) assertInside(each, text);
    assert.ok(keySpan.start === span.start && keySpan.end <= valueSpan.start && valueSpan.end === span.end);
  }
  for (const { span, keySpan } of sections) for (const each of [span, keySpan ?? span]) assertInside(each, text);
  for (const { span } of problems) assertInside(span, text);
  for (const span of comments) {
    assertInside(span, text);
    assert.equal(text[span.start], '#');
  }
}

describe('any ordinary YAML text', () => {
  it('is read into spans that are ordered, disjoint and inside the text', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const document = yaml.parse(text);
        assert.deepEqual(document.problems, []);
        assertSound(document);
        let before = 0;
        for (const { span } of document.entries) {
          assert.ok(before <= span.start);
          before = span.end;
        }
      }),
      runs,
    );
  });

  it('has each entry within its section, and each section within the one around it', () => {
    fc.assert(
      fc.property(anyDocument, text => {
        const { entries, sections } = yaml.parse(text);
        const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
        for (const { section, span } of entries) assert.ok(section && contains(section.span, span));
        for (const { path, part, span } of sections) {
          const root = sections.find(section => section.part === part && section.path.length === 0);
          assert.ok(root && contains(root.span, span), JSON.stringify({ text, path }));
        }
      }),
      runs,
    );
  });

  it('has the new value after a value is set, and all others as before', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), anyScalarText, (text, at, value) => {
        const document = yaml.parse(text);
        const entry = pick(document.entries, at);
        if (entry === undefined) return;
        const wanted = document.entries.map(each => outlineOf(each === entry ? { ...each, value } : each));
        assert.deepEqual(outline(edited(document, yaml.setValue(document, entry, value))), wanted);
      }),
      runs,
    );
  });

  it('has the new key after a key is set, and all others as before', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), anyScalarText, (text, at, anyKey) => {
        const document = yaml.parse(text);
        const key = anyKey + unseen(text);
        const entry = pick(document.entries, at);
        const last = entry?.path.at(-1);
        if (entry === undefined || last?.kind !== 'key' || siblingKeys(document, entry).includes(key)) return;
        const path: PathSegment[] = [...entry.path.slice(0, -1), { ...last, text: key }];
        const wanted = document.entries.map(each => outlineOf(each === entry ? { ...each, path } : each));
        assert.deepEqual(outline(edited(document, yaml.setKey(document, entry, key))), wanted);
      }),
      runs,
    );
  });

  it('has all other entries after one is removed, down to the last', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (text, picks) => {
        let document = yaml.parse(text);
        for (const at of picks) {
          const entry = pick(document.entries, at);
          if (entry === undefined) return;
          const wanted = document.entries.filter(each => each !== entry).map(each => outlineOf(each, false));
          document = edited(document, yaml.remove(document, entry));
          assert.deepEqual(outline(document, false), wanted);
        }
      }),
      runs,
    );
  });

  it('has the new entry in the mapping where it was inserted, and all others as before', () => {
    const keys = fc.array(anyScalarText, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        anyDocument,
        fc.nat(),
        fc.constantFrom('after', 'in', 'atEnd'),
        keys,
        anyScalarText,
        (text, at, where, anyNames, value) => {
          const document = yaml.parse(text);
          const names = anyNames.map(name => name + unseen(text));
          const entry = pick(document.entries, at);
          const section =
            where === 'after' ? entry?.section : where === 'in' ? pick(document.sections, at) : document.sections.findLast(isRoot);
          if (section === undefined) return;
          const inside = document.entries.filter(each => each.part === section.part && each.path[section.path.length]?.kind === 'key');
          const first = names[0];
          if (
            inside.some(({ path }) => path[section.path.length - 1] === section.path.at(-1) && textOf(path[section.path.length]) === first)
          )
            return;
          const place = where === 'after' && entry ? { after: entry } : where === 'in' ? { in: section } : ({ atEnd: true } as const);
          const result = edited(document, yaml.insert(document, place, names, value));
          const path = [...section.path, ...names.map(name => ({ kind: 'key', text: name, span: section.span }) as const)];
          const span = { start: 0, end: 0 };
          const added = outlineOf({ path, part: section.part, value, keySpan: span, valueSpan: span, span, section });
          const rest = outline(result);
          assert.ok(rest.includes(added), `${text}\n=>\n${result.text}\nlacks ${added}`);
          rest.splice(rest.indexOf(added), 1);
          assert.deepEqual(rest, outline(document));
        },
      ),
      runs,
    );
  });
});

function isRoot({ path }: { readonly path: readonly PathSegment[] }): boolean {
  return path.length === 0;
}

function textOf(segment: PathSegment | undefined): string | undefined {
  return segment?.kind === 'key' ? segment.text : undefined;
}

/** Keys of empty mappings and lists are in no entry, so that a new key must be told apart from them by an ending of its own. */
function unseen(text: string): string {
  return /\{\}|\[\]/.test(text) ? '§' : '';
}

function siblingKeys(document: Document, { section, path }: Entry): (string | undefined)[] {
  const depth = path.length - 1;
  const named = [...document.entries, ...document.sections].filter(
    each => each.path[depth - 1] === path[depth - 1] && each.part === section?.part,
  );
  return named.map(each => textOf(each.path[depth]));
}

describe('any text at all', () => {
  const template = readFileSync(new URL('../../../test/conformance/yaml/documents.json', import.meta.url), 'utf8');
  const samples = (JSON.parse(template) as { readonly answers: readonly (readonly [string, unknown])[] }).answers.map(([text]) => text);
  const sample = fc.constantFrom(...samples);
  const yamlSigns = fc.string({ unit: fc.constantFrom(...Array.from('ab:#- \n\t{}[],&*!|>"\'%?<~\r\\.1')) });
  const mutated = fc
    .tuple(fc.oneof(anyDocument, sample), fc.array(fc.tuple(fc.nat(), fc.nat(3), yamlSigns), { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) =>
      changes.reduce((all, [at, gone, added]) => {
        const start = at % (all.length + 1);
        return all.slice(0, start) + added.slice(0, 3) + all.slice(start + gone);
      }, text),
    );
  const anyText = fc.oneof(mutated, yamlSigns, sample, fc.string({ unit: 'binary' }));

  it('is read without a throw, into spans inside the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        assertSound(yaml.parse(text));
      }),
      times(1_000),
    );
  });

  it('takes any edit without a throw, at places inside the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), anyScalarText, (text, at, value) => {
        const document = yaml.parse(text);
        const entry = pick(document.entries, at);
        const section = pick(document.sections, at);
        const edits = [yaml.insert(document, { atEnd: true }, ['k', 'l'], value)];
        if (section) edits.push(yaml.insert(document, { in: section }, ['k'], value));
        if (entry) {
          edits.push(yaml.setValue(document, entry, value), yaml.setKey(document, entry, value), yaml.remove(document, entry));
          edits.push(yaml.insert(document, { after: entry }, ['k', 'l'], value));
        }
        for (const { span } of edits.flat()) {
          assertInside(span, text);
          assert.equal(typeof slice(text, span), 'string');
        }
      }),
      times(1_000),
    );
  });
});
