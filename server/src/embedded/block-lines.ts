import type { Document, Entry } from '../syntax/syntax.js';
import { slice } from '../text/span.js';

/** A line of a literal block and where it stands in both texts; offsets of its first character, the indentation left out. */
export interface BlockLine {
  readonly inner: number;
  readonly outer: number;
  /** Where the line begins in the outer text, indentation included. */
  readonly lineStart: number;
  readonly indent: number;
  readonly length: number;
}

const header = /^\|[-+0-9]*[ \t]*(?:#[^\r\n]*)?\r?\n/;

/** The lines of a literal block scalar in their order; undefined for every other scalar, and for a block without lines. */
export function blockLines({ text }: Document, { value, valueSpan }: Entry): readonly BlockLine[] | undefined {
  const head = header.exec(slice(text, valueSpan));
  if (!head || value === '') return undefined;
  const lines: BlockLine[] = [];
  let inner = 0;
  let lineStart = valueSpan.start + head[0].length;
  for (const line of value.split('\n')) {
    const end = endOfLine(text, lineStart);
    // a blank line may be shorter than the indentation, the end of the text has no line of its own, and a template's line is read as blanks
    const isBlank = line.trim() === '';
    const outer = isBlank ? Math.min(end, lineStart) : text.indexOf(line, lineStart);
    if (!isBlank && outer + line.length !== end) return undefined;
    lines.push({ inner, outer, lineStart, indent: outer - lineStart, length: isBlank ? end - outer : line.length });
    inner += line.length + 1;
    lineStart = startOfNext(text, end);
  }
  return lines;
}

/** The line of an inner offset, among one line or more. */
export function lineAt(lines: readonly BlockLine[], offset: number): BlockLine {
  return lines.reduce((found, line) => (line.inner <= offset ? line : found));
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

function startOfNext(text: string, end: number): number {
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}
