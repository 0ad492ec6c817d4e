import type { Span } from '../text/span.js';
import type { Document, Entry, ParseMemory, Section, Syntax, SyntaxProblem } from './syntax.js';
import { readByBlocks } from './yaml-blocks.js';
import { MOST_LEVELS } from './yaml-compose.js';
import type { Composed } from './yaml-compose.js';
import { insert } from './yaml-insert.js';
import { withoutLoneReturns } from './yaml-layout.js';
import { resolveAliases } from './yaml-node.js';
import { sentenceOf } from './yaml-problems.js';
import { readRoot } from './yaml-read.js';
import { recover, spanOfError } from './yaml-recover.js';
import type { Recovered } from './yaml-recover.js';
import { remove } from './yaml-remove.js';
import { setKey, setValue } from './yaml-replace.js';

const MOST_CHARACTERS = 10_000_000;

// SnakeYAML's `StreamReader.isPrintable`: one character outside it, and the whole file is refused.
const UNREADABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** YAML as SnakeYAML reads it for Spring Boot: version 1.1, several documents to a text. */
export const yaml: Syntax = { id: 'yaml', parse, setValue, setKey, remove, insert };

function parse(text: string, memory?: ParseMemory): Document {
  return (memory && readByBlocks(text, memory, parseWhole)) ?? parseWhole(text);
}

function parseWhole(text: string): Document {
  if (text.length > MOST_CHARACTERS)
    return refuse(text, 0, 'too-large', 'This text is longer than ten million characters and is not read.');
  const binaryAt = text.indexOf('\0');
  if (binaryAt !== -1) return refuse(text, binaryAt, 'not-text', 'This is not a text: it holds a NUL character.');
  const source = withoutLoneReturns(text);
  const { composed, errors } = recover(source);
  const { entries, sections, problems } = readParts(source, composed);
  const found = [...problems, ...problemsOf(source, { composed, errors })].sort((a, b) => a.span.start - b.span.start);
  return { syntax: 'yaml', text, entries, sections, comments: composed.comments, problems: found };
}

function refuse(text: string, at: number, kind: SyntaxProblem['kind'], message: string): Document {
  const problems = [{ kind, span: { start: at, end: at + 1 }, message }];
  return { syntax: 'yaml', text, entries: [], sections: [], comments: [], problems };
}

function readParts(text: string, { parts }: Composed): Pick<Document, 'entries' | 'sections' | 'problems'> {
  const entries: Entry[] = [];
  const sections: Section[] = [];
  const problems: SyntaxProblem[] = [];
  const reached = { count: 0 };
  const hasAnchors = text.includes('&');
  for (const [part, { contents, range }] of parts.entries()) {
    if (contents === null || contents.range[0] === contents.range[1]) sections.push(emptyRoot(part, range[1]));
    else {
      const aliases = hasAnchors ? resolveAliases(contents) : new Map<never, never>();
      readRoot({ text, part, entries, sections, problems, aliases, open: new Set(), reached }, contents);
    }
  }
  if (parts.length === 0) sections.push(emptyRoot(0, text.length));
  return { entries, sections, problems };
}

function emptyRoot(part: number, offset: number): Section {
  return { path: [], part, keySpan: undefined, span: { start: offset, end: offset }, flow: false };
}

/** The first thing in each document that the parser or SnakeYAML refuses, and where reading stopped. */
function problemsOf(text: string, { composed, errors }: Recovered): SyntaxProblem[] {
  const { parts, tabs, stopped } = composed;
  const refused = errors.map(error => ({
    at: error.pos[0],
    problem: notYaml(spanOfError(text, error), sentenceOf(error.code, error.message)),
  }));
  for (const span of tabs)
    refused.push({ at: span.start, problem: notYaml(span, 'SnakeYAML refuses a tab between a key, a sign and a value; use spaces.') });
  const unreadable = text.search(UNREADABLE);
  if (unreadable !== -1) {
    const span = { start: unreadable, end: unreadable + 1 };
    refused.push({
      at: unreadable,
      problem: notYaml(span, 'YAML does not allow this control character, and the whole text is refused for it.'),
    });
  }
  refused.sort((a, b) => a.at - b.at);
  const found: SyntaxProblem[] = [];
  const ends = parts.slice(0, -1).map(({ range }) => range[2]);
  let part = 0;
  let seen = -1;
  for (const { at, problem } of refused) {
    while (at >= (ends[part] ?? Infinity)) part++;
    if (part > seen) found.push(problem);
    seen = part;
  }
  if (stopped) found.push({ kind: 'too-large', span: { start: stopped.at, end: stopped.at }, message: SENTENCE_OF_STOP[stopped.why] });
  return found;
}

const SENTENCE_OF_STOP = {
  depth: `Values nest deeper than ${String(MOST_LEVELS)} levels here; the text is read up to this place.`,
  size: 'This text is too long; it is read up to this place.',
} as const;

function notYaml(span: Span, message: string): SyntaxProblem {
  return { kind: 'not-yaml', span, message };
}
