import type { Node } from 'jsonc-parser';
import type { TextEdit } from '../text/edit.js';
import { slice, type Span } from '../text/span.js';
import { childrenOf, endOf, passOver, treeOf } from './json-read.js';
import type { Document, Entry } from './syntax.js';

/** Replaces the value: a string stays a string, a bare number or boolean stays bare where the new value is one. */
export function setValue({ text }: Document, entry: Entry, value: string): TextEdit[] {
  const { keySpan, valueSpan } = entry;
  const written = slice(text, valueSpan);
  const bare = written !== '' && !written.startsWith('"') && isLiteral(value);
  const colon = written !== '' || entry.path.at(-1)?.kind === 'item' || text.slice(keySpan.end, valueSpan.end).includes(':');
  const lead = written === '' ? (colon ? ' ' : ': ') : '';
  return [{ span: valueSpan, newText: lead + (bare ? value : JSON.stringify(value)) }];
}

/** Renames the last key of the path; a place in a list has no name. */
export function setKey(_document: Document, entry: Entry, key: string): TextEdit[] {
  return entry.path.at(-1)?.kind === 'key' ? [{ span: entry.keySpan, newText: JSON.stringify(key) }] : [];
}

/** Removes the entry with its comma and its line; an object or list that it leaves empty goes too, up to the root. */
export function remove({ text }: Document, entry: Entry): TextEdit[] {
  const { root } = treeOf(text);
  const way = wayTo(root, entry.span.start);
  const target = way.findLast(({ siblings }, i) => i === 0 || siblings.length > 1);
  // one that is being typed is in no tree
  if (!target)
    return [{ span: withItsLine(text, { ...entry.span, end: commaAfter(text, entry.span.end) ?? entry.span.end }), newText: '' }];
  const { member, siblings } = target;
  const before = siblings[siblings.indexOf(member) - 1];
  const comma = commaAfter(text, endOf(member));
  const orphan = comma === undefined && before ? commaAfter(text, endOf(before)) : undefined;
  if (orphan !== undefined && /^[ \t]*$/.test(text.slice(orphan, member.offset)))
    return [{ span: { start: orphan - 1, end: endOf(member) }, newText: '' }];
  const edits = [{ span: withItsLine(text, { start: member.offset, end: comma ?? endOf(member) }), newText: '' }];
  return orphan === undefined ? edits : [{ span: { start: orphan - 1, end: orphan }, newText: '' }, ...edits];
}

/** A property or an item of a list, and all of its object or list. */
interface Member {
  readonly member: Node;
  readonly siblings: readonly Node[];
}

/** The member that begins at the offset, after those around it; none where none begins there. */
function wayTo(root: Node | undefined, offset: number): readonly Member[] {
  const way: Member[] = [];
  for (let container = root; container;) {
    const siblings = childrenOf(container);
    const member: Node | undefined = siblings.find(one => one.offset <= offset && offset < endOf(one));
    if (member) way.push({ member, siblings });
    if (member?.offset === offset) return way;
    container = member?.type === 'property' ? member.children?.[1] : member;
  }
  return [];
}

/** The offset behind the comma that follows, blanks and comments between them; undefined where none does. */
export function commaAfter(text: string, offset: number): number | undefined {
  const end = passOver(/(?:\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*,/y, text, offset);
  return end > offset ? end : undefined;
}

/** The region, and the whole line where nothing else is on it. */
function withItsLine(text: string, { start, end }: Span): Span {
  let lineStart = start;
  while (isBlank(text.charAt(lineStart - 1))) lineStart--;
  const lineEnd = passOver(/[ \t]*(\r\n|\n|\r)/y, text, end);
  const alone = lineStart === 0 || /[\r\n]/.test(text.charAt(lineStart - 1));
  if (alone && lineEnd > end) return { start: lineStart, end: lineEnd };
  return alone || lineEnd > end ? { start: lineStart, end } : { start, end: passOver(/[ \t]*/y, text, end) };
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

/** A number or boolean as JSON writes it without quotes. */
export function isLiteral(value: string): boolean {
  return /^(true|false|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(value);
}
