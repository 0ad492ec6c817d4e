import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { PathSegment } from '../../server/src/syntax/syntax.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { slice } from '../../server/src/text/span.js';
import { readMarked } from '../support/markers.js';

function pathText(path: readonly PathSegment[]): string {
  return path.map(segment => (segment.kind === 'key' ? segment.text : `[${String(segment.index)}]`)).join('/');
}

/** Each entry as `path=value`, with the number of its document before it if that is not the first. */
function entriesOf(text: string): string[] {
  return yaml.parse(text).entries.map(({ part, path, value }) => `${part > 0 ? `${String(part)}: ` : ''}${pathText(path)}=${value}`);
}

function writtenValues(text: string): string[] {
  return yaml.parse(text).entries.map(({ valueSpan }) => slice(text, valueSpan));
}

function sectionsOf(text: string): string[] {
  return yaml.parse(text).sections.map(({ path, span }) => `${pathText(path)}: ${slice(text, span)}`);
}

function problemsOf(text: string): string[] {
  return yaml.parse(text).problems.map(({ kind, span }) => `${kind} ${slice(text, span)}`);
}

describe('a YAML text', () => {
  it('is read into the properties that Spring Boot makes of it', () => {
    const file = new URL('../../../test/conformance/yaml/documents.json', import.meta.url);
    type Properties = Readonly<Record<string, string>>;
    const { answers } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly answers: readonly (readonly [string, readonly Properties[]])[];
    };
    for (const [text, parts] of answers) {
      const ours: Record<string, string>[] = [];
      for (const { part, path, value } of yaml.parse(text).entries) {
        const name = path.map(segment => (segment.kind === 'key' ? `.${segment.text}` : `[${String(segment.index)}]`)).join('');
        // Spring names the root that is no mapping.
        (ours[part] ??= {})[name.startsWith('.') ? name.slice(1) : `document${name}`] = value;
      }
      assert.deepEqual(Object.values(ours), parts, text);
    }
  });

  it('has exact spans of keys, values and entries', () => {
    const { text, spans } = readMarked('[|[|a|]: [|1|]|] # note\n"b":\n  [|[|"c d"|]:   [|\'x y\'|]|]\n');
    const { entries } = yaml.parse(text);
    assert.deepEqual(
      entries.flatMap(({ span, keySpan, valueSpan }) => [span, keySpan, valueSpan]),
      spans,
    );
  });

  it('has a dash for the key of an item, and nothing in brackets', () => {
    const { text, spans } = readMarked('l:\n  [|-|] [|a|]\nm: [[||][|b|]]\n');
    assert.deepEqual(
      yaml.parse(text).entries.flatMap(({ keySpan, valueSpan }) => [keySpan, valueSpan]),
      spans,
    );
    assert.deepEqual(entriesOf(text), ['l/[0]=a', 'm/[0]=b']);
  });

  it('has an empty span right after the colon where no value is written', () => {
    const { text, spans } = readMarked('a:[||]\nb:[||]   # c\nd: {e[||], f:[||], "g":[||]}\nh:\n  -[||]\ni: &x[||]\n? j[||]\n');
    assert.deepEqual(
      yaml.parse(text).entries.map(({ valueSpan }) => valueSpan),
      spans,
    );
    assert.ok(yaml.parse(text).entries.every(({ value }) => value === ''));
  });

  it('has the whole block of a block scalar as its value, without the line end that follows', () => {
    assert.deepEqual(writtenValues('a: |\n  x\n   y\n\n\nb: >-\n  z\n# c\nd: |+\n  u\n\ne: 1\n'), [
      '|\n  x\n   y',
      '>-\n  z',
      '|+\n  u\n',
      '1',
    ]);
    assert.deepEqual(writtenValues('a: |\r\n  x\r\nb: |+\r\n  y\r\n\r\nc: |'), ['|\r\n  x', '|+\r\n  y\r\n', '|']);
  });

  it('gives a block scalar no line end if the text ends without one', () => {
    assert.deepEqual(entriesOf('a: |\n  x'), ['a=x']);
    assert.deepEqual(entriesOf('a: |-\n  x'), ['a=x']);
    assert.deepEqual(entriesOf('a: |+\n  x'), ['a=x']);
  });

  it('gives keys by their source, also those that are no strings', () => {
    assert.deepEqual(entriesOf('on: 1\n012: 2\n"a: b": 3\n[x]: 4\n: 5\n'), ['on=1', '012=2', 'a: b=3', '=5']);
  });

  it('ends lines at a lone CR and passes over a byte order mark', () => {
    const { text, spans } = readMarked('\uFEFFa: [|1|]\r# c\rb: [|2|]\r');
    assert.deepEqual(
      yaml.parse(text).entries.map(({ valueSpan }) => valueSpan),
      spans,
    );
    assert.deepEqual(problemsOf(text), []);
  });

  it('has its comments, and no others', () => {
    const { text, spans } = readMarked('[|# one|]\na: b#c [|# two|]\nd: "# e"\nf: > [|# three|]\n  # text\n--- [|#four|]\n');
    assert.deepEqual(yaml.parse(text).comments, spans);
  });

  it('has a section for every mapping that is not empty, the root of each document first', () => {
    assert.deepEqual(sectionsOf('a:\n  b: {c: 1}\n  d: {}\n# x\ne: [{f: 2}, g: 3]\n'), [
      ': a:\n  b: {c: 1}\n  d: {}\n# x\ne: [{f: 2}, g: 3]',
      'a: b: {c: 1}\n  d: {}',
      'a/b: {c: 1}',
      'e/[0]: {f: 2}',
      'e/[1]: g: 3',
    ]);
  });

  it('has an empty root section where the content of an empty document would start', () => {
    for (const marked of ['[||]', '# c\n[||]', '---[||]\n', 'a: 1\n---\n# c\n[||]---\nb: 1\n']) {
      const { text, spans } = readMarked(marked);
      assert.deepEqual(
        yaml
          .parse(text)
          .sections.map(({ span }) => span)
          .filter(({ start, end }) => start === end),
        spans,
      );
    }
    assert.deepEqual(sectionsOf('{}'), [': {}']);
  });

  it('numbers its documents', () => {
    assert.deepEqual(entriesOf('a: 1\n---\n---\nb: 2\n...\n---\nc: 3\n'), ['a=1', '2: b=2', '3: c=3']);
  });

  it('has no entry if it is a lone scalar or alias', () => {
    assert.deepEqual([entriesOf('text'), sectionsOf('text'), entriesOf('*a')], [[], [], []]);
  });
});

describe('anchors in YAML', () => {
  it('give the entries of an alias where it is used, with the spans of the anchor', () => {
    const { text, spans } = readMarked('a: &x\n  k: [|1|]\nb: *x\nc:\n  - *x\n');
    const { entries } = yaml.parse(text);
    assert.deepEqual(entriesOf(text), ['a/k=1', 'b/k=1', 'c/[0]/k=1']);
    for (const { valueSpan } of entries) assert.deepEqual(valueSpan, spans[0]);
    assert.deepEqual(
      entries.map(({ section }) => pathText(section?.path ?? [])),
      ['a', 'b', 'c/[0]'],
    );
  });

  it('leave an aliased scalar written as the alias, so that it can be replaced alone', () => {
    assert.deepEqual(entriesOf('a: &x 012\nb: *x\n*x : c\n'), ['a=10', 'b=10', '012=c']);
    assert.deepEqual(writtenValues('a: &x 012\nb: *x\n'), ['012', '*x']);
  });

  it('belong to the last value of that name', () => {
    assert.deepEqual(entriesOf('a: &x 1\nb: &x 2\nc: *x\nd: [&x 3, *x]\n'), ['a=1', 'b=2', 'c=2', 'd/[0]=3', 'd/[1]=3']);
  });

  it('merge, and explicit keys win over merged ones, earlier over later', () => {
    assert.deepEqual(
      entriesOf(
        'a: &a {x: 1, y: 2}\nb: &b {x: 3, z: 4}\nc:\n  <<: [*a, *b]\n  y: 5\nd:\n  <<: *b\n  <<: *a\ne:\n  <<: {x: 6}\n  "<<": 7\n',
      ),
      ['a/x=1', 'a/y=2', 'b/x=3', 'b/z=4', 'c/y=5', 'c/x=1', 'c/z=4', 'd/x=3', 'd/z=4', 'd/y=2', 'e/<<=7', 'e/x=6'],
    );
  });

  it('merge what the merged mapping itself merges', () => {
    assert.deepEqual(entriesOf('a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}\n').slice(3), ['c/y=2', 'c/x=1']);
  });

  it('are a problem where a merge takes no mapping or a reference has no anchor', () => {
    assert.deepEqual(problemsOf('a: &a 1\nb: {<<: *a}\nc: {<<: [1]}\n'), ['not-yaml *a', 'not-yaml 1']);
    assert.deepEqual(problemsOf('a: *none\n'), ['not-yaml *none']);
    assert.deepEqual(entriesOf('a: *.log\n? *x\n: 1\n'), ['a=*.log']);
  });

  it('are a problem where a value holds itself', () => {
    assert.deepEqual(problemsOf('a: &a\n  b: *a\n  c: 1\n'), ['not-yaml *a']);
    assert.deepEqual(problemsOf('a: &a\n  <<: *a\n  c: 1\n'), ['not-yaml *a']);
    assert.deepEqual(problemsOf('&r\na: *r\n'), ['not-yaml *r']);
    assert.deepEqual(problemsOf('a: &a &b\n'), ['not-yaml &b']);
  });
});
