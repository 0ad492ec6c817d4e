import type { PathSegment } from './syntax.js';

/** One step of a key path as text; a place in a list is its number. */
export function textOf(segment: PathSegment): string {
  return segment.kind === 'key' ? segment.text : String(segment.index);
}
