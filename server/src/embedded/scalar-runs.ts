import type { Document, Entry } from '../syntax/syntax.js';
import { difference, type TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import { styleOf, type Style } from './scalar-styles.js';

/** Characters of a scalar's value that are written as they are, or one sign that is written otherwise: an escape, a fold. */
interface Run {
  readonly inner: number;
  readonly outer: number;
  /** In the value. */
  readonly length: number;
  /** In the text; equal to `length` where they are written as they are. */
  readonly written: number;
}

/** A scalar with the place of each of its characters. */
export interface Runs {
  /** Where a span of the value stands in the text. */
  outerSpan(span: Span): Span;
  /** The offset in the value of one in the text; undefined outside of the scalar. */
  innerOffset(outer: number): number | undefined;
  /** The edit after which the scalar says another text; undefined where its style cannot say it. Whether it really does is not checked. */
  editTo(after: string): TextEdit | undefined;
}

/** A scalar of YAML or JSON sign by sign; undefined for a literal block, and where it is not clear how the text says the value. */
export function runsOf({ text }: Document, { value, valueSpan }: Entry): Runs | undefined {
  const style = styleOf(text, valueSpan);
  const [first, ...more] = (style && read(style, value)) ?? [];
  if (!style || !first) return undefined;
  const runs = [first, ...more];
  const last = more.at(-1) ?? first;

  const runAt = (offset: number): Run => more.reduce((found, run) => (run.inner <= offset ? run : found), first);
  const outerSpan = ({ start, end }: Span): Span => {
    const from = placeIn(runAt(start), start, 'start');
    // the end belongs to the character before it
    const to = end > start ? placeIn(runAt(end - 1), end, 'end') : from;
    return { start: from, end: to };
  };
  const innerOffset = (outer: number): number | undefined => {
    const run = runs.findLast(one => one.outer <= outer);
    if (!run || outer > last.outer + last.written) return undefined;
    return run.inner + Math.min(outer - run.outer, run.length);
  };
  const editTo = (after: string): TextEdit | undefined => {
    const { span, newText } = difference(value, after);
    const spelled = style.spell(newText);
    return spelled === undefined ? undefined : { span: outerSpan(span), newText: spelled };
  };
  return { outerSpan, innerOffset, editTo };
}

function read(style: Style, value: string): readonly Run[] | undefined {
  const runs: Run[] = [];
  let at = style.start;
  for (let inner = 0; inner < value.length;) {
    const rest = value.slice(inner, inner + longestFold);
    const sign = style.next(at, rest);
    // the last line ends as the next key begins, or not at all
    if (!sign && /^\n+$/.test(rest)) break;
    if (!sign || sign.end === at || !value.startsWith(sign.said, inner)) return undefined;
    add(runs, { inner, outer: at, length: sign.said.length, written: sign.end - at });
    inner += sign.said.length;
    at = sign.end;
  }
  return runs;
}

/** More blank lines than this in a row stand in no file that anybody wants to read. */
const longestFold = 100;

/** Runs that are written as they are and stand side by side are one. */
function add(runs: Run[], run: Run): void {
  const before = runs.at(-1);
  if (before && isPlain(before) && isPlain(run)) {
    runs[runs.length - 1] = { ...before, length: before.length + run.length, written: before.written + run.written };
  } else runs.push(run);
}

function isPlain({ length, written }: Run): boolean {
  return length === written;
}

/** A sign that is written otherwise has no inside. */
function placeIn(run: Run, offset: number, side: 'start' | 'end'): number {
  if (isPlain(run)) return run.outer + Math.min(offset - run.inner, run.written);
  return side === 'start' && offset < run.inner + run.length ? run.outer : run.outer + run.written;
}
