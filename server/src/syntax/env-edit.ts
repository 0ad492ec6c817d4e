import type { TextEdit } from '../text/edit.js';
import { slice } from '../text/span.js';
import { encodeValue, endOfLine } from './env-scan.js';
import type { Document, Entry, Place } from './syntax.js';

/** Writes a value in the quotes that are there; a name without a sign gets one. */
export function setValue({ text }: Document, entry: Entry, value: string): TextEdit[] {
  const sign = entry.valueSpan.start === entry.keySpan.end ? '=' : '';
  return [{ span: entry.valueSpan, newText: sign + encodeValue(value, quoteOf(text, entry)) }];
}

/** Writes another name; the value stays. */
export function setKey(_document: Document, entry: Entry, key: string): TextEdit[] {
  return [{ span: entry.keySpan, newText: key }];
}

/** Takes the line away, with the comment behind it. */
export function remove({ text }: Document, entry: Entry): TextEdit[] {
  const start = startOfLine(text, entry.keySpan.start);
  const end = endOfLine(text, entry.span.end);
  if (end < text.length) return [{ span: { start, end: end + 1 }, newText: '' }];
  return [{ span: { start: startOfLineEnd(text, start), end }, newText: '' }];
}

/** Adds a variable on a line of its own, written like its neighbour. */
export function insert({ text, entries }: Document, place: Place, keys: readonly string[], value: string): TextEdit[] {
  const neighbour = 'after' in place ? place.after : entries.at(-1);
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const line = writeLine(text, neighbour, keys.join('.'), value);
  const end = 'after' in place ? endOfLine(text, place.after.span.end) : text.length;
  if (end < text.length) return [{ span: { start: end + 1, end: end + 1 }, newText: line + lineEnd }];
  const onNewLine = end === 0 || text.endsWith('\n');
  return [{ span: { start: end, end }, newText: onNewLine ? line + lineEnd : lineEnd + line }];
}

function writeLine(text: string, neighbour: Entry | undefined, key: string, value: string): string {
  if (!neighbour) return `${key}=${encodeValue(value, '')}`;
  const { keySpan, valueSpan } = neighbour;
  // a byte order mark is the file's, not the line's
  const lead = text.slice(startOfLine(text, keySpan.start), keySpan.start).replace('\uFEFF', '');
  const sign = text.slice(keySpan.end, valueSpan.start);
  return lead + key + (sign === '' ? '=' : sign) + encodeValue(value, quoteOf(text, neighbour));
}

/** The quote in which a value stands; nothing where there is none. */
function quoteOf(text: string, { valueSpan }: Entry): string {
  return /^(["']).*\1$/s.exec(slice(text, valueSpan))?.[1] ?? '';
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Before the line end that `offset` follows. */
function startOfLineEnd(text: string, offset: number): number {
  return text.slice(0, offset).replace(/\r?\n$/, '').length;
}
