import { findNodeAtOffset, type Node } from 'jsonc-parser';
import type { TextEdit } from '../text/edit.js';
import { slice } from '../text/span.js';
import { commaAfter, isLiteral } from './json-edit.js';
import { childrenOf, endOf, passOver, treeOf } from './json-read.js';
import type { Document, Place } from './syntax.js';

/** Adds a property behind another one or at the end of an object, nested keys as objects, laid out like its neighbours. */
export function insert(document: Document, place: Place, keys: readonly string[], value: string): TextEdit[] {
  const { text } = document;
  const { root } = treeOf(text);
  if (!root) return text.trim() === '' ? [{ span: { start: 0, end: text.length }, newText: alone(document, keys, value) }] : [];
  const object = objectAt(root, place);
  if (object?.type !== 'object') return [];
  const properties = childrenOf(object);
  const after =
    'after' in place ? properties.find(one => one.offset <= place.after.span.start && place.after.span.start < endOf(one)) : undefined;
  const neighbour = after ?? properties.at(-1);
  return neighbour ? insertBehind(document, object, neighbour, keys, value) : insertInto(document, object, keys, value);
}

/** The object that is to hold the new property: around what stands there, or the one that begins there. */
function objectAt(root: Node, place: Place): Node | undefined {
  if ('atEnd' in place) return root;
  let found = findNodeAtOffset(root, 'in' in place ? place.in.span.start : place.after.span.start);
  while (found && found.type !== 'object') found = found.parent;
  return found;
}

function insertBehind(document: Document, object: Node, neighbour: Node, keys: readonly string[], value: string): TextEdit[] {
  const { text } = document;
  const end = endOf(neighbour);
  const comma = commaAfter(text, end);
  const flow = !text.slice(object.offset, neighbour.offset).includes('\n');
  const indent = indentOf(text, neighbour.offset);
  const property = written(document, keys, value, { flow, indent, neighbour });
  if (flow) {
    const at = comma ?? end;
    return [{ span: { start: at, end: at }, newText: comma === undefined ? `, ${property}` : ` ${property},` }];
  }
  const from = comma ?? end;
  // a remark at the end of the line belongs to the neighbour
  const remarkEnd = passOver(/[ \t]*(\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*(?=[\r\n]))?/y, text, from);
  const rest = /^[\r\n]|^$/.test(text.slice(remarkEnd, remarkEnd + 1)) ? text.slice(from, remarkEnd).trimEnd().length : 0;
  const line = {
    span: { start: from + rest, end: from + rest },
    newText: `${lineEndOf(text)}${indent}${property}${comma === undefined ? '' : ','}`,
  };
  return comma === undefined ? [{ span: { start: end, end }, newText: ',' }, line] : [line];
}

/** Into an object without properties, whose comments stay. */
function insertInto(document: Document, object: Node, keys: readonly string[], value: string): TextEdit[] {
  const { text } = document;
  // its brace may not be typed yet
  const end = Math.max(object.offset + 1, text.charAt(endOf(object) - 1) === '}' ? endOf(object) - 1 : endOf(object));
  const inside = text.slice(object.offset + 1, end);
  const outer = indentOf(text, object.offset);
  const indent = outer + unitOf(document);
  const property = written(document, keys, value, { flow: false, indent, neighbour: undefined });
  const eol = lineEndOf(text);
  const start = object.offset + 1 + inside.trimEnd().length;
  return [{ span: { start, end }, newText: `${eol}${indent}${property}${eol}${outer}` }];
}

function alone(document: Document, keys: readonly string[], value: string): string {
  const indent = unitOf(document);
  const eol = lineEndOf(document.text);
  return `{${eol}${indent}${written(document, keys, value, { flow: false, indent, neighbour: undefined })}${eol}}${eol}`;
}

interface Layout {
  readonly flow: boolean;
  readonly indent: string;
  readonly neighbour: Node | undefined;
}

/** The property as it is written, with the signs of its neighbour. */
function written(document: Document, keys: readonly string[], value: string, { flow, indent, neighbour }: Layout): string {
  const [key = '', ...deeper] = keys;
  const colon = colonOf(document.text, neighbour);
  if (deeper.length === 0) return `${JSON.stringify(key)}${colon}${spelled(value, neighbour)}`;
  const inner = indent + unitOf(document);
  const eol = lineEndOf(document.text);
  const rest = written(document, deeper, value, { flow, indent: inner, neighbour: undefined });
  return `${JSON.stringify(key)}${colon}${flow ? `{ ${rest} }` : `{${eol}${inner}${rest}${eol}${indent}}`}`;
}

/** Bare only where the neighbours write numbers and booleans bare. */
function spelled(value: string, neighbour: Node | undefined): string {
  const siblings = neighbour?.parent?.children ?? [];
  const bare = siblings.some(({ children }) => children?.[1]?.type === 'number' || children?.[1]?.type === 'boolean');
  return bare && isLiteral(value) ? value : JSON.stringify(value);
}

function colonOf(text: string, neighbour: Node | undefined): string {
  const [key, value] = neighbour?.children ?? [];
  const signs = key && value ? slice(text, { start: endOf(key), end: value.offset }) : '';
  return /^[ \t]*:[ \t]*$/.test(signs) ? signs : ': ';
}

/** The blanks at the beginning of the line that holds the offset. */
function indentOf(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return text.slice(start, Math.min(offset, passOver(/[ \t]*/y, text, start)));
}

/** One step of indentation: that of the first line that has one. */
function unitOf({ text }: Document): string {
  return /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
