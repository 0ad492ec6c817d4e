import { findNodeAtOffset, type Node } from 'jsonc-parser';
import type { TextEdit } from '../text/edit.js';
import { slice, type Span } from '../text/span.js';
import { childrenOf, endOf, treeOf } from './json-read.js';
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
  let node = root && memberAt(root, entry.span.start);
  while (node?.parent?.children?.length === 1 && node.parent.parent) node = memberOf(node.parent);
  if (!node?.parent) return [];
  const siblings = childrenOf(node.parent);
  const before = siblings[siblings.indexOf(node) - 1];
  const comma = commaAfter(text, endOf(node));
  const orphan = comma === undefined && before ? commaAfter(text, endOf(before)) : undefined;
  if (orphan !== undefined && /^[ \t]*$/.test(text.slice(orphan, node.offset)))
    return [{ span: { start: orphan - 1, end: endOf(node) }, newText: '' }];
  const edits = [{ span: withItsLine(text, { start: node.offset, end: comma ?? endOf(node) }), newText: '' }];
  return orphan === undefined ? edits : [{ span: { start: orphan - 1, end: orphan }, newText: '' }, ...edits];
}

/** The property or list item that begins at the offset. */
export function memberAt(root: Node, offset: number): Node | undefined {
  const found = findNodeAtOffset(root, offset);
  return found && memberOf(found);
}

/** The property that a node is the key or the value of, or the node itself as an item of a list; undefined for the root. */
function memberOf(node: Node): Node | undefined {
  if (node.parent?.type === 'property') return node.parent;
  return node.parent ? node : undefined;
}

/** The offset behind the comma that follows, blanks and comments between them; undefined where none does. */
export function commaAfter(text: string, offset: number): number | undefined {
  const gap = /^(?:\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*,/.exec(text.slice(offset));
  return gap ? offset + gap[0].length : undefined;
}

/** The region, and the whole line where nothing else is on it. */
function withItsLine(text: string, { start, end }: Span): Span {
  const lineStart = text.slice(0, start).replace(/[ \t]*$/, '').length;
  const lineEnd = /^[ \t]*(\r\n|\n|\r)/.exec(text.slice(end));
  const alone = lineStart === 0 || /[\r\n]/.test(text.charAt(lineStart - 1));
  if (alone && lineEnd) return { start: lineStart, end: end + lineEnd[0].length };
  const blanksAfter = text.length - end - text.slice(end).replace(/^[ \t]*/, '').length;
  return alone || lineEnd ? { start: lineStart, end } : { start, end: end + blanksAfter };
}

/** A number or boolean as JSON writes it without quotes. */
export function isLiteral(value: string): boolean {
  return /^(true|false|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(value);
}
