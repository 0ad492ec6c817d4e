import type { TextEdit } from '../text/edit.js';
import { slice } from '../text/span.js';
import type { Document, Entry, Place, Section } from './syntax.js';
import {
  columnOf,
  indentStep,
  inkOf,
  lineEndOf,
  lineSpan,
  nextLineStart,
  startOfKey,
  writtenEntry,
  writtenSection,
} from './yaml-layout.js';
import { spellScalar } from './yaml-spell.js';

/** What is to be written, and the mapping that gets it: after one of its entries, or at its end. */
interface Target {
  readonly section: Section;
  readonly after: Entry | undefined;
  readonly keys: readonly string[];
  readonly value: string;
}

/** Adds a pair, inside the mappings that its keys name as far as they exist; nothing if there is no mapping to hold it. */
export function insert(document: Document, place: Place, keys: readonly string[], value: string): TextEdit[] {
  const target = targetOf(document, place, keys, value);
  if (target === undefined || keys.length === 0) return [];
  const ink = inkOf(document);
  const parent = keylessParent(document, target);
  if (parent) return insertBelow(document, ink, target, parent);
  return target.section.flow ? insertInFlow(ink, target) : insertInBlock(document, ink, target);
}

function targetOf(document: Document, place: Place, keys: readonly string[], value: string): Target | undefined {
  let section = sectionOf(document, place);
  if (section === undefined) return undefined;
  let rest = keys;
  for (let child: Section | undefined; rest.length > 1 && (child = childOf(document, section, rest[0])); rest = rest.slice(1))
    section = child;
  const entry = 'after' in place && rest === keys ? writtenEntry(document, place.after) : undefined;
  const after = entry?.path.at(-1)?.kind === 'key' ? entry : undefined;
  return { section: writtenSection(document, section), after, keys: rest, value };
}

function sectionOf(document: Document, place: Place): Section | undefined {
  if ('in' in place) return place.in;
  if ('after' in place) return writtenEntry(document, place.after).section;
  const lastPart = Math.max(document.entries.at(-1)?.part ?? 0, document.sections.at(-1)?.part ?? 0);
  return document.sections.find(section => section.path.length === 0 && section.part === lastPart);
}

function childOf(document: Document, { path, part }: Section, key: string | undefined): Section | undefined {
  return document.sections.find(other => {
    const last = other.path.at(-1);
    const isChild = other.part === part && other.path.length === path.length + 1 && other.path.at(-2) === path.at(-1);
    return isChild && last?.kind === 'key' && last.text === key;
  });
}

/** The entry without a value that the first of several keys names already: the others go below it. */
function keylessParent(document: Document, { section, keys }: Target): Entry | undefined {
  if (keys.length < 2) return undefined;
  return document.entries.find(({ path, section: holder, valueSpan }) => {
    const last = path.at(-1);
    const isPair = holder?.part === section.part && path.length === section.path.length + 1;
    return (
      isPair &&
      holder.span.start === section.span.start &&
      last?.kind === 'key' &&
      last.text === keys[0] &&
      valueSpan.start === valueSpan.end
    );
  });
}

function insertBelow(document: Document, ink: string, { section, keys, value }: Target, { keySpan, valueSpan }: Entry): TextEdit[] {
  const below = keys.slice(1);
  if (section.flow) {
    const lead = slice(ink, { start: keySpan.end, end: valueSpan.start }).includes(':') ? ' ' : ': ';
    return [{ span: valueSpan, newText: `${lead}{ ${spellFlow(below, value)} }` }];
  }
  const column = columnOf(ink, startOfKey(ink, keySpan.start)) + indentStep(document, ink);
  return insertLines(document, ink, valueSpan.end, spellBlock(document, ink, below, value, column));
}

function insertInFlow(ink: string, { section, after, keys, value }: Target): TextEdit[] {
  const { start, end } = section.span;
  const pair = spellFlow(keys, value);
  // A pair in a list, `[a: 1]`, is a mapping without braces.
  if (ink[start] !== '{') return [insertAt(start, '{ '), insertAt(end, `, ${pair} }`)];
  if (after) return [insertAt(after.span.end, `, ${pair}`)];
  if (ink[end - 1] !== '}') return [];
  const inkEnd = ink.slice(0, end - 1).trimEnd().length;
  const last = ink[inkEnd - 1];
  if (last === '{') return [insertAt(inkEnd, ` ${pair}${inkEnd === end - 1 ? ' ' : ''}`)];
  return [insertAt(inkEnd, last === ',' ? ` ${pair}` : `, ${pair}`)];
}

function insertInBlock(document: Document, ink: string, { section, after, keys, value }: Target): TextEdit[] {
  const { span } = section;
  if (span.start === span.end) return insertLines(document, ink, span.start, spellBlock(document, ink, keys, value, 0));
  const lines = spellBlock(document, ink, keys, value, columnOf(ink, startOfKey(ink, span.start)));
  return insertLines(document, ink, (after ?? section).span.end, lines);
}

/** Puts whole lines after the line that an offset is in; before it, if the offset is the start of a line. */
export function insertLines(document: Document, ink: string, offset: number, lines: readonly string[]): TextEdit[] {
  const lineEnd = lineEndOf(document.text);
  const line = lineSpan(ink, offset);
  const at = line.start === offset ? offset : nextLineStart(ink, offset);
  const isAfterBreak = at === 0 || lineSpan(ink, at).start === at;
  if (isAfterBreak) return [insertAt(at, lines.map(text => text + lineEnd).join(''))];
  return [...keepOpenEnd(document), insertAt(at, lines.map(text => lineEnd + text).join(''))];
}

/** A block scalar that ends with the text has no line end in its value, and must not get one from the lines that follow now. */
function keepOpenEnd({ text, entries }: Document): TextEdit[] {
  const last = entries.find(({ valueSpan }) => valueSpan.end === text.length);
  const header = last && /^[|>]\d?(?![-+\d])/.exec(slice(text, last.valueSpan));
  return header ? [insertAt(last.valueSpan.start + header[0].length, '-')] : [];
}

function spellBlock(document: Document, ink: string, keys: readonly string[], value: string, column: number): string[] {
  const step = indentStep(document, ink);
  return keys.map((key, level) => {
    const isLast = level === keys.length - 1;
    return `${' '.repeat(column + level * step)}${spell(key, false)}:${isLast ? ` ${spell(value, false)}` : ''}`;
  });
}

function spellFlow(keys: readonly string[], value: string): string {
  return `${keys.map(key => `${spell(key, true)}: `).join('{ ')}${spell(value, true)}${' }'.repeat(keys.length - 1)}`;
}

function spell(text: string, flow: boolean): string {
  return spellScalar(text, { flow, quote: undefined });
}

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
