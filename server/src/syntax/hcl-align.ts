import type { TextEdit } from '../text/edit.js';
import { endOfLine } from './hcl-scan.js';
import { startOfLine } from './hcl-spell.js';
import type { Document, Entry } from './syntax.js';

/** The signs between a new key and its value, and what its neighbours' signs need to stay below each other. */
export interface Alignment {
  readonly signs: string;
  readonly shifts: readonly TextEdit[];
}

/** Where the sign of a new key stands behind an entry, beside others that are added: as `terraform fmt` has it, where the lines around are so. */
export function aligned(document: Document, after: Entry, key: string, together: readonly string[]): Alignment {
  const { text } = document;
  const own = text.slice(after.keySpan.end, after.valueSpan.start);
  if (!/^[ \t]*=[ \t]*$/.test(own)) return { signs: /^[ \t]*:[ \t]*$/.test(own) ? own : ' = ', shifts: [] };
  const group = linesAround(document, after);
  const column = signColumn(text, after);
  if (group.some(entry => signColumn(text, entry) !== column)) return { signs: ' = ', shifts: [] };
  const start = after.keySpan.start - startOfLine(text, after.keySpan.start);
  const longest = Math.max(...together.map(({ length }) => length));
  const more = Math.max(0, start + longest + 1 - column);
  const signs = ' '.repeat(column + more - start - key.length) + own.slice(own.indexOf('='));
  if (more === 0) return { signs, shifts: [] };
  const shifts = group.map(({ keySpan }) => ({ span: { start: keySpan.end, end: keySpan.end }, newText: ' '.repeat(more) }));
  return { signs, shifts };
}

/** The entries on lines that follow each other without a gap, each on one line. */
function linesAround({ text, entries }: Document, after: Entry): readonly Entry[] {
  const siblings = entries.filter(entry => entry.section === after.section && entry.path.length === after.path.length);
  let first = siblings.indexOf(after);
  let last = first;
  while (follows(text, siblings[first - 1], siblings[first])) first--;
  while (follows(text, siblings[last], siblings[last + 1])) last++;
  return siblings.slice(first, last + 1);
}

/** Whether both stand on one line each, the second right below the first. */
function follows(text: string, first: Entry | undefined, second: Entry | undefined): boolean {
  if (!first || !second) return false;
  const next = endOfLine(text, first.keySpan.start);
  const isOneLine = (entry: Entry): boolean =>
    entry.valueSpan.end > entry.valueSpan.start && endOfLine(text, entry.span.start) >= entry.span.end;
  return isOneLine(first) && isOneLine(second) && startOfLine(text, second.keySpan.start) === (text[next] === '\r' ? next + 2 : next + 1);
}

/** Where the sign stands on its line; behind everything where it is none of an attribute. */
function signColumn(text: string, { keySpan, valueSpan }: Entry): number {
  const sign = text.slice(keySpan.end, valueSpan.start).search(/[=:]/);
  return keySpan.end + sign - startOfLine(text, keySpan.start);
}
