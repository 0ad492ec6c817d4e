import fc from 'fast-check';
import type { Document, Entry } from '../../../server/src/syntax/syntax.js';

interface Scalar {
  readonly kind: 'scalar';
  readonly written: string;
  /** Lines of a block scalar below its header `written`; such a scalar cannot stand in braces. */
  readonly block?: readonly string[];
}

interface Pair {
  readonly key: string;
  readonly value: Node;
  readonly comment: string;
}

type Node = Scalar | { readonly kind: 'map'; readonly flow: boolean; readonly pairs: readonly Pair[] } | List;

interface List {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** How one random text is laid out. */
interface Layout {
  readonly step: number;
  readonly lineEnd: string;
  readonly lastLineEnd: boolean;
  readonly marker: boolean;
}

const plainValues = ['all', '1', 'yes', 'off', '012', '0x1F', '1_000', '1:30', '-1', '1.0', '~', '', 'a b', "it's", 'b1:9092,b2:9092', '${A:b}', 'a#b'];
const plainKeys = ['acks', 'retries', 'enable.idempotence', 'max-in-flight', 'a b', 'client_id', "it's", 'x#y', 'on', 'k1', 'k2', 'k3', 'é'];
const anyLine = fc.string({ unit: fc.constantFrom(...Array.from('ab1 :#\'"\\{}[],&*!|>%@`-?=<~.é日\t')) });

/** Any text that a value or key may be set to, the awkward ones among them. */
export const anyScalarText = fc.oneof(
  anyLine,
  fc.constantFrom(...plainValues, 'true', 'null', '[x]', 'a: b', '- a', '? a', '---', '...', '<<', '=', 'a\nb', '\u2028', '\ud800', '\u0007', '😀', '{{ x }}'),
);

const quoted = fc.oneof(
  anyLine.map(text => `'${text.replaceAll("'", "''")}'`),
  anyLine.map(text => JSON.stringify(text)),
);
const scalar: fc.Arbitrary<Scalar> = fc.oneof(fc.constantFrom(...plainValues), quoted).map(written => ({ kind: 'scalar', written }));
const block: fc.Arbitrary<Scalar> = fc
  .tuple(fc.constantFrom('|', '>', '|-', '>-'), fc.array(fc.constantFrom('a', 'b c', '# d', '', 'e: f', '  g'), { minLength: 0, maxLength: 3 }))
  .map(([written, lines]) => ({ kind: 'scalar', written, block: ['first', ...lines] }));
const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...plainKeys) }, { weight: 1, arbitrary: quoted });
const comment = fc.constantFrom('', '', '', ' # note', ' # a: "b"', '\n# above', '\n\n# far above');

const { map } = fc.letrec<{ node: Node; map: Node; list: Node }>(tie => ({
  node: fc.oneof({ maxDepth: 4 }, scalar, block, tie('map'), tie('list')),
  map: fc.record({
    kind: fc.constant('map' as const),
    flow: fc.integer({ min: 0, max: 4 }).map(n => n === 0),
    pairs: fc.uniqueArray(fc.record({ key, value: tie('node'), comment }), { selector: pair => decoded(pair.key), minLength: 0, maxLength: 4 }),
  }),
  list: fc.record({
    kind: fc.constant('list' as const),
    flow: fc.integer({ min: 0, max: 3 }).map(n => n === 0),
    items: fc.array(tie('node'), { minLength: 0, maxLength: 3 }),
  }),
}));

const layout: fc.Arbitrary<Layout> = fc.record({
  step: fc.constantFrom(2, 4),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  lastLineEnd: fc.boolean(),
  marker: fc.boolean(),
});

/** Texts as people write them: one or more documents of nested mappings and lists, with comments, quotes and both kinds of line end. */
export const anyDocument: fc.Arbitrary<string> = fc.tuple(fc.array(map, { minLength: 1, maxLength: 3 }), layout).map(([roots, way]) => {
  const lines = roots.flatMap((root, part) => [...(part > 0 || way.marker ? ['---'] : []), ...writeBelow(root, 0, way)]);
  const text = lines.join(way.lineEnd);
  return way.lastLineEnd ? text + way.lineEnd : text;
});

function decoded(written: string): string {
  if (written.startsWith('"')) return JSON.parse(written) as string;
  return written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
}

/** The lines of a block mapping or list at a column; a flow one or a scalar is a line of its own. */
function writeBelow(node: Node, column: number, way: Layout): string[] {
  const pad = ' '.repeat(column);
  if (!isBlock(node)) return [pad + writeFlow(node)];
  if (node.kind === 'map') {
    return node.pairs.flatMap(({ key: name, value, comment: note }) => {
      const [above = [], beside = ''] = note.startsWith('\n') ? [note.slice(1).split('\n').map(line => pad + line)] : [[], note];
      return [...above, ...writeAfter(`${pad}${name}:`, value, column, way, beside)];
    });
  }
  return node.items.flatMap(item => {
    if (item.kind === 'map' && isBlock(item)) {
      const [first = '', ...rest] = writeBelow({ ...item, pairs: item.pairs.map(pair => ({ ...pair, comment: '' })) }, column + 2, way);
      return [`${pad}- ${first.trimStart()}`, ...rest];
    }
    return writeAfter(`${pad}-`, item, column, way, '');
  });
}

function writeAfter(start: string, value: Node, column: number, way: Layout, beside: string): string[] {
  if (isBlock(value)) return [start + beside, ...writeBelow(value, column + way.step, way)];
  if (value.kind !== 'scalar' || value.block === undefined) return [`${start} ${writeFlow(value)}`.trimEnd() + beside];
  const pad = ' '.repeat(column + way.step);
  return [`${start} ${value.written}`, ...value.block.map(line => (line === '' ? '' : pad + line))];
}

function isBlock(node: Node): node is Exclude<Node, Scalar> & { readonly flow: false } {
  if (node.kind === 'scalar' || node.flow) return false;
  return (node.kind === 'map' ? node.pairs : node.items).length > 0;
}

function writeFlow(node: Node): string {
  if (node.kind === 'map') return `{${node.pairs.map(({ key: name, value }) => `${name}: ${writeFlow(value)}`).join(', ')}}`;
  if (node.kind === 'list') return `[${node.items.map(item => writeFlow(item) || '""').join(', ')}]`;
  if (node.block) return 'text';
  return /^["']/.test(node.written) ? node.written : node.written.replace(/[[\]{},]/g, '.');
}

/** An entry as `[part, path …, value]`; not `numbered`: without which document and which items of lists it is in. */
export function outlineOf({ part, path, value }: Entry, numbered = true): string {
  const steps = path.map(segment => (segment.kind === 'key' ? segment.text : numbered ? segment.index : '#'));
  return JSON.stringify([numbered ? part : '#', steps, value]);
}

/** All entries of a document, in its order. */
export function outline(document: Document, numbered = true): string[] {
  return document.entries.map(entry => outlineOf(entry, numbered));
}
