import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const grammarFile = new URL('../../../syntaxes/kafka-properties.tmLanguage.json', import.meta.url);

/** A stretch of text and the innermost scope that is ours, without the language's name at its end. */
type Token = readonly [text: string, scope: string];

const key = 'support.type.property-name';
const separator = 'punctuation.separator.key-value';
const value = 'string.unquoted';
const continuation = 'punctuation.separator.continuation';
const escape = 'constant.character.escape';
const plain = 'source';

describe('the grammar of Kafka properties', () => {
  let grammar: textmate.IGrammar;

  before(async () => {
    await oniguruma.loadWASM(await readFile(require.resolve('vscode-oniguruma/release/onig.wasm')));
    const registry = new textmate.Registry({
      onigLib: Promise.resolve(oniguruma),
      loadGrammar: async () => textmate.parseRawGrammar(await readFile(grammarFile, 'utf8'), grammarFile.pathname),
    });
    const loaded = await registry.loadGrammar('source.kafka-properties');
    assert(loaded);
    grammar = loaded;
  });

  function tokenize(text: string): Token[] {
    const tokens: Token[] = [];
    let stack = textmate.INITIAL;
    for (const line of text.split('\n')) {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      for (const { startIndex, endIndex, scopes } of result.tokens) {
        const scope = (scopes.at(-1) ?? '').replace(/\.?kafka-properties$/, '');
        if (startIndex < line.length) tokens.push([line.slice(startIndex, endIndex), scope]);
      }
    }
    return tokens;
  }

  const cases: readonly [title: string, text: string, tokens: readonly Token[]][] = [
    [
      'an equals sign separates',
      'acks=all',
      [
        ['acks', key],
        ['=', separator],
        ['all', value],
      ],
    ],
    [
      'a colon separates, with blanks around it',
      'acks : all',
      [
        ['acks', key],
        [' ', plain],
        [':', separator],
        [' ', plain],
        ['all', value],
      ],
    ],
    [
      'blanks alone separate',
      'acks   all',
      [
        ['acks', key],
        ['   ', plain],
        ['all', value],
      ],
    ],
    [
      'only the first separator counts',
      'a=b=c:d',
      [
        ['a', key],
        ['=', separator],
        ['b=c:d', value],
      ],
    ],
    ['a key needs no value', 'acks', [['acks', key]]],
    [
      'a value needs no key',
      '=all',
      [
        ['=', separator],
        ['all', value],
      ],
    ],
    [
      'a comment begins with a number sign',
      '  # acks=all',
      [
        ['  ', plain],
        ['#', 'punctuation.definition.comment'],
        [' acks=all', 'comment.line'],
      ],
    ],
    [
      'a comment begins with an exclamation mark',
      '!x',
      [
        ['!', 'punctuation.definition.comment'],
        ['x', 'comment.line'],
      ],
    ],
    [
      'a number sign inside a value is part of it',
      'a=b # c',
      [
        ['a', key],
        ['=', separator],
        ['b # c', value],
      ],
    ],
    [
      'a comment does not continue',
      '# x\\\na=b',
      [
        ['#', 'punctuation.definition.comment'],
        [' x\\', 'comment.line'],
        ['a', key],
        ['=', separator],
        ['b', value],
      ],
    ],
    [
      'a value continues on the next line',
      'a=b,\\\n  c',
      [
        ['a', key],
        ['=', separator],
        ['b,', value],
        ['\\', continuation],
        ['  ', value],
        ['c', value],
      ],
    ],
    [
      'a key continues on the next line',
      'ac\\\n  ks=1',
      [
        ['ac', key],
        ['\\', continuation],
        ['  ', key],
        ['ks', key],
        ['=', separator],
        ['1', 'constant.numeric'],
      ],
    ],
    [
      'what looks like a comment continues a value',
      'a=b\\\n# c',
      [
        ['a', key],
        ['=', separator],
        ['b', value],
        ['\\', continuation],
        ['# c', value],
      ],
    ],
    [
      'two backslashes do not continue',
      'a=b\\\\\nc=d',
      [
        ['a', key],
        ['=', separator],
        ['b', value],
        ['\\\\', escape],
        ['c', key],
        ['=', separator],
        ['d', value],
      ],
    ],
    [
      'a blank line ends a continuation',
      'a=b\\\n\nc=d',
      [
        ['a', key],
        ['=', separator],
        ['b', value],
        ['\\', continuation],
        ['c', key],
        ['=', separator],
        ['d', value],
      ],
    ],
    [
      'an escaped separator belongs to the key',
      'a\\:b\\ c=d',
      [
        ['a', key],
        ['\\:', escape],
        ['b', key],
        ['\\ ', escape],
        ['c', key],
        ['=', separator],
        ['d', value],
      ],
    ],
    [
      'four hex digits make a character',
      'a=\\u00e9x',
      [
        ['a', key],
        ['=', separator],
        ['\\u00e9', `${escape}.unicode`],
        ['x', value],
      ],
    ],
    [
      'fewer hex digits stop Java',
      'a=\\u00g',
      [
        ['a', key],
        ['=', separator],
        ['\\u00', 'invalid.illegal.unicode-escape'],
        ['g', value],
      ],
    ],
    [
      'a boolean is the whole value',
      'a=True ',
      [
        ['a', key],
        ['=', separator],
        ['True', 'constant.language.boolean'],
        [' ', value],
      ],
    ],
    [
      'a boolean within a text is none',
      'a=true story',
      [
        ['a', key],
        ['=', separator],
        ['true story', value],
      ],
    ],
    [
      'a negative number',
      'acks=-1',
      [
        ['acks', key],
        ['=', separator],
        ['-1', 'constant.numeric'],
      ],
    ],
    [
      'a number within a text is none',
      'a=1,2',
      [
        ['a', key],
        ['=', separator],
        ['1,2', value],
      ],
    ],
    [
      'a placeholder',
      'a=x${HOST}y',
      [
        ['a', key],
        ['=', separator],
        ['x', value],
        ['${', 'punctuation.definition.placeholder.begin'],
        ['HOST', 'variable.other.placeholder'],
        ['}', 'punctuation.definition.placeholder.end'],
        ['y', value],
      ],
    ],
    [
      'a placeholder with a default',
      'a=${P:1}',
      [
        ['a', key],
        ['=', separator],
        ['${', 'punctuation.definition.placeholder.begin'],
        ['P', 'variable.other.placeholder'],
        [':1', 'meta.placeholder'],
        ['}', 'punctuation.definition.placeholder.end'],
      ],
    ],
    [
      'a placeholder that is not closed ends with its line',
      'a=${P\nb=c',
      [
        ['a', key],
        ['=', separator],
        ['${', 'punctuation.definition.placeholder.begin'],
        ['P', 'variable.other.placeholder'],
        ['b', key],
        ['=', separator],
        ['c', value],
      ],
    ],
  ];
  for (const [title, text, tokens] of cases) {
    it(title, () => {
      assert.deepEqual(tokenize(text), tokens);
    });
  }
});
