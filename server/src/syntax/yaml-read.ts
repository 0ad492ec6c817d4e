import { isAlias, isMap } from 'yaml';
import type { Alias, Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../text/span.js';
import type { Entry, PathSegment, Section, SyntaxProblem } from './syntax.js';
import { MOST_LEVELS } from './yaml-compose.js';
import { endOfNode, isScalar, isUnwritten, scalarText, signAmong } from './yaml-node.js';

/** What is read out of one YAML document so far. */
export interface Reading {
  readonly text: string;
  readonly part: number;
  readonly entries: Entry[];
  readonly sections: Section[];
  readonly problems: SyntaxProblem[];
  readonly aliases: ReadonlyMap<Alias.Parsed, ParsedNode>;
  /** The collections that are being read, outermost first; one that is met again holds itself. */
  readonly open: Set<ParsedNode>;
  /** Values read through aliases so far, in all documents of the text. */
  readonly reached: { count: number };
}

/** Where a value stands: its path, its key or dash, where it would be written if it is not, and the mapping around it. */
interface Slot {
  readonly path: readonly PathSegment[];
  readonly keySpan: Span;
  readonly emptyAt: number;
  readonly section: Section | undefined;
  readonly viaAlias: boolean;
}

// Ten lines of aliases can stand for a billion values.
const MOST_VIA_ALIASES = 10_000;

/** Reads the root of a document; a root that is neither mapping nor list holds no entry. */
export function readRoot(reading: Reading, root: ParsedNode): void {
  reading.open.add(root);
  if (isMap(root)) readMap(reading, root, { path: [], keySpan: undefined, viaAlias: false });
  else if (!isScalar(root) && !isAlias(root)) readSeq(reading, root, [], undefined, false);
}

/** Gives the end of the value as written where it is used. */
function readValue(reading: Reading, node: ParsedNode | null, slot: Slot): number {
  if (slot.viaAlias && !mayReachMore(reading, slot.keySpan)) return slot.keySpan.end;
  if (isUnwritten(node)) {
    addEntry(reading, slot, node ? scalarText(reading.text, node) : '', { start: slot.emptyAt, end: slot.emptyAt });
    return slot.emptyAt;
  }
  const span = { start: node.range[0], end: endOfNode(reading.text, node) };
  if (isScalar(node)) addEntry(reading, slot, scalarText(reading.text, node), span);
  else if (isAlias(node)) readAlias(reading, node, slot, span);
  else return readCollection(reading, node, slot);
  return span.end;
}

function readAlias(reading: Reading, alias: Alias.Parsed, slot: Slot, span: Span): void {
  const target = targetOf(reading, alias);
  if (target === undefined) {
    addProblem(
      reading,
      'not-yaml',
      span,
      'No anchor with this name stands before this reference; a value that starts with an asterisk needs quotes.',
    );
    addEntry(reading, slot, reading.text.slice(span.start, span.end), span);
  } else if (isScalar(target)) addEntry(reading, slot, scalarText(reading.text, target), span);
  else if (reading.open.has(target))
    addProblem(reading, 'not-yaml', span, 'This reference stands inside the very value that it refers to.');
  else if (!isAlias(target) && mayReachMore(reading, span)) readCollection(reading, target, { ...slot, viaAlias: true });
}

function readCollection(reading: Reading, node: YAMLMap.Parsed | YAMLSeq.Parsed, { path, keySpan, section, viaAlias }: Slot): number {
  if (!mayGoDeeper(reading, keySpan)) return endOfNode(reading.text, node);
  reading.open.add(node);
  const end = isMap(node)
    ? readMap(reading, node, { path, keySpan: path.at(-1)?.kind === 'key' ? keySpan : undefined, viaAlias })
    : readSeq(reading, node, path, section, viaAlias);
  reading.open.delete(node);
  return end;
}

function readMap(
  reading: Reading,
  map: YAMLMap.Parsed,
  { path, keySpan, viaAlias }: { path: Slot['path']; keySpan: Span | undefined; viaAlias: boolean },
): number {
  const [start, flowEnd] = map.range;
  if (map.items.length === 0 && path.length > 0) return flowEnd;
  const span = { start, end: flowEnd };
  const section = { path, part: reading.part, keySpan, span, flow: map.flow === true };
  reading.sections.push(section);
  const lastPairEnd = readPairs(reading, map, section, new Set(), viaAlias);
  // In broken text the last pair can be placed before the mapping.
  if (!section.flow) span.end = Math.max(start, lastPairEnd);
  return span.end;
}

/** Reads a mapping's own pairs, then those that its merge keys add; `taken` are the keys that win over this mapping's. */
function readPairs(reading: Reading, map: YAMLMap.Parsed, section: Section, taken: Set<string>, viaAlias: boolean): number {
  let end = map.range[0];
  const own = new Set<string>();
  const merged: ParsedNode[] = [];
  for (const pair of map.items) {
    const key = keyText(reading, pair.key);
    const keySpan = { start: pair.key.range[0], end: pair.key.range[1] };
    const isMerge = key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN';
    if (isMerge && pair.value !== null) merged.push(pair.value);
    if (isMerge || key === undefined || taken.has(key)) {
      end = endOfNode(reading.text, pair.value ?? pair.key);
      continue;
    }
    if (own.has(key) && !viaAlias) addProblem(reading, 'duplicate-key', keySpan, `The key "${key}" is already set in this mapping.`);
    own.add(key);
    const path = [...section.path, { kind: 'key', text: key, span: keySpan } as const];
    end = readValue(reading, pair.value, { path, keySpan, emptyAt: emptyAt(pair, keySpan.end), section, viaAlias });
  }
  for (const key of own) taken.add(key);
  for (const value of merged) readMerged(reading, value, section, taken);
  return end;
}

function readMerged(reading: Reading, value: ParsedNode, section: Section, taken: Set<string>): void {
  const list = targetOf(reading, value);
  const isList = list !== undefined && !isScalar(list) && !isAlias(list) && !isMap(list);
  for (const item of isList ? list.items : [value]) {
    const source = targetOf(reading, item);
    const span = { start: item.range[0], end: endOfNode(reading.text, item) };
    if (!isMap(source)) addProblem(reading, 'not-yaml', span, 'A merge key takes a reference to a mapping, or a list of them.');
    else if (reading.open.has(source)) addProblem(reading, 'not-yaml', span, 'This merge takes in the very mapping that it stands in.');
    else if (mayReachMore(reading, span) && mayGoDeeper(reading, span)) {
      reading.open.add(source);
      readPairs(reading, source, section, taken, true);
      reading.open.delete(source);
    }
  }
}

function readSeq(reading: Reading, seq: YAMLSeq.Parsed, path: Slot['path'], section: Section | undefined, viaAlias: boolean): number {
  const token = seq.srcToken;
  const dashes =
    token?.type === 'block-seq' ? token.items.map(item => signAmong(item.start, 'seq-item-ind')).filter(dash => dash !== undefined) : [];
  let end = seq.range[0];
  for (const [index, item] of seq.items.entries()) {
    const node = item;
    const at = { start: node.range[0], end: node.range[0] };
    const dash = dashes[index];
    const span = dash?.span ?? at;
    const itemPath = [...path, { kind: 'item', index, span } as const];
    end = readValue(reading, node, { path: itemPath, keySpan: span, emptyAt: dash?.end ?? at.start, section, viaAlias });
  }
  return seq.flow === true ? seq.range[1] : end;
}

function mayReachMore(reading: Reading, span: Span): boolean {
  const count = ++reading.reached.count;
  if (count === MOST_VIA_ALIASES)
    addProblem(
      reading,
      'too-large',
      span,
      `The references in this text stand for more than ${String(MOST_VIA_ALIASES)} values; the rest is not read.`,
    );
  return count < MOST_VIA_ALIASES;
}

function mayGoDeeper(reading: Reading, span: Span): boolean {
  if (reading.open.size <= MOST_LEVELS) return true;
  addProblem(reading, 'too-large', span, `Values nest deeper than ${String(MOST_LEVELS)} levels here; what is inside is not read.`);
  return false;
}

function targetOf(reading: Reading, node: ParsedNode): ParsedNode | undefined {
  return isAlias(node) ? reading.aliases.get(node) : node;
}

function keyText(reading: Reading, key: ParsedNode): string | undefined {
  const node = targetOf(reading, key);
  return isScalar(node) ? node.source : undefined;
}

function emptyAt(pair: Pair<ParsedNode, ParsedNode | null>, keyEnd: number): number {
  return signAmong(pair.srcToken?.sep ?? [], 'map-value-ind')?.end ?? keyEnd;
}

function addEntry(reading: Reading, { path, keySpan, section }: Slot, value: string, { start, end }: Span): void {
  // In broken text a key that is not written can be placed behind its value.
  const valueSpan = { start: Math.max(keySpan.end, start), end: Math.max(keySpan.end, end) };
  const span = { start: keySpan.start, end: valueSpan.end };
  reading.entries.push({ path, part: reading.part, keySpan, value, valueSpan, span, section });
}

function addProblem(reading: Reading, kind: SyntaxProblem['kind'], span: Span, message: string): void {
  reading.problems.push({ kind, span, message });
}
