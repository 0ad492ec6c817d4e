import type { YAMLParseError } from 'yaml';
import { applyEdits } from '../text/edit.js';
import type { Span } from '../text/span.js';
import { compose } from './yaml-compose.js';
import type { Composed } from './yaml-compose.js';
import { lineSpan } from './yaml-layout.js';

// The composer goes on after these, but reads the neighbours of the broken place as a part of it.
const SPOILS_NEIGHBOURS: readonly string[] = [
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'TAB_AS_INDENT',
  'UNEXPECTED_TOKEN',
];

/** How many characters may be parsed again to get around broken places; an error costs as much as some fifty of them. */
const MOST_PARSED_AGAIN = 500_000;
const ERROR_COSTS = 50;

const TEMPLATE_LINE = /^[ \t]*\{\{.*\}\}[ \t]*\r?$/gm;

const BLOCK_HEADER = /:[ \t]+[|>][-+\d]*[ \t]*\r?\n$/;

/** What the parser says of a place that it cannot read. */
export type BrokenPlace = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** A tree without its broken places, and the first error of each document as it was before. */
export interface Recovered {
  readonly composed: Composed;
  readonly errors: readonly BrokenPlace[];
}

/**
 * Composes a text; where it is broken, blanks the line of the first error of each document and tries again, so that the entries
 * before and after it are found. Blanks keep all offsets.
 */
export function recover(text: string): Recovered {
  const first = compose(text);
  const errors = firstErrors(first);
  let composed = first;
  let source = text;
  let budget = MOST_PARSED_AGAIN - costOf(text, first);
  while (budget > 0) {
    const broken = firstErrors(composed).filter(error => SPOILS_NEIGHBOURS.includes(error.code));
    if (broken.length === 0) break;
    const mended = blankLines(source === text ? withoutTemplates(text) : source, broken);
    if (mended === source) break;
    source = mended;
    composed = compose(source);
    budget -= costOf(text, composed);
  }
  return { composed: { ...composed, comments: first.comments, tabs: first.tabs }, errors };
}

/** The first line of a block stays: YAML takes the indentation of the whole block from it, and reads blanks there otherwise. */
function withoutTemplates(text: string): string {
  return text.replace(TEMPLATE_LINE, (line, offset: number) =>
    BLOCK_HEADER.test(text.slice(lineSpan(text, offset - 1).start, offset)) ? line : blank(line),
  );
}

function costOf(text: string, { parts }: Composed): number {
  return text.length + ERROR_COSTS * parts.reduce((sum, { errors }) => sum + errors.length, 0);
}

/** What to point at for an error: from the broken place to the end of its line. */
export function spanOfError(text: string, error: BrokenPlace): Span {
  const place = placeOfError(text, error);
  const { end } = lineSpan(text, place);
  const indent = text.slice(place, end).search(/\S/);
  return { start: indent === -1 ? place : place + indent, end };
}

/** The offset of an error; for an unclosed quote that of the quote, instead of the place where the text ended. */
function placeOfError(text: string, { pos, message }: BrokenPlace): number {
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  return quote === undefined ? Math.min(pos[0], text.length) : text.lastIndexOf(quote, pos[0]);
}

function firstErrors({ parts, stopped }: Composed): BrokenPlace[] {
  // What is open where reading was stopped is not the text's fault.
  const before = stopped?.at ?? Infinity;
  return parts.map(part => part.errors.find(error => error.pos[0] < before)).filter(error => error !== undefined);
}

function blankLines(text: string, broken: readonly BrokenPlace[]): string {
  const lines = new Map(broken.map(error => lineSpan(text, placeOfError(text, error))).map(line => [line.start, line]));
  return applyEdits(
    text,
    [...lines.values()].map(span => ({ span, newText: blank(text.slice(span.start, span.end)) })),
  );
}

function blank(line: string): string {
  return line.replace(/[^\r\n]/g, ' ');
}
