import { javaText } from './yaml-scalar.js';

/** Where a scalar is written: as a value or a key, inside brackets or braces or not, and the quote that is there now. */
export interface Spelling {
  readonly flow: boolean;
  readonly quote: '"' | "'" | undefined;
}

// The characters that YAML gives a meaning at the start of a plain scalar; a dash is one only before white space.
const PLAIN_START = /^(?:[^-?:,[\]{}#&*!|>'"%@`\s]|-\w)/;
const PLAIN_TROUBLE = /:(?:\s|$)|\s#|\s$|^\.\.\.|^(?:<<|=)$/;
const FLOW_SIGN = /[,[\]{}]/;
// SnakeYAML's `StreamReader.isPrintable`, less what ends a line or cannot be seen.
const UNPRINTABLE = /[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** Writes a scalar so that a YAML 1.1 reader gives back exactly this text; quoted where it was, or where it must be. */
export function spellScalar(text: string, { flow, quote }: Spelling): string {
  const unprintable = UNPRINTABLE.test(text);
  if (quote === undefined && !unprintable && isPlain(text, flow)) return text;
  const single = quote === "'" || (quote === undefined && /["\\]/.test(text));
  return single && !unprintable ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

/** The quote that a scalar is written with. */
export function quoteOf(written: string): Spelling['quote'] {
  const first = written[0];
  return first === '"' || first === "'" ? first : undefined;
}

function isPlain(text: string, flow: boolean): boolean {
  return PLAIN_START.test(text) && !PLAIN_TROUBLE.test(text) && !(flow && FLOW_SIGN.test(text)) && javaText(text) === text;
}

function doubleQuoted(text: string): string {
  const unprintable = new RegExp(UNPRINTABLE, 'gu');
  return `"${text.replace(/["\\]/g, '\\$&').replace(unprintable, escaped)}"`;
}

function escaped(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
}
