import type { TextEdit } from '../text/edit.js';
import { slice } from '../text/span.js';
import type { Document, Entry, PathSegment } from './syntax.js';
import { columnOf, inkOf, isInFlow, lineSpan, nextLineStart, startOfKey, writtenEntry } from './yaml-layout.js';

/** One step of the path with all that it holds, as far as it is to be removed. */
interface Region {
  readonly kind: PathSegment['kind'];
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
}

/** Removes the entry with its line; a mapping or list that it leaves empty goes too, up to the root. */
export function remove(document: Document, entry: Entry): TextEdit[] {
  const written = writtenEntry(document, entry);
  const ink = inkOf(document);
  const { path, keySpan, span } = written;
  const kind = path.at(-1)?.kind === 'item' ? 'item' : 'key';
  const start = kind === 'item' ? keySpan.start : startOfKey(ink, keySpan.start);
  return removeRegion(document, ink, written, path.length - 1, { kind, start, end: span.end, flow: isInFlow(written) });
}

/** Removes the item of a list that is a mapping with this pair; nothing where the pair stands in no such item. */
export function removeItem(document: Document, pair: Entry): TextEdit[] {
  const written = writtenEntry(document, pair);
  const { path, section } = written;
  const item = path.at(-2);
  if (item?.kind !== 'item' || !section) return [];
  const flow = item.span.start === item.span.end;
  const region: Region = { kind: 'item', start: flow ? section.span.start : item.span.start, end: section.span.end, flow };
  return removeRegion(document, inkOf(document), written, path.length - 2, region);
}

/** Removes what stands at a step of the path, and all around it that holds nothing else. */
function removeRegion(document: Document, ink: string, written: Entry, step: number, first: Region): TextEdit[] {
  let region = first;
  for (const [depth, parent] of [...written.path.entries()].slice(0, step).reverse()) {
    const opening = openingOf(ink.slice(parent.span.end, region.start), parent);
    const closing = opening && endWhenLast(ink, region, opening.bracket);
    if (opening === undefined || closing === undefined) break;
    // References to an anchor need a mapping or list there, if an empty one.
    if (opening.anchorEnd !== undefined) {
      const start = parent.span.end + opening.anchorEnd;
      return [{ span: { start, end: closing }, newText: region.kind === 'item' ? ' []' : ' {}' }];
    }
    region = regionOf(document, ink, written, depth, parent, closing);
  }
  return region.flow ? removeFromFlow(document, ink, region) : removeFromBlock(document, ink, region);
}

/** In broken text a child can be placed before what holds it, so the end is never before the key or dash. */
function regionOf(
  { sections }: Document,
  ink: string,
  { path, part }: Entry,
  depth: number,
  { kind, span }: PathSegment,
  end: number,
): Region {
  if (kind === 'item') return { kind, start: span.start, end: Math.max(span.end, end), flow: span.start === span.end };
  const around = path[depth - 1];
  const holder = sections.find(section => section.part === part && section.path.length === depth && section.path.at(-1) === around);
  return { kind, start: startOfKey(ink, span.start), end: Math.max(span.end, end), flow: holder?.flow === true };
}

/** What stands between a key or dash and its first child; `undefined` if there is more, so that the child is not the first. */
function openingOf(gap: string, parent: PathSegment): { bracket: string; anchorEnd: number | undefined } | undefined {
  if (gap === '' && parent.kind === 'item') return { bracket: 'pair', anchorEnd: undefined };
  const signs = gap.trimEnd();
  const bracket = /[[{]$/.exec(signs)?.[0] ?? '';
  const before = signs.slice(0, signs.length - bracket.length).trimEnd();
  const words = before
    .replace(/^\s*:/, '')
    .split(/\s+/)
    .filter(word => word !== '');
  if (!words.every(word => /^[&!]/.test(word))) return undefined;
  return { bracket, anchorEnd: words.some(word => word.startsWith('&')) ? before.length : undefined };
}

/** The end of the mapping or list whose only child the region is, closing bracket included; `undefined` if another child follows. */
function endWhenLast(ink: string, { kind, start, end }: Region, bracket: string): number | undefined {
  if (bracket === 'pair') return end;
  let next = skipBlank(ink, end);
  if (bracket !== '') {
    if (ink[next] === ',') next = skipBlank(ink, next + 1);
    return ink[next] === '}' || ink[next] === ']' ? next + 1 : undefined;
  }
  const isSibling =
    next < ink.length && !isMarker(ink, next) && columnOf(ink, next) >= columnOf(ink, start) && (kind === 'key' || ink[next] === '-');
  return isSibling ? undefined : end;
}

function removeFromFlow(document: Document, ink: string, { start, end }: Region): TextEdit[] {
  const line = lineSpan(ink, start);
  const comma = skipBlank(ink, end);
  const next = ink[comma] === ',' ? comma + 1 : undefined;
  const rest = ink.slice(next ?? end, lineSpan(ink, next ?? end).end);
  const ownLines = ink.slice(line.start, start).trim() === '' && rest.trim() === '';
  const span = ownLines
    ? { start: line.start, end: nextLineStart(ink, next ?? end) }
    : { start, end: skipSpaces(document.text, next ?? end) };
  if (next !== undefined) return [{ span, newText: '' }];
  const previous = ink.slice(0, start).trimEnd().length - 1;
  if (ink[previous] !== ',') return [{ span, newText: '' }];
  const commaGoes = { span: { start: previous, end: previous + 1 }, newText: '' };
  if (ownLines) return [commaGoes, { span, newText: '' }];
  const onlySpaceBetween = document.text.slice(previous + 1, start).trim() === '';
  return onlySpaceBetween ? [{ span: { start: previous, end }, newText: '' }] : [commaGoes, { span: { start, end }, newText: '' }];
}

function removeFromBlock({ text }: Document, ink: string, { start, end }: Region): TextEdit[] {
  const line = lineSpan(ink, start);
  const after = nextLineStart(ink, end);
  if (ink.slice(line.start, start).trim() === '') {
    return [{ span: { start: line.start, end: endOfDeeperComments(text, ink, after, start - line.start) }, newText: '' }];
  }
  // The entry shares its line with a dash: its neighbour moves up to the dash.
  let next = after;
  while (next < text.length && slice(text, lineSpan(ink, next)).trim() === '') next = nextLineStart(ink, next);
  return [{ span: { start, end: skipSpaces(text, next) }, newText: '' }];
}

/** Comments that are indented deeper than an entry are about it, and would be read as text below a block scalar. */
function endOfDeeperComments(text: string, ink: string, lineStart: number, column: number): number {
  let end = lineStart;
  for (let next = lineStart; next < text.length;) {
    const line = lineSpan(ink, next);
    const isBlank = slice(text, line).trim() === '';
    const isComment = !isBlank && slice(ink, line).trim() === '';
    if (!isBlank && !(isComment && slice(text, line).search(/\S/) > column)) return end;
    next = nextLineStart(ink, next);
    if (isComment) end = next;
  }
  return end;
}

function isMarker(ink: string, offset: number): boolean {
  return columnOf(ink, offset) === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(ink.slice(offset, offset + 4));
}

function skipBlank(ink: string, offset: number): number {
  const found = ink.slice(offset).search(/\S/);
  return found === -1 ? ink.length : offset + found;
}

function skipSpaces(ink: string, offset: number): number {
  let next = offset;
  while (ink[next] === ' ' || ink[next] === '\t') next++;
  return next;
}
