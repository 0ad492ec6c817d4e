import type { Span } from '../text/span.js';
import { endOfInsertion, endOfTemplate, heredocAt, type HclSource } from './hcl-scan.js';

/** A part of a text as its reader gets it, and as it is written; `same` where both are the same characters. */
export interface TemplatePiece {
  readonly inner: Span;
  readonly outer: Span;
  readonly same: boolean;
}

/** A quoted text or a heredoc. What is filled in later stands in the value as a placeholder. */
export interface Template {
  readonly value: string;
  readonly pieces: readonly TemplatePiece[];
  /** Behind the opening quote, or where the first line of the heredoc begins. */
  readonly start: number;
  /** Behind the closing quote or marker. */
  readonly end: number;
  /** The blanks that are taken off each line of a heredoc, as a new line should have them; undefined for a quoted text. */
  readonly indent: string | undefined;
  readonly closed: boolean;
}

interface Token {
  readonly span: Span;
  readonly value: string;
  readonly same: boolean;
}

const simple = /"[^"\\$%\n]*"/y;

/** The value of the text that begins at the offset; most texts are short, and nothing is filled in. */
export function readText(source: HclSource, offset: number): Pick<Template, 'value' | 'end' | 'closed'> {
  simple.lastIndex = offset;
  if (!simple.test(source.text)) return readTemplate(source, offset);
  const end = simple.lastIndex;
  return { value: source.text.slice(offset + 1, end - 1), end, closed: true };
}

/** The text that begins at the offset. Source: hclsyntax/parser_template.go and spec.md of hashicorp/hcl. */
export function readTemplate(source: HclSource, offset: number): Template {
  const { text } = source;
  const { end, closed } = endOfTemplate(source, offset);
  const heredoc = heredocAt(source, offset);
  if (!heredoc) {
    const inside = tokensIn(source, offset + 1, closed ? end - 1 : end, true);
    return { ...joined(inside, 0), start: offset + 1, end, indent: undefined, closed };
  }
  const { start, indented } = heredoc;
  const tokens = tokensIn(source, start, text.lastIndexOf('\n', end - 1) + 1, false);
  const first = tokens.filter((token, i) => startsLine(tokens, i) && !isBlank(token));
  const leads = first.map(token => (token.same ? blanksOf(token) : ''));
  const least = leads.reduce((fewest, { length }) => Math.min(fewest, length), Infinity);
  const taken = indented && leads.length > 0 ? least : 0;
  const lead = leads.find(({ length }) => length === least) ?? blanksAt(text, end);
  return { ...joined(tokens, taken), start, end, indent: indented ? lead : '', closed };
}

/** What stands for a value that is known only when Terraform runs: no reader of Kafka's takes it for a value. */
export function placeholder(written: string): string {
  return /^[^${}:=\s]{1,200}$/.test(written) ? `\${${written}}` : '${…}';
}

const quotedRun = /[^"\\$%]+/y;
const heredocRun = /[^$%\n]*\n|[^$%\n]+/y;
const escape = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[nrt"\\])/y;
const directive = /%\{~?\s*(if|for|endif|endfor)\b/y;

function tokensIn(source: HclSource, from: number, to: number, quoted: boolean): readonly Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  for (let at = from; at < to;) {
    const span = { start: at, end: Math.min(to, tokenEnd(source, at, to, quoted)) };
    const written = text.slice(span.start, span.end);
    if (/^[$%]\{/.test(written)) tokens.push({ span, value: placeholder(written.slice(2, -1).trim()), same: false });
    else if (/^([$%])\1\{$/.test(written)) tokens.push({ span, value: written.slice(1), same: false });
    else if (quoted && written.startsWith('\\') && written.length > 1) tokens.push({ span, value: unescaped(written), same: false });
    else tokens.push({ span, value: written, same: true });
    at = span.end;
  }
  return tokens;
}

function tokenEnd(source: HclSource, at: number, to: number, quoted: boolean): number {
  const { text } = source;
  const char = text[at];
  if (char === '$' || char === '%') {
    if (text[at + 1] === char && text[at + 2] === '{') return at + 3;
    if (text[at + 1] !== '{') return at + 1;
    return char === '%' ? endOfChoice(source, at, to) : endOfInsertion(source, at);
  }
  return behind(quoted && char === '\\' ? escape : quoted ? quotedRun : heredocRun, text, at) ?? at + 1;
}

/** Behind the directive that ends what begins there: of what is between them nobody knows whether it is there. */
function endOfChoice(source: HclSource, offset: number, to: number): number {
  let depth = 0;
  let at = offset;
  do {
    directive.lastIndex = at;
    const word = directive.exec(source.text)?.[1];
    if (word !== undefined) depth += word.startsWith('end') ? -1 : 1;
    const end = endOfInsertion(source, at);
    if (depth <= 0) return end;
    at = source.text.indexOf('%{', end);
  } while (at >= 0 && at < to);
  return to;
}

function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** All but those of characters are JSON's, too. */
function unescaped(written: string): string {
  if (!/^\\u/i.test(written)) return String(JSON.parse(`"${written}"`));
  const code = parseInt(written.slice(2), 16);
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

function startsLine(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  return !before || (before.same && before.value.endsWith('\n'));
}

/** A line of blanks says nothing of the indentation, and keeps its own. */
function isBlank({ value, same }: Token): boolean {
  return same && value.endsWith('\n') && value.trim() === '';
}

function blanksOf({ value }: Token): string {
  return value.slice(0, value.length - value.trimStart().length);
}

function blanksAt(text: string, end: number): string {
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  return line.slice(0, line.length - line.trimStart().length);
}

/** The tokens as one text, `taken` blanks less at the beginning of each line that is not blank. */
function joined(tokens: readonly Token[], taken: number): Pick<Template, 'value' | 'pieces'> {
  const pieces: TemplatePiece[] = [];
  let value = '';
  for (const [i, token] of tokens.entries()) {
    const less = taken > 0 && startsLine(tokens, i) && !isBlank(token) ? taken : 0;
    const inner = value.length;
    value += token.value.slice(less);
    pieces.push({
      inner: { start: inner, end: value.length },
      outer: { start: token.span.start + less, end: token.span.end },
      same: token.same,
    });
  }
  return { value, pieces };
}
