import type { Range } from 'vscode-languageserver';
import type { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';

/** A span as editors want it. */
export function rangeOf(lines: Lines, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
