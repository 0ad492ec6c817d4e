import type { TextEdit } from '../text/edit.js';
import type { Document, Entry } from './syntax.js';
import { insertLines } from './yaml-insert.js';
import { inkOf, isInFlow, lineEndOf, lineSpan, writtenEntry } from './yaml-layout.js';
import { quoteOf, spellScalar, type Spelling } from './yaml-spell.js';

/** Adds an item behind another one of the same list, written like it. */
export function insertItem({ text }: Document, after: Entry, value: string): TextEdit[] {
  const { valueSpan } = after;
  const quote = quoteOf(text.slice(valueSpan.start, valueSpan.end));
  if (isInFlow(after)) return [insertAt(valueSpan.end, `, ${spellScalar(value, { flow: true, quote })}`)];
  const line = lineSpan(text, valueSpan.start);
  const lead = text.slice(line.start, valueSpan.start).replace(/[^\s-]/g, ' ');
  const end = lineSpan(text, valueSpan.end).end;
  return [insertAt(end, `${lineEndOf(text)}${lead}${spellScalar(value, { flow: false, quote })}`)];
}

/** A key and its value, as they are to be written. */
export interface Pair {
  readonly key: string;
  readonly value: string;
  readonly quote: Spelling['quote'];
}

/** Adds an item of several pairs behind the item that is a mapping with this one; nothing where the pair stands in no such item. */
export function insertPairs(document: Document, after: Entry, pairs: readonly Pair[]): TextEdit[] {
  const { path, section } = writtenEntry(document, after);
  const item = path.at(-2);
  if (item?.kind !== 'item' || !section) return [];
  const spell = (flow: boolean): readonly string[] =>
    pairs.map(({ key, value, quote }) => `${key}: ${spellScalar(value, { flow, quote })}`);
  const inBraces = `{ ${spell(true).join(', ')} }`;
  if (item.span.start === item.span.end) return [insertAt(section.span.end, `, ${inBraces}`)];
  const { text } = document;
  const gap = text.slice(item.span.end, section.span.start);
  const before = text.slice(lineSpan(text, item.span.start).start, item.span.start).replace(/\S/g, ' ');
  const lead = `${before}-${/^ +$/.test(gap) ? gap : ' '}`;
  const lines = section.flow ? [inBraces] : spell(false);
  const written = lines.map((line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line);
  return insertLines(document, inkOf(document), section.span.end, written);
}

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
