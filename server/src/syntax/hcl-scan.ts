/** A text of HCL, and which markers of heredocs are known to stand nowhere behind an offset. */
export interface HclSource {
  readonly text: string;
  readonly unclosed: Map<string, number>;
}

export function sourceOf(text: string): HclSource {
  return { text, unclosed: new Map() };
}

/** What is open: brackets by the one that closes them, a quoted text, or a heredoc by its marker. */
interface Frame {
  readonly kind: 'code' | 'quoted' | 'heredoc';
  readonly closes: string;
}

/** What nests deeper is read as one piece that has no end; people nest a dozen. */
const mostLevels = 500;
const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const introduction = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy;
/** What can only be the beginning of a new block, however much before it is not closed yet. */
const outermost = /(?:(?:resource|data|module|variable|output|provider|check)(?:[ \t]+"[^"\n]*")+|locals|terraform)[ \t]*\{/y;

/** Behind the last sign of an expression; the end of its line ends it, or else a comma or a bracket that it has not opened. */
export function endOfExpression(source: HclSource, offset: number, newlineEnds: boolean): number {
  return scan(source, offset, [], newlineEnds).last;
}

/** Behind the quote or the marker that closes the text which begins there; before the end of the line where no quote does. */
export function endOfTemplate(source: HclSource, offset: number): { readonly end: number; readonly closed: boolean } {
  const heredoc = heredocAt(source, offset);
  if (!heredoc) return scan(source, offset + 1, [{ kind: 'quoted', closes: '"' }], false);
  return scan(source, heredoc.start, [{ kind: 'heredoc', closes: heredoc.marker }], false);
}

/** Behind the brace that closes what `${` or `%{` opens there. */
export function endOfInsertion(source: HclSource, offset: number): number {
  return scan(source, offset + 2, [{ kind: 'code', closes: '}' }], false).end;
}

/** A heredoc that begins there and is closed somewhere; `start` is that of its first line. */
export function heredocAt(
  source: HclSource,
  offset: number,
): { readonly marker: string; readonly indented: boolean; readonly start: number } | undefined {
  introduction.lastIndex = offset;
  const [whole, dash, marker = ''] = introduction.exec(source.text) ?? [];
  if (whole === undefined) return undefined;
  const start = offset + whole.length;
  return isClosed(source, marker, start) ? { marker, indented: dash === '-', start } : undefined;
}

function isClosed({ text, unclosed }: HclSource, marker: string, start: number): boolean {
  if (start >= (unclosed.get(marker) ?? Infinity)) return false;
  const closing = new RegExp(`^[^\\S\\n]*${marker}[^\\S\\n]*$`, 'gmu');
  closing.lastIndex = start;
  if (closing.test(text)) return true;
  unclosed.set(marker, start);
  return false;
}

/** Whether a block of the file itself begins at the offset, which is the beginning of a line. */
export function opensFile(text: string, offset: number): boolean {
  outermost.lastIndex = offset;
  return (offset === 0 || text[offset - 1] === '\n') && outermost.test(text);
}

/** Before the end of the line. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Behind the comment that begins there; the same offset where none does. */
export function endOfComment(text: string, offset: number): number {
  if (text[offset] === '#' || text.startsWith('//', offset)) return endOfLine(text, offset);
  if (!text.startsWith('/*', offset)) return offset;
  const end = text.indexOf('*/', offset + 2);
  return end < 0 ? text.length : end + 2;
}

interface Scanned {
  readonly end: number;
  /** Behind the last sign that is neither a blank nor in a comment. */
  readonly last: number;
  /** Whether everything that was open has been closed. */
  readonly closed: boolean;
}

/** Goes on until nothing is open any more, or until the expression ends. Source: hclsyntax/scan_tokens.rl of hashicorp/hcl. */
function scan(source: HclSource, offset: number, frames: Frame[], newlineEnds: boolean): Scanned {
  const { text } = source;
  const untilClosed = frames.length > 0;
  let closed = true;
  let last = offset;
  for (let at = offset; at < text.length;) {
    const frame = frames.at(-1);
    if (untilClosed && !frame) return { end: at, last, closed };
    if (frames.length > mostLevels) break;
    const next = step(source, at, frames, newlineEnds);
    if (next === undefined) return { end: at, last, closed: false };
    // a quoted text that its line has ended
    if (next === at) closed = false;
    else if (frame && frame.kind !== 'code') last = next;
    else if (/\S/.test(text.charAt(at)) && endOfComment(text, at) === at) last = next;
    at = next;
  }
  return { end: text.length, last: frames.length > 0 ? text.length : Math.min(last, text.length), closed: closed && frames.length === 0 };
}

function step(source: HclSource, at: number, frames: Frame[], newlineEnds: boolean): number | undefined {
  const frame = frames.at(-1);
  if (frame?.kind === 'quoted') return inQuoted(source.text, at, frames);
  if (frame?.kind === 'heredoc') return inHeredoc(source.text, at, frame.closes, frames);
  return inCode(source, at, frames, newlineEnds);
}

const plainQuoted = /[^"\\$%\n]+/y;
const plainHeredoc = /[^$%\n]+/y;
const plainCode = /[^\S\n]+|[\p{L}\p{N}_.=:?*+!>&|-]+/uy;

function inQuoted(text: string, at: number, frames: Frame[]): number {
  const char = text[at];
  if (char === '"') frames.pop();
  // a quoted text ends with its line, whatever it lacks
  else if (char === '\n') return leaveQuotes(frames, at);
  else if (char === '\\') return text[at + 1] === '\n' ? at + 1 : at + 2;
  else return insertion(text, at, frames) ?? passed(plainQuoted, text, at);
  return at + 1;
}

function leaveQuotes(frames: Frame[], at: number): number {
  frames.splice(frames.findIndex(({ kind }) => kind === 'quoted'));
  return at;
}

function inHeredoc(text: string, at: number, marker: string, frames: Frame[]): number {
  if (text[at - 1] === '\n') {
    const line = text.slice(at, endOfLine(text, at));
    if (line.trim() === marker) {
      frames.pop();
      return at + line.trimEnd().length;
    }
  }
  return insertion(text, at, frames) ?? passed(plainHeredoc, text, at);
}

/** Over `${` or `%{`, what is between them and their brace left open, or over the signs that say that they are none. */
function insertion(text: string, at: number, frames: Frame[]): number | undefined {
  const sign = text[at];
  if (sign !== '$' && sign !== '%') return undefined;
  if (text[at + 1] === sign && text[at + 2] === '{') return at + 3;
  if (text[at + 1] !== '{') return at + 1;
  frames.push({ kind: 'code', closes: '}' });
  return at + 2;
}

/** Undefined where the expression ends. */
function inCode(source: HclSource, at: number, frames: Frame[], newlineEnds: boolean): number | undefined {
  const { text } = source;
  const char = text.charAt(at);
  const comment = endOfComment(text, at);
  if (comment > at) return comment;
  if (char === '\n') {
    if (frames.some(({ kind }) => kind === 'quoted')) return leaveQuotes(frames, at);
    return (frames.length === 0 && newlineEnds) || opensFile(text, at + 1) ? undefined : at + 1;
  }
  const heredoc = char === '<' ? heredocAt(source, at) : undefined;
  if (heredoc) frames.push({ kind: 'heredoc', closes: heredoc.marker });
  else if (char === '"') frames.push({ kind: 'quoted', closes: char });
  else if (brackets[char] !== undefined) frames.push({ kind: 'code', closes: brackets[char] });
  else if (/[)\]}]/.test(char)) return close(char, frames) ? at + 1 : undefined;
  else if (char === ',' && frames.length === 0) return undefined;
  else return passed(plainCode, text, at);
  return heredoc?.start ?? at + 1;
}

/** Closes what the bracket belongs to and what is still open in it; false where it belongs to something around the expression. */
function close(bracket: string, frames: Frame[]): boolean {
  const opened = frames.findLastIndex(({ closes }) => closes === bracket);
  const text = frames.findLastIndex(({ kind }) => kind !== 'code');
  if (opened > text) frames.splice(opened);
  return opened > text || text >= 0;
}

function passed(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}
