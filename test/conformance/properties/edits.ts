import { properties } from '../../../server/src/syntax/properties.js';
import type { Document, Entry, Place } from '../../../server/src/syntax/syntax.js';
import { applyEdits, type TextEdit } from '../../../server/src/text/edit.js';
import { keepLast, pairsOf, type Answer, type Pair } from './answers.js';
import { pick, randomText } from './texts.js';

/** An edit of an entry (or of none) of a document: what it does to the text, and to the list of entries. */
export interface CheckedEdit {
  readonly edits: readonly TextEdit[];
  readonly pairs: readonly Pair[];
}

/** Each kind of edit with the pairs that must be there afterwards. */
export const operations: Readonly<Record<string, (document: Document, at: number, key: string, value: string) => CheckedEdit>> = {
  setValue: (document, at, _key, value) => ({
    edits: properties.setValue(document, entryAt(document, at), value),
    pairs: pairsOf(document).map((pair, i) => (i === at ? [pair[0], value] : pair)),
  }),
  setKey: (document, at, key) => ({
    edits: properties.setKey(document, entryAt(document, at), key),
    pairs: pairsOf(document).map((pair, i) => (i === at ? [key, pair[1]] : pair)),
  }),
  remove: (document, at) => ({ edits: properties.remove(document, entryAt(document, at)), pairs: pairsOf(document).toSpliced(at, 1) }),
  insertAfter: (document, at, key, value) => insertAt(document, { after: entryAt(document, at) }, at + 1, key, value),
  insertAtEnd: (document, _at, key, value) => insertAt(document, { atEnd: true }, document.entries.length, key, value),
};

function insertAt(document: Document, place: Place, index: number, key: string, value: string): CheckedEdit {
  return { edits: properties.insert(document, place, [key], value), pairs: pairsOf(document).toSpliced(index, 0, [key, value]) };
}

function entryAt(document: Document, at: number): Entry {
  const entry = document.entries[at];
  if (entry === undefined) throw new Error(`no entry ${at}`);
  return entry;
}

/**
 * A random text after a random edit, and what Java must read then; undefined where the text has no entries or Java refuses it. The text is
 * ASCII, as Java reads other characters of a UTF-8 file as something else; the new key and value are anything.
 */
export function randomEdit(random: () => number): { readonly text: string; readonly expected: Answer } | undefined {
  const document = properties.parse(randomText(random).replace(/[^\0-~]/g, ''));
  if (document.entries.length === 0 || document.problems.length > 0) return undefined;
  const operation = pick(random, Object.values(operations));
  const at = Math.floor(random() * document.entries.length);
  const { edits, pairs } = operation(document, at, randomText(random), randomText(random));
  return { text: applyEdits(document.text, edits), expected: keepLast(pairs) };
}
