import assert from 'node:assert/strict';
import type { Document, Entry } from '../../server/src/syntax/syntax.js';
import { insertPairs } from '../../server/src/syntax/yaml-items.js';
import { removeItem } from '../../server/src/syntax/yaml-remove.js';
import { setText } from '../../server/src/syntax/yaml-replace.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';

/** The text after an edit of its first entry that has this value. */
function edited(text: string, value: string, change: (document: Document, entry: Entry) => readonly TextEdit[]): string {
  const document = yaml.parse(text);
  const entry = document.entries.find(one => one.value === value);
  assert.ok(entry, value);
  const now = applyEdits(text, change(document, entry));
  assert.deepEqual(yaml.parse(now).problems, [], now);
  return now;
}

const removed = (text: string, value: string): string => edited(text, value, removeItem);
const added = (text: string, value: string): string =>
  edited(text, value, (document, entry) =>
    insertPairs(document, entry, [
      { key: 'n', value: 'c', quote: undefined },
      { key: 'v', value: '3', quote: '"' },
    ]),
  );

describe('items of a YAML list that are mappings', () => {
  it('go as a whole, with what is nested in them', () => {
    const list = 'l:\n- n: a # one\n  v: {x: [1]}\n# two\n- n: b\n  v:\n    w: 2\nm: 1\n';
    assert.equal(removed(list, 'a'), 'l:\n# two\n- n: b\n  v:\n    w: 2\nm: 1\n');
    assert.equal(removed(list, 'b'), 'l:\n- n: a # one\n  v: {x: [1]}\n# two\nm: 1\n');
    assert.equal(removed('l:\n  - {n: a, v: 1}\n  - {n: b}\n', 'a'), 'l:\n  - {n: b}\n');
    assert.equal(removed('l: [{n: a}, {n: b}]\n', 'a'), 'l: [{n: b}]\n');
    assert.equal(removed('l: [{n: a}, {n: b}]\n', 'b'), 'l: [{n: a}]\n');
  });

  it('take the list with them where it would be empty', () => {
    assert.equal(removed('l:\n  - n: a\n    v: 1\nm: 1\n', 'a'), 'm: 1\n');
    assert.equal(removed('l: [{n: a}]\nm: 1\n', 'a'), 'm: 1\n');
    assert.equal(removed('l: &x\n  - n: a\nm: *x\n', 'a'), 'l: &x []\nm: *x\n');
    assert.equal(removed('k:\n  - l:\n      - n: a\n  - 1\n', 'a'), 'k:\n  - 1\n');
  });

  it('are added behind another one, laid out like it', () => {
    assert.equal(added('l:\n- n: a\n  v: 1\n- n: b\n', 'a'), 'l:\n- n: a\n  v: 1\n- n: c\n  v: "3"\n- n: b\n');
    assert.equal(added('l:\r\n  -   n: a # one\r\n', 'a'), 'l:\r\n  -   n: a # one\r\n  -   n: c\r\n      v: "3"\r\n');
    assert.equal(added('l:\n  - n: a', 'a'), 'l:\n  - n: a\n  - n: c\n    v: "3"');
    assert.equal(added('l:\n  - {n: a}\n', 'a'), 'l:\n  - {n: a}\n  - { n: c, v: "3" }\n');
    assert.equal(added('l: [{n: a}]\n', 'a'), 'l: [{n: a}, { n: c, v: "3" }]\n');
    assert.equal(added('l:\n  -\n    n: a\n', 'a'), 'l:\n  -\n    n: a\n  - n: c\n    v: "3"\n');
  });

  it('are none where the pair stands in no list, or in a mapping of an item', () => {
    for (const text of ['n: a\n', 'm: {n: a}\n', 'l:\n  - a\n', 'l:\n  - m: {n: a}\n'])
      for (const change of [removed, added]) assert.equal(change(text, 'a'), text);
  });
});

describe('a YAML value that must be a text', () => {
  it('stands in quotes, in its own where it has some', () => {
    const set = (text: string, value: string): string => edited(text, value, (document, entry) => setText(document, entry, 'tr"ue'));
    assert.equal(set('a: 1\n', '1'), 'a: "tr\\"ue"\n');
    assert.equal(set("a: '1'\n", '1'), "a: 'tr\"ue'\n");
    assert.equal(set('a: !!str 1\n', '1'), 'a: "tr\\"ue"\n');
    assert.equal(set('a:\n', ''), 'a: "tr\\"ue"\n');
    assert.equal(set('{a: 1}\n', '1'), '{a: "tr\\"ue"}\n');
  });
});
