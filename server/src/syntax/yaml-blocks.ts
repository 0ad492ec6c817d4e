import type { Span } from '../text/span.js';
import type { Document, Entry, ParseMemory, PathSegment, RememberedBlock, Section, SyntaxProblem } from './syntax.js';

/** Longer texts are read in one piece, under the limits of the whole. */
const MOST_CHARACTERS = 1_000_000;

/** A plain key in the first column, which begins a block; no anchors, documents or directives are about. */
const BLOCK_KEY = /^[A-Za-z_][\w.-]*(?=:(?:[ \r\n]|$))/;

/** What one block depends on elsewhere in the text: anchors and references, document marks, directives, tabs and lone returns. */
const TIES = /[&*\t]|^(?:---|\.\.\.|%)|\r(?!\n)/m;

/** A plain value on a line of its own below a blank line and a comment: the parser takes it for a broken key where another key follows. */
const LOST_VALUE = /:[ ]*\r?\n(?:[ ]*\r?\n)+(?:[ ]*#[^\n]*\n)+[ ]+[^\s#:][^:\n]*(?:\n|$)/;

interface Block {
  readonly start: number;
  readonly text: string;
  /** The key in the first column; comments may stand above that of the first block. */
  readonly key: string;
  readonly keyStart: number;
}

/** What one block says by itself, and what is remembered of it. */
interface Part extends Block {
  readonly document: Document;
  readonly before: RememberedBlock | undefined;
}

/**
 * Reads a text block by block, a block being a key in the first column with all below it, and keeps what each block says for the next
 * time: after an edit only the block that changed is read again. Undefined where a text is not as simple as that, or where a
 * block by itself has anything wrong with it: then the text has to be read as a whole, which gives the same for all others.
 */
export function readByBlocks(text: string, memory: ParseMemory, read: (text: string) => Document): Document | undefined {
  const parts: Part[] = [];
  for (const block of blocksOf(text)) {
    const before = memory.blocks.get(block.text);
    const document = before?.document ?? read(block.text);
    if (document.problems.some(problem => problem.kind !== 'duplicate-key')) return undefined;
    parts.push({ ...block, document, before });
  }
  if (parts.length === 0) return undefined;
  const root = rootOf(text, parts);
  const blocks = parts.map(part => ({ document: part.document, start: part.start, placed: place(part, root) }));
  memory.blocks = new Map(blocks.map(block => [block.document.text, block]));
  const placed = blocks.map(block => block.placed);
  const problems = [...placed.flatMap(part => part.problems), ...repeatedKeys(parts)].sort((x, y) => x.span.start - y.span.start);
  return {
    syntax: 'yaml',
    text,
    entries: placed.flatMap(part => part.entries),
    sections: [root, ...placed.flatMap(part => part.sections)],
    comments: placed.flatMap(part => part.comments),
    problems,
  };
}

/** None where the text is not plain enough to be split. */
function blocksOf(text: string): readonly Block[] {
  if (text.length > MOST_CHARACTERS || TIES.test(text) || LOST_VALUE.test(text)) return [];
  const keys: { readonly keyStart: number; readonly key: string }[] = [];
  for (let line = 0; line < text.length; line = endOfLine(text, line)) {
    if (isNothing(text.charCodeAt(line))) continue;
    const key = BLOCK_KEY.exec(text.slice(line, line + 200))?.[0];
    if (key === undefined) return [];
    keys.push({ keyStart: line, key });
  }
  return keys.map(({ keyStart, key }, i) => {
    const start = i === 0 ? 0 : keyStart;
    return { start, keyStart, key, text: text.slice(start, keys[i + 1]?.keyStart) };
  });
}

/** A line that begins so holds nothing in the first column: blank, indented, empty or a comment. */
function isNothing(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 35;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The one root of all blocks, from the first key to the end of the last block. */
function rootOf(text: string, parts: readonly Part[]): Section {
  const span = { start: text.length, end: 0 };
  for (const { start, keyStart, document } of parts) {
    span.start = Math.min(span.start, keyStart);
    for (const section of document.sections.filter(isRoot)) span.end = start + section.span.end;
  }
  return { path: [], part: 0, keySpan: undefined, span, flow: false };
}

/** A block at its place in the whole text; what stands where it stood in the last version is taken from there. */
function place(part: Part, root: Section): RememberedBlock['placed'] {
  const { before } = part;
  if (before?.start !== part.start) return moveBy(part, root);
  const entries = before.placed.entries.map(entry => (entry.section && isRoot(entry.section) ? { ...entry, section: root } : entry));
  return { ...before.placed, entries };
}

function isRoot(section: Section): boolean {
  return section.path.length === 0;
}

function moveSpan({ start, end }: Span, distance: number): Span {
  return { start: start + distance, end: end + distance };
}

function moveBy({ start, document }: Part, root: Section): RememberedBlock['placed'] {
  const move = (span: Span): Span => moveSpan(span, start);
  const movePath = (path: readonly PathSegment[]): readonly PathSegment[] =>
    path.map(segment => ({ ...segment, span: move(segment.span) }));
  const sections = new Map<Section | undefined, Section>();
  for (const section of document.sections) {
    const { path, keySpan, span } = section;
    const moved = { ...section, path: movePath(path), keySpan: keySpan && move(keySpan), span: move(span) };
    sections.set(section, isRoot(section) ? root : moved);
  }
  const moveEntry = (entry: Entry): Entry => ({
    ...entry,
    path: movePath(entry.path),
    keySpan: move(entry.keySpan),
    valueSpan: move(entry.valueSpan),
    span: move(entry.span),
    section: sections.get(entry.section),
  });
  return {
    entries: document.entries.map(moveEntry),
    sections: [...sections.values()].filter(section => section !== root),
    comments: document.comments.map(move),
    problems: document.problems.map(problem => ({ ...problem, span: move(problem.span) })),
  };
}

/** The reader of one block cannot know that another block has the same key. */
function repeatedKeys(parts: readonly Part[]): readonly SyntaxProblem[] {
  const seen = new Set<string>();
  return parts.flatMap(({ key, keyStart }): readonly SyntaxProblem[] => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const span = { start: keyStart, end: keyStart + key.length };
    return [{ kind: 'duplicate-key', span, message: `The key "${key}" is already set in this mapping.` }];
  });
}
