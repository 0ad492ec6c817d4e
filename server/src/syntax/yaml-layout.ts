import { sameSpan } from '../text/span.js';
import type { Span } from '../text/span.js';
import type { Document, Entry, Section } from './syntax.js';

// Of a text such as `"&", k: 1` nothing is an anchor: one starts after white space or a bracket.
const PROPERTIES = /(?<![^\s[{,])(?:\?[ \t]+)?(?:[&!][^\s,[\]{}"']*[ \t]+)*$/;

const BYTE_ORDER_MARK = '\uFEFF';

/** The line of an offset, without its line end and without a byte order mark; lines end with LF or CRLF. */
export function lineSpan(text: string, offset: number): Span {
  const first = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const lineBreak = text.indexOf('\n', offset);
  const end = lineBreak === -1 ? text.length : lineBreak;
  const start = first === 0 && offset > 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : first;
  return { start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}

/** Where the line after an offset begins, or the end of the text. */
export function nextLineStart(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineSpan(text, offset).start;
}

/** The line end of the file: that of its first line. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** SnakeYAML ends lines at a lone CR too; the parser does not. */
export function withoutLoneReturns(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** The text with spaces instead of comments and no lone CR, offsets kept: what is not white space in it means something. */
export function inkOf({ text, comments }: Document): string {
  let ink = '';
  let done = 0;
  for (const { start, end } of comments) {
    ink += text.slice(done, start) + ' '.repeat(end - start);
    done = end;
  }
  return withoutLoneReturns(ink + text.slice(done));
}

/** Where a key begins together with the `?`, anchors and tags that stand before it on its line. */
export function startOfKey(ink: string, offset: number): number {
  const { start } = lineSpan(ink, offset);
  const properties = ink.slice(start, offset).search(PROPERTIES);
  return properties === -1 ? offset : start + properties;
}

/** The entry is written inside brackets or braces. */
export function isInFlow({ path, keySpan, section }: Entry): boolean {
  if (path.at(-1)?.kind === 'item') return keySpan.start === keySpan.end;
  return section?.flow === true;
}

/** How far one level is indented against the one around it in this file. */
export function indentStep(document: Document, ink: string): number {
  for (const { keySpan, span, flow } of document.sections) {
    if (keySpan === undefined || flow || span.start < keySpan.end) continue;
    const step = columnOf(ink, startOfKey(ink, span.start)) - columnOf(ink, startOfKey(ink, keySpan.start));
    if (step > 0) return step;
  }
  return 2;
}

/** The entry as it stands in the text: for one that is reached through an alias, the one at the anchor, which comes first. */
export function writtenEntry({ entries }: Document, entry: Entry): Entry {
  const isSame = ({ span, valueSpan }: Entry): boolean => sameSpan(span, entry.span) && sameSpan(valueSpan, entry.valueSpan);
  return entries.reduceRight((found, other) => (isSame(other) ? other : found), entry);
}

/** The section as it stands in the text. */
export function writtenSection({ sections }: Document, section: Section): Section {
  const isSame = ({ part, span }: Section): boolean => part === section.part && sameSpan(span, section.span);
  return sections.reduceRight((found, other) => (isSame(other) ? other : found), section);
}
