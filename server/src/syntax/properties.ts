import { slice, type Span } from '../text/span.js';
import { notText } from './not-text.js';
import { insert, remove, setKey, setValue } from './properties-edit.js';
import {
  endOfComment,
  endOfContinuations,
  endOfEmptyLines,
  endOfKey,
  endOfLogicalLine,
  endOfSeparator,
  endOfValue,
  endOfVoidOpening,
} from './properties-scan.js';
import type { Document, Entry, Syntax, SyntaxProblem } from './syntax.js';

const byteOrderMark = '\uFEFF';

/** Java stops at the first malformed escape; a text with more of them than this is no configuration, and megabytes of them cost memory. */
const problemLimit = 1_000;

const controlEscapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/** `.properties` as `java.util.Properties.load(Reader)` reads it, except that one malformed escape does not cost the whole file. */
export const properties: Syntax = { id: 'properties', parse, setValue, setKey, remove, insert };

function parse(text: string): Document {
  const unread = notText('properties', text);
  if (unread) return unread;
  const entries: Entry[] = [];
  const comments: Span[] = [];
  const problems = text.startsWith(byteOrderMark) ? [byteOrderMarkProblem()] : [];
  let offset = endOfEmptyLines(text, 0);
  while (offset < text.length) {
    let end = endOfComment(text, offset);
    if (end > offset) comments.push({ start: offset, end });
    else end = endOfVoidOpening(text, offset);
    if (end === offset) {
      const entry = readEntry(text, offset, problems);
      entries.push(entry);
      end = endOfLogicalLine(text, entry.span.end);
    }
    offset = endOfEmptyLines(text, end);
  }
  return { syntax: 'properties', text, entries, sections: [], comments, problems };
}

function readEntry(text: string, start: number, problems: SyntaxProblem[]): Entry {
  const keySpan = { start, end: endOfKey(text, start) };
  const valueStart = endOfSeparator(text, keySpan.end);
  const valueSpan = { start: valueStart, end: endOfValue(text, valueStart) };
  return {
    path: [{ kind: 'key', text: decode(text, keySpan, problems), span: keySpan }],
    part: 0,
    keySpan,
    value: decode(text, valueSpan, problems),
    valueSpan,
    span: { start, end: valueSpan.end },
    section: undefined,
  };
}

/** The characters that loadConvert of java.util.Properties makes of a key or value. */
function decode(text: string, span: Span, problems: SyntaxProblem[]): string {
  const raw = slice(text, span);
  if (!raw.includes('\\')) return raw;
  const pieces: string[] = [];
  let done = 0;
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', done)) {
    pieces.push(raw.slice(done, at));
    done = endOfContinuations(raw, at);
    if (done > at) continue;
    const escaped = raw.charAt(at + 1);
    done = at + 2;
    if (escaped !== 'u') {
      pieces.push(controlEscapes[escaped] ?? escaped);
      continue;
    }
    const { digits, end } = readHex(raw, done);
    if (digits.length === 4) {
      pieces.push(String.fromCharCode(Number.parseInt(digits, 16)));
      done = end;
    } else {
      pieces.push('\\u');
      if (problems.length < problemLimit) problems.push(malformedEscapeProblem({ start: span.start + at, end: span.start + end }));
    }
  }
  pieces.push(raw.slice(done));
  return pieces.join('');
}

/** Up to four hexadecimal digits; line ends were joined before Java looks for them, so they can stand between the digits. */
function readHex(raw: string, offset: number): { readonly digits: string; readonly end: number } {
  let digits = '';
  let end = offset;
  while (digits.length < 4) {
    const next = endOfContinuations(raw, end);
    if (!/^[0-9A-Fa-f]$/.test(raw.charAt(next))) break;
    digits += raw.charAt(next);
    end = next + 1;
  }
  return { digits, end };
}

function malformedEscapeProblem(span: Span): SyntaxProblem {
  return {
    kind: 'malformed-escape',
    span,
    message: 'Java rejects this whole file, because this \\u is not followed by four hexadecimal digits.',
    repair: [{ span: { start: span.start, end: span.start }, newText: '\\' }],
  };
}

function byteOrderMarkProblem(): SyntaxProblem {
  const span = { start: 0, end: byteOrderMark.length };
  return {
    kind: 'byte-order-mark',
    span,
    message: 'The file begins with a byte order mark, which Java takes for the first character of the first key.',
    repair: [{ span, newText: '' }],
  };
}
