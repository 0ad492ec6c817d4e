import type { TextEdit } from '../text/edit.js';
import { slice } from '../text/span.js';
import { braceOf } from './hcl-edit.js';
import { aligned } from './hcl-align.js';
import { endOfLine } from './hcl-scan.js';
import { indentOf, spellKey, spellQuoted, startOfLine } from './hcl-spell.js';
import { isHclLiteral } from './hcl-value.js';
import type { Document, Entry, Place, Section } from './syntax.js';

/** Adds a key behind another one or at the end of an object or block, nested keys as objects, laid out like its neighbours. */
export function insert(
  document: Document,
  place: Place,
  keys: readonly string[],
  value: string,
  together: readonly string[] = keys,
): TextEdit[] {
  const section = 'after' in place ? place.after.section : 'in' in place ? place.in : document.sections[0];
  const [key = '', ...deeper] = keys;
  if (!section) return [];
  if (deeper.length > 0) {
    const inner = document.sections.find(one => isKeyOf(one, section, key));
    if (inner) return insert(document, { in: inner }, deeper, value);
    if (document.entries.some(entry => isKeyOf(entry, section, key))) return [];
  }
  // an item of a list has nothing behind it but another item
  const after = 'after' in place && isIn(place.after, section) ? place.after : document.entries.findLast(entry => isIn(entry, section));
  if (after) return behind(document, after, section, { keys, value, together });
  if (!section.keySpan) return atEnd(document, keys, value);
  const isFilled = section.flow && section.span.end > section.span.start;
  return isFilled ? unfolded(document, section, keys, value) : into(document, section, keys, value);
}

/** Whether it stands right below the section under this key. */
function isKeyOf({ path, span }: Pick<Section, 'path' | 'span'>, section: Section, key: string): boolean {
  const last = path.at(-1);
  const isInside = section.keySpan === undefined || (section.span.start <= span.start && span.end <= section.span.end);
  return path.length === section.path.length + 1 && last?.kind === 'key' && last.text === key && isInside;
}

function isIn({ section, path }: Entry, holder: Section): boolean {
  return section === holder && path.length === holder.path.length + 1;
}

interface Added {
  readonly keys: readonly string[];
  readonly value: string;
  readonly together: readonly string[];
}

function behind(document: Document, after: Entry, section: Section, { keys, value, together }: Added): TextEdit[] {
  const { text } = document;
  const { end } = after.span;
  const indent = indentOf(text, after.span.start);
  const [key = '', ...deeper] = keys;
  const neighbour = deeper.length === 0 ? slice(text, after.valueSpan) : '';
  const isFirst = startOfLine(text, after.span.start) + indent.length === after.span.start;
  const rest = /^([ \t]*,)?[ \t]*(?:(?:#|\/\/).*|\/\*.*\*\/[ \t]*)?$/.exec(text.slice(end, endOfLine(text, end)));
  const isBlock = !section.keySpan || /^[ \t]*$/.test(text.slice(section.keySpan.end, braceOf(text, section)));
  if (!rest || !isFirst) {
    if (isBlock) return section.flow ? unfolded(document, section, keys, value) : [];
    return [{ span: { start: end, end }, newText: `, ${written(keys, spelled(value, neighbour), ' = ', undefined)}` }];
  }
  const { signs, shifts } =
    deeper.length === 0 ? aligned(document, after, spellKey(key), together.map(spellKey)) : { signs: ' = ', shifts: [] };
  const line = written(keys, spelled(value, neighbour), signs, { indent, unit: unitOf(text), eol: lineEndOf(text) });
  const at = end + rest[0].trimEnd().length;
  return [...shifts, { span: { start: at, end: at }, newText: `${lineEndOf(text)}${indent}${line}${rest[1] === undefined ? '' : ','}` }];
}

/** Into an object or block without keys, behind what else stands there. */
function into(document: Document, section: Section, keys: readonly string[], value: string): TextEdit[] {
  const { text } = document;
  const brace = braceOf(text, section);
  const [outer, unit, eol] = [indentOf(text, brace), unitOf(text), lineEndOf(text)];
  const line = written(keys, spellQuoted(value), ' = ', { indent: outer + unit, unit, eol });
  const end = Math.max(section.span.end, brace + 1);
  const blanks = text.slice(end).search(/\S|$/);
  const isClosed = text[end + blanks] === '}';
  // what follows on the line may be a comment, but the brace must not be in it
  const tail = text.slice(end, end + blanks).includes('\n') ? '' : `${eol}${outer}`;
  return [{ span: { start: end, end: isClosed && tail !== '' ? end + blanks : end }, newText: `${eol}${outer}${unit}${line}${tail}` }];
}

/** A block on one line can hold one attribute only. */
function unfolded(document: Document, section: Section, keys: readonly string[], value: string): TextEdit[] {
  const { text } = document;
  const { span } = section;
  const brace = braceOf(text, section);
  const [outer, unit, eol] = [indentOf(text, brace), unitOf(text), lineEndOf(text)];
  const line = written(keys, spellQuoted(value), ' = ', { indent: outer + unit, unit, eol });
  return [
    { span: { start: brace + 1, end: span.start }, newText: eol + outer + unit },
    { span: { start: span.end, end: text.indexOf('}', span.end) }, newText: `${eol}${outer}${unit}${line}${eol}${outer}` },
  ];
}

function atEnd({ text }: Document, keys: readonly string[], value: string): TextEdit[] {
  const eol = lineEndOf(text);
  const line = written(keys, spellQuoted(value), ' = ', { indent: '', unit: unitOf(text), eol });
  const lead = text === '' || text.endsWith('\n') ? '' : eol;
  return [{ span: { start: text.length, end: text.length }, newText: lead + line + eol }];
}

interface Layout {
  readonly indent: string;
  readonly unit: string;
  readonly eol: string;
}

/** The key with its value; on one line where there is no layout. */
function written([key = '', ...deeper]: readonly string[], spelledValue: string, signs: string, layout: Layout | undefined): string {
  if (deeper.length === 0) return spellKey(key) + signs + spelledValue;
  if (!layout) return `${spellKey(key)} = { ${written(deeper, spelledValue, ' = ', layout)} }`;
  const { indent, unit, eol } = layout;
  const inner = written(deeper, spelledValue, ' = ', { ...layout, indent: indent + unit });
  return `${spellKey(key)} = {${eol}${indent}${unit}${inner}${eol}${indent}}`;
}

/** Bare only where the neighbour is. */
function spelled(value: string, neighbour: string): string {
  return isHclLiteral(neighbour) && isHclLiteral(value) ? value : spellQuoted(value);
}

/** One step of indentation: that of the first line that has one. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
