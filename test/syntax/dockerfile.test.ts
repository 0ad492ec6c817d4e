import assert from 'node:assert/strict';
import { dockerfile } from '../../server/src/syntax/dockerfile.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import type { Document, Entry } from '../../server/src/syntax/syntax.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { slice } from '../../server/src/text/span.js';

type Row = readonly (string | number)[];

function read(text: string): readonly Row[] {
  return dockerfile
    .parse(text)
    .entries.map(({ part, path, value, valueSpan }) => [part, path.map(textOf).join(' '), value, slice(text, valueSpan)]);
}

function entryAt(text: string, at = 0): readonly [Document, Entry] {
  const document = dockerfile.parse(text);
  const entry = document.entries[at];
  assert.ok(entry);
  return [document, entry];
}

describe('a Dockerfile', () => {
  for (const [about, text, ...expected] of [
    [
      'stages with the variables of each',
      'ARG V=1\nFROM a:$V as Base\nENV A=1\nFROM --platform=linux/amd64 base@sha256:1 AS b\nARG C D=2\nenv E=3\n',
      [0, 'ARG V', '1', '1'],
      [1, 'FROM', 'a:$V', 'a:$V'],
      [1, 'FROM AS', 'base', 'Base'],
      [1, 'ENV A', '1', '1'],
      [2, 'FROM', 'base@sha256:1', 'base@sha256:1'],
      [2, 'FROM AS', 'b', 'b'],
      [2, 'ARG C', '', ''],
      [2, 'ARG D', '2', '2'],
      [2, 'ENV E', '3', '3'],
    ],
    ['a base without a name', 'FROM a b c\nFROM a AS\nFROM', [1, 'FROM', 'a', 'a'], [2, 'FROM', 'a', 'a']],
    [
      'several pairs, with quotes and escapes',
      String.raw`ENV A=1 B="x y" C='it is "so"' D=a\ b\"c E="\"\\\$\x" F= G="" H='\' I="a"'b'c =x`,
      [0, 'ENV A', '1', '1'],
      [0, 'ENV B', 'x y', '"x y"'],
      [0, 'ENV C', 'it is "so"', `'it is "so"'`],
      [0, 'ENV D', 'a b"c', String.raw`a\ b\"c`],
      [0, 'ENV E', '"\\$\\x', String.raw`"\"\\\$\x"`],
      [0, 'ENV F', '', ''],
      [0, 'ENV G', '', '""'],
      [0, 'ENV H', '\\', `'\\'`],
      [0, 'ENV I', 'abc', `"a"'b'c`],
    ],
    [
      'the form without a sign, whose value goes to the end',
      'ENV A  b=c "d"  e \nENV B\nENV\nENV C=1 D\n',
      [0, 'ENV A', 'b=c d  e', 'b=c "d"  e'],
      [0, 'ENV B', '', ''],
      [0, 'ENV C', '1', '1'],
      [0, 'ENV D', '', ''],
    ],
    [
      'lines that go on, comments and empty ones among them',
      'ENV A=1 \\\n  # one\n\n  B=2\\  \n3 \\\r\n  C=4\n  D=5\n',
      [0, 'ENV A', '1', '1'],
      [0, 'ENV B', '23', '2\\  \n3'],
      [0, 'ENV C', '4', '4'],
    ],
    ['lines that do not go on after an escaped sign', 'ENV A=x\\\\\nENV B=1 \\', [0, 'ENV A', 'x\\', 'x\\\\'], [0, 'ENV B', '1', '1']],
    [
      'another sign to escape',
      '# syntax=docker/dockerfile:1\n# Escape = `\n# note\nENV A=C:\\a` b `\n    B="`"\\"',
      [0, 'ENV A', 'C:\\a b', 'C:\\a` b'],
      [0, 'ENV B', '"\\', '"`"\\"'],
    ],
    ['nothing where a sign escapes nothing', 'ENV --x\nENV \\ \\\n  '],
    ['no other sign after a comment', '# note\n# escape=`\nENV A=1\\\n2', [0, 'ENV A', '12', '1\\\n2']],
    ['no other sign than two', '# escape=x\nENV A=1\\\n2', [0, 'ENV A', '12', '1\\\n2']],
    ['quotes that nothing closes', `ENV A="b c\nENV B='d\n`, [0, 'ENV A', '"b c', '"b c'], [0, 'ENV B', "'d", "'d"]],
    [
      'texts that stand below an instruction',
      'RUN <<EOF\nENV A=1\nEOF\nENV B=1\nCOPY <<-"X Y" <<Z /to\n\tENV C=1\n\t\tX Y\nENV D=1\nZ\r\nENV E=1\nONBUILD RUN cat <<E\nENV F=1\nE\nADD <<G /x\nENV H=1',
      [0, 'ENV B', '1', '1'],
      [0, 'ENV E', '1', '1'],
    ],
    [
      'no texts where none are announced',
      'RUN ["a", "<<EOF"]\nENV A=1\nRUN echo $((1<<2)) "<<X" <<\nENV B=1\nENV C=<<D\nRUN it\'s <<E\nENV F=1\nRUN --mount=x [ "$a" ] <<\'\'\nENV G=1',
      [0, 'ENV A', '1', '1'],
      [0, 'ENV B', '1', '1'],
      [0, 'ENV C', '<<D', '<<D'],
      [0, 'ENV F', '1', '1'],
      [0, 'ENV G', '1', '1'],
    ],
    [
      'commands, as a list and as a line',
      'ENTRYPOINT [ "sh", "-c\\n" ]\nCMD exec kafka \\\n  --x\nCMD [1]\nCMD\nENTRYPOINT []',
      [0, 'ENTRYPOINT 0', 'sh', '"sh"'],
      [0, 'ENTRYPOINT 1', '-c\n', '"-c\\n"'],
      [0, 'CMD', 'exec kafka   --x', 'exec kafka \\\n  --x'],
      [0, 'CMD', '[1]', '[1]'],
    ],
    ['nothing of what is meant for images on top', 'ONBUILD ENV A=1\nLABEL B=1\nSHELL ["a"]\nhalf'],
    ['no byte order mark', '\uFEFFENV A=1', [0, 'ENV A', '1', '1']],
  ] as const satisfies readonly (readonly [string, string, ...Row[]])[]) {
    it(`has ${about}`, () => {
      assert.deepEqual(read(text), expected);
    });
  }

  it('has comments of their own', () => {
    const text = '# a\n  # b\nENV A=1 \\\n# c\r\n  B=#d\nRUN <<E\n# e\nE\n';
    assert.deepEqual(
      dockerfile.parse(text).comments.map(span => slice(text, span)),
      ['# a', '# b', '# c'],
    );
  });

  it('goes by its name, or by the language of the editor', () => {
    for (const path of ['Dockerfile', 'a/dockerfile', 'a\\Dockerfile.kafka', 'kafka.Dockerfile', 'Containerfile', 'x.containerfile'])
      assert.equal(syntaxOf(path, undefined)?.id, 'dockerfile', path);
    for (const path of ['Dockerfiles', 'mydockerfile', 'docker', 'Dockerfile.d/x.txt'])
      assert.equal(syntaxOf(path, undefined), undefined, path);
    assert.equal(syntaxOf('Dockerfile.yml', undefined)?.id, 'yaml');
    assert.equal(syntaxOf('Untitled-1', 'dockerfile')?.id, 'dockerfile');
    assert.equal(syntaxOf('Untitled-1', 'dockercompose'), undefined);
  });

  it('is none where it is binary', () => {
    assert.deepEqual(
      dockerfile.parse('ENV A=\0').problems.map(({ kind }) => kind),
      ['not-text'],
    );
  });

  it('keeps its quotes', () => {
    for (const [before, value, after] of [
      ['ENV A=1 B=2', '3', 'ENV A=3 B=2'],
      ['ENV A="1"', 'a "b" \\', 'ENV A="a \\"b\\" \\\\"'],
      ["ENV A='1'", 'all', "ENV A='all'"],
      ["ENV A='1'", "it's", 'ENV A="it\'s"'],
      ['ENV A=1', 'a b', 'ENV A="a b"'],
      ['ENV A=1', '', 'ENV A=""'],
      ['ENV A=1', '#', 'ENV A="#"'],
      ['ENV A=1', 'a\nb', 'ENV A="a b"'],
      ['ENV A=', 'x', 'ENV A=x'],
      ['ENV A', 'x', 'ENV A=x'],
      ['ENV A b', 'c  d', 'ENV A c  d'],
      ['ENV A b', ' c', 'ENV A " c"'],
      ['ENV A "b"', 'c', 'ENV A "c"'],
      ['# escape=`\nENV A=1', 'C:\\a `b`', '# escape=`\nENV A="C:\\a ``b``"'],
    ] as const) {
      const [document, entry] = entryAt(before);
      assert.equal(applyEdits(before, dockerfile.setValue(document, entry, value)), after);
    }
  });

  it('loses a variable with its line, or with its instruction', () => {
    for (const [before, at, after] of [
      ['ENV A=1 B=2 C=3\n', 0, 'ENV B=2 C=3\n'],
      ['ENV A=1 B=2 C=3\n', 1, 'ENV A=1 C=3\n'],
      ['ENV A=1 \\\n  B=2 \\\n  C=3\nRUN x\n', 2, 'ENV A=1 \\\n  B=2\nRUN x\n'],
      ['ENV A=1 \\\n  # of B\n  B=2\n', 0, 'ENV  \\\n  # of B\n  B=2\n'],
      ['ENV A=1 \\\n  # of B\n  B=2\n', 1, 'ENV A=1\n'],
      ['FROM a\n  ENV B=2\r\nRUN x', 1, 'FROM a\nRUN x'],
      ['FROM a\r\nENV B 2', 1, 'FROM a'],
      ['FROM a\nENV B \\\n  2\n', 1, 'FROM a\n'],
    ] as const) {
      const [document, entry] = entryAt(before, at);
      assert.equal(applyEdits(before, dockerfile.remove(document, entry)), after);
    }
  });

  it('gets a variable in the form of its neighbour', () => {
    for (const [before, at, after] of [
      ['FROM a\nENV A=1\nRUN x\n', 1, 'FROM a\nENV A=1\nENV N=v\nRUN x\n'],
      ['  env A="1"\r\n', 0, '  env A="1"\r\n  env N="v"\r\n'],
      ['ENV A 1', 0, 'ENV A 1\nENV N v'],
      ['ENV A=1 B=2\n', 0, 'ENV A=1 N=v B=2\n'],
      ['ENV A=1 \\\n\tB=2\n', 0, 'ENV A=1 \\\n\tN=v \\\n\tB=2\n'],
      ['ENV A=1 \\\r\n  B=2\r\n', 1, 'ENV A=1 \\\r\n  B=2 \\\r\n  N=v\r\n'],
      ['ENV A=1 \\\nB=2\n', 1, 'ENV A=1 \\\nB=2 \\\n    N=v\n'],
      ['\uFEFFENV A=1', 0, '\uFEFFENV A=1\nENV N=v'],
    ] as const) {
      const [document, entry] = entryAt(before, at);
      assert.equal(applyEdits(before, dockerfile.insert(document, { after: entry }, ['N'], 'v')), after);
    }
    for (const [before, after] of [
      ['', 'ENV N=v\n'],
      ['FROM a', 'FROM a\nENV N=v'],
      ['ARG A=1\r\n', 'ARG A=1\r\nENV N=v\r\n'],
      ['ENV A=1\nRUN x\n', 'ENV A=1\nENV N=v\nRUN x\n'],
    ] as const)
      assert.equal(applyEdits(before, dockerfile.insert(dockerfile.parse(before), { atEnd: true }, ['N'], 'v')), after);
  });

  it('gets another name', () => {
    const [document, entry] = entryAt('ENV A 1');
    assert.equal(applyEdits('ENV A 1', dockerfile.setKey(document, entry, 'B')), 'ENV B 1');
  });

  it('of a megabyte is read in a moment', () => {
    const began = performance.now();
    for (const text of [
      'ENV A=1 \\\n'.repeat(100_000),
      `ENV A="${' '.repeat(1_000_000)}`,
      'RUN <<E\n'.repeat(100_000),
      `RUN ${'<<a '.repeat(250_000)}`,
    ])
      dockerfile.parse(text);
    assert.ok(performance.now() - began < 5_000);
  });
});
