import type { Span } from '../text/span.js';
import { insert, remove, setKey, setValue } from './env-edit.js';
import { decodeQuoted, endOfLine, endOfQuoted } from './env-scan.js';
import { notText } from './not-text.js';
import type { Document, Entry, Syntax } from './syntax.js';

/**
 * Files of variables: `NAME=value` on each line, with quotes, comments and `export`. Programs differ in the details; this is how Docker
 * Compose reads them, which is nearly how a shell does. What a variable in a value stands for is nobody's here: `${X:-1}` stays as it is.
 * A name alone on its line hands on the variable of that name outside. Source: parser.go of the package dotenv of compose-go.
 */
export const env: Syntax = { id: 'env', parse, setValue, setKey, remove, insert };

const opening = /(?:export[^\S\n]+)?([\w.][\w.[\]-]*)(?:([^\S\n]*[=:])|(?=[^\S\n]*(?:[^\S\n]#|\n|$)))/y;

function parse(text: string): Document {
  const unread = notText('env', text);
  if (unread) return unread;
  const entries: Entry[] = [];
  const comments: Span[] = [];
  for (let at = endOfBlanks(text, 0); at < text.length; at = endOfBlanks(text, at)) {
    const entry = readEntry(text, at);
    if (entry) entries.push(entry);
    const behind = entry?.span.end ?? at;
    at = endOfLine(text, behind);
    const sign = /^\s*#/.exec(text.slice(behind, at))?.[0];
    if (sign !== undefined) comments.push({ start: behind + sign.length - 1, end: at });
  }
  return { syntax: 'env', text, entries, sections: [], comments, problems: [] };
}

function endOfBlanks(text: string, offset: number): number {
  let end = offset;
  while (/\s/.test(text.charAt(end))) end++;
  return end;
}

function readEntry(text: string, offset: number): Entry | undefined {
  opening.lastIndex = offset;
  const [whole, name, sign = ''] = opening.exec(text) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const end = offset + whole.length;
  const keySpan = { start: end - sign.length - name.length, end: end - sign.length };
  const { value, valueSpan } = sign === '' ? nothingAt(end) : readValue(text, end);
  return {
    path: [{ kind: 'key', text: name, span: keySpan }],
    part: 0,
    ...{ keySpan, value, valueSpan, span: { start: keySpan.start, end: valueSpan.end }, section: undefined },
  };
}

function readValue(text: string, behindSign: number): Pick<Entry, 'value' | 'valueSpan'> {
  const lineEnd = endOfLine(text, behindSign);
  const line = text.slice(behindSign, lineEnd);
  const start = behindSign + line.length - line.trimStart().length;
  const end = endOfQuoted(text, start);
  if (end !== undefined) return { value: decodeQuoted(text.slice(start, end)), valueSpan: { start, end } };
  // a comment has a blank before it
  const comment = line.search(/\s#/);
  const value = (comment < 0 ? line : line.slice(0, comment)).trim();
  return value === '' ? nothingAt(behindSign) : { value, valueSpan: { start, end: start + value.length } };
}

function nothingAt(offset: number): Pick<Entry, 'value' | 'valueSpan'> {
  return { value: '', valueSpan: { start: offset, end: offset } };
}
