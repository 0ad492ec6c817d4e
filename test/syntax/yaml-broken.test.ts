import assert from 'node:assert/strict';
import { sentenceOf } from '../../server/src/syntax/yaml-problems.js';
import { yaml } from '../../server/src/syntax/yaml.js';
import { some } from '../support/runs.js';

function keysOf(text: string): string {
  return yaml
    .parse(text)
    .entries.map(({ path, value }) => `${path.map(segment => (segment.kind === 'key' ? segment.text : segment.index)).join('.')}=${value}`)
    .join(' ');
}

/** The first problem's sentence and the text that it points at. */
function firstProblem(text: string): [string, string] | undefined {
  const [problem] = yaml.parse(text).problems;
  return problem && [problem.message, text.slice(problem.span.start, problem.span.end)];
}

describe('broken YAML', () => {
  const cases: readonly [what: string, text: string, keys: string, message: RegExp, at: string][] = [
    ['tabs for indentation', 'a:\n  b: 1\n\tc: 2\nd: 3\n', 'a.b=1 d=3', /indented with a tab/, 'c: 2'],
    ['an unclosed double quote', 'a: 1\nb: "x\nc: 2\nd: 3\n', 'a=1 c=2 d=3', /quote is not closed/, '"x'],
    ['an unclosed single quote', "a: 1\nb: 'x\nc: 2\n", 'a=1 c=2', /quote is not closed/, "'x"],
    ['text after a quote', 'a: 1\nb: "x" y\nc: 2\n', 'a=1 c=2', /already ended/, 'y'],
    ['a template in a value', 'a: 1\nb: {{ .V.x }}-y\nc: 2\n', 'a=1 c=2', /already ended/, '-y'],
    ['template lines', 'a:\n  x: 1\n{{- if .V }}\n  y: 2\n{{ end }}\nb: 3\n', 'a.x=1 a.y=2 b=3', /no colon/, '{{- if .V }}'],
    ['a second colon', 'a: 1\nb: c: d\ne: 2\n', 'a=1 e=2', /second key on one line/, 'c: d'],
    ['a line without a colon', 'a: 1\nb\nc: 2\n', 'a=1 c=2', /no colon/, 'b'],
    ['a key that fits no level', 'a:\n    b: 1\n  c: 2\nd: 3\n', 'a.b=1 c=2 d=3', /indentation/, 'c: 2'],
    ['an unclosed bracket', 'a: [1, 2\nb: 3\n', 'a.0=1 a.1=2 b=3', /bracket/, 'b: 3'],
    ['an unclosed brace at the root', '{a: 1,\nb: 2', 'a=1', /separator/, ''],
    ['a list in brackets', 'a: 1\nb: {\n  - x\n  }\nc: 2\n', 'a=1 c=2', /block list|separator|indentation/i, '- x'],
    ['a reserved sign', 'a: @x@\nb: 1\n', 'a=@x@ b=1', /start with this character/, '@x@'],
    ['an unknown escape', 'a: "\\q"\nb: 1\n', 'a=\\q b=1', /escape/, '\\q"'],
    ['two anchors', 'a: &x &y 1\nb: 2\n', 'a=1 b=2', /one anchor/, '&y 1'],
    ['an anchor at an alias', 'a: &x 1\nb: &y *x\n', 'a=1 b=1', /malformed/, '*x'],
    ['a bad directive', '%YAML 3.9.9\n---\na: 1\n', 'a=1', /directive/, '3.9.9'],
    ['a long key', `${'k'.repeat(1100)}: 1\n`, `${'k'.repeat(1100)}=1`, /1024/, `${'k'.repeat(1100)}: 1`],
    ['an unknown tag handle', 'a: !x!y 1\n', 'a=1', /tag/, '!x!y 1'],
    ['a tab before a value', 'a:\tb\nc: 1\n', 'a=b c=1', /SnakeYAML refuses a tab/, '\t'],
    ['a control character', 'a: "\u0007"\nb: 1\n', 'a=\u0007 b=1', /control character/, '\u0007'],
  ];
  for (const [what, text, keys, message, at] of cases) {
    it(`with ${what} still gives the other entries, and says what is wrong`, () => {
      assert.equal(keysOf(text), keys);
      const [sentence, place] = firstProblem(text) ?? ['', undefined];
      assert.match(sentence, message);
      assert.equal(place, at);
    });
  }

  it('has one such problem for each document', () => {
    const { problems } = yaml.parse('a: b: c\nd: e: f\n---\ng: 1\n---\nh:\ti\nj: "\n');
    assert.deepEqual(
      problems.map(({ kind, span }) => [kind, span.start]),
      [
        ['not-yaml', 3],
        ['not-yaml', 31],
      ],
    );
  });

  it('has a sentence for anything else that the parser may say', () => {
    assert.equal(sentenceOf('IMPOSSIBLE', ''), 'This is not valid YAML.');
  });

  it('keeps keys that are set twice, with a problem at the later one', () => {
    const text = 'a: 1\nb: {c: 1, c: 2}\na: 3\n';
    assert.equal(keysOf(text), 'a=1 b.c=1 b.c=2 a=3');
    assert.deepEqual(
      yaml.parse(text).problems.map(({ kind, span }) => [kind, span.start]),
      [
        ['duplicate-key', 15],
        ['duplicate-key', 21],
      ],
    );
  });

  it('lets a tab pass where SnakeYAML does: between a plain scalar and a sign or the end of its line', () => {
    assert.deepEqual(yaml.parse('a\t: 1\t# c\nb: [x\t]\t\n'.replace('\t\n', '\n')).problems, []);
  });
});

describe('hostile YAML', () => {
  function kindsOf(text: string): string[] {
    return yaml.parse(text).problems.map(({ kind }) => kind);
  }

  it('is refused whole if it is longer than ten million characters or no text', () => {
    for (const [text, kind] of [
      ['#'.repeat(10_000_001), 'too-large'],
      ['a: 1\n\0', 'not-text'],
    ] as const) {
      const { entries, sections, problems } = yaml.parse(text);
      assert.deepEqual([entries, sections, problems.map(problem => problem.kind)], [[], [], [kind]]);
    }
  });

  it('is read as far as it nests reasonably', () => {
    for (const text of ['['.repeat(100_000), '{a: '.repeat(100_000), '- '.repeat(100_000)]) assert.deepEqual(kindsOf(text), ['too-large']);
    const steps = Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}k:\n`).join('');
    assert.deepEqual(kindsOf(`a: 1\n${steps}`), ['too-large']);
    assert.equal(yaml.parse(`a: 1\n${steps}`).entries[0]?.value, '1');
  });

  it('is read as far as its length is reasonable', () => {
    assert.deepEqual(kindsOf(`a: [${'1,'.repeat(100_000)}]`), ['too-large']);
    assert.deepEqual(kindsOf('# c\n'.repeat(210_000)), ['too-large']);
  });

  it('is cut where aliases multiply', () => {
    const laughs = Array.from({ length: 30 }, (_, i) => `a${String(i + 1)}: &a${String(i + 1)} [${`*a${String(i)},`.repeat(10)}]\n`).join(
      '',
    );
    const { entries, problems } = yaml.parse(`a0: &a0 {x: 1}\n${laughs}`);
    assert.ok(entries.length <= 10_001);
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['too-large'],
    );
  });

  it('is cut where merges multiply or chain', () => {
    const merges = Array.from(
      { length: 30 },
      (_, i) => `a${String(i + 1)}: &a${String(i + 1)} {<<: [${`*a${String(i)},`.repeat(10)}]}\n`,
    ).join('');
    assert.deepEqual(kindsOf(`a0: &a0 {x: 1}\n${merges}`), ['too-large']);
  });

  it('is cut where aliases nest deep values in deep values', () => {
    const deep = (value: string): string => `${'{p: '.repeat(120)}${value}${'}'.repeat(120)}`;
    assert.deepEqual(kindsOf(`a: &a ${deep('1')}\nb: ${deep('*a')}\n`), ['too-large']);
    assert.deepEqual(kindsOf(`a: &a ${deep('1')}\nb: ${deep('{<<: *a}')}\n`), ['too-large']);
  });

  it('is read within seconds, whatever it is', () => {
    const texts = [
      `a: ${'x'.repeat(1_000_000)}`,
      ' '.repeat(1_000_000),
      '"'.repeat(200_000),
      '\ud800'.repeat(200_000),
      'a: "x\n'.repeat(5_000),
      'a: b: c\n'.repeat(3_000),
      '---\na: 1\n'.repeat(200),
      `a: 0${'7'.repeat(200_000)}`,
    ];
    // mocha's limit of time is the guard
    for (const text of some(texts, new Date().getDate())) assert.doesNotThrow(() => yaml.parse(text), text.slice(0, 20));
  });
});
