import assert from 'node:assert/strict';
import { properties } from '../../server/src/syntax/properties.js';
import type { Document, Entry, Place } from '../../server/src/syntax/syntax.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';

type Edit = (document: Document, entry: Entry) => TextEdit[];

/** Applies the edit to the entry of the text, the first unless told. */
function edited(text: string, edit: Edit, index = 0): string {
  const document = properties.parse(text);
  const entry = document.entries[index];
  assert.ok(entry);
  return applyEdits(text, edit(document, entry));
}

const value = (text: string, newValue: string, index?: number) =>
  edited(text, (document, entry) => properties.setValue(document, entry, newValue), index);
const key = (text: string, newKey: string) => edited(text, (document, entry) => properties.setKey(document, entry, newKey));
const removed = (text: string, index: number) => edited(text, (document, entry) => properties.remove(document, entry), index);
const insertedAfter = (text: string, index = 0, newKey = 'b', newValue = '2') =>
  edited(text, (document, entry) => properties.insert(document, { after: entry }, [newKey], newValue), index);

function insertedAtEnd(text: string, newKey = 'b', newValue = '2'): string {
  const document = properties.parse(text);
  return applyEdits(text, properties.insert(document, { atEnd: true }, [newKey], newValue));
}

describe('setting a value in a properties text', () => {
  it('keeps key, separator and what follows', () => {
    assert.equal(value('# c\n  acks : 1\r\nb=2', 'all'), '# c\n  acks : all\r\nb=2');
    assert.equal(value('acks 1\n', 'all'), 'acks all\n');
  });

  it('adds = where there is no separator', () => {
    assert.equal(value('acks', 'all'), 'acks=all');
    assert.equal(value('acks  \nb=1', 'all'), 'acks=all\nb=1');
    assert.equal(value('acks\\\n  \nb=1', 'all'), 'acks=all\nb=1');
  });

  it('empties a value on a line of its own without joining the next line', () => {
    assert.equal(value('acks:\\\r1\n# c', ''), 'acks:\n# c');
    assert.equal(value('acks = \\\n  1\nb=2', ''), 'acks = \nb=2');
    assert.equal(value('\\\n', ''), '=');
  });

  it('fills an empty value without joining the next line', () => {
    assert.equal(value('acks=\nb=1', 'all'), 'acks=all\nb=1');
    assert.equal(value('acks = \r\nb=1', 'all'), 'acks = all\r\nb=1');
    assert.equal(value('acks=\\\n  \nb=1', 'all'), 'acks=\\\n  all\nb=1');
  });

  it('replaces a value of several lines', () => {
    assert.equal(value('a=1,\\\n  2,\\\n  3\nb=1', '4'), 'a=4\nb=1');
    assert.equal(value('a=1\\\n  \nb=1', '4\\'), 'a=4\\\\\\\n  \nb=1');
  });

  it('escapes what Java would read as something else', () => {
    assert.equal(value('a=1', ' C:\\x\ty\r\nz\f # ! = : '), 'a=\\ C:\\\\x\\ty\\r\\nz\\f # ! = : ');
    assert.equal(value('a=1', 'é\u0085€\uD83D\uDE00\0'), 'a=\\u00E9\\u0085\\u20AC\\uD83D\\uDE00\\u0000');
  });

  it('escapes a leading sign only after a separator of white space', () => {
    assert.equal(value('a 1', '=b'), 'a \\=b');
    assert.equal(value('a=1', '=b'), 'a==b');
    assert.equal(value('a', ':b'), 'a=:b');
  });
});

describe('setting a key in a properties text', () => {
  it('keeps indentation, separator and value', () => {
    assert.equal(key('  ack : 1 \n', 'acks'), '  acks : 1 \n');
    assert.equal(key('ac\\\n  k=1', 'acks'), 'acks=1');
  });

  it('escapes what would end the key or make it a comment', () => {
    assert.equal(key('a=1', '#b c=d:e\\f#!é'), '\\#b\\ c\\=d\\:e\\\\f#!\\u00E9=1');
    assert.equal(key('a=1', '!'), '\\!=1');
  });

  it('gives an empty key a sign', () => {
    assert.equal(key('a 1', ''), '= 1');
    assert.equal(key('a = 1', ''), ' = 1');
  });
});

describe('removing an entry of a properties text', () => {
  it('takes its whole logical line and leaves the comment above', () => {
    assert.equal(removed('# c\n  a=1\\\n   2\nb=2\n', 0), '# c\nb=2\n');
    assert.equal(removed('a=1\r\nb=2\r\nc=3', 1), 'a=1\r\nc=3');
    assert.equal(removed('a=1', 0), '');
  });

  it('takes the line end above where the last line has none', () => {
    assert.equal(removed('a=1\nb=2', 1), 'a=1');
    assert.equal(removed('a=1\r\nb=2\\', 1), 'a=1');
    assert.equal(removed('a=1\rb=2\\\r', 1), 'a=1');
  });

  it('leaves no lone backslash, which would be an empty entry', () => {
    assert.equal(removed('a=1\n \\\n  \\\n  b=2\n', 1), 'a=1\n');
    assert.equal(removed('\\\n\nb=2', 0), '\\\n\n');
    assert.equal(removed('#\\\nb=2\n', 0), '#\\\n');
  });
});

describe('inserting into a properties text', () => {
  it('writes a line below, in the way of the entry above', () => {
    assert.equal(insertedAfter('a=1\nc=3'), 'a=1\nb=2\nc=3');
    assert.equal(insertedAfter('  a : 1\\\r\n  2\r\nc=3\r\n'), '  a : 1\\\r\n  2\r\n  b : 2\r\nc=3\r\n');
    assert.equal(insertedAfter('a 1\rc=3'), 'a 1\rb 2\rc=3');
    assert.equal(insertedAfter('a \\\n = \\\n 1\n'), 'a \\\n = \\\n 1\nb = 2\n');
  });

  it('uses = where the entry above shows no separator, or one that the new entry cannot have', () => {
    assert.equal(insertedAfter('a\n'), 'a\nb=2\n');
    assert.equal(insertedAfter('a  \n'), 'a  \nb=2\n');
    assert.equal(insertedAfter('a 1\n', 0, ''), 'a 1\n=2\n');
    assert.equal(insertedAfter('a 1\n', 0, 'b', '=2'), 'a 1\nb \\=2\n');
  });

  it('leaves a last line without line end', () => {
    assert.equal(insertedAfter('a=1'), 'a=1\nb=2');
    assert.equal(insertedAfter('x=0\r\na=1', 1), 'x=0\r\na=1\r\nb=2');
  });

  it('is not joined by a backslash at the end of the text', () => {
    assert.equal(insertedAfter('a=1\\'), 'a=1\nb=2');
    assert.equal(insertedAtEnd('a=1\\\r'), 'a=1\\\r\rb=2');
    assert.equal(insertedAtEnd('a=1\n\\'), 'a=1\n=\nb=2');
    assert.equal(insertedAtEnd('\\\n'), '=\nb=2');
  });

  it('appends in the way of the last entry', () => {
    assert.equal(insertedAtEnd('a = 1\n\n# end\n'), 'a = 1\n\n# end\nb = 2\n');
    assert.equal(insertedAtEnd('a: 1\r\n# end'), 'a: 1\r\n# end\r\nb: 2');
    assert.equal(insertedAtEnd('# end'), '# end\nb=2');
    assert.equal(insertedAtEnd('', 'b', '=2'), 'b==2\n');
  });

  it('takes a section for the end, and joins several keys by dots', () => {
    const span = { start: 0, end: 3 };
    const place: Place = { in: { path: [], part: 0, keySpan: undefined, span, flow: false } };
    const document = properties.parse('a=1\n');
    assert.equal(applyEdits('a=1\n', properties.insert(document, place, ['b', 'c'], '2')), 'a=1\nb.c=2\n');
  });
});
