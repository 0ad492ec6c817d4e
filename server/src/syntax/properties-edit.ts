import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import {
  endOfContinuations,
  endOfLineEnd,
  endOfLogicalLine,
  startOfBlanks,
  startOfLineEnd,
  startOfLogicalLine,
} from './properties-scan.js';
import type { Document, Entry, Place } from './syntax.js';

/** A backslash with the line end that it takes away, and the indentation below. */
const joinedLineEnd = /\\(?:\r\n|\r|\n)[ \t\f]*/g;

/** Writes a value that Java reads back as it is; an entry without a separator gets `=`. */
export function setValue({ text }: Document, entry: Entry, value: string): TextEdit[] {
  const gap = gapOf(text, entry);
  const signed = hasSign(gap);
  // a lone CR that joins lines before the value would become one line end with the LF behind it
  if (value === '' && gap.search(joinedLineEnd) >= 0) {
    const unwritten = isEmpty(entry.keySpan) && !signed;
    const newText = unwritten ? '=' : gap.replace(joinedLineEnd, '');
    return [{ span: { start: entry.keySpan.end, end: entry.valueSpan.end }, newText }];
  }
  // nothing but blanks and joined line ends stands between such a key and the end of its line
  if (!signed && isEmpty(entry.valueSpan)) {
    return [{ span: { start: entry.keySpan.end, end: entry.valueSpan.end }, newText: `=${escapeValue(value, true)}` }];
  }
  return [{ span: entry.valueSpan, newText: escapeValue(value, signed) }];
}

/** Writes another key; separator and value stay. */
export function setKey({ text }: Document, entry: Entry, key: string): TextEdit[] {
  // an empty key needs a sign: without one the value would become the key
  const sign = key === '' && !hasSign(gapOf(text, entry)) ? '=' : '';
  return [{ span: entry.keySpan, newText: escapeKey(key) + sign }];
}

/** Takes the whole logical line away; comments stay. */
export function remove({ text }: Document, entry: Entry): TextEdit[] {
  const start = startOfLogicalLine(text, entry.keySpan.start);
  const end = endOfLogicalLine(text, entry.span.end);
  const next = endOfLineEnd(text, end);
  if (next > end) return [{ span: { start, end: next }, newText: '' }];
  const above = startOfLineEnd(text, start);
  // a backslash, one line end and nothing more would be an empty entry for Java: there the line end above must stay
  return [{ span: { start: /\\[\r\n]$/.test(text.slice(Math.max(0, above - 2), above)) ? start : above, end }, newText: '' }];
}

/** Adds an entry on a line of its own, written like its neighbour; the keys are joined by dots. */
export function insert({ text, entries }: Document, place: Place, keys: readonly string[], value: string): TextEdit[] {
  const neighbour = 'after' in place ? place.after : entries.at(-1);
  const line = writeLine(text, neighbour, keys.join('.'), value);
  if (neighbour !== undefined) {
    const end = endOfLogicalLine(text, neighbour.span.end);
    const next = endOfLineEnd(text, end);
    if (next === end) return [appendTo(text, neighbour, line)];
    if ('after' in place) return [{ span: { start: next, end: next }, newText: line + text.slice(end, next) }];
  }
  const end = text.length;
  const onNewLine = startOfLineEnd(text, end) < end || end === 0;
  const lineEnd = lineEndBefore(text, end);
  return [{ span: { start: end, end }, newText: onNewLine ? line + lineEnd : lineEnd + line }];
}

/** Adds a line below the last entry of a text whose last line has no line end. */
function appendTo(text: string, last: Entry, line: string): TextEdit {
  // a lone backslash that opens the last line is an empty entry only as long as nothing follows, so it needs a sign
  const unwritten = isEmpty(last.keySpan) && !hasSign(gapOf(text, last));
  // a lone backslash that closes the text would join the new line
  const start = unwritten ? last.keySpan.end : endOfContinuations(text, last.span.end);
  return { span: { start, end: text.length }, newText: (unwritten ? '=' : '') + lineEndBefore(text, start) + line };
}

function writeLine(text: string, neighbour: Entry | undefined, key: string, value: string): string {
  if (neighbour === undefined) return `${escapeKey(key)}=${escapeValue(value, true)}`;
  const { keySpan, valueSpan } = neighbour;
  const indentation = text.slice(startOfBlanks(text, keySpan.start), keySpan.start);
  const gap = gapOf(text, neighbour).replace(joinedLineEnd, '');
  const blanksOnly = !hasSign(gap);
  const separator = blanksOnly && (isEmpty(valueSpan) || key === '') ? '=' : gap;
  return indentation + escapeKey(key) + separator + escapeValue(value, hasSign(separator));
}

/** What is written between key and value. */
function gapOf(text: string, { keySpan, valueSpan }: Entry): string {
  return text.slice(keySpan.end, valueSpan.start);
}

function hasSign(gap: string): boolean {
  return /[=:]/.test(gap);
}

function isEmpty(span: Span): boolean {
  return span.start === span.end;
}

/** The line end in use before `offset`; LF where there is none. */
function lineEndBefore(text: string, offset: number): string {
  const head = text.slice(0, offset);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  return end === 0 ? '\n' : head.slice(startOfLineEnd(head, end), end);
}

const shortEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\f': '\\f' };

/** Everything outside ASCII is escaped: Properties.load(InputStream) takes bytes for ISO-8859-1, while editors save UTF-8. */
function escapeText(text: string): string {
  return text.replace(/\\|[^ -~]/g, char => shortEscapes[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

function escapeKey(key: string): string {
  return escapeText(key).replace(/[ =:]|^[#!]/g, '\\$&');
}

function escapeValue(value: string, signed: boolean): string {
  return escapeText(value).replace(signed ? /^ / : /^[ =:]/, '\\$&');
}
