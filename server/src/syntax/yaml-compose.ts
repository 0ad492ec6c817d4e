import { Composer, Lexer, Parser } from 'yaml';
import type { Document as YamlDocument } from 'yaml';
import type { Span } from '../text/span.js';

/** What the `yaml` package makes of one text, before it is read as entries. */
export interface Composed {
  readonly parts: readonly YamlDocument.Parsed[];
  readonly comments: readonly Span[];
  /** Tabs between tokens, which SnakeYAML refuses and `yaml` lets pass. */
  readonly tabs: readonly Span[];
  /** Where reading stopped, and whether because it nests too deep or because there is too much of it. */
  readonly stopped: { readonly at: number; readonly why: 'depth' | 'size' } | undefined;
}

/** SnakeYAML itself stops at 50 levels; far beyond that the recursive composer would exhaust the stack. */
export const MOST_LEVELS = 200;

/** In weights of `weightOf`: about 55,000 ordinary lines, a second of work. More takes longer than anybody waits for an editor. */
const MOST_WORK = 400_000;

/** No line that people wrote comes near; a line of a million brackets costs minutes. */
const MOST_WORK_PER_LINE = 100_000;

// Scalars are resolved by our own YAML 1.1 rules, so the cheapest schema does: every scalar is its decoded text.
const OPTIONS = { version: '1.1', schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true, prettyErrors: false } as const;

const SCALAR_FOLLOWS = '\x1f';

/** Runs the package's lexer, parser and composer over a text, and keeps the comments that its tree would bury in strings. */
export function compose(text: string): Composed {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  const parts: YamlDocument.Parsed[] = [];
  const comments: Span[] = [];
  const tabs: Span[] = [];
  let stopped: Composed['stopped'];
  let previous = '';
  let afterPlain = false;
  let work = 0;
  let workBeforeLine = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset;
    const isScalar = previous === SCALAR_FOLLOWS;
    if (!isScalar && lexeme.startsWith('#')) comments.push({ start, end: start + lexeme.length });
    if (!isScalar && !afterPlain && isBlank(lexeme) && lexeme.includes('\t'))
      tabs.push({ start: start + lexeme.indexOf('\t'), end: start + lexeme.length });
    for (const token of parser.next(lexeme)) parts.push(...composer.next(token));
    // A block scalar ends with its line, and a tab after that is indentation; within the line of a plain one it is mere space.
    afterPlain = isScalar && !lexeme.endsWith('\n');
    previous = isScalar ? '' : lexeme;
    work += weightOf(lexeme);
    if (lexeme === '\n' || lexeme === '\r\n') workBeforeLine = work;
    if (parser.stack.length > MOST_LEVELS) stopped = { at: start, why: 'depth' };
    else if (work > MOST_WORK || work - workBeforeLine > MOST_WORK_PER_LINE) stopped = { at: start, why: 'size' };
    if (stopped) break;
  }
  for (const token of parser.end()) parts.push(...composer.next(token));
  parts.push(...composer.end());
  return { parts, comments, tabs, stopped };
}

/** What a lexeme costs, measured: brackets, documents, directives, references and open quotes are those that misuse makes expensive. */
function weightOf(lexeme: string): number {
  switch (lexeme[0]) {
    case '%':
      return 6;
    case '-':
      return lexeme === '---' ? 6 : 1;
    case '"':
    case "'":
      return lexeme.length > 1 && lexeme.endsWith(lexeme.charAt(0)) ? 2 : 15;
    case '&':
    case '*':
    case ',':
    case '[':
    case ']':
      return 3;
    case '{':
    case '}':
      return 5;
    default:
      return 1;
  }
}

function isBlank(lexeme: string): boolean {
  const first = lexeme.charCodeAt(0);
  return first === 32 || first === 9;
}
