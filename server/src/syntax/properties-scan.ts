// Where the parts of a `.properties` text end, as LineReader and load0 of java.util.Properties see them (JDK 17). Every function takes
// the offset at which its part begins and returns the offset after it, which is the same offset where there is no such part.

const tab = 9;
const lineFeed = 10;
const formFeed = 12;
const carriageReturn = 13;
const space = 32;
const exclamation = 33;
const hash = 35;
const colon = 58;
const equals = 61;
const backslash = 92;

/** Java's white space in these files: no-break space, U+0085 and the like are ordinary characters. */
function isBlank(code: number): boolean {
  return code === space || code === tab || code === formFeed;
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

function isSeparator(code: number): boolean {
  return code === equals || code === colon;
}

/** Whether a backslash at `offset` joins the next line, or stands alone at the end of the text, where Java drops it. */
function isJoin(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === backslash && (offset + 1 >= text.length || isLineEnd(text.charCodeAt(offset + 1)));
}

export function endOfBlanks(text: string, offset: number): number {
  let end = offset;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}

/** After one line end: CR LF, CR or LF. */
export function endOfLineEnd(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code === carriageReturn && text.charCodeAt(offset + 1) === lineFeed) return offset + 2;
  return isLineEnd(code) ? offset + 1 : offset;
}

/** After blanks and line ends in any number. */
export function endOfEmptyLines(text: string, offset: number): number {
  let end = offset;
  while (isBlank(text.charCodeAt(end)) || isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** After a comment, its line end left out; a backslash at its end joins nothing. */
export function endOfComment(text: string, offset: number): number {
  const sign = text.charCodeAt(offset);
  if (sign !== hash && sign !== exclamation) return offset;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** After joined line ends with the blanks that open the next line; a lone backslash at the end of the text stays. */
export function endOfContinuations(text: string, offset: number): number {
  let end = offset;
  while (isJoin(text, end) && end + 1 < text.length) end = endOfBlanks(text, endOfLineEnd(text, end + 1));
  return end;
}

/**
 * After a backslash and a line end that open a logical line, where Java is still on a new line: what follows may be a comment.
 * Only if that single line end is the last character does the reader hand out a line, an empty one; not so after CR LF.
 */
export function endOfVoidOpening(text: string, offset: number): number {
  return isJoin(text, offset) && offset + 2 < text.length ? endOfLineEnd(text, offset + 1) : offset;
}

/** After the last character of a key, or of a value, which goes on to the end of the logical line; joined line ends after it are left out. */
function endOfPart(text: string, offset: number, inKey: boolean): number {
  let end = offset;
  let next = offset;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (isLineEnd(code) || (inKey && (isBlank(code) || isSeparator(code)))) break;
    if (code === backslash) {
      if (isJoin(text, next)) {
        if (next + 1 === text.length) break;
        next = endOfContinuations(text, next);
        continue;
      }
      next++;
    }
    end = ++next;
  }
  return end;
}

export function endOfKey(text: string, offset: number): number {
  return endOfPart(text, offset, true);
}

/** From the end of a key to where its value begins, or would begin. */
export function endOfSeparator(text: string, offset: number): number {
  const sign = endOfGap(text, offset);
  return isSeparator(text.charCodeAt(sign)) ? endOfGap(text, sign + 1) : sign;
}

function endOfGap(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const next = endOfContinuations(text, endOfBlanks(text, end));
    if (next === end) return end;
    end = next;
  }
}

export function endOfValue(text: string, offset: number): number {
  return endOfPart(text, offset, false);
}

/** From the end of a value to the end of its logical line, the line end left out. */
export function endOfLogicalLine(text: string, offset: number): number {
  const end = endOfContinuations(text, offset);
  return isJoin(text, end) ? text.length : end;
}

/** Before the blanks that `offset` follows. */
export function startOfBlanks(text: string, offset: number): number {
  let start = offset;
  while (isBlank(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The way back from a key to where its line starts: over blanks, and over lines that hold nothing but a backslash. */
export function startOfLogicalLine(text: string, offset: number): number {
  let start = offset;
  for (;;) {
    start = startOfBlanks(text, start);
    const above = startOfLineEnd(text, start);
    if (above === start || text.charCodeAt(above - 1) !== backslash) return start;
    const opening = startOfBlanks(text, above - 1);
    if (opening > 0 && !isLineEnd(text.charCodeAt(opening - 1))) return start;
    start = opening;
  }
}

/** Before the line end that `offset` follows. */
export function startOfLineEnd(text: string, offset: number): number {
  if (text.charCodeAt(offset - 1) === lineFeed && text.charCodeAt(offset - 2) === carriageReturn) return offset - 2;
  return isLineEnd(text.charCodeAt(offset - 1)) ? offset - 1 : offset;
}
