import type { TextEdit } from '../text/edit.js';
import { slice, type Span } from '../text/span.js';
import { startOfNext } from './dockerfile-ends.js';
import { linesIn, type Line } from './dockerfile-lines.js';
import { hasSigns } from './dockerfile-read.js';
import { encoded, type Style } from './dockerfile-words.js';
import { textOf } from './key-text.js';
import type { Document, Entry, Place } from './syntax.js';

/** Writes a value in the quotes that are there; a name without a sign gets one. */
export function setValue(document: Document, entry: Entry, value: string): TextEdit[] {
  const sign = entry.valueSpan.start === entry.keySpan.end ? '=' : '';
  return around(document, entry).map(({ style }) => ({ span: entry.valueSpan, newText: sign + encoded(value, style) }));
}

/** Writes another name; the value stays. */
export function setKey(_document: Document, entry: Entry, key: string): TextEdit[] {
  return [{ span: entry.keySpan, newText: key }];
}

/** Takes a variable out of its instruction, and the instruction with its lines where nothing is left of it. */
export function remove(document: Document, entry: Entry): TextEdit[] {
  return around(document, entry).map(({ line, entries }) => {
    const at = entries.indexOf(entry);
    const [before, next] = [entries[at - 1], entries[at + 1]];
    if (at > 0 && before) return { span: { start: before.span.end, end: entry.span.end }, newText: '' };
    if (!next) return { span: linesOf(document.text, line), newText: '' };
    const { start } = entry.span;
    const end = next.span.start;
    // a comment between them is about the next one
    const isExplained = document.comments.some(comment => start < comment.start && comment.end < end);
    return { span: { start, end: isExplained ? entry.span.end : end }, newText: '' };
  });
}

/**
 * Adds a variable behind another one: in the same instruction where that has several, on a line more where it has several lines; else in an
 * instruction of its own that is written like its neighbour's.
 */
export function insert(document: Document, place: Place, keys: readonly string[], value: string): TextEdit[] {
  const { text, entries } = document;
  const neighbour = 'after' in place ? place.after : entries.findLast(isVariable);
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const key = keys.slice(-1).join('');
  if (!neighbour) {
    const onNewLine = text === '' || text.endsWith('\n');
    const line = `ENV ${key}=${encoded(value, { quote: '', escape: linesIn(text).escape, toEnd: false })}`;
    return [{ span: { start: text.length, end: text.length }, newText: onNewLine ? line + lineEnd : lineEnd + line }];
  }
  return around(document, neighbour).map(({ line, entries: together, style }) => {
    const pair = `${key}${style.toEnd ? ' ' : '='}${encoded(value, style)}`;
    const behind = { start: neighbour.span.end, end: neighbour.span.end };
    if (!style.toEnd && slice(text, line.span).includes('\n')) {
      return { span: behind, newText: ` ${style.escape}${lineEnd}${indentationOf(text, together)}${pair}` };
    }
    if (together.length > 1) return { span: behind, newText: ` ${pair}` };
    const { start } = line.span;
    const lead = text.slice(startOfLine(text, start), start).replace('\uFEFF', '');
    const word = text.slice(start).replace(/\s.*$/s, '');
    return { span: behind, newText: `${lineEnd}${lead}${word} ${pair}` };
  });
}

function isVariable({ path }: Entry): boolean {
  return path.length === 2 && path.slice(0, 1).map(textOf).join('') === 'ENV';
}

/** The instruction of an entry, all that it says, and how the entry is written. */
function around({ text, entries }: Document, entry: Entry) {
  const { lines, escape } = linesIn(text);
  const isIn = ({ start }: Span, { span }: Line): boolean => span.start <= start && start < span.end;
  return lines
    .filter(line => isIn(entry.keySpan, line))
    .map(line => {
      const quote = /^(["']).*\1$/s.exec(slice(text, entry.valueSpan))?.[1] ?? '';
      const style: Style = { quote, escape, toEnd: !hasSigns(line, escape) && entry.valueSpan.start > entry.keySpan.end };
      return { line, style, entries: entries.filter(one => isIn(one.keySpan, line)) };
    });
}

/** The lines of an instruction with the last line end; with the one before them where they are the last of the text. */
function linesOf(text: string, line: Line): Span {
  const start = startOfLine(text, line.span.start);
  const end = startOfNext(text, line.end);
  const isLast = end === text.length && !text.endsWith('\n');
  return { start: isLast ? text.slice(0, start).replace(/\r?\n$/, '').length : start, end };
}

/** The blanks before a variable that stands first on a line. */
function indentationOf(text: string, entries: readonly Entry[]): string {
  const leads = entries.map(({ span: { start } }) => text.slice(startOfLine(text, start), start));
  return leads.find(lead => /^[ \t]+$/.test(lead)) ?? '    ';
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
