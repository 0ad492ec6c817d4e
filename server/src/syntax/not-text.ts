import type { Document, SyntaxId } from './syntax.js';

/** A NUL this early means a binary file, which a reader of lines would take for one long key. */
const binaryWindow = 8_000;

/** What is left of a text that is none; undefined where it is one. */
export function notText(syntax: SyntaxId, text: string): Document | undefined {
  const nul = text.slice(0, binaryWindow).indexOf('\0');
  if (nul < 0) return undefined;
  const message = 'This is not text: there is a NUL character at its beginning.';
  return {
    ...{ syntax, text, entries: [], sections: [], comments: [] },
    problems: [{ kind: 'not-text', span: { start: nul, end: nul + 1 }, message }],
  };
}
