import { syntaxOf, syntaxes } from '../syntax/registry.js';
import type { Document, Entry } from '../syntax/syntax.js';
import { lineEndOf } from '../syntax/yaml-layout.js';
import { applyEdits, difference, type TextEdit } from '../text/edit.js';
import { slice, type Span } from '../text/span.js';
import type { Embedded } from './embedded.js';
import { blockLines, lineAt, type BlockLine } from './block-lines.js';
import { runsOf } from './scalar-runs.js';

/** What is known of a text by itself. */
export type ScalarText = Pick<Embedded, 'document' | 'keys' | 'outerSpan' | 'innerOffset' | 'outerEdits'>;

/**
 * A text as the value of a scalar, or the `part` of it that counts, read by the syntax that its name has; undefined where it has none. Spans
 * lead to the characters that say it, be they lines of a block or signs of a quoted scalar; where that is not clear, to the scalar.
 */
export function scalarText(document: Document, entry: Entry, path: string, part = whole(entry)): ScalarText | undefined {
  const syntax = syntaxOf(path, undefined);
  if (!syntax) return undefined;
  const inner = syntax.parse(slice(entry.value, part));
  const lines = blockLines(document, entry);
  const runs = lines ? undefined : runsOf(document, entry);
  return { document: inner, keys: undefined, outerSpan, innerOffset, outerEdits };

  function outerSpan({ start, end }: Span): Span {
    const span = { start: start + part.start, end: end + part.start };
    return lines ? spanIn(lines, span) : (runs?.outerSpan(span) ?? entry.valueSpan);
  }

  function innerOffset(outer: number): number | undefined {
    const offset = lines ? offsetIn(lines, outer) : runs?.innerOffset(outer);
    return offset === undefined || offset < part.start || offset > part.end ? undefined : offset - part.start;
  }

  function outerEdits(text: string): readonly TextEdit[] | undefined {
    const value = entry.value.slice(0, part.start) + text + entry.value.slice(part.end);
    const edit = runs?.editTo(value);
    const near = lines ? editsIn(lines, entry.value, value, document) : edit && [edit];
    const anew = syntaxes[document.syntax].setValue(document, entry, value);
    return [near, anew].find(edits => edits && isWritten(document, edits, entry, value));
  }
}

function whole({ value }: Entry): Span {
  return { start: 0, end: value.length };
}

function spanIn(lines: readonly BlockLine[], { start, end }: Span): Span {
  const [first, last] = [lineAt(lines, start), lineAt(lines, end)];
  return { start: first.outer + start - first.inner, end: last.outer + Math.min(end - last.inner, last.length) };
}

function offsetIn(lines: readonly BlockLine[], outer: number): number | undefined {
  const line = lines.find(one => one.lineStart <= outer && outer <= one.outer + one.length);
  return line && line.inner + Math.max(0, outer - line.outer);
}

/** The lines that differ, written with the indentation of the block; undefined where the block has no line to hold on to. */
function editsIn(lines: readonly BlockLine[], before: string, after: string, { text }: Document): readonly TextEdit[] | undefined {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const [gone, come] = [lines.slice(start, old.length - end), fresh.slice(start, fresh.length - end)];
  const [line, other] = [gone[0], come[0]];
  if (line && other !== undefined && gone.length === 1 && come.length === 1) {
    const { span, newText } = difference(slice(text, { start: line.outer, end: line.outer + line.length }), other);
    return [{ span: { start: line.outer + span.start, end: line.outer + span.end }, newText }];
  }
  const indentation = ' '.repeat(Math.max(...lines.map(({ indent }) => indent)));
  const lineEnd = lineEndOf(text);
  const written = come.map(one => (one === '' ? '' : indentation + one));
  const next = lines[start + gone.length];
  if (next) {
    const from = gone[0] ?? next;
    return [{ span: { start: from.lineStart, end: next.lineStart }, newText: written.map(one => one + lineEnd).join('') }];
  }
  const last = lines[start - 1];
  if (!last) return undefined;
  return [{ span: { start: endOf(last), end: endOf(gone.at(-1) ?? last) }, newText: written.map(one => lineEnd + one).join('') }];
}

function endOf({ outer, length }: BlockLine): number {
  return outer + length;
}

/** Whether the outer text has the inner one after the edits: the last word on what a scalar says is its reader's. */
function isWritten({ text, syntax }: Document, edits: readonly TextEdit[], entry: Entry, inner: string): boolean {
  const again = syntaxes[syntax].parse(applyEdits(text, edits));
  return again.entries.some(({ keySpan, value }) => keySpan.start === entry.keySpan.start && value === inner);
}
