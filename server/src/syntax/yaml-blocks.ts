import type { Span } from '../text/span.js';
import type { Document, Entry, ParseMemory, PathSegment, Section, SyntaxProblem } from './syntax.js';

/** Longer texts are read in one piece, under the limits of the whole. */
const MOST_CHARACTERS = 1_000_000;

/** A plain key in the first column, which begins a block; no anchors, documents or directives are about. */
const BLOCK_KEY = /^[A-Za-z_][\w.-]*(?=:(?:[ \r\n]|$))/;

/** What one block depends on elsewhere in the text: anchors and references, document marks, directives, tabs and lone returns. */
const TIES = /[&*\t]|^(?:---|\.\.\.|%)|\r(?!\n)/m;

interface Block {
  readonly start: number;
  readonly text: string;
}

/**
 * Reads a text block by block, a block being a key in the first column with all below it, and keeps what each block says for the next
 * time: after an edit only the block that changed is read again. Undefined where a text is not as simple as that, or where a
 * block by itself has anything wrong with it: then the text has to be read as a whole, which gives the same for all others.
 */
export function readByBlocks(text: string, memory: ParseMemory, read: (text: string) => Document): Document | undefined {
  const blocks = blocksOf(text);
  if (!blocks) return undefined;
  const known = new Map<string, Document>();
  for (const { text: block } of blocks) {
    const document = memory.blocks.get(block) ?? read(block);
    if (document.problems.some(problem => problem.kind !== 'duplicate-key')) return undefined;
    known.set(block, document);
  }
  memory.blocks = known;
  return join(text, blocks, known);
}

function blocksOf(text: string): readonly Block[] | undefined {
  if (text.length > MOST_CHARACTERS || TIES.test(text)) return undefined;
  const starts: number[] = [];
  for (let line = 0; line < text.length; line = endOfLine(text, line)) {
    const first = text.charCodeAt(line);
    if (isNothing(first)) continue;
    if (!BLOCK_KEY.test(text.slice(line, line + 200))) return undefined;
    starts.push(line);
  }
  // what stands above the first key is blank or comment, and goes with it
  return starts.length < 2
    ? undefined
    : starts.map((start, i) => ({ start: i === 0 ? 0 : start, text: text.slice(i === 0 ? 0 : start, starts[i + 1]) }));
}

/** A line that begins so holds nothing in the first column: blank, indented, empty or a comment. */
function isNothing(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 35;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** One document of all blocks: everything moved to its place, below one root, with keys that two blocks share reported. */
function join(text: string, blocks: readonly Block[], known: ReadonlyMap<string, Document>): Document {
  const parts = blocks.flatMap(({ start, text: block }) => {
    const document = known.get(block);
    return document ? [{ start, document }] : [];
  });
  const first = rootOf(parts[0]?.document)?.span.start ?? 0;
  const last = parts.at(-1);
  const root: Section = {
    path: [],
    part: 0,
    keySpan: undefined,
    span: { start: first, end: (last?.start ?? 0) + (rootOf(last?.document)?.span.end ?? 0) },
    flow: false,
  };
  const moved = parts.map(({ start, document }) => moveBy(start, document, root));
  const problems = [...moved.flatMap(part => part.problems), ...repeatedKeys(parts)].sort((a, b) => a.span.start - b.span.start);
  return {
    syntax: 'yaml',
    text,
    entries: moved.flatMap(part => part.entries),
    sections: [root, ...moved.flatMap(part => part.sections)],
    comments: moved.flatMap(part => part.comments),
    problems,
  };
}

function rootOf(document: Document | undefined): Section | undefined {
  return document?.sections.find(section => section.path.length === 0);
}

function moveBy(distance: number, document: Document, root: Section): Pick<Document, 'entries' | 'sections' | 'comments' | 'problems'> {
  const move = ({ start, end }: Span): Span => ({ start: start + distance, end: end + distance });
  const movePath = (path: readonly PathSegment[]): readonly PathSegment[] =>
    path.map(segment => ({ ...segment, span: move(segment.span) }));
  const sections = new Map<Section | undefined, Section>();
  for (const section of document.sections) {
    const { path, keySpan, span } = section;
    if (path.length === 0) sections.set(section, root);
    else sections.set(section, { ...section, path: movePath(path), keySpan: keySpan && move(keySpan), span: move(span) });
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
function repeatedKeys(parts: readonly { readonly start: number; readonly document: Document }[]): readonly SyntaxProblem[] {
  const seen = new Set<string>();
  return parts.flatMap(({ start, document }): readonly SyntaxProblem[] => {
    const key = BLOCK_KEY.exec(document.text.slice(rootOf(document)?.span.start))?.[0] ?? '';
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const span = { start, end: start + key.length };
    return [{ kind: 'duplicate-key', span, message: `The key "${key}" is already set in this mapping.` }];
  });
}
