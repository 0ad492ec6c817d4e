import assert from 'node:assert/strict';
import type { Document, Entry, Place } from '../../server/src/syntax/syntax.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import type { TextEdit } from '../../server/src/text/edit.js';
import { applyEdits } from '../../server/src/text/edit.js';

function pathText({ path }: Pick<Entry, 'path'>): string {
  return path.map(segment => (segment.kind === 'key' ? segment.text : String(segment.index))).join('/');
}

function edit(text: string, change: (document: Document) => TextEdit[]): string {
  const document = yaml.parse(text);
  return applyEdits(text, change(document));
}

function entryAt(document: Document, path: string): Entry {
  const entry = document.entries.find(each => pathText(each) === path);
  assert.ok(entry, `${path} in ${document.text}`);
  return entry;
}

const set = (text: string, path: string, value: string): string =>
  edit(text, document => yaml.setValue(document, entryAt(document, path), value));
const rename = (text: string, path: string, key: string): string =>
  edit(text, document => yaml.setKey(document, entryAt(document, path), key));
const remove = (text: string, path: string): string => edit(text, document => yaml.remove(document, entryAt(document, path)));

function insert(text: string, where: { after: string } | { in: string } | 'atEnd', keys: readonly string[], value: string): string {
  return edit(text, document => {
    const section = document.sections.find(each => where !== 'atEnd' && 'in' in where && pathText(each) === where.in);
    const atEnd: Place = { atEnd: true };
    const place =
      where === 'atEnd' ? atEnd : 'after' in where ? { after: entryAt(document, where.after) } : section ? { in: section } : atEnd;
    return yaml.insert(document, place, keys, value);
  });
}

describe('setting a YAML value', () => {
  it('keeps quotes, comments and spaces', () => {
    assert.equal(set('a:   1   # one\n', 'a', 'all'), 'a:   all   # one\n');
    assert.equal(set("a: '1'\n", 'a', "it's"), "a: 'it''s'\n");
    assert.equal(set('a: "1"\n', 'a', 'x"\\y'), 'a: "x\\"\\\\y"\n');
  });

  it('quotes what would be read as something else', () => {
    const spelled = (value: string): string => set('a: 1', 'a', value).slice(3);
    assert.deepEqual(
      [
        'yes',
        '012',
        '1:30',
        'null',
        '',
        'a: b',
        'a #b',
        ' a',
        '- a',
        '*x',
        '<<',
        '=',
        '...',
        '{a}',
        'C:\\x',
        'say "x"',
        'a\nb\r\t',
        '\u0007',
      ].map(spelled),
      [
        '"yes"',
        '"012"',
        '"1:30"',
        '"null"',
        '""',
        '"a: b"',
        '"a #b"',
        '" a"',
        '"- a"',
        '"*x"',
        '"<<"',
        '"="',
        '"..."',
        '"{a}"',
        'C:\\x',
        'say "x"',
        '"a\\nb\\r\\t"',
        '"\\u0007"',
      ],
    );
    assert.deepEqual(
      ['all', 'true', '-1', '1.0', '10', 'b1:9092,b2:9092', 'PT5S', '${A:b}', 'é😀'].map(spelled).join(' '),
      'all true -1 1.0 10 b1:9092,b2:9092 PT5S ${A:b} é😀',
    );
    assert.deepEqual([spelled('"\\'), spelled('@"')], [`'"\\'`, `'@"'`]);
    assert.equal(set("a: 'x'", 'a', 'b\nc'), 'a: "b\\nc"');
  });

  it('quotes signs of flow collections inside them only', () => {
    assert.equal(set('a: [x, {b: y}]', 'a/0', '1,2'), 'a: ["1,2", {b: y}]');
    assert.equal(set('a: [x, {b: y}]', 'a/1/b', 'z]'), 'a: [x, {b: "z]"}]');
    assert.equal(set('a:\n  - x\n', 'a/0', '1,2'), 'a:\n  - 1,2\n');
  });

  it('fills in a missing value', () => {
    assert.equal(set('a:\nb: 1\n', 'a', 'x'), 'a: x\nb: 1\n');
    assert.equal(set('a: # c\n', 'a', 'x'), 'a: x # c\n');
    assert.equal(set('a:\n  -\n', 'a/0', 'x'), 'a:\n  - x\n');
    assert.equal(set('{a, "b":, c: }', 'a', 'x'), '{a: x, "b":, c: }');
    assert.equal(set('{a, "b":, c: }', 'b', 'x'), '{a, "b": x, c: }');
    assert.equal(set('m:\r\n  ? a # c\r\n', 'm/a', 'x'), 'm:\r\n  ? a\r\n  : x # c\r\n');
  });

  it('puts one line in the place of a block scalar or an alias', () => {
    assert.equal(set('a: |+ # c\n  x\n\nb: 1\n', 'a', 'y'), 'a: y\nb: 1\n');
    assert.equal(set('a: &x 1\nb: *x\n', 'b', '2'), 'a: &x 1\nb: 2\n');
  });

  it('takes a tag away and leaves an anchor', () => {
    assert.equal(set('a: !!int "5"\n', 'a', 'all'), 'a: "all"\n');
    assert.equal(set('a: !!int &x 5\nb: *x\n', 'a', 'all'), 'a: &x all\nb: *x\n');
    assert.equal(set('a: &x !!str\n', 'a', 'all'), 'a: &x  all\n');
  });
});

describe('renaming a YAML key', () => {
  it('keeps quotes and quotes where it must', () => {
    assert.equal(rename('a: 1\n', 'a', 'acks'), 'acks: 1\n');
    assert.equal(rename('"a": 1\n', 'a', 'acks'), '"acks": 1\n');
    assert.equal(rename('a: 1\n', 'a', '[x]'), '"[x]": 1\n');
    assert.equal(rename('m: {a: 1}\n', 'm/a', 'b,c'), 'm: {"b,c": 1}\n');
  });

  it('renames no item of a list', () => {
    assert.equal(rename('a: [1]\n', 'a/0', 'b'), 'a: [1]\n');
  });
});

describe('removing a YAML entry', () => {
  it('takes its line and the comment on it, not those above', () => {
    assert.equal(remove('# one\na: 1 # two\n# three\nb: 2\n', 'a'), '# one\n# three\nb: 2\n');
    assert.equal(remove('a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 3\r\n', 'b'), 'a: 1\r\nc: 3\r\n');
    assert.equal(remove('a: 1\nb: 2', 'b'), 'a: 1\n');
  });

  it('takes comments that are indented deeper and would fall to the value above', () => {
    assert.equal(remove('a: |\n  x\nb: 1\n\n  # of b\n# of c\nc: 1\n', 'b'), 'a: |\n  x\n# of c\nc: 1\n');
  });

  it('takes mappings and lists that it leaves empty', () => {
    assert.equal(remove('a: 1\nb:\n  c:\n    # d\n    d: 1\n', 'b/c/d'), 'a: 1\n');
    assert.equal(remove('a:\n  - b: 1\n  - c: 2\n', 'a/0/b'), 'a:\n  - c: 2\n');
    assert.equal(remove('a:\n- x\nb: 1\n', 'a/0'), 'b: 1\n');
    assert.equal(remove('a: {b: [{c: 1}]}\nd: 1\n', 'a/b/0/c'), 'd: 1\n');
    assert.equal(remove('a: [b: 1, c: 2]\n', 'a/0/b'), 'a: [c: 2]\n');
    assert.equal(remove('a:\n  b: 1\n---\nc: 1\n', 'a/b'), '---\nc: 1\n');
  });

  it('leaves what has siblings, written as values or not', () => {
    assert.equal(remove('a:\n  b: 1\n  c: {}\n', 'a/b'), 'a:\n  c: {}\n');
    assert.equal(remove('a:\n  c: []\n  b: 1\n', 'a/b'), 'a:\n  c: []\n');
    assert.equal(remove('a:\n  - 1\n  - 2\n', 'a/1'), 'a:\n  - 1\n');
  });

  it('moves the next pair of an item up to the dash', () => {
    assert.equal(remove('- a: 1 # x\n\n  # y\n  b: 2\n', '0/a'), '- # y\n  b: 2\n');
    assert.equal(remove('- - a\n  - b\n', '0/0'), '- - b\n');
    assert.equal(remove('- ? a\n  : 1\n  ? &k b\n  : 2\n', '0/b'), '- ? a\n  : 1\n');
  });

  it('leaves a question mark that has no key', () => {
    assert.equal(remove('?', ''), '?');
  });

  it('takes a pair out of braces with its comma', () => {
    assert.equal(remove('a: {b: 1, c: 2, d: 3}', 'a/b'), 'a: {c: 2, d: 3}');
    assert.equal(remove('a: {b: 1, c: 2, d: 3}', 'a/d'), 'a: {b: 1, c: 2}');
    assert.equal(remove('{ a: 1 }', 'a'), '{ }');
    assert.equal(remove('{a: {b: 1,}, c: 2}', 'a/b'), '{c: 2}');
    assert.equal(remove('a: {b: "&", c: 2}', 'a/c'), 'a: {b: "&"}');
  });

  it('takes its own lines out of braces over several lines', () => {
    assert.equal(remove('a: {\n  b: 1, # x\n  c: 2 # y\n}\n', 'a/b'), 'a: {\n  c: 2 # y\n}\n');
    assert.equal(remove('a: {\n  b: 1, # x\n  c: 2 # y\n}\n', 'a/c'), 'a: {\n  b: 1 # x\n}\n');
    assert.equal(remove('a: {b: 1, # x\n  c: 2}\n', 'a/c'), 'a: {b: 1 # x\n  }\n');
  });

  it('leaves an empty collection where an anchor stands, for those who refer to it', () => {
    assert.equal(remove('a: &a\n  b: 1\nc:\n  <<: *a\n', 'a/b'), 'a: &a {}\nc:\n  <<: *a\n');
    assert.equal(remove('a: &a [1]\nc: *a\n', 'a/0'), 'a: &a []\nc: *a\n');
  });

  it('removes a merged entry where it is written', () => {
    assert.equal(remove('a: &a\n  b: 1\n  c: 2\nd:\n  <<: *a\n', 'd/b'), 'a: &a\n  c: 2\nd:\n  <<: *a\n');
  });
});

describe('inserting a YAML entry', () => {
  it('comes after another on a line of its own, indented alike', () => {
    assert.equal(insert('a:\n  b: 1 # x\n  c: 2\n', { after: 'a/b' }, ['acks'], 'all'), 'a:\n  b: 1 # x\n  acks: all\n  c: 2\n');
    assert.equal(insert('a: |\r\n  x\r\nb: 1\r\n', { after: 'a' }, ['c'], 'yes'), 'a: |\r\n  x\r\nc: "yes"\r\nb: 1\r\n');
    assert.equal(insert('- a: 1\n', { after: '0/a' }, ['b'], '2'), '- a: 1\n  b: 2\n');
    assert.equal(insert('- &k a: 1\n  b: 2\n', { in: '0' }, ['c'], '3'), '- &k a: 1\n  b: 2\n  c: 3\n');
  });

  it('comes after the list that holds an item', () => {
    assert.equal(
      insert('a:\n  l:\n    - x\n    - y\n  z: 1\n', { after: 'a/l/0' }, ['b'], '2'),
      'a:\n  l:\n    - x\n    - y\n  z: 1\n  b: 2\n',
    );
    assert.equal(insert('- x\n', { after: '0' }, ['b'], '2'), '- x\n');
  });

  it('comes at the end of a mapping, before the comments and blank lines that follow it', () => {
    assert.equal(insert('a:\n  b: 1\n\n# c\nd: 2\n', { in: 'a' }, ['acks'], 'all'), 'a:\n  b: 1\n  acks: all\n\n# c\nd: 2\n');
    assert.equal(insert('a:\n  b: {}\n  c: 1', { in: 'a' }, ['d'], '2'), 'a:\n  b: {}\n  c: 1\n  d: 2');
  });

  it('nests several keys with the step of the file', () => {
    assert.equal(insert('a:\n    b: 1\n', { in: '' }, ['p', 'q'], 'x'), 'a:\n    b: 1\np:\n    q: x\n');
    assert.equal(insert('a: 1\n', 'atEnd', ['p', 'q', 'r'], 'x'), 'a: 1\np:\n  q:\n    r: x\n');
    assert.equal(
      insert('l:\n- a: {b: 1}\nm:\n- c:\n   d: 1\n', 'atEnd', ['p', 'q'], 'x'),
      'l:\n- a: {b: 1}\nm:\n- c:\n   d: 1\np:\n q: x\n',
    );
  });

  it('goes into the mappings that its keys name already', () => {
    assert.equal(insert('k:\n  p:\n    a: 1\n  z: 1\n', { in: 'k' }, ['p', 'acks'], 'all'), 'k:\n  p:\n    a: 1\n    acks: all\n  z: 1\n');
    assert.equal(insert('k:\n  p: # c\n  z: 1\n', { in: 'k' }, ['p', 'acks'], 'all'), 'k:\n  p: # c\n    acks: all\n  z: 1\n');
    assert.equal(insert('k: {p: , q}\n', { in: 'k' }, ['p', 'acks'], 'all'), 'k: {p: { acks: all } , q}\n');
    assert.equal(insert('k: {p: , q}\n', { after: 'k/p' }, ['q', 'acks'], 'all'), 'k: {p: , q: { acks: all }}\n');
  });

  it('goes into braces', () => {
    assert.equal(insert('a: {b: 1}', { after: 'a/b' }, ['c', 'd'], 'x,y'), 'a: {b: 1, c: { d: "x,y" }}');
    assert.equal(insert('a: { b: 1 }', { in: 'a' }, ['c'], '2'), 'a: { b: 1, c: 2 }');
    assert.equal(insert('a: {\n  b: 1, # x\n}', { in: 'a' }, ['c'], '2'), 'a: {\n  b: 1, c: 2 # x\n}');
    assert.equal(insert('{}', 'atEnd', ['c'], '2'), '{ c: 2 }');
    assert.equal(insert('{ }', 'atEnd', ['c'], '2'), '{ c: 2 }');
    assert.equal(insert('a: [b: 1]', { after: 'a/0/b' }, ['c'], '2'), 'a: [{ b: 1, c: 2 }]');
    assert.equal(insert('a: {b: 1\nc: 1\n', { in: 'a' }, ['d'], '2'), 'a: {b: 1\nc: 1\n');
  });

  it('fills an empty text or document', () => {
    assert.equal(insert('', 'atEnd', ['a'], '1'), 'a: 1\n');
    assert.equal(insert('# c', 'atEnd', ['a'], '1'), '# c\na: 1');
    assert.equal(insert('\uFEFF', 'atEnd', ['a'], '1'), '\uFEFFa: 1\n');
    assert.equal(insert('--- # c\n', 'atEnd', ['a'], '1'), '--- # c\na: 1\n');
    assert.equal(insert('a: 1\n---\nb: 1\n', 'atEnd', ['c'], '1'), 'a: 1\n---\nb: 1\nc: 1\n');
  });

  it('does nothing where no mapping can hold it', () => {
    assert.equal(insert('- a\n', 'atEnd', ['c'], '1'), '- a\n');
    assert.equal(insert('a: 1\n', 'atEnd', [], '1'), 'a: 1\n');
  });

  it('leaves a block scalar at the very end as it was', () => {
    assert.equal(insert('a: |\n  x', 'atEnd', ['b'], '1'), 'a: |-\n  x\nb: 1');
    assert.equal(insert('a: >-\n  x', 'atEnd', ['b'], '1'), 'a: >-\n  x\nb: 1');
  });
});
