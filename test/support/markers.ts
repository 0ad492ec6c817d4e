import type { Span } from '../../server/src/text/span.js';

/** A text without its markers, and the places that they marked, in offsets of that text. */
export interface Marked {
  readonly text: string;
  /** In the order of their starts. */
  readonly spans: readonly Span[];
  readonly cursors: readonly number[];
}

/**
 * Reads a text in which `[|…|]` marks a span (spans can be nested) and a lone `|` a cursor. A text that needs a `|` of its own, such as a
 * YAML block scalar, cannot be marked. Throws where a span is not closed or not opened.
 */
export function readMarked(marked: string): Marked {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  const cursors: number[] = [];
  let text = '';
  for (const piece of marked.split(/(\[\||\|\]|\|)/)) {
    if (piece === '[|') {
      const span = { start: text.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (piece === '|]') {
      const span = open.pop();
      if (span === undefined) throw new Error(`a span ends that never began: ${marked}`);
      span.end = text.length;
    } else if (piece === '|') cursors.push(text.length);
    else text += piece;
  }
  if (open.length > 0) throw new Error(`a span has no end: ${marked}`);
  return { text, spans, cursors };
}
