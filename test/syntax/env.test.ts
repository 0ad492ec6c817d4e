import assert from 'node:assert/strict';
import { env } from '../../server/src/syntax/env.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';

function read(text: string): readonly (readonly string[])[] {
  return env
    .parse(text)
    .entries.map(({ path, value, valueSpan }) => [
      path.map(step => (step.kind === 'key' ? step.text : '')).join(),
      value,
      slice(text, valueSpan),
    ]);
}

const entryAt = (text: string, at = 0): Parameters<typeof env.setValue> => {
  const document = env.parse(text);
  const entry = document.entries[at];
  assert.ok(entry);
  return [document, entry, ''];
};

describe('a file of variables', () => {
  for (const [about, text, ...expected] of [
    ['names with values', 'A=1\nB_2=x y\n', ['A', '1', '1'], ['B_2', 'x y', 'x y']],
    ['blanks around what counts', '  A = 1 \r\n\tB=\t2\r\n', ['A', '1', '1'], ['B', '2', '2']],
    ['a word for the shell', 'export A=1\nexport B\nexport\n', ['A', '1', '1'], ['B', '', ''], ['export', '', '']],
    ['a colon for the sign', 'A: 1\n', ['A', '1', '1']],
    ['no value', 'A=\nB= \nC= # none\nD\n', ['A', '', ''], ['B', '', ''], ['C', '', ''], ['D', '', '']],
    [
      'comments, which have a blank before them',
      '# a\nA=1 # b\nB=1#c\nC=#d\nD # e',
      ['A', '1', '1'],
      ['B', '1#c', '1#c'],
      ['C', '#d', '#d'],
      ['D', '', ''],
    ],
    ['quotes', `A="a # b" # c\nB='it is "so"'\nC=""\n`, ['A', 'a # b', '"a # b"'], ['B', 'it is "so"', `'it is "so"'`], ['C', '', '""']],
    ['several lines in quotes', `A="a\nb"\nB='c\n\nd' x\nC=1`, ['A', 'a\nb', '"a\nb"'], ['B', 'c\n\nd', `'c\n\nd'`], ['C', '1', '1']],
    [
      'escapes in double quotes alone',
      String.raw`A="\n\"\\\$x\d"` + '\n' + String.raw`B='\n'`,
      ['A', '\n"\\\\$x\\d', String.raw`"\n\"\\\$x\d"`],
      ['B', '\\n', String.raw`'\n'`],
    ],
    ['quotes that nothing closes', `A="a\nB='b\n`, ['A', '"a', '"a'], ['B', "'b", "'b"]],
    ['values with placeholders as they are', 'A=${B:-1}$C\n', ['A', '${B:-1}$C', '${B:-1}$C']],
    ['nothing in lines of other kinds', '=1\nA B\n[section]\n- x\n$A=1\n'],
    ['no byte order mark', '\uFEFFA=1', ['A', '1', '1']],
  ] as const satisfies readonly (readonly [string, string, ...(readonly [string, string, string])[]])[]) {
    it(`has ${about}`, () => {
      assert.deepEqual(read(text), expected);
    });
  }

  it('has comments of their own', () => {
    const text = '# a\n  # b\nA=1 # c\nB="x"# d\nC=1#e\nhalf # f';
    assert.deepEqual(
      env.parse(text).comments.map(span => slice(text, span)),
      ['# a', '# b', '# c', '# d', '# f'],
    );
  });

  it('goes by its name, or by the language of the editor', () => {
    for (const path of ['.env', 'a/.env', 'a\\.env.local', '.env.example', 'kafka.env', 'a/Kafka.ENV'])
      assert.equal(syntaxOf(path, undefined)?.id, 'env', path);
    for (const path of ['env', 'environment', 'a.env.ts', 'x.envrc']) assert.equal(syntaxOf(path, undefined), undefined, path);
    assert.equal(syntaxOf('.env.yaml', undefined)?.id, 'yaml');
    assert.equal(syntaxOf('Untitled-1', 'dotenv')?.id, 'env');
  });

  it('is none where it is binary', () => {
    assert.deepEqual(
      env.parse('A=\0').problems.map(({ kind }) => kind),
      ['not-text'],
    );
  });

  it('keeps its quotes', () => {
    for (const [before, value, after] of [
      ['A=1 # c\n', '2', 'A=2 # c\n'],
      ['A="1"\n', 'all', 'A="all"\n'],
      ["A='1'\n", 'all', "A='all'\n"],
      ["A='1'\n", "it's", 'A="it\'s"\n'],
      ['A=\n', 'x', 'A=x\n'],
      ['A\n', 'x', 'A=x\n'],
      ['A=1\n', 'a # b', 'A="a # b"\n'],
      ['A=1\n', '#', 'A="#"\n'],
      ['A=1\n', 'a\r\n\\"', 'A="a\\r\\n\\\\\\""\n'],
      ['A=1\n', ' ', 'A=" "\n'],
    ] as const) {
      const [document, entry] = entryAt(before);
      assert.equal(applyEdits(before, env.setValue(document, entry, value)), after);
    }
  });

  it('keeps its other ways', () => {
    const text = 'export A=1\r\n\r\n# b\r\n  B = "2"';
    const [document, first] = entryAt(text);
    const [, last] = entryAt(text, 1);
    assert.equal(applyEdits(text, env.setKey(document, first, 'C')), text.replace('A', 'C'));
    assert.equal(applyEdits(text, env.remove(document, first)), '\r\n# b\r\n  B = "2"');
    assert.equal(applyEdits(text, env.remove(document, last)), 'export A=1\r\n\r\n# b');
    assert.equal(applyEdits(text, env.insert(document, { after: first }, ['C'], 'x')), text.replace('1', '1\r\nexport C=x'));
    assert.equal(applyEdits(text, env.insert(document, { after: last }, ['C'], 'x')), `${text}\r\n  C = "x"`);
    assert.equal(applyEdits(text, env.insert(document, { atEnd: true }, ['C'], 'x')), `${text}\r\n  C = "x"`);
    assert.equal(applyEdits('\uFEFFA=1', env.insert(env.parse('\uFEFFA=1'), { atEnd: true }, ['B'], '2')), '\uFEFFA=1\nB=2');
    assert.equal(applyEdits('', env.insert(env.parse(''), { atEnd: true }, ['A'], 'x')), 'A=x\n');
    assert.equal(applyEdits('A\n', env.insert(env.parse('A\n'), { atEnd: true }, ['B'], '1')), 'A\nB=1\n');
  });
});
