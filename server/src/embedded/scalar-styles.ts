import type { Span } from '../text/span.js';

/** A way to write scalars. */
export interface Style {
  /** Where its first character stands. */
  readonly start: number;
  /** What stands at an offset, and the text that it stands for; `rest`: what is still to be said. */
  next(at: number, rest: string): Sign | undefined;
  /** Writes a text inside of a scalar; undefined for one that cannot stand there. */
  spell(text: string): string | undefined;
}

export interface Sign {
  readonly said: string;
  readonly end: number;
}

/**
 * How a scalar of YAML or JSON is written; undefined for a literal block, which has lines. By YAML 1.2, chapters 5.7 (escapes), 6.5 (line
 * folding) and 8.1.3 (folded blocks), which 1.1 has alike. It is for who knows the value to find its signs, not to read one: where a sign
 * could say several things, it says what comes next.
 */
export function styleOf(text: string, { start }: Span): Style | undefined {
  switch (text[start]) {
    case '|':
      return undefined;
    case '>':
      return folded(text, start);
    case '"':
      return { start: start + 1, next: inFlow(text, /[\s\\]/, escape), spell: line => JSON.stringify(line).slice(1, -1) };
    case "'":
      return { start: start + 1, next: inFlow(text, /[\s']/, quote), spell: line => oneLine(line.replaceAll("'", "''")) };
    default:
      return { start, next: inFlow(text, /\s/), spell: oneLine };
  }
}

function oneLine(text: string): string | undefined {
  return text.includes('\n') ? undefined : text;
}

type Read = (text: string, at: number) => Sign | undefined;

/** Scalars whose lines are folded and lose the white space around their ends; `special`: what does not always stand for itself. */
function inFlow(text: string, special: RegExp, read: Read = () => undefined): Style['next'] {
  return (at, rest) =>
    read(text, at) ?? itself(text, at, rest, special) ?? foldInFlow(text, at) ?? itself(text, at, rest.slice(0, 1), /\S/);
}

function folded(text: string, start: number): Style | undefined {
  const head = /^>[-+]?[ \t]*(?:#[^\r\n]*)?\r?\n( *)/.exec(text.slice(start, start + 1000));
  if (!head) return undefined;
  const fold = new RegExp(`(?: *\\r?\\n)+ {${String(head[1]?.length)}}`, 'y');
  const next = (at: number, rest: string): Sign | undefined => itself(text, at, rest, /[\r\n]/) ?? foldAt(text, at, fold, rest);
  return { start: start + head[0].length, next, spell: oneLine };
}

/** As much as stands there as it is to be said. */
function itself(text: string, at: number, rest: string, special: RegExp): Sign | undefined {
  let length = 0;
  while (length < rest.length && text[at + length] === rest[length] && !special.test(rest.charAt(length))) length++;
  return length === 0 ? undefined : { said: rest.slice(0, length), end: at + length };
}

/** One line break says a blank, several say all but one. */
function foldInFlow(text: string, at: number): Sign | undefined {
  const fold = matchAt(text, at, /[ \t]*(?:\r?\n[ \t]*)+/y);
  if (fold === undefined) return undefined;
  const breaks = fold.split('\n').length - 1;
  return { said: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), end: at + fold.length };
}

/** Line breaks beside lines that are indented more, and the last ones, are not folded. */
function foldAt(text: string, at: number, fold: RegExp, rest: string): Sign | undefined {
  const written = matchAt(text, at, fold);
  const said = rest.startsWith(' ') ? ' ' : rest.slice(0, rest.search(/[^\n]|$/));
  return written === undefined ? undefined : { said, end: at + written.length };
}

function quote(text: string, at: number): Sign | undefined {
  return text.startsWith("''", at) ? { said: "'", end: at + 2 } : undefined;
}

const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', a: '\x07', e: '\x1b' };

function escape(text: string, at: number): Sign | undefined {
  const written = matchAt(text, at, /\\(?:\r?\n[ \t]*|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U000[\da-fA-F]{5}|.)/y);
  if (written === undefined) return undefined;
  const [sign, digits] = [written.charAt(1), written.slice(2)];
  const end = at + written.length;
  if (/\s/.test(sign) && sign !== ' ' && sign !== '\t') return { said: '', end };
  return { said: digits ? String.fromCodePoint(parseInt(digits, 16)) : (named[sign] ?? sign), end };
}

function matchAt(text: string, at: number, pattern: RegExp): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
