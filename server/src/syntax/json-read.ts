import { findNodeAtOffset, parseTree, printParseErrorCode, visit, type Node, type ParseError, type ParseErrorCode } from 'jsonc-parser';
import { slice, type Span } from '../text/span.js';
import { maskTemplates } from './json-templates.js';
import type { Entry, PathSegment, Section } from './syntax.js';

/** What the tree of a text holds, in the order of the text. */
export interface Tree {
  readonly entries: Entry[];
  readonly sections: Section[];
  readonly byNode: Map<Node, Section>;
}

/** The tree of a text, as far as it can be read; a text of blanks has none. */
export interface Parsed {
  readonly root: Node | undefined;
  readonly errors: readonly ParseError[];
  /** What the parser was given: the text without its templates. */
  readonly plain: string;
  /** Keys without a value, which the tree has not. */
  readonly halves: readonly Span[];
}

/** A key at the end of its line, and nothing before it but a brace, that has no value yet, before the line of another key: the parser would take that one for its value. */
const half = /(?<=^|\{)[ \t]*"(?:[^"\\\r\n]|\\.)*"?[ \t]*:?[ \t]*,?[ \t]*$(?=\s*"(?:[^"\\\r\n]|\\.)*"[ \t]*:)/gm;

/** Reads a text; one that is being typed as if its unfinished lines were not there, and one that is a template as what may come of it. */
export function treeOf(text: string): Parsed {
  const asWritten = parsed(text);
  if (asWritten.errors.length === 0) return { ...asWritten, plain: text, halves: [] };
  // Java's reader passes over the mark at the beginning
  const plain = maskTemplates(text.replace(/^\ufeff/, ' '));
  const { root, errors: others } = parsed(plain);
  const errors = [...others, ...asWritten.errors.filter(({ error }) => printParseErrorCode(error) === 'UnexpectedEndOfComment')];
  const halves =
    errors.length === 0 ? [] : [...plain.matchAll(half)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
  if (halves.length === 0) return { root, errors, plain, halves };
  return { root: parsed(plain.replace(half, line => ' '.repeat(line.length))).root, errors, plain, halves };
}

function parsed(text: string): Pick<Parsed, 'root' | 'errors'> {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  // behind an open comment the parser counts one character too many
  for (let node: Measured | undefined = root; node; node = node.children?.at(-1))
    node.length = Math.min(node.length, text.length - node.offset);
  return { root, errors };
}

interface Measured {
  readonly offset: number;
  length: number;
  readonly children?: readonly Measured[];
}

/** The scalars of a tree with their paths, and its objects. */
export function readTree(text: string, root: Node, { plain, halves }: Pick<Parsed, 'plain' | 'halves'>): Tree {
  const tree: Tree = { entries: [], sections: [], byNode: new Map() };
  readValue(root, { text, plain, tree, path: [], section: undefined, keySpan: undefined });
  for (const span of halves) addHalf(text, span, root, tree);
  tree.entries.sort((a, b) => a.span.start - b.span.start);
  return tree;
}

function addHalf(text: string, line: Span, root: Node, tree: Tree): void {
  const start = passOver(/[ \t]*/y, text, line.start);
  const keySpan = { start, end: passOver(/"(?:[^"\\\r\n]|\\.)*"?/y, text, start) };
  let around = findNodeAtOffset(root, line.start);
  while (around && around.type !== 'object') around = around.parent;
  const section = around && tree.byNode.get(around);
  if (!section) return;
  const colon = slice(text, { start: keySpan.end, end: line.end }).indexOf(':');
  const at = keySpan.end + colon + 1;
  const path = [...section.path, { kind: 'key', text: slice(text, keySpan).replace(/^"|"$/g, ''), span: keySpan } as const];
  addEntry({ start: at, end: at }, '', { tree, path, section, keySpan });
}

interface Place {
  readonly text: string;
  readonly plain: string;
  readonly tree: Tree;
  readonly path: readonly PathSegment[];
  readonly section: Section | undefined;
  readonly keySpan: Span | undefined;
}

function readValue(node: Node, place: Place): void {
  if (node.type === 'object') readObject(node, place);
  else if (node.type === 'array') {
    for (const [index, item] of childrenOf(node).entries()) {
      const keySpan = { start: item.offset, end: item.offset };
      readValue(item, { ...place, path: [...place.path, { kind: 'item', index, span: keySpan }], keySpan });
    }
  } else addEntry(spanOf(node), scalarText(node, place), place);
}

function readObject(object: Node, place: Place): void {
  const { text, tree, path, keySpan } = place;
  const section: Section = {
    path,
    part: 0,
    keySpan,
    span: contentOf(object),
    flow: !text.slice(object.offset, endOf(object)).includes('\n'),
  };
  tree.sections.push(section);
  tree.byNode.set(object, section);
  for (const property of childrenOf(object)) {
    const [key = property, value] = childrenOf(property);
    const segment: PathSegment = { kind: 'key', text: String(key.value), span: spanOf(key) };
    const inside = { ...place, path: [...path, segment], section, keySpan: segment.span };
    if (value) readValue(value, inside);
    else addEntry(missingValue(property, key), '', inside);
  }
}

/** The scalar at the end of a path; one that stands for the whole text has no key and is no entry. */
function addEntry(valueSpan: Span, value: string, { tree, path, section, keySpan }: Omit<Place, 'text' | 'plain'>): void {
  if (!keySpan) return;
  const span = { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) };
  tree.entries.push({ path, part: 0, keySpan, value, valueSpan, span, section });
}

/** Behind the colon, or behind the key where there is none yet. */
function missingValue({ colonOffset }: Node, key: Node): Span {
  const at = colonOffset === undefined || colonOffset < 0 ? endOf(key) : colonOffset + 1;
  return { start: at, end: at };
}

/**
 * What a Java program receives; a number as it is written, since Jackson hands it over so. Nothing for null. Of what has a template in
 * it the template.
 */
function scalarText(node: Node, { text, plain }: Pick<Place, 'text' | 'plain'>): string {
  const written = slice(text, spanOf(node));
  if (written !== slice(plain, spanOf(node))) return written.replace(/^"|"$/g, '');
  if (node.type === 'string') return String(node.value);
  return node.type === 'null' ? '' : written;
}

/** From the first property to the end of the last one; between the braces of an empty object. */
export function contentOf(object: Node): Span {
  const [first] = childrenOf(object);
  const last = childrenOf(object).at(-1);
  return first && last ? { start: first.offset, end: endOf(last) } : { start: object.offset + 1, end: object.offset + 1 };
}

/** The properties of an object, the items of a list; none of a scalar. */
export function childrenOf({ children = [] }: Node): readonly Node[] {
  return children;
}

/** The characters of a node. */
export function spanOf(node: Node): Span {
  return { start: node.offset, end: endOf(node) };
}

/** The offset behind the last character of a node. */
export function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** The offset behind what fits there; the same where nothing does. `pattern` is sticky. */
export function passOver(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** The comments as written; JSON itself has none, but many tools read them. */
export function commentsIn(text: string): readonly Span[] {
  if (!/\/[/*]/.test(text)) return [];
  const comments: Span[] = [];
  visit(text, { onComment: (offset, length) => comments.push({ start: offset, end: offset + length }) });
  return comments;
}

const sentences: Readonly<Partial<Record<ReturnType<typeof printParseErrorCode>, string>>> = {
  ColonExpected: 'A colon is missing between this key and its value.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing brace is missing.',
  CloseBracketExpected: 'A closing bracket is missing.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  EndOfFileExpected: 'The text should end before this: it holds one value only.',
  UnexpectedEndOfString: 'This string is not closed.',
  UnexpectedEndOfComment: 'This comment is not closed.',
  InvalidEscapeCharacter: 'A backslash may not stand before this character.',
  InvalidUnicode: 'This \\u is not followed by four hexadecimal digits.',
  InvalidCharacter: 'JSON does not allow this control character in a string.',
};

/** A sentence for people of what the parser stumbled over. */
export function sentenceOf(code: ParseErrorCode): string {
  return sentences[printParseErrorCode(code)] ?? 'JSON cannot be read here.';
}
