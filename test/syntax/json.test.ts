import assert from 'node:assert/strict';
import { json } from '../../server/src/syntax/json.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import type { Document, Entry, Place } from '../../server/src/syntax/syntax.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';

const nameOf = ({ path }: Pick<Entry, 'path'>): string => path.map(textOf).join('/');

function entries(text: string): readonly string[] {
  return json.parse(text).entries.map(entry => `${nameOf(entry)}=${entry.value}`);
}

function problems(text: string): readonly string[] {
  return json.parse(text).problems.map(({ kind, span, message }) => `${kind} ${String(span.start)}: ${message}`);
}

function entryAt(document: Document, name: string): Entry {
  const entry = document.entries.findLast(one => nameOf(one) === name);
  assert.ok(entry, `${name} in ${document.text}`);
  return entry;
}

function edit(text: string, change: (document: Document) => TextEdit[]): string {
  return applyEdits(text, change(json.parse(text)));
}

const set = (text: string, name: string, value: string): string =>
  edit(text, document => json.setValue(document, entryAt(document, name), value));
const rename = (text: string, name: string, key: string): string =>
  edit(text, document => json.setKey(document, entryAt(document, name), key));
const remove = (text: string, name: string): string => edit(text, document => json.remove(document, entryAt(document, name)));

function insert(text: string, where: string, keys: readonly string[], value: string): string {
  return edit(text, document => {
    const section = document.sections.find(one => where.startsWith('in ') && nameOf(one) === where.slice(3));
    const place: Place =
      where === 'end' ? { atEnd: true } : where.startsWith('in ') && section ? { in: section } : { after: entryAt(document, where) };
    return json.insert(document, place, keys, value);
  });
}

describe('JSON', () => {
  it('is read into scalars with their paths', () => {
    assert.deepEqual(entries('{"name": "a", "config": {"tasks.max": 1, "x": [true, {"y": -1.5e3}], "z": null}}'), [
      'name=a',
      'config/tasks.max=1',
      'config/x/0=true',
      'config/x/1/y=-1.5e3',
      'config/z=',
    ]);
  });
  it('has its escapes resolved, and spans as written', () => {
    const text = '{"a\\u002eb": "x\\n"}';
    const [entry] = json.parse(text).entries;
    assert.ok(entry);
    assert.deepEqual([nameOf(entry), entry.value], ['a.b', 'x\n']);
    assert.equal(text.slice(entry.keySpan.start, entry.keySpan.end), '"a\\u002eb"');
    assert.equal(text.slice(entry.valueSpan.start, entry.valueSpan.end), '"x\\n"');
    assert.equal(text.slice(entry.span.start, entry.span.end), text.slice(1, -1));
  });
  it('may have comments and trailing commas', () => {
    const text = '// note\n{"a": "1", /* two */ "b": ["2",],}\n';
    assert.deepEqual(entries(text), ['a=1', 'b/0=2']);
    assert.deepEqual(problems(text), []);
    assert.deepEqual(
      json.parse(text).comments.map(({ start, end }) => text.slice(start, end)),
      ['// note', '/* two */'],
    );
  });
  it('knows its objects', () => {
    const { sections } = json.parse('{"a": {},\n"b": {"c": 1}}');
    assert.deepEqual(
      sections.map(section => [nameOf(section), section.span.start, section.span.end, section.flow]),
      [
        ['', 1, 23, false],
        ['a', 7, 7, true],
        ['b', 16, 22, true],
      ],
    );
  });
  it('gives what can be read of a broken text, and says what is wrong', () => {
    assert.deepEqual(entries('{"a": "1" "b": "2"}'), ['a=1', 'b=2']);
    assert.deepEqual(entries('{"a": "1", "half'), ['a=1', 'half=']);
    assert.deepEqual(entries('{"a": , "b": "2"}'), ['a=', 'b=2']);
    assert.deepEqual(entries('{"a", "b": "2"}'), ['a=', 'b=2']);
    assert.deepEqual(entries('{"a": {"b": "2"'), ['a/b=2']);
    assert.deepEqual(problems('{"a": "1" "b": "2"}'), ['not-json 10: A comma is missing before this.']);
    assert.deepEqual(problems('{"a": tru}'), ['not-json 6: JSON cannot be read here.']);
    for (const text of ['{"a" 1}', '{', '[', '{1: 2}', '{"a": }', '{} x', '{"a', '/*', '{"a": "\\x"}', '{"a": "\\u12"}', '{"a": "\u0001"}'])
      assert.match(problems(text)[0] ?? '', /^not-json \d+: .+\.$/, text);
  });
  it('takes no line for the value of a key that is being typed', () => {
    for (const typed of ['"half', '"half"', '"half":', '"half": ', '"half",']) {
      const text = `{\n  "a": {\n    "b": "1",\n    ${typed}\n    "c": "2"\n  },\n  "d": 3\n}`;
      assert.deepEqual(entries(text), ['a/b=1', 'a/half=', 'a/c=2', 'd=3'], typed);
      assert.equal(set(text, 'a/c', '3'), text.replace('"2"', '"3"'));
      assert.equal(problems(text).length, 1);
    }
    assert.deepEqual(entries('{"half\n"c": "2"\n}'), ['half=', 'c=2']);
    assert.deepEqual(entries('{"a": {"half":\n"c": "2"}}'), ['a/half=', 'a/c=2']);
    assert.equal(set('{\n"half":\n"c": "2"\n}', 'half', 'x'), '{\n"half": "x"\n"c": "2"\n}');
    assert.equal(set('{\n"half"\n"c": "2"\n}', 'half', 'x'), '{\n"half": "x"\n"c": "2"\n}');
    assert.deepEqual(entries('[\n"half"\n"c": "2"\n]').includes('half='), false);
  });
  it('may be the template of one', () => {
    const values = [
      '{{ x }}',
      '{{{x}}}',
      '{{ .Values.x | default "y" }}',
      '${X}',
      '$(X)',
      '$X',
      '<X>',
      '@x@',
      '%X%',
      '<%= x %>',
      '{{ a\n}}',
    ];
    for (const value of values) {
      const text = `{\n  "a": ${value},\n  "b": [${value}, "${value}"],\n  "c": "1"\n}`;
      assert.deepEqual(entries(text), [`a=${value}`, `b/0=${value}`, `b/1=${value}`, 'c=1'], value);
      assert.deepEqual(problems(text), [], value);
      assert.equal(
        set(text, 'a', '2'),
        text.replace(value, () => '2'),
      );
      assert.equal(
        insert(text, 'a', ['x'], 'y'),
        text.replace(value, () => `${value},\n  "x": "y"`),
      );
    }
    const statements =
      '{\n  {% if x %}\n  "a": "1",\n  {%- endif -%}\n{# note "#}\n  "b": "\\"{{ x }}\\" {{ "y" }}"{{ if .z }}, "c": 2{{ end }}\n}';
    assert.deepEqual(entries(statements), ['a=1', 'b=\\"{{ x }}\\" {{ "y" }}', 'c=2']);
    assert.deepEqual(problems(statements), []);
  });
  it('may be the template of one that is being typed', () => {
    assert.deepEqual(entries('{\n  "a": ${X},\n  "half\n  "b": {{ y }}\n}'), ['a=${X}', 'half=', 'b={{ y }}']);
    assert.deepEqual(entries('{"a": {{ x, "b": "1"}'), ['a/b=1']);
    assert.deepEqual(entries('{"a": "open {{\n, "b": $}'), entries('{"a": "open {{\n, "b": }'));
  });
  it('is read on behind a comment that nothing ends', () => {
    assert.deepEqual(entries('{"a": /* note\n"1", "b/*": "/*2"\n}'), ['a=1', 'b/*=/*2']);
    assert.deepEqual(entries('{/* one */ "a": "1" // two /*\n"b": "2"}'), ['a=1', 'b=2']);
  });
  it('may begin with a byte order mark, over which readers pass', () => {
    assert.deepEqual(entries('\ufeff{"a": "1"}'), ['a=1']);
    assert.deepEqual(problems('\ufeff{"a": "1"}'), []);
  });
  it('is nothing but a scalar, or nothing', () => {
    for (const text of ['', ' ', '1', '"a"', 'null']) assert.deepEqual(entries(text), [], text);
    assert.deepEqual(problems(''), []);
  });
  it('tells of keys that stand twice in one object, and has both', () => {
    const text = '{"a": 1, "b": {"a": 2, "a": 3}, "c": ["x", "x"]}';
    assert.deepEqual(problems(text), ['duplicate-key 23: This key stands twice in its object.']);
    assert.deepEqual(entries(text), ['a=1', 'b/a=2', 'b/a=3', 'c/0=x', 'c/1=x']);
  });
  it('is refused where it is no text, too long or too deep', () => {
    assert.match(problems('{"a": "\0"}')[0] ?? '', /^not-text 7/);
    assert.match(problems(' '.repeat(10_000_001))[0] ?? '', /^too-large 0/);
    assert.match(problems('[{"a":'.repeat(10_000))[0] ?? '', /^too-large/);
    assert.deepEqual(entries('[1],'.repeat(3)), ['0=1']);
  });
});

describe('setting a JSON value', () => {
  it('keeps a string a string, and a bare number or boolean bare where it can', () => {
    assert.equal(set('{"a": "1"}', 'a', 'all'), '{"a": "all"}');
    assert.equal(set('{"a": "1"}', 'a', '2'), '{"a": "2"}');
    assert.equal(set('{"a":1}', 'a', '2'), '{"a":2}');
    assert.equal(set('{"a":true}', 'a', 'false'), '{"a":false}');
    assert.equal(set('{"a":1}', 'a', 'all "x"\\'), '{"a":"all \\"x\\"\\\\"}');
    assert.equal(set('{"a":1}', 'a', '007'), '{"a":"007"}');
    assert.equal(set('{"a": null}', 'a', 'x'), '{"a": "x"}');
    assert.equal(set('{"a": [1]}', 'a/0', '2'), '{"a": [2]}');
  });
  it('adds what is missing of an unfinished entry', () => {
    assert.equal(set('{"a":}', 'a', 'x'), '{"a": "x"}');
    assert.equal(set('{"a"}', 'a', 'x'), '{"a": "x"}');
  });
});

describe('renaming a JSON key', () => {
  it('quotes it; an item of a list has none', () => {
    assert.equal(rename('{"a": 1}', 'a', 'b"c'), '{"b\\"c": 1}');
    assert.equal(rename('{"a": [1]}', 'a/0', 'b'), '{"a": [1]}');
  });
});

describe('removing a JSON entry', () => {
  it('takes its comma and its line', () => {
    const text = '{\n  "a": 1,\n  "b": 2, // two\n  "c": 3\n}\n';
    assert.equal(remove(text, 'a'), '{\n  "b": 2, // two\n  "c": 3\n}\n');
    assert.equal(remove(text, 'b'), '{\n  "a": 1,\n // two\n  "c": 3\n}\n');
    assert.equal(remove(text, 'c'), '{\n  "a": 1,\n  "b": 2 // two\n}\n');
    assert.equal(remove('{"a": 1, "b": 2, "c": 3}', 'b'), '{"a": 1, "c": 3}');
    assert.equal(remove('{"a": 1, "b": 2}', 'b'), '{"a": 1}');
    assert.equal(remove('{"a": 1,\r\n"b": 2,\r\n}', 'b'), '{"a": 1,\r\n}');
    assert.equal(remove('{"a": [1, 2]}', 'a/0'), '{"a": [2]}');
  });
  it('takes one that is being typed, and nothing around it', () => {
    assert.equal(remove('{"a": {\n  "half",\n  "c": 2\n}}', 'a/half'), '{"a": {\n  "c": 2\n}}');
    assert.equal(remove('{"a": {"half\n  "c": 2\n}}', 'a/half'), '{"a": {\n  "c": 2\n}}');
  });
  it('takes an object or list that it leaves empty, up to the root', () => {
    assert.equal(remove('{"a": {"b": [1]}, "c": 2}', 'a/b/0'), '{"c": 2}');
    assert.equal(remove('{"a": {"b": 1}}', 'a/b'), '{}');
    assert.equal(remove('{"a": 1}', 'a'), '{}');
  });
});

describe('inserting into JSON', () => {
  it('stands on a line of its own behind its neighbour, written like that', () => {
    assert.equal(insert('{\n  "a": "1",\n  "b": "2"\n}', 'a', ['x'], '3'), '{\n  "a": "1",\n  "x": "3",\n  "b": "2"\n}');
    assert.equal(insert('{\n  "a": "1"\n}', 'a', ['x'], '3'), '{\n  "a": "1",\n  "x": "3"\n}');
    assert.equal(insert('{\n\t"a" : 1, // one\n\t"b":2\n}', 'a', ['x'], '3'), '{\n\t"a" : 1, // one\n\t"x" : 3,\n\t"b":2\n}');
    assert.equal(insert('{\r\n  "a": 1 // one\r\n}', 'a', ['x'], 'y'), '{\r\n  "a": 1, // one\r\n  "x": "y"\r\n}');
    assert.equal(insert('{\n  "a": 1, "b": 2\n}', 'a', ['x'], 'y'), '{\n  "a": 1,\n  "x": "y", "b": 2\n}');
    assert.equal(insert('{\n  "a": 1 }', 'a', ['x'], 'y'), '{\n  "a": 1,\n  "x": "y" }');
    assert.equal(insert('{\n  "a": 1,\n}', 'a', ['x'], 'y'), '{\n  "a": 1,\n  "x": "y",\n}');
    assert.equal(insert('{\n  "a": [1,\n 2]\n}', 'a/1', ['x'], 'y'), '{\n  "a": [1,\n 2],\n  "x": "y"\n}');
  });
  it('stays on the line of an object that has one only', () => {
    assert.equal(insert('{"a":1, "b": 2}', 'a', ['x'], 'y'), '{"a":1, "x":"y", "b": 2}');
    assert.equal(insert('{"a": "1"}', 'in ', ['x', 'y'], '3'), '{"a": "1", "x": { "y": "3" }}');
  });
  it('stays in the object of a key that is being typed', () => {
    assert.equal(insert('{"a": {\n  "half"\n  "c": 2\n}}', 'a/half', ['x'], 'y'), '{"a": {\n  "half"\n  "c": 2,\n  "x": "y"\n}}');
  });
  it('fills an empty object, and nests', () => {
    assert.equal(insert('{\n  "a": {}\n}', 'in a', ['x'], 'y'), '{\n  "a": {\n    "x": "y"\n  }\n}');
    assert.equal(insert('{\n  "a": { // none\n  }\n}', 'in a', ['x'], 'y'), '{\n  "a": { // none\n    "x": "y"\n  }\n}');
    assert.equal(insert('{"b": "1",\n  "a": "2"}', 'end', ['x', 'y'], '3'), '{"b": "1",\n  "a": "2",\n  "x": {\n    "y": "3"\n  }}');
    assert.equal(insert('{}', 'end', ['x'], 'y'), '{\n  "x": "y"\n}');
    assert.equal(insert('', 'end', ['x'], 'y'), '{\n  "x": "y"\n}\n');
  });
  it('stays inside of a text that ends in an open comment', () => {
    const { sections } = json.parse('{"a": {/*');
    assert.deepEqual(
      sections.map(({ span }) => span.end),
      [9, 7],
    );
    for (const text of ['{/*', '{"a": {/*']) assert.equal(insert(text, 'end', ['x'], 'y').includes('"x": "y"'), true, text);
  });
  it('has no place in what is no object', () => {
    assert.equal(insert('[1]', 'end', ['x'], 'y'), '[1]');
    assert.equal(insert('[1]', '0', ['x'], 'y'), '[1]');
    assert.equal(insert('"a"', 'end', ['x'], 'y'), '"a"');
    assert.equal(insert('// only a note', 'end', ['x'], 'y'), '// only a note');
  });
});
