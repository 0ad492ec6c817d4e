import type { UnknownKey } from '../config/setting.js';
import { textOf } from '../syntax/key-text.js';
import { syntaxes } from '../syntax/registry.js';
import type { Document, Entry, Place } from '../syntax/syntax.js';
import { applyEdits, difference, type TextEdit } from '../text/edit.js';

/** Gives an unknown key the name of a known one, in its place where that can be; undefined where there is no way to write it. */
export function renameEdits({ entry, key }: UnknownKey, known: string, document: Document): readonly TextEdit[] | undefined {
  const last = entry.path.at(-1);
  if (last?.kind !== 'key') return undefined;
  const syntax = syntaxes[document.syntax];
  const above = wordsAbove(entry, key);
  if (above.length === 0) {
    const text = renamed(last.text, key, known);
    return text === undefined ? undefined : syntax.setKey(document, entry, text);
  }
  const rest = afterWords(known, above);
  // some frameworks do not split a key inside of others at its dots
  if (rest !== undefined && !rest.includes('.')) return syntax.setKey(document, entry, rest);
  return elsewhere(entry, above.length, known.split('.'), document);
}

/** The keys above the last one that the unknown key begins with, where it is written as nested mappings. */
function wordsAbove({ path }: Entry, key: string): readonly string[] {
  const words = path.map(textOf);
  const count = words.findLastIndex((_, i) => words.slice(i).join('.') === key);
  return count < 0 ? [] : words.slice(count, -1);
}

function afterWords(known: string, words: readonly string[]): string | undefined {
  const beginning = `${words.join('.')}.`;
  return known.startsWith(beginning) ? known.slice(beginning.length) : undefined;
}

/** The written key with the part that its reader did not know replaced, also in brackets or quotes; undefined where it is spelled otherwise. */
function renamed(written: string, unknown: string, known: string): string | undefined {
  const at = written.lastIndexOf(unknown);
  return at < 0 ? undefined : written.slice(0, at) + known + written.slice(at + unknown.length);
}

/** Below the deepest mapping that is on the way to the new name. `above`: how many of the nested keys belong to the old one. */
function elsewhere(entry: Entry, above: number, words: readonly string[], document: Document): readonly TextEdit[] | undefined {
  const way = [...entry.path.slice(0, -1 - above).map(textOf), ...words];
  const around = document.sections.filter(
    ({ part, path }) => part === entry.part && path.length < way.length && path.every((segment, i) => textOf(segment) === way[i]),
  );
  const [deepest] = [...around].sort((one, other) => other.path.length - one.path.length);
  return deepest && [movedTo(document, entry, { in: deepest }, way.slice(deepest.path.length))];
}

/** Writes the value of an entry in another place, below these keys, and removes the entry. */
export function movedTo(document: Document, entry: Entry, place: Place, keys: readonly string[]): TextEdit {
  const syntax = syntaxes[document.syntax];
  const inserted = applyEdits(document.text, syntax.insert(document, place, keys, entry.value));
  const again = syntax.parse(inserted);
  const old = sameEntry(again, document, entry);
  return difference(document.text, old ? applyEdits(inserted, syntax.remove(again, old)) : document.text);
}

/** The entry of the new document with the same path, and as many of its kind before it. */
export function sameEntry(now: Document, before: Document, entry: Entry): Entry | undefined {
  const name = pathName(entry);
  const nth = before.entries.filter(one => pathName(one) === name).indexOf(entry);
  return now.entries.filter(one => pathName(one) === name)[nth];
}

function pathName({ part, path }: Entry): string {
  return JSON.stringify([part, ...path.map(segment => (segment.kind === 'key' ? segment.text : segment.index))]);
}
