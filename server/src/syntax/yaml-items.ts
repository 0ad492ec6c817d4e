import type { TextEdit } from '../text/edit.js';
import type { Document, Entry } from './syntax.js';
import { isInFlow, lineEndOf, lineSpan } from './yaml-layout.js';
import { quoteOf, spellScalar } from './yaml-spell.js';

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

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
