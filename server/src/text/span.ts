/** A half-open range of UTF-16 offsets into one text: `start` belongs to it, `end` does not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a cursor at `offset` touches the span; both rims count, as editors expect. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether the two spans share a character, or one is an empty span that touches the other. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

export function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

/** The characters that a span covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
