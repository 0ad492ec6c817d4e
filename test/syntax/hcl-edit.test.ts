import assert from 'node:assert/strict';
import { hcl } from '../../server/src/syntax/hcl.js';
import type { Document, Entry, Section } from '../../server/src/syntax/syntax.js';
import { applyEdits } from '../../server/src/text/edit.js';

function entryOf(document: Document, key: string): Entry {
  const entry = document.entries.find(({ path }) => path.some(step => step.kind === 'key' && step.text === key));
  assert.ok(entry, key);
  return entry;
}

function sectionOf(document: Document, key: string): Section {
  const section = document.sections.find(
    ({ path }) => path.at(-1)?.kind === 'key' && path.at(-1)?.span !== undefined && keyOf(path.at(-1)) === key,
  );
  assert.ok(section, key);
  return section;
}

function keyOf(step: Section['path'][number] | undefined): string | undefined {
  return step?.kind === 'key' ? step.text : undefined;
}

const set = (text: string, key: string, value: string): string => {
  const document = hcl.parse(text);
  return applyEdits(text, hcl.setValue(document, entryOf(document, key), value));
};
const rename = (text: string, key: string, other: string): string => {
  const document = hcl.parse(text);
  return applyEdits(text, hcl.setKey(document, entryOf(document, key), other));
};
const remove = (text: string, key: string): string => {
  const document = hcl.parse(text);
  return applyEdits(text, hcl.remove(document, entryOf(document, key)));
};
const after = (text: string, key: string, added: string, value = '1'): string => {
  const document = hcl.parse(text);
  return applyEdits(text, hcl.insert(document, { after: entryOf(document, key) }, added.split('/'), value));
};
const inside = (text: string, key: string, added: string, value = '1'): string => {
  const document = hcl.parse(text);
  return applyEdits(text, hcl.insert(document, { in: sectionOf(document, key) }, added.split('/'), value));
};

describe('an edit of HCL', () => {
  it('keeps how a value is written', () => {
    for (const [before, value, expected] of [
      ['a = 1 # b\n', '2', 'a = 2 # b\n'],
      ['a = 1\n', 'x', 'a = "x"\n'],
      ['a = true\n', 'false', 'a = false\n'],
      ['a = "1"\n', '2', 'a = "2"\n'],
      ['a = var.b\n', '2', 'a = "2"\n'],
      ['a = "x"\n', 'a"\\\n\t\r\u0001${b}%{c}$', 'a = "a\\"\\\\\\n\\t\\r\\u0001$${b}%%{c}$"\n'],
      ['a = <<EOF\nb\nEOF\n', 'c ${d}\n', 'a = <<EOF\nc $${d}\nEOF\n'],
      ['a = <<-EOF\n    b\n  EOF\n', 'c\n\n  d\n', 'a = <<-EOF\n    c\n\n      d\n  EOF\n'],
      ['a = <<-EOF\n    b\n  EOF\n', '  c\n', 'a = "  c\\n"\n'],
      ['a = <<-EOF\n    b\n  EOF\n', '\n', 'a = <<-EOF\n\n  EOF\n'],
      ['a = <<-EOF\n  EOF\n', 'b\n', 'a = <<-EOF\n  b\n  EOF\n'],
      ['a = <<EOF\nb\nEOF\n', 'c', 'a = "c"\n'],
      ['a = <<EOF\nb\nEOF\n', '', 'a = <<EOF\nEOF\n'],
      ['a = <<EOF\nb\nEOF\n', 'EOF\n', 'a = "EOF\\n"\n'],
      ['a\n', '1', 'a = 1\n'],
      ['a =\n', '1', 'a = 1\n'],
      ['a = {\n  "b" =\n}\n', '1', 'a = {\n  "b" = "1"\n}\n'],
      ['a = ["b"]\n', 'c', 'a = ["c"]\n'],
    ] as const)
      assert.equal(set(before, 'a', value), expected);
  });

  it('keeps how a key is written, and its sign where it is', () => {
    assert.equal(rename('a = 1\n', 'a', 'bc'), 'bc = 1\n');
    assert.equal(rename('a = { b = 1 }\n', 'b', 'c.d'), 'a = { "c.d" = 1 }\n');
    assert.equal(rename('a = { "b" = 1 }\n', 'b', 'c'), 'a = { "c" = 1 }\n');
    assert.equal(rename('a    = 1\nb123 = 2\n', 'a', 'bc'), 'bc   = 1\nb123 = 2\n');
    assert.equal(rename('a  = 1\n', 'a', 'abc'), 'abc = 1\n');
    assert.equal(rename('a = [1]\n', 'a', 'b'), 'a = [1]\n');
  });

  it('removes lines, and objects that nothing is left in', () => {
    for (const [before, expected] of [
      ['x = 1\na = 2 # b\ny = 3\n', 'x = 1\ny = 3\n'],
      ['x = 1\r\na = 2\r\n', 'x = 1\r\n'],
      ['x = 1\na = 2', 'x = 1\n'],
      ['x = {\n  y = 1,\n  a = 2,\n}\n', 'x = {\n  y = 1,\n}\n'],
      ['x = {\n  y = 1,\n  a = 2\n}\n', 'x = {\n  y = 1,\n}\n'],
      ['x = { y = 1, a = 2 }\n', 'x = { y = 1 }\n'],
      ['x = { a = 2, y = 1 }\n', 'x = { y = 1 }\n'],
      ['x = { a = 2 }\ny = 1\n', 'y = 1\n'],
      ['x = {\n  z = {\n    a = 2,\n  }\n}\ny = 1\n', 'y = 1\n'],
      ['x = {\n  # why\n  a = 2\n}\n', 'x = {\n  # why\n}\n'],
      ['x {\n  z = { a = 2 }\n}\n', 'x {\n}\n'],
      ['x { a = 1 }\n', 'x { }\n'],
      ['x = merge({ a = 1 }, y)\n', 'x = merge({ }, y)\n'],
      ['x = {\n  a = 1\n', 'x = {\n'],
      ['a = <<EOF\nb\nEOF\nx = 1\n', 'x = 1\n'],
      ['x = {\n  a = 1 }\n', ''],
      ['x = { y = 1,\n  a = 1 }\n', 'x = { y = 1,\n  }\n'],
    ] as const)
      assert.equal(remove(before, 'a'), expected, before);
  });

  it('adds a line like its neighbours', () => {
    for (const [before, added, expected] of [
      ['x {\n  a = "1" # b\n}\n', 'c', 'x {\n  a = "1" # b\n  c = "1"\n}\n'],
      ['a = 1\r\n', 'b', 'a = 1\r\nb = 1\r\n'],
      ['x = {\n  a = "1",\n}\n', 'b.c', 'x = {\n  a     = "1",\n  "b.c" = "1",\n}\n'],
      ['x = {\n  a     = "1"\n  "b.c" = "1"\n}\n', 'd', 'x = {\n  a     = "1"\n  d     = "1"\n  "b.c" = "1"\n}\n'],
      ['x = {\n  a = "1"\n  bc = "1"\n}\n', 'def', 'x = {\n  a = "1"\n  def = "1"\n  bc = "1"\n}\n'],
      ['x = {\n  z   = "1"\n  a   = 1\n\n  def = "1"\n}\n', 'g', 'x = {\n  z   = "1"\n  a   = 1\n  g   = 1\n\n  def = "1"\n}\n'],
      ['x = {\n  "a": "1"\n}\n', 'b', 'x = {\n  "a": "1"\n  b: "1"\n}\n'],
      ['x = { a = "1" }\n', 'b.c', 'x = { a = "1", "b.c" = "1" }\n'],
      ['x = { a = "1", y = 2 }\n', 'b', 'x = { a = "1", b = "1", y = 2 }\n'],
      ['x { a = "1" }\n', 'b', 'x {\n  a = "1"\n  b = "1"\n}\n'],
      ['x { a = "1" }\n', 'b/c', 'x {\n  a = "1"\n  b = {\n    c = "1"\n  }\n}\n'],
      ['x = { a = "1" }\n', 'b/c', 'x = { a = "1", b = { c = "1" } }\n'],
      ['x {\n  a = 1\n}\n', 'b/c.d', 'x {\n  a = 1\n  b = {\n    "c.d" = "1"\n  }\n}\n'],
      ['x {\n  a = [\n    1\n  ]\n}\n', 'b', 'x {\n  a = [\n    1\n  ]\n  b = "1"\n}\n'],
      ['x { a = [1] }\n', 'b', 'x {\n  a = [1]\n  b = "1"\n}\n'],
      ['x {\n  y = 1\n  a = [1]\n}\n', 'b', 'x {\n  y = 1\n  b = 1\n  a = [1]\n}\n'],
      ['x {\n  a = <<E\nb\nE\n}\n', 'b', 'x {\n  a = <<E\nb\nE\n  b = "1"\n}\n'],
      ['x {\n  a = 1 y = 2\n}\n', 'b', 'x {\n  a = 1 y = 2\n  b = "1"\n}\n'],
      ['x = {\r\n  y   = "1"\r\n  a   = "1"\r\n}\r\n', 'bc', 'x = {\r\n  y   = "1"\r\n  a   = "1"\r\n  bc  = "1"\r\n}\r\n'],
      ['x { a = "1"\n}\n', 'b', 'x { a = "1"\n}\n'],
      ['x {\n  a\n}\n', 'b', 'x {\n  a\n  b = "1"\n}\n'],
    ] as const)
      assert.equal(after(before, 'a', added), expected, before);
  });

  it('adds to a section', () => {
    for (const [before, added, expected] of [
      ['a {}\n', 'b', 'a {\n  b = "1"\n}\n'],
      ['  a {\n  }\n', 'b', '  a {\n    b = "1"\n  }\n'],
      ['a {\n  # c\n}\n', 'b', 'a {\n  # c\n  b = "1"\n}\n'],
      ['a {\n  x = 1\n  c {}\n}\n', 'b', 'a {\n  x = 1\n  b = 1\n  c {}\n}\n'],
      ['a {\n  c {\n    d = 1\n  }\n}\n', 'b', 'a {\n  c {\n    d = 1\n  }\n  b = "1"\n}\n'],
      ['a {\n  b = {\n    c = "1"\n  }\n}\n', 'b/d', 'a {\n  b = {\n    c = "1"\n    d = "1"\n  }\n}\n'],
      ['a {\n  b = {}\n}\n', 'b/d', 'a {\n  b = {\n    d = "1"\n  }\n}\n'],
      ['a {\n  b = var.c\n}\n', 'b/d', 'a {\n  b = var.c\n}\n'],
      ['a = {}\n', 'b', 'a = {\n  b = "1"\n}\n'],
      ['a {', 'b', 'a {\n  b = "1"\n'],
      ['a { # c\n', 'b', 'a { # c\n  b = "1"\n'],
    ] as const)
      assert.equal(inside(before, 'a', added), expected, before);
  });

  it('adds to the end of a text', () => {
    const atEnd = (text: string): string => applyEdits(text, hcl.insert(hcl.parse(text), { atEnd: true }, ['a'], 'x'));
    assert.equal(atEnd(''), 'a = "x"\n');
    assert.equal(atEnd('b {\n}'), 'b {\n}\na = "x"\n');
    assert.equal(atEnd('b = 1\n'), 'b = 1\na = "x"\n');
    assert.equal(atEnd('b = \0'), 'b = \0');
  });
});
