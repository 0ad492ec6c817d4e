import type { Span } from '../text/span.js';
import { endBefore, startOfNext } from './dockerfile-ends.js';
import { endOfBody, heredocsIn } from './dockerfile-heredocs.js';

/** One instruction, its lines put together, and where its characters are written. */
export interface Line {
  /** Without the signs that continue it, comments and the blanks around it. */
  readonly text: string;
  /** For each character of the text its offset in the file. */
  readonly offsets: readonly number[];
  /** From the first to behind the last character that counts. */
  readonly span: Span;
  /** Where the last line ends that belongs to it, line end not included. */
  readonly end: number;
}

/** The lines of a Dockerfile as its builder sees them. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly comments: readonly Span[];
  /** The sign that escapes others and continues lines. */
  readonly escape: string;
}

/**
 * Puts lines together that one instruction has. Comments and empty lines between them do not end it, and what stands below `<<EOF` is none
 * of the instructions. Source: parser.go and directives.go of moby/buildkit, frontend/dockerfile/parser.
 */
export function linesIn(text: string): Lines {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const escape = escapeOf(text.slice(start));
  const lines: Line[] = [];
  const comments: Span[] = [];
  for (let at = start; at < text.length;) {
    const joined: Joined = { text: '', offsets: [] };
    at = joinLines(text, at, escape, joined, comments);
    const line = trimmed(joined, at, text);
    if (!line) continue;
    for (const heredoc of heredocsIn(line.text)) at = endOfBody(text, at, heredoc);
    lines.push({ ...line, end: endBefore(text, at) });
  }
  return { lines, comments, escape };
}

interface Joined {
  text: string;
  readonly offsets: number[];
}

/** Reads lines from here to the first that is not continued, and gives the start of the next one. */
function joinLines(text: string, from: number, escape: string, joined: Joined, comments: Span[]): number {
  let at = from;
  for (let isFirst = true, goesOn = true; goesOn && at < text.length; isFirst = false) {
    const next = startOfNext(text, at);
    const end = endBefore(text, next);
    const written = text.slice(at, end);
    const begin = written.search(/[^\s\x85]|\uFEFF/);
    if (text[at + begin] === '#' && begin >= 0) comments.push({ start: at + begin, end });
    const counts = begin >= 0 && text[at + begin] !== '#';
    const continued = counts ? signOf(written, escape) : undefined;
    if (counts) append(joined, written.slice(0, continued), at);
    goesOn = counts ? continued !== undefined : !isFirst;
    at = next;
  }
  return at;
}

function append(joined: Joined, written: string, at: number): void {
  joined.text += written;
  for (let i = 0; i < written.length; i++) joined.offsets.push(at + i);
}

/** Where the sign stands that continues the line; none where another one escapes it. */
function signOf(line: string, escape: string): number | undefined {
  let last = line.length - 1;
  while (line[last] === ' ' || line[last] === '\t') last--;
  return line[last] === escape && line[last - 1] !== escape ? last : undefined;
}

function trimmed({ text, offsets }: Joined, next: number, file: string): Line | undefined {
  const start = text.search(/[^\s\x85]|\uFEFF/);
  if (start < 0) return undefined;
  let end = text.length;
  while (/[^\S\uFEFF]|\x85/.test(text.charAt(end - 1))) end--;
  const own = offsets.slice(start, end);
  const span = { start: Math.min(...own.slice(0, 1)), end: Math.max(...own.slice(-1)) + 1 };
  return { text: text.slice(start, end), offsets: own, span, end: endBefore(file, next) };
}

/** Words for the builder itself stand before everything else, one a line; the first that is none ends them. */
function escapeOf(text: string): string {
  for (const line of text.split('\n', 4)) {
    const [, name = '', value = ''] = /^\s*#\s*([a-z][a-z0-9]*)\s*=\s*(.+?)\s*$/i.exec(line) ?? [];
    if (name.toLowerCase() === 'escape') return value === '`' ? '`' : '\\';
    if (!/^(syntax|check)$/i.test(name)) break;
  }
  return '\\';
}
