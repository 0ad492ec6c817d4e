import { remove, setKey, setValue } from './json-edit.js';
import { insert } from './json-insert.js';
import { commentsIn, readTree, sentenceOf, treeOf } from './json-read.js';
import type { Document, Syntax, SyntaxProblem } from './syntax.js';

const mostCharacters = 10_000_000;
/** The parser calls itself for each level; people nest a dozen. */
const mostLevels = 500;

/** JSON with comments and trailing commas; broken text still gives what can be read of it. */
export const json: Syntax = { id: 'json', parse, setValue, setKey, remove, insert };

function parse(text: string): Document {
  if (text.length > mostCharacters) return refuse(text, 0, 'too-large', 'This text is longer than ten million characters and is not read.');
  const binaryAt = text.indexOf('\0');
  if (binaryAt >= 0) return refuse(text, binaryAt, 'not-text', 'This is not a text: it holds a NUL character.');
  const deepAt = tooDeepAt(text);
  if (deepAt !== undefined)
    return refuse(text, deepAt, 'too-large', `Values nest deeper than ${String(mostLevels)} levels here; the text is not read.`);
  const tree = treeOf(text);
  const { root } = tree;
  const [error] = tree.errors;
  const problems: readonly SyntaxProblem[] = error
    ? [{ kind: 'not-json', span: { start: error.offset, end: error.offset + error.length }, message: sentenceOf(error.error) }]
    : [];
  const { entries, sections } = root ? readTree(text, root, tree) : { entries: [], sections: [] };
  return { syntax: 'json', text, entries, sections, comments: commentsIn(text), problems };
}

function refuse(text: string, at: number, kind: SyntaxProblem['kind'], message: string): Document {
  const problems = [{ kind, span: { start: at, end: Math.min(at + 1, text.length) }, message }];
  return { syntax: 'json', text, entries: [], sections: [], comments: [], problems };
}

/** Where brackets are opened deeper than the parser should follow; those inside of strings count too, which harms nobody. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) | 0x20;
    // [ and { differ in one bit, as do ] and }
    if (code === 0x7b && ++depth > mostLevels) return i;
    if (code === 0x7d && depth > 0) depth--;
  }
  return undefined;
}
