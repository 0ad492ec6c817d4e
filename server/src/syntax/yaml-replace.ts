import type { TextEdit } from '../text/edit.js';
import { slice } from '../text/span.js';
import type { Document, Entry } from './syntax.js';
import { columnOf, inkOf, isInFlow, lineEndOf, startOfKey } from './yaml-layout.js';
import { quoteOf, spellScalar, type Spelling } from './yaml-spell.js';

/** Replaces the scalar, keeping its quotes; a tag goes, because it would be read into the new value. */
export function setValue(document: Document, entry: Entry, value: string): TextEdit[] {
  return replace(document, entry, value, quoteOf(slice(document.text, entry.valueSpan)));
}

/** Replaces the scalar by a text in quotes: without them YAML would take some texts for numbers and the like. */
export function setText(document: Document, entry: Entry, value: string): TextEdit[] {
  return replace(document, entry, value, quoteOf(slice(document.text, entry.valueSpan)) ?? '"');
}

function replace(document: Document, entry: Entry, value: string, quote: Spelling['quote']): TextEdit[] {
  const { keySpan, valueSpan } = entry;
  const written = slice(document.text, valueSpan);
  const flow = isInFlow(entry);
  const spelled = spellScalar(value, { flow, quote });
  const gapStart = Math.min(keySpan.end, valueSpan.start);
  const ink = inkOf(document);
  const gap = ink.slice(gapStart, valueSpan.start);
  const tag = /(?<=^|[\s:])![^\s,]*[ \t]*(?=(?:&\S+)?\s*$)/.exec(gap);
  const edits: TextEdit[] = [];
  if (tag) edits.push({ span: { start: gapStart + tag.index, end: gapStart + tag.index + tag[0].length }, newText: '' });
  const lead = written === '' ? leadOf(document, ink, entry, gap, flow) : '';
  return [...edits, { span: valueSpan, newText: lead + spelled }];
}

/** Renames the last key of the path, keeping its quotes; a place in a list has no name. */
export function setKey(document: Document, entry: Entry, key: string): TextEdit[] {
  if (entry.path.at(-1)?.kind !== 'key') return [];
  const quote = quoteOf(slice(document.text, entry.keySpan));
  return [{ span: entry.keySpan, newText: spellScalar(key, { flow: isInFlow(entry), quote }) }];
}

/** What must stand between a key without a value and its new one. */
function leadOf(document: Document, ink: string, entry: Entry, gap: string, flow: boolean): string {
  if (gap.includes(':') || entry.path.at(-1)?.kind === 'item') return ' ';
  const keyStart = startOfKey(ink, entry.keySpan.start);
  if (flow || ink[keyStart] !== '?') return ': ';
  return `${lineEndOf(document.text)}${' '.repeat(columnOf(ink, keyStart))}: `;
}
