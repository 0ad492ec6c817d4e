import assert from 'node:assert/strict';
import { hcl } from '../../server/src/syntax/hcl.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import { slice } from '../../server/src/text/span.js';

/** `path=value` of each entry. */
function read(text: string): readonly string[] {
  return hcl.parse(text).entries.map(({ path, value }) => `${path.map(textOf).join(' ')}=${value}`);
}

function problems(text: string): readonly string[] {
  return hcl.parse(text).problems.map(({ kind, message, span }) => `${kind} ${JSON.stringify(slice(text, span))} ${message}`);
}

describe('HCL', () => {
  for (const [about, text, ...expected] of [
    ['attributes of a file', 'a = 1\nb="x"\r\nc = true\nd = -1.5', 'a=1', 'b=x', 'c=true', 'd=-1.5'],
    ['blocks by type and labels', 'a "b" "c.d" {\n  e = 1\n}\nf {}\ng h { i = 2 }\n', 'a b c.d e=1', 'g h i=2'],
    ['blocks in blocks', 'a {\n  b {\n    c = 1\n  }\n  d = 2\n}\n', 'a b c=1', 'a d=2'],
    ['comments', '# a = 1\n// b\nc = 1 # d\n/* e\n= 2 */ f = 3 // g\n', 'c=1', 'f=3'],
    ['objects', 'a = {\n  b = 1, "c.d" = "x"\n  e : 2,\n  f = { g = 3 }\n}\nh = {}\n', 'a b=1', 'a c.d=x', 'a e=2', 'a f g=3'],
    ['lists', 'a = ["x", 1, [2], { b = 3 },]\nc = [\n  4,\n  5\n]\nd = []\n', 'a 0=x', 'a 1=1', 'a 2 0=2', 'a 3 b=3', 'c 0=4', 'c 1=5'],
    ['keys whose name is worked out', 'a = { (b) = 1, "c${d}" = 2, ("x") = 3 }', 'a ${(b)}=1', 'a c${d}=2', 'a ${("x")}=3'],
    ['a key with dots in it', 'a = {\n  b.c = 1\n}\n', 'a b.c=1'],
    ['attributes in quotes, as files had them once', 'config {\n  "a.b" = 1\n}\n', 'config a.b=1'],
    ['escapes', String.raw`a = "\n\r\t\"\\\u00e9\U0001F600\U00110000\d"`, 'a=\n\r\t"\\é😀\ufffd\\d'],
    ['what Terraform fills in', 'a = "x${b}y"\nc = "$${b}%%{c}$d%"\nd = "${b ? "}" : 1}"\n', 'a=x${b}y', 'c=${b}%{c}$d%', 'd=${…}'],
    ['choices in a text', 'a = "b%{ if c }d%{ else }e%{ endif }f"\ng = "%{ if h }"\n', 'a=b${…}f', 'g=${…}'],
    ['choices in choices', 'a = "%{ for b in c }%{ if d }e%{ endif }f%{ endfor }g%{ x }h"\n', 'a=${…}g${x}h'],
    [
      'expressions',
      'a = b.c\nd = f("x", [1])\ne = b ? "x" : "y"\ng = 1+2\nh = null\n',
      'a=${b.c}',
      'd=${…}',
      'e=${…}',
      'g=${1+2}',
      'h=${null}',
    ],
    [
      'expressions that begin with a value',
      'a = "x" == b ? 1 : 2\nc = { d = 1 }.d\ne = [f][0]\ng = 3',
      'a=${…}',
      'c=${…}',
      'e=${[f][0]}',
      'g=3',
    ],
    ['expressions over lines', 'a = f(\n  1,\n  2 # )\n)\nb = (\n  c\n)\nd = 1', 'a=${…}', 'b=${…}', 'd=1'],
    ['for expressions', 'a = { for k, v in b : k => v }\nc = [for x in d : { e = x }]\nf = [format]', 'a=${…}', 'c=${…}', 'f 0=${format}'],
    [
      'what is merged or encoded',
      'a = merge({ b = 1 }, c, { d = 2 })\ne = jsonencode({ f = tomap({ g = "h" }) })',
      'a b=1',
      'a=${c}',
      'a d=2',
      'e f g=h',
    ],
    ['no call that does more', 'a = merge(b...)\nc = merge({ d = 1 }).d\ne = merges({ f = 1 })', 'a=${b...}', 'c=${…}', 'e=${…}'],
    ['numbers that are written otherwise', 'a = 1e3\nb = 1.0\nc = 007\n', 'a=${1e3}', 'b=${1.0}', 'c=${007}'],
    ['a long expression', `a = ${'b'.repeat(300)}`, 'a=${…}'],
  ] as const) {
    it(`has ${about}`, () => {
      assert.deepEqual(read(text), expected);
      assert.deepEqual(problems(text), []);
    });
  }

  for (const [about, text, expected] of [
    ['as it is', 'a = <<EOF\n  b\n c\nEOF\n', '  b\n c\n'],
    ['without the blanks that all lines have', 'a = <<-EOF\n    b\n\n      c\n   \n    EOF\n', 'b\n\n  c\n   \n'],
    ['with a marker that is indented', 'a = <<EOF\nb\n  EOF\n', 'b\n'],
    ['with other line ends', 'a = <<-EOF\r\n  b\r\n  c\r\n  EOF\r\n', 'b\r\nc\r\n'],
    ['without escapes', 'a = <<EOF\n\\n"b"\nEOF', '\\n"b"\n'],
    ['with what is filled in', 'a = <<-EOF\n    b=${c}\n  $${d}\n  %%{e} $ % \n  EOF\n', '  b=${c}\n${d}\n%{e} $ % \n'],
    ['in which a line begins with what is filled in', 'a = <<-EOF\n  b\n${c}\n  EOF\n', '  b\n${c}\n'],
    ['with lines in what is filled in', 'a = <<-EOF\n    ${f(<<X\nEOF\nX\n)}b\n    c\n  EOF\n', '${…}b\nc\n'],
    ['with a choice', 'a = <<-EOF\n  b\n  %{ if c ~}\n  d\n  %{ endif }\n  e\n  EOF\n', 'b\n${…}\ne\n'],
    ['that is empty', 'a = <<EOF\nEOF\n', ''],
    ['that is empty and indented', 'a = <<-EOF\n  EOF\n', ''],
    ['of blank lines', 'a = <<-EOF\n  \n  EOF\n', '  \n'],
  ] as const) {
    it(`has a heredoc ${about}`, () => {
      assert.deepEqual(
        hcl.parse(`${text}\nz = 1`).entries.map(({ value }) => value),
        [expected, '1'],
      );
      assert.deepEqual(problems(text), []);
    });
  }

  for (const [about, text, entries, problem] of [
    ['a key without a value', 'a\nb = 1\n', ['a=', 'b=1'], '"a" This key has no value.'],
    ['a sign without a value', 'a =\nb = 1\n', ['a=', 'b=1'], '"=" A value is expected here.'],
    ['a key of an object without a value', 'a = {\n  b\n  c =\n  d = 1\n}\n', ['a b=', 'a c=', 'a d=1'], '"b" This key has no value.'],
    ['a quote that is not closed', 'a = "b\nc = 1\n', ['a=b', 'c=1'], '"\\"" This text has no closing quote.'],
    [
      'a quote that is not closed where something is filled in',
      'a = "${b("c\nd = 1\n',
      ['a=${b("}', 'd=1'],
      '"\\"" This text has no closing quote.',
    ],
    ['a quoted backslash at the end of a line', 'a = "b\\\nc = 1\n', ['a=b\\', 'c=1'], '"\\"" This text has no closing quote.'],
    ['an empty text that is not closed', 'a = "', ['a='], '"\\"" This text has no closing quote.'],
    ['a brace that is not closed', 'a {\n  b = 1\n', ['a b=1'], '"{" This brace is not closed.'],
    ['an object that is not closed', 'a = {\n  b = 1\n', ['a b=1'], '"{" This brace is not closed.'],
    ['a list that is not closed', 'a = [1,\n2', ['a 0=1', 'a 1=2'], '"[" This bracket is not closed.'],
    ['a list that a brace ends', 'a {\n  b = [1,\n}\nc = 2\n', ['a b 0=1', 'c=2'], '"[" This bracket is not closed.'],
    ['a list without an item', 'a = [1,,2]', ['a 0=1', 'a 2=2'], undefined],
    ['a brace too many', 'a = 1\n}\nb = 2\n', ['a=1', 'b=2'], '"}" This brace closes nothing.'],
    ['two attributes on one line', 'a = 1, b = 2\nc = 3\n', ['a=1', 'b=2', 'c=3'], '"," This does not belong here.'],
    ['two keys of an object without a comma', 'a = { b = 1 c = 2 }\n', ['a b=${…}'], undefined],
    ['two objects without a comma', 'a = { b = "1") c = 2 }\n', ['a b=1', 'a c=2'], '")" A comma or a new line is missing before this.'],
    ['a sign for a key', 'a = { ; b = 1 }\n', ['a b=1'], '";" A key is expected here.'],
    ['labels without a block', 'a "b" "c"\nd = 1\n', ['d=1'], '"\\n" A brace is expected here, for the block that this line opens.'],
    ['signs that say nothing', '= 1\n) x\nb = 1\n', ['x=', 'b=1'], '"=" This does not belong here.'],
    ['a comparison for an attribute', 'a == 1\nb = 1\n', ['a=', 'b=1'], '"a" This key has no value.'],
    ['a heredoc that is not closed', 'a = <<EOF\nb = 1\n', ['a=${<<EOF}', 'b=1'], '"<<" Nothing closes this heredoc.'],
    ['a comment that is not closed', 'a = 1\n/* b = 2\n', ['a=1'], undefined],
    ['brackets that do not fit', 'a = f([1)\nb = f(1]\nc = 1', ['a=${f([1)}', 'b=${f(1}', 'c=1'], '"]" This does not belong here.'],
    ['a bracket too many', 'a {\n  b = c)\n  d = 1\n}\n', ['a b=${c}', 'a d=1'], '")" This does not belong here.'],
  ] as const) {
    it(`reads the rest around ${about}`, () => {
      assert.deepEqual(read(text), entries);
      assert.deepEqual(problems(text), problem === undefined ? [] : [`not-hcl ${problem}`]);
    });
  }

  it('goes on with the next block of the file, whatever is open before it', () => {
    for (const open of [
      '  b = {\n',
      '  b {\n    c = 1\n',
      '  b = [\n',
      '  b = f(\n',
      '  b = merge({\n',
      '  b = "${f(\n',
      '  b = { c = (\n',
    ]) {
      const text = `resource "a" "x" {\n  z = 1\n${open}\nresource "a" "y" {\n  d = 2\n}\n`;
      const found = read(text);
      assert.ok(found.includes('resource a x z=1') && found.includes('resource a y d=2'), `${open}: ${found.join()}`);
    }
  });

  it('has comments and the layout of its sections', () => {
    const text = 'a { # b\n  c = { d = 1 } // e\n}\nf {\n}\ng = {}\n';
    const { comments, sections } = hcl.parse(text);
    assert.deepEqual(
      comments.map(span => slice(text, span)),
      ['# b', '// e'],
    );
    assert.deepEqual(
      sections.map(({ path, span, flow }) => [path.map(textOf).join(' '), slice(text, span), flow]),
      [
        ['', text, false],
        ['a', '# b\n  c = { d = 1 } // e', false],
        ['a c', 'd = 1', true],
        ['f', '', false],
        ['g', '', true],
      ],
    );
  });

  it('knows where things stand', () => {
    const text = '\ufeffa "b" {\n  "c.d" = "e" # f\n  g = [1]\n}\n';
    const [first, second] = hcl.parse(text).entries;
    assert.ok(first && second);
    assert.deepEqual(
      [first.keySpan, first.valueSpan, first.span].map(span => slice(text, span)),
      ['"c.d"', '"e"', '"c.d" = "e"'],
    );
    assert.deepEqual(
      [second.keySpan, second.valueSpan, second.span].map(span => slice(text, span)),
      ['', '1', '1'],
    );
    assert.deepEqual(
      first.path.map(({ span }) => slice(text, span)),
      ['a', '"b"', '"c.d"'],
    );
  });

  it('goes by its name, or by the language of the editor', () => {
    for (const path of ['main.tf', 'a/B.TF']) assert.equal(syntaxOf(path, undefined)?.id, 'hcl', path);
    for (const path of ['a.tf.json', 'a.tfvars', 'a.hcl']) assert.notEqual(syntaxOf(path, undefined)?.id, 'hcl', path);
    assert.equal(syntaxOf('Untitled-1', 'terraform')?.id, 'hcl');
    assert.equal(syntaxOf('Untitled-1', 'hcl')?.id, 'hcl');
  });

  it('is not read where it is no text, or too much of it', () => {
    assert.deepEqual(
      hcl.parse('a = \0').problems.map(({ kind }) => kind),
      ['not-text'],
    );
    assert.deepEqual(
      hcl.parse(`a = 1\n${' '.repeat(10_000_001)}`).problems.map(({ kind }) => kind),
      ['too-large'],
    );
  });

  it('passes over what is too deep', () => {
    for (const [open, close] of [
      ['a {\n', '}\n'],
      ['a = {\n', '\n}'],
      ['a = [', ']\n'],
      ['a = f(', ')\n'],
    ] as const) {
      const text = `${open.repeat(1)}${open.replace('a = ', open.startsWith('a = [') ? '' : 'a = ').repeat(300)}${close.repeat(301)}\nb = 1\n`;
      assert.ok(hcl.parse(text).entries.length < 400);
    }
    assert.deepEqual(problems(`${'a {\n'.repeat(150)}${'}\n'.repeat(150)}b = 1\n`), [
      'too-large "{" Blocks nest deeper than 100 levels here; this one is not read.',
    ]);
    assert.deepEqual(read(`${'a {\n'.repeat(150)}c = 1\n${'}\n'.repeat(150)}b = 1\n`), ['b=1']);
    assert.deepEqual(read(`a = ${'{ a = '.repeat(150)}1${' }'.repeat(150)}\nb = 1\n`).at(-1), 'b=1');
    assert.deepEqual(read(`a = ${'('.repeat(100_000)}\nb = 1\n`), ['a=${…}']);
  });

  it('is read in no time, whatever it is made of', () => {
    const mega = (piece: string): string => piece.repeat(Math.ceil(100_000 / piece.length));
    for (const text of [
      ...[
        'a = "b"\n',
        'a {\n',
        'a = {',
        '[',
        '"${',
        '{ a = "',
        'a = <<EOF\n',
        'a = <<-E\n  b\n  E\n',
        '/*',
        '#\n',
        '"',
        '${',
        '%{ if a }',
        'a ',
      ],
      ...[
        'resource "kafka_topic" "a" {\n  config = {\n    "a.b" = "c"\n  }\n}\n',
        'a = merge({ b = 1 }, c)\n',
        '((((\n',
        '}\n',
        ',',
        '"a" = \\',
      ],
    ].map(mega)) {
      const before = performance.now();
      hcl.parse(text);
      hcl.parse(`a = <<X\n${text}\nX\n`);
      hcl.parse(`a = ${text}`);
      const took = performance.now() - before;
      assert.ok(took < 2_000, `${text.slice(0, 20)}: ${String(Math.round(took))} ms`);
    }
  }).timeout(60_000);
});
