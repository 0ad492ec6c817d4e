import { slice } from '../text/span.js';
import { addHalf, mostDepth, openSection, passBlanks, report, type HclKey, type HclPlace, type HclReader } from './hcl-reader.js';
import { endOfExpression, heredocAt, opensFile } from './hcl-scan.js';
import { placeholder, readText } from './hcl-template.js';
import type { PathSegment } from './syntax.js';

/** Functions whose value is made of the objects that they are given. */
const transparent = /(?:jsonencode|merge|tomap)\(/y;
const name = /[\p{L}\p{N}_.-]+/uy;
/** A number or boolean that is written as its reader gets it. */
const literal = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?)$/;

/** Whether Terraform hands over these characters when they are written without quotes. */
export function isHclLiteral(text: string): boolean {
  return literal.test(text);
}

/**
 * The value of a key, after its sign. Objects, lists and what is made of objects are read; of everything that Terraform works out nobody
 * knows the value. A new line ends it where `newlineEnds`.
 */
export function readExpression(reader: HclReader, place: HclKey, newlineEnds: boolean): void {
  const signEnd = reader.at;
  passBlanks(reader, !newlineEnds);
  const start = reader.at;
  const before = { entries: reader.entries.length, sections: reader.sections.length };
  if (readKnown(reader, place, start) && endsHere(reader, newlineEnds)) return;
  reader.entries.length = before.entries;
  reader.sections.length = before.sections;
  const end = endOfExpression(reader, reader.at, newlineEnds);
  reader.at = end;
  const written = reader.text.slice(start, end).trimEnd();
  if (written === '') addNothing(reader, place, signEnd);
  else addScalar(reader, place, literal.test(written) ? written : placeholder(written), start, start + written.length);
}

/** Reads what has a form of its own, as far as that goes; false where the value is something else. */
function readKnown(reader: HclReader, place: HclKey, start: number): boolean {
  const { text } = reader;
  const char = text[start];
  if (char === '"' || (char === '<' && heredocAt(reader, start))) {
    const { value, end, closed } = readText(reader, start);
    reader.at = end;
    addScalar(reader, place, value, start, end);
    if (!closed) report(reader, start, 'This text has no closing quote.');
    return true;
  }
  if (char === '<' && text[start + 1] === '<') report(reader, start, 'Nothing closes this heredoc.', 'not-hcl', start + 2);
  if (place.depth >= mostDepth) return false;
  const inside = { ...place, depth: place.depth + 1 };
  if (char === '{' && !/^\{\s*for\s+[\p{L}_]/u.test(text.slice(start, start + 100))) {
    openSection(reader, inside, section => {
      readMembers(reader, { ...inside, section });
    });
    return true;
  }
  if (char === '[' && !/^\[\s*for\s+[\p{L}_]/u.test(text.slice(start, start + 100))) {
    readList(reader, inside, ']', (index, at) => ({ kind: 'item', index, span: { start: at, end: at } }));
    return true;
  }
  transparent.lastIndex = start;
  if (!transparent.test(text)) return false;
  reader.at = transparent.lastIndex - 1;
  readList(reader, inside, ')', () => undefined);
  return true;
}

/** Whether nothing more belongs to the expression. */
function endsHere(reader: HclReader, newlineEnds: boolean): boolean {
  passBlanks(reader, !newlineEnds);
  const { text, at } = reader;
  return at >= text.length || /[\r\n,}\])]/.test(text.charAt(at)) || (at > 0 && opensFile(text, at));
}

/** The keys and values of an object, up to its brace. */
function readMembers(reader: HclReader, place: HclPlace): void {
  const { text } = reader;
  for (;;) {
    passBlanks(reader, true);
    const char = text.charAt(reader.at);
    if (char === '' || char === '}' || opensFile(text, reader.at)) return;
    const key = readKey(reader);
    if (!key) {
      if (char !== ',') report(reader, reader.at, 'A key is expected here.');
      reader.at++;
      continue;
    }
    const inside = { ...place, path: [...place.path, key], keySpan: key.span };
    passBlanks(reader, false);
    if (/[=:]/.test(text.charAt(reader.at))) {
      reader.at++;
      readExpression(reader, inside, true);
    } else addHalf(reader, inside);
    passBlanks(reader, false);
    if (/[\r\n,}]|^$/.test(text.charAt(reader.at))) continue;
    report(reader, reader.at, 'A comma or a new line is missing before this.');
    reader.at = Math.max(reader.at, endOfExpression(reader, reader.at, true));
  }
}

/** A name, a text in quotes, or an expression in parentheses, whose value nobody knows. */
function readKey(reader: HclReader): PathSegment | undefined {
  const { text, at } = reader;
  const char = text[at];
  name.lastIndex = at;
  if (char === '"') {
    const { value, end } = readText(reader, at);
    reader.at = end;
    return { kind: 'key', text: value, span: { start: at, end } };
  }
  if (char === '(') {
    reader.at = endOfExpression(reader, at + 1, false) + 1;
    const span = { start: at, end: Math.min(reader.at, text.length) };
    reader.at = span.end;
    return { kind: 'key', text: placeholder(slice(text, span)), span };
  }
  if (!name.test(text)) return undefined;
  reader.at = name.lastIndex;
  return { kind: 'key', text: text.slice(at, reader.at), span: { start: at, end: reader.at } };
}

/** The items of a list or the arguments of a function, from the bracket at which the reader is to the one that closes it. */
function readList(reader: HclReader, place: HclKey, closing: string, step: (index: number, at: number) => PathSegment | undefined): void {
  const { text } = reader;
  const opening = reader.at;
  reader.at++;
  for (let index = 0; ; index++) {
    passBlanks(reader, true);
    const char = text.charAt(reader.at);
    if (char === closing) break;
    if (char === '' || /[}\])]/.test(char) || opensFile(text, reader.at)) {
      report(reader, opening, 'This bracket is not closed.');
      return;
    }
    const segment = step(index, reader.at);
    if (char !== ',') readExpression(reader, segment ? { ...place, path: [...place.path, segment], keySpan: segment.span } : place, false);
    passBlanks(reader, true);
    if (text[reader.at] === ',') reader.at++;
  }
  reader.at++;
}

function addScalar(reader: HclReader, place: HclKey, value: string, start: number, end: number): void {
  const { path, section, keySpan } = place;
  const span = { start: Math.min(keySpan.start, start), end };
  reader.entries.push({ path, part: 0, keySpan, value, valueSpan: { start, end }, span, section });
}

/** Right behind the sign, where nothing is written yet. */
function addNothing(reader: HclReader, place: HclKey, at: number): void {
  addScalar(reader, place, '', at, at);
  report(reader, at - 1, 'A value is expected here.');
}
