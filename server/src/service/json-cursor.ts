import { json } from '../syntax/json.js';
import type { Document, Entry } from '../syntax/syntax.js';
import type { Span } from '../text/span.js';

/** A key of JSON that is being typed. */
export interface JsonKey {
  /** What is there of it, its quotes included. */
  readonly span: Span;
  /** A colon follows already. */
  readonly separated: boolean;
  /** Where a comma is missing before it; undefined where none is. */
  readonly comma: number | undefined;
}

/** The key at the offset; undefined where no key can stand. */
export function jsonKeyAt({ text, comments }: Document, offset: number): JsonKey | undefined {
  if (comments.some(({ start, end }) => start < offset && offset <= end)) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const typed = text.slice(lineStart, offset);
  const quotes = [...typed.matchAll(/\\.|"/g)].filter(([sign]) => sign === '"');
  const opened = quotes.length % 2 === 1 ? quotes.at(-1)?.index : undefined;
  const start = opened === undefined ? offset - lengthOf(/[\w.-]*$/.exec(typed)) : lineStart + opened;
  const rest = text.slice(offset);
  const end = offset + lengthOf(opened === undefined ? /^[\w.-]*/.exec(rest) : /^[\w.-]*"?/.exec(rest));
  const before = lastSignBefore(start, text, comments);
  if (before === undefined || /[:[]/.test(text.charAt(before))) return undefined;
  const comma = /[{,]/.test(text.charAt(before)) ? undefined : before + 1;
  // behind a key that is whole already
  if (comma === start) return undefined;
  return { span: { start, end }, separated: /^\s*:/.test(text.slice(end)), comma };
}

/** The text with another key in the place of the one that is being typed, to learn where the syntax sees it. */
export function withJsonKey(text: string, { span, separated, comma }: JsonKey, key: string): string {
  const member = JSON.stringify(key) + (separated ? '' : `: 0${missingComma(text, span.end)}`);
  const before = comma === undefined ? text.slice(0, span.start) : `${text.slice(0, comma)},${text.slice(comma, span.start)}`;
  return before + member + text.slice(span.end);
}

/** Where the value of an entry stands or is to stand, and how it is written there, with a comma that is missing behind it. */
export function jsonValueAt(
  document: Document,
  entry: Entry,
  offset: number,
): { readonly span: Span; readonly spell: (value: string) => string } {
  const { text } = document;
  const { valueSpan } = entry;
  // a word that is no value yet
  const started = lengthOf(/[\w.-]*$/.exec(text.slice(valueSpan.start, offset)));
  const half = { start: offset - started, end: offset + lengthOf(/^[\w.-]*/.exec(text.slice(offset))) };
  const span = valueSpan.end > valueSpan.start ? valueSpan : half;
  return {
    span,
    spell: value => {
      const written = json.setValue(document, entry, value).map(({ newText }) => newText);
      const signs = /\s/.test(text.charAt(span.start - 1)) ? written.join('').trimStart() : written.join('');
      return signs + missingComma(text, span.end);
    },
  };
}

/** The comma that a value needs before what follows it. */
function missingComma(text: string, end: number): string {
  return /^\s*"/.test(text.slice(end)) ? ',' : '';
}

/** How the file separates key and value: as its first entry does. */
export function jsonSeparator({ entries, text }: Document): string {
  const first = entries.find(entry => hasColon(entry, text));
  return first ? text.slice(first.keySpan.end, first.valueSpan.start) : ': ';
}

function hasColon({ keySpan, valueSpan }: Entry, text: string): boolean {
  return valueSpan.end > valueSpan.start && /^[ \t]*:[ \t]*$/.test(text.slice(keySpan.end, valueSpan.start));
}

/** The offset of the last character that is neither blank nor in a comment. */
function lastSignBefore(offset: number, text: string, comments: readonly Span[]): number | undefined {
  for (let at = offset - 1; at >= 0; at--) {
    const comment = comments.findLast(({ start, end }) => start <= at && at < end);
    if (comment) at = comment.start;
    else if (/\S/.test(text.charAt(at))) return at;
  }
  return undefined;
}

function lengthOf(found: RegExpExecArray | null): number {
  return found ? found[0].length : 0;
}
