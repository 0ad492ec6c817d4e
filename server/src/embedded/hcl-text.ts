import type { Fact } from '../config/setting.js';
import { sourceOf } from '../syntax/hcl-scan.js';
import { spellInQuotes, spellTemplate } from '../syntax/hcl-spell.js';
import { readTemplate, type Template, type TemplatePiece } from '../syntax/hcl-template.js';
import { hcl } from '../syntax/hcl.js';
import { syntaxOf } from '../syntax/registry.js';
import type { Document, Entry } from '../syntax/syntax.js';
import { applyEdits, difference, type TextEdit } from '../text/edit.js';
import { slice, touches, type Span } from '../text/span.js';
import type { ScalarText } from './scalar-text.js';

/** Whether a value of HCL is a text that is written there, be it that parts of it are filled in later. */
export function isWrittenText({ text }: Document, { valueSpan }: Entry): boolean {
  return /^(?:"|<<-?[\p{L}_])/u.test(slice(text, valueSpan)) && valueSpan.end - valueSpan.start > 1;
}

/** Where lines of the text are filled in later, any key may be in them. */
export function factsOf({ value }: Entry): readonly Fact[] {
  return /^[^\S\n]*\$\{/m.test(value) ? ['partly-seen'] : [];
}

/** A whole text as a heredoc or a quoted text of HCL, read by the syntax that its name has; undefined where it has none. */
export function hclText(document: Document, entry: Entry, path: string): ScalarText | undefined {
  const syntax = syntaxOf(path, undefined);
  if (!syntax || !isWrittenText(document, entry)) return undefined;
  const written = readTemplate(sourceOf(document.text), entry.valueSpan.start);
  const template = syntax.id === 'json' ? written : { ...written, value: withoutLines(written.value) };
  return {
    document: syntax.parse(template.value),
    keys: undefined,
    outerSpan: span => outerSpan(template, span),
    innerOffset: outer => innerOffset(template, outer),
    outerEdits: text => {
      const edits = editsFor(template, text, document);
      return edits && isWritten(document, edits, entry, text) ? edits : undefined;
    },
  };
}

/** A line that begins with what is filled in later has no key that is known: it is read as a comment. */
function withoutLines(text: string): string {
  return text.replace(/^([^\S\n]*)\$\{/gm, '$1#{');
}

/** The last piece that begins at the offset or before it; pieces may be many. */
function pieceAt({ pieces }: Template, offset: number, side: 'inner' | 'outer'): TemplatePiece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && piece[side].start <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

function outerSpan(template: Template, { start, end }: Span): Span {
  const first = outerStart(template, start);
  return { start: first, end: end > start ? outerEnd(template, end) : first };
}

/** Where the character stands that begins at the offset. */
function outerStart(template: Template, offset: number): number {
  const piece = pieceAt(template, offset, 'inner');
  if (!piece) return template.start;
  if (offset >= piece.inner.end) return piece.outer.end;
  return piece.same ? piece.outer.start + offset - piece.inner.start : piece.outer.start;
}

/** Behind the character that ends at the offset, of which there is one. */
function outerEnd(template: Template, offset: number): number {
  const piece = pieceAt(template, offset - 1, 'inner');
  if (!piece) return template.start;
  return piece.same ? piece.outer.start + offset - piece.inner.start : piece.outer.end;
}

/** Blanks that are taken off a line belong to its beginning. */
function innerOffset(template: Template, outer: number): number | undefined {
  const { pieces, start, end } = template;
  const last = pieces.at(-1)?.outer.end ?? start;
  if (!touches({ start, end: Math.min(last, end) }, outer)) return undefined;
  const piece = pieceAt(template, outer, 'outer');
  if (!piece) return 0;
  if (outer <= piece.outer.end) return piece.same ? piece.inner.start + outer - piece.outer.start : piece.inner.start;
  return piece.inner.end;
}

/** A change within one line, or else the lines that differ; those that stay are written as they are now. */
function editsFor(template: Template, after: string, { text }: Document): readonly TextEdit[] | undefined {
  const [old, fresh] = [linesOf(template.value), linesOf(after)];
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const [gone, come] = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)];
  const [line, other] = [gone[0], come[0]];
  const inner = old.slice(0, start).join('').length;
  if (line !== undefined && other !== undefined && gone.length === 1 && come.length === 1) {
    const { span, newText } = difference(line, other);
    const within = { start: inner + span.start, end: inner + span.end };
    if (isVerbatim(template, within) && !newText.includes('\n'))
      return [{ span: outerSpan(template, within), newText: spell(template, newText) }];
  }
  const raw = rawLines(template, gone, inner, text);
  const written: string[] = [];
  for (const one of come) {
    const known = raw.get(one);
    // what is filled in later would be written as if it were meant by the letter
    if (known === undefined && one.includes('${')) return undefined;
    const lead = one.trim() === '' ? '' : (template.indent ?? '');
    written.push(known ?? lead + spell(template, one));
  }
  const span = { start: lineStart(template, inner), end: lineStart(template, inner + gone.join('').length) };
  return [{ span, newText: written.join('') }];
}

/** The lines of a text with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Whether the characters are written as they are read, or none are there. */
function isVerbatim({ pieces }: Template, { start, end }: Span): boolean {
  return pieces.every(({ inner, same }) => same || inner.end <= start || end <= inner.start);
}

function spell({ indent }: Template, text: string): string {
  return indent === undefined ? spellInQuotes(text) : spellTemplate(text);
}

/** How each of these lines is written now. */
function rawLines(template: Template, lines: readonly string[], inner: number, text: string): ReadonlyMap<string, string> {
  const raw = new Map<string, string>();
  let at = inner;
  for (const line of lines) {
    raw.set(line, text.slice(lineStart(template, at), lineStart(template, at + line.length)));
    at += line.length;
  }
  return raw;
}

/** Where the line is written, its indentation included. */
function lineStart(template: Template, inner: number): number {
  return inner === 0 ? template.start : outerEnd(template, inner);
}

/** Whether the outer text has the inner one after the edits, but for blanks that all its lines have. */
function isWritten({ text }: Document, edits: readonly TextEdit[], entry: Entry, inner: string): boolean {
  const again = hcl.parse(applyEdits(text, edits)).entries.find(({ valueSpan }) => valueSpan.start === entry.valueSpan.start);
  return again !== undefined && unindented(withoutLines(again.value)) === unindented(withoutLines(inner));
}

function unindented(text: string): string {
  const lines = linesOf(text).map(line => line.trimEnd());
  const written = lines.filter(line => line !== '');
  const least = written.reduce((fewest, line) => Math.min(fewest, line.length - line.trimStart().length), Infinity);
  return lines.map(line => line.slice(least)).join('\n');
}
