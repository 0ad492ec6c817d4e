import type { Span } from '../text/span.js';

/** What separates words: every blank of Unicode, of which a byte order mark is none. */
const blank = /[^\S\uFEFF]|\x85/;

/** The words from here on; blanks in quotes and escaped ones do not end them. Source: parseWords in line_parsers.go of moby/buildkit. */
export function wordsIn(text: string, from: number, escape: string): readonly Span[] {
  const words: Span[] = [];
  let start: number | undefined;
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === '' && blank.test(char)) {
      if (start !== undefined) words.push({ start, end: at });
      start = undefined;
      continue;
    }
    start ??= at;
    if (char === escape && quote !== "'") at++;
    else if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
  }
  return start === undefined ? words : [...words, { start, end: text.length }];
}

/**
 * A word without its quotes and escapes; undefined where a quote is left open. What variables in it stand for is nobody's here.
 * Source: lex.go of moby/buildkit, frontend/dockerfile/shell.
 */
export function decoded(written: string, escape: string): string | undefined {
  let text = '';
  for (let at = 0; at < written.length; at++) {
    const char = written.charAt(at);
    if (char === "'") {
      const end = written.indexOf("'", at + 1);
      if (end < 0) return undefined;
      text += written.slice(at + 1, end);
      at = end;
    } else if (char === '"') {
      const end = endOfQuoted(written, at + 1, escape);
      if (end === undefined) return undefined;
      text += unescaped(written.slice(at + 1, end), escape);
      at = end;
    } else if (char === escape) text += written.charAt(++at);
    else text += char;
  }
  return text;
}

function endOfQuoted(written: string, from: number, escape: string): number | undefined {
  for (let at = from; at < written.length; at++) {
    if (written[at] === '"') return at;
    if (written[at] === escape && isEscapable(written.charAt(at + 1), escape)) at++;
  }
  return undefined;
}

function isEscapable(char: string, escape: string): boolean {
  return char === '"' || char === '$' || char === escape;
}

/** In double quotes the sign stands for itself before most others. */
function unescaped(inner: string, escape: string): string {
  let text = '';
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === escape && isEscapable(inner.charAt(at + 1), escape)) at++;
    text += inner.charAt(at);
  }
  return text;
}

/** How a value is to be written. */
export interface Style {
  /** The quote that is there; nothing where there is none. */
  readonly quote: string;
  readonly escape: string;
  /** Everything up to the end of the instruction is the value, blanks included. */
  readonly toEnd: boolean;
}

/** A value that is read back as it is, in these quotes if it can be. A line end cannot be said, and becomes a blank. */
export function encoded(value: string, { quote, escape, toEnd }: Style): string {
  const line = value.replace(/\r?\n/g, ' ');
  if (quote === "'" && !line.includes("'")) return `'${line}'`;
  const special = toEnd ? /["']|^$|^[#\s\x85]|[\s\x85]$/ : /["'\s\x85]|^$|^#/;
  if (quote === '' && !special.test(line) && !line.includes(escape)) return line;
  return `"${line.replace(escape === '`' ? /["`]/g : /["\\]/g, char => escape + char)}"`;
}
