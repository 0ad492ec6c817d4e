import type { Span } from '../text/span.js';
import { endOfComment, type HclSource } from './hcl-scan.js';
import type { Entry, PathSegment, Section, SyntaxProblem } from './syntax.js';

/** What has been read so far, and up to where. */
export interface HclReader extends HclSource {
  at: number;
  readonly entries: Entry[];
  readonly sections: Section[];
  readonly comments: Span[];
  readonly problems: SyntaxProblem[];
}

/** Where something stands: the keys around it, and how many brackets. */
export interface HclPlace {
  readonly path: readonly PathSegment[];
  readonly section: Section;
  readonly depth: number;
}

/** A key at the end of such a path. */
export interface HclKey extends HclPlace {
  readonly keySpan: Span;
}

/** Deeper blocks and objects are passed over as a whole. */
export const mostDepth = 100;

/** A section of which the end is found out later. */
type OpenSection = { -readonly [K in keyof Section]: Section[K] };

/** A section from the brace at which the reader is to the one that closes it. */
export function openSection(reader: HclReader, { path, keySpan }: HclKey, read: (section: Section) => void): void {
  const { text } = reader;
  const brace = reader.at;
  const section: OpenSection = { path, part: 0, keySpan, span: { start: brace + 1, end: brace + 1 }, flow: false };
  reader.sections.push(section);
  reader.at++;
  read(section);
  const content = text.slice(brace + 1, reader.at);
  const lead = content.length - content.trimStart().length;
  if (lead < content.length) section.span = { start: brace + 1 + lead, end: brace + 1 + content.trimEnd().length };
  section.flow = !content.includes('\n');
  if (text[reader.at] === '}') reader.at++;
  else report(reader, brace, 'This brace is not closed.');
}

/** A key that has no value yet. */
export function addHalf(reader: HclReader, { path, section, keySpan }: HclKey): void {
  const valueSpan = { start: keySpan.end, end: keySpan.end };
  reader.entries.push({ path, part: 0, keySpan, value: '', valueSpan, span: keySpan, section });
  report(reader, keySpan.start, 'This key has no value.', 'not-hcl', keySpan.end);
}

/** Over blanks and comments, and over the ends of lines where they mean nothing. */
export function passBlanks(reader: HclReader, overLines: boolean): void {
  const { text } = reader;
  for (;;) {
    const char = text.charAt(reader.at);
    const comment = endOfComment(text, reader.at);
    if (comment > reader.at) {
      reader.comments.push({ start: reader.at, end: comment });
      reader.at = comment;
    } else if (char !== '' && /\s/.test(char) && (overLines || !/[\r\n]/.test(char))) reader.at++;
    else return;
  }
}

/** One remark a text is enough: the others mostly follow from it. */
export function report(reader: HclReader, at: number, message: string, kind: SyntaxProblem['kind'] = 'not-hcl', end = at + 1): void {
  if (reader.problems.length > 0) return;
  reader.problems.push({ kind, span: { start: at, end: Math.min(end, reader.text.length) }, message });
}
