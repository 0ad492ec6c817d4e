import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'properties-parser';
import { properties } from '../../server/src/syntax/properties.js';
import { pairsOf } from '../conformance/properties/answers.js';
import { times } from '../support/runs.js';

// properties-parser 0.6 differs from Java in known ways, and these texts stay clear of them:
// - it takes every character that /\s/ matches for white space (vertical tab, no-break space, byte order mark, U+2028 …), Java only three;
// - it reads a malformed \u leniently, where Java throws, and does not join lines within the four digits;
// - it joins no lines between key and value, nor before the key, and it makes a key of a line that is a lone backslash;
// - it reads a backslash at the very end of the text as an escape or a join of its own kind;
// - it drops the character after a line joined by a lone CR.
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const blanks = fc.constantFrom('', ' ', '  ', '\t', '\f');
const letter = fc.constantFrom('a', 'k', 'u', 't', '1', '.', '-', 'é', '€', '"', "'", '{', '[', '\u0085');
const escape = fc.constantFrom(
  '\\t',
  '\\n',
  '\\r',
  '\\f',
  '\\\\',
  '\\=',
  '\\:',
  '\\ ',
  '\\#',
  '\\!',
  '\\x',
  '\\u0041',
  '\\u00E9',
  '\\u003d',
  '\\u0000',
);
const join = fc.tuple(fc.constantFrom('\n', '\r\n'), blanks).map(([end, indent]) => `\\${end}${indent}`);

const keyPart = fc.oneof({ weight: 4, arbitrary: letter }, { weight: 1, arbitrary: escape });
const keyJoin = join.chain(joined => keyPart.map(next => joined + next));
const key = fc
  .tuple(keyPart, fc.array(fc.oneof({ weight: 8, arbitrary: keyPart }, { weight: 1, arbitrary: keyJoin }), { maxLength: 8 }))
  .map(([first, rest]) => first + rest.join(''));

const separator = fc.constantFrom('=', ':', ' = ', ': ', ' ', '\t', ' \t=\f ');
const valuePart = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(letter, fc.constantFrom(' ', '=', ':', '#', '!', '\t')) },
  { weight: 2, arbitrary: escape },
);
const valueRest = fc.array(fc.oneof({ weight: 6, arbitrary: valuePart }, { weight: 1, arbitrary: join }), { maxLength: 12 });
const value = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.oneof(letter, escape), valueRest).map(([first, rest]) => first + rest.join('')),
);

const entry = fc.tuple(blanks, key, separator, value).map(parts => parts.join(''));
const comment = fc.tuple(blanks, fc.constantFrom('#', '!'), fc.string({ unit: 'grapheme-ascii' })).map(parts => parts.join(''));
const line = fc.oneof(
  { weight: 5, arbitrary: entry },
  { weight: 1, arbitrary: comment },
  { weight: 1, arbitrary: blanks },
  { weight: 1, arbitrary: key },
);
const sound = fc.array(fc.tuple(line, lineEnd).map(parts => parts.join(''))).map(lines => lines.join(''));

describe('properties-parser, an independent reader', () => {
  it('reads the same out of every sound text', () => {
    fc.assert(
      fc.property(sound, text => {
        const theirs = new Map(Object.entries(parse(text)));
        assert.deepEqual(new Map(pairsOf(properties.parse(text))), theirs);
      }),
      times(3_000),
    );
  });
});
