/** A place in a text as editors count it: line and UTF-16 column, both 0-based. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Line starts of one text, where LF, CRLF and a lone CR each end a line, as in the language server protocol. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(private readonly text: string) {
    const hasReturns = text.includes('\r');
    for (let end = endOfLine(text, 0, hasReturns); end > 0; end = endOfLine(text, end, hasReturns)) this.#starts.push(end);
  }

  /** The position of a UTF-16 offset; offsets outside the text are clamped. */
  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: wanted - this.startOf(low) };
  }

  /** The UTF-16 offset of a position; lines and columns outside the text are clamped. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.#starts.length) return this.text.length;
    const start = this.startOf(line);
    const next = this.#starts[line + 1] ?? this.text.length;
    return Math.min(start + character, next);
  }

  /** The offset at which a 0-based line begins. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  get count(): number {
    return this.#starts.length;
  }
}

/** The offset behind the next line end, or 0 where there is none; a text without CR is searched at once. */
function endOfLine(text: string, from: number, hasReturns: boolean): number {
  if (!hasReturns) return text.indexOf('\n', from) + 1;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) return i + 1;
  }
  return 0;
}
