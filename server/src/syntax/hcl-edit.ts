import type { TextEdit } from '../text/edit.js';
import { slice, type Span } from '../text/span.js';
import { endOfLine, sourceOf } from './hcl-scan.js';
import { isName, respellHeredoc, spellKey, spellQuoted, startOfLine } from './hcl-spell.js';
import { readTemplate } from './hcl-template.js';
import { isHclLiteral } from './hcl-value.js';
import type { Document, Entry, Section } from './syntax.js';

/** Replaces the value: a heredoc stays one if it can, a bare number or boolean stays bare, everything else is a text in quotes. */
export function setValue({ text }: Document, entry: Entry, value: string): TextEdit[] {
  const { keySpan, valueSpan } = entry;
  const written = slice(text, valueSpan);
  const heredoc = written.startsWith('<<')
    ? respellHeredoc(written, value, readTemplate(sourceOf(text), valueSpan.start).indent)
    : undefined;
  const isBare = isHclLiteral(value) && (written === '' ? isName(slice(text, keySpan)) : isHclLiteral(written));
  const spelled = heredoc ?? (isBare ? value : spellQuoted(value));
  const signs = text.slice(keySpan.end, valueSpan.start);
  const lead = written !== '' || keySpan.end === keySpan.start ? '' : /[=:]$/.test(signs) ? ' ' : ' = ';
  return [{ span: valueSpan, newText: lead + spelled }];
}

/** Renames the last key of the path; a sign that is aligned with others stays where it is, if it can. */
export function setKey({ text }: Document, entry: Entry, key: string): TextEdit[] {
  const { keySpan } = entry;
  if (entry.path.at(-1)?.kind !== 'key') return [];
  const spelled = text[keySpan.start] === '"' ? spellQuoted(key) : spellKey(key);
  const rest = text.slice(keySpan.end, endOfLine(text, keySpan.end));
  const blanks = rest.search(/[^ ]|$/);
  if (blanks < 2 || rest[blanks] !== '=') return [{ span: keySpan, newText: spelled }];
  const end = keySpan.end + blanks;
  return [{ span: { start: keySpan.start, end }, newText: spelled.padEnd(end - keySpan.start - 1) + ' ' }];
}

/** Removes the entry with its comma and its line; an object that it leaves empty goes too. */
export function remove(document: Document, entry: Entry): TextEdit[] {
  const { text, sections } = document;
  let member: Span = entry.span;
  for (let section = entry.section; section;) {
    const { path, keySpan, span } = section;
    const brace = braceOf(text, section);
    const end = text.indexOf('}', span.end) + 1;
    if (!keySpan || end === 0 || !/^\s*[=:]\s*$/.test(text.slice(keySpan.end, brace)) || !isAlone(text, member, section)) break;
    member = { start: keySpan.start, end };
    const inner = section;
    section = sections.findLast(
      one => one.path.length === path.length - 1 && one.span.start <= keySpan.start && one.span.end >= inner.span.end,
    );
  }
  return [{ span: withItsLine(text, withItsComma(text, member)), newText: '' }];
}

/** The brace that opens a section which has a key. */
export function braceOf(text: string, { span }: Section): number {
  let at = span.start - 1;
  while (/\s/.test(text.charAt(at))) at--;
  return at;
}

function isAlone(text: string, { start, end }: Span, { span }: Section): boolean {
  return text.slice(span.start, start).trim() === '' && /^\s*,?\s*$/.test(text.slice(end, Math.max(end, span.end)));
}

/** With the comma behind it, or with the one before it if it is the last of a line. */
function withItsComma(text: string, { start, end }: Span): Span {
  const behind = /^[ \t]*,/.exec(text.slice(end, endOfLine(text, end)));
  if (behind) return { start, end: end + behind[0].length };
  const before = /,[ \t]*$/.exec(text.slice(startOfLine(text, start), start));
  return { start: start - (before?.[0].length ?? 0), end };
}

/** The region, and the whole line where nothing else is on it. */
function withItsLine(text: string, { start, end }: Span): Span {
  const lineStart = startOfLine(text, start);
  const lineEnd = endOfLine(text, end);
  const isFirst = text.slice(lineStart, start).trim() === '';
  const isLast = /^[ \t]*(?:(?:#|\/\/).*)?$/.test(text.slice(end, lineEnd));
  if (isFirst && isLast) return { start: lineStart, end: text[lineEnd] === '\r' ? lineEnd + 2 : Math.min(lineEnd + 1, text.length) };
  const isBetween = isFirst || /[ \t]/.test(text.charAt(start - 1));
  return { start, end: isBetween ? end + text.slice(end, lineEnd).search(/[^ \t]|$/) : end };
}
