import { addHalf, mostDepth, openSection, passBlanks, report, type HclKey, type HclPlace, type HclReader } from './hcl-reader.js';
import { endOfExpression, opensFile, sourceOf, type HclSource } from './hcl-scan.js';
import { readExpression } from './hcl-value.js';
import type { PathSegment, Section } from './syntax.js';

const word = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const label = /"(?:[^"\\\r\n]|\\.)*"?/y;

/** All attributes and blocks of a file. Source: hclsyntax/spec.md and parser.go of hashicorp/hcl. */
export function readFile(text: string): Omit<HclReader, keyof HclSource | 'at'> {
  const reader: HclReader = {
    ...sourceOf(text),
    at: text.startsWith('\ufeff') ? 1 : 0,
    entries: [],
    sections: [],
    comments: [],
    problems: [],
  };
  const root: Section = { path: [], part: 0, keySpan: undefined, span: { start: 0, end: text.length }, flow: false };
  reader.sections.push(root);
  while (reader.at < text.length) {
    readBody(reader, { path: [], section: root, depth: 0 });
    if (reader.at < text.length) {
      report(reader, reader.at, 'This brace closes nothing.');
      reader.at++;
    }
  }
  return reader;
}

/** Attributes and blocks, up to a closing brace or to where the file goes on without one. */
function readBody(reader: HclReader, place: HclPlace): void {
  const { text } = reader;
  for (;;) {
    passBlanks(reader, true);
    if (reader.at >= text.length || text[reader.at] === '}') return;
    if (place.depth > 0 && opensFile(text, reader.at)) return;
    readStatement(reader, place);
    passBlanks(reader, false);
    if (!/[\r\n}]/.test(text.charAt(reader.at)) && !opensFile(text, reader.at)) passRest(reader);
  }
}

/** What is left on a line where nothing more should be. */
function passRest(reader: HclReader): void {
  if (reader.at >= reader.text.length) return;
  report(reader, reader.at, 'This does not belong here.');
  const end = endOfExpression(reader, reader.at, true);
  reader.at = Math.max(end, reader.at + 1);
}

function readStatement(reader: HclReader, place: HclPlace): void {
  const header = readHeader(reader);
  const last = header.at(-1);
  if (!last) return;
  const inside = { ...place, path: [...place.path, ...header], keySpan: last.span };
  const sign = reader.text.charAt(reader.at);
  if (sign === '{') readBlock(reader, inside);
  else if (sign === '=' && reader.text[reader.at + 1] !== '=' && header.length === 1) {
    reader.at++;
    readExpression(reader, inside, true);
  } else if (header.length === 1) addHalf(reader, inside);
  else report(reader, reader.at, 'A brace is expected here, for the block that this line opens.');
}

/** The name of an attribute, or the type and the labels of a block. */
function readHeader(reader: HclReader): readonly PathSegment[] {
  const { text } = reader;
  const header: PathSegment[] = [];
  for (;;) {
    const segment = readWord(reader);
    if (!segment) return header;
    header.push(segment);
    while (/[ \t]/.test(text.charAt(reader.at))) reader.at++;
  }
}

/** A name, or a text in quotes on one line. */
function readWord(reader: HclReader): PathSegment | undefined {
  const { text, at } = reader;
  const pattern = text[at] === '"' ? label : word;
  pattern.lastIndex = at;
  const name = pattern.exec(text)?.[0];
  if (name === undefined) return undefined;
  reader.at += name.length;
  return { kind: 'key', text: name.replace(/^"|"$/g, ''), span: { start: at, end: reader.at } };
}

function readBlock(reader: HclReader, place: HclKey): void {
  if (place.depth >= mostDepth) {
    report(reader, reader.at, `Blocks nest deeper than ${String(mostDepth)} levels here; this one is not read.`, 'too-large');
    reader.at = endOfExpression(reader, reader.at, true);
    return;
  }
  openSection(reader, place, section => {
    readBody(reader, { ...place, section, depth: place.depth + 1 });
  });
}
