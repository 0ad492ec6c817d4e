import { isAlias, isMap, isSeq, isScalar as isAnyScalar } from 'yaml';
import type { Alias, CST, ParsedNode, Scalar } from 'yaml';
import type { Span } from '../text/span.js';
import { javaText, javaTextOfTagged } from './yaml-scalar.js';

/** The package's own check widens a parsed scalar to one that has no position. */
export function isScalar(node: ParsedNode | null | undefined): node is Scalar.Parsed {
  return isAnyScalar(node);
}

/** The Java text of a scalar: decoded if quoted or a block, resolved as YAML 1.1 if plain or tagged. */
export function scalarText(text: string, scalar: Scalar.Parsed): string {
  const source = isBlock(scalar) ? blockText(text, scalar) : scalar.source;
  // A lone `!` means "not specific"; SnakeYAML resolves such a scalar as if the mark were not there.
  if (scalar.tag !== undefined && scalar.tag !== '!') return javaTextOfTagged(source, scalar.tag);
  return scalar.type === 'PLAIN' ? javaText(source) : source;
}

function isBlock({ type }: Scalar.Parsed): boolean {
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
}

/** Where the text ends without a line end, SnakeYAML gives a block scalar none either; `yaml` adds one. */
function blockText(text: string, { source, range }: Scalar.Parsed): string {
  const endsOpen = range[1] === text.length && !text.endsWith('\n');
  return endsOpen && source.endsWith('\n') ? source.slice(0, -1) : source;
}

/** Where a value ends as written: block scalars without the line end that follows them, block collections without what trails. */
export function endOfNode(text: string, node: ParsedNode): number {
  const [start, end] = node.range;
  if (isAlias(node) || (!isScalar(node) && node.flow === true)) return end;
  if (!isScalar(node)) return endOfInk(text, start, end);
  if (!isBlock(node)) return end;
  const headerEnd = text.indexOf('\n', start);
  const keepsBlankLines = headerEnd !== -1 && /^[|>]\d?\+/.test(text.slice(start, headerEnd));
  return keepsBlankLines ? endBeforeBreak(text, end) : endOfInk(text, start, end);
}

function endOfInk(text: string, start: number, end: number): number {
  let last = end;
  for (;;) {
    const lineBreak = text.lastIndexOf('\n', last - 1);
    if (lineBreak < start || text.slice(lineBreak, last).trim() !== '') return last;
    last = endBeforeBreak(text, lineBreak + 1);
  }
}

function endBeforeBreak(text: string, end: number): number {
  if (text[end - 1] !== '\n') return end;
  return text[end - 2] === '\r' ? end - 2 : end - 1;
}

/** Nothing is written where this value would be. */
export function isUnwritten(node: ParsedNode | null): node is Scalar.Parsed | null {
  return node === null || (isScalar(node) && node.type === 'PLAIN' && node.range[0] === node.range[1]);
}

/** The sign (`:` or `-`) among the tokens before a value, and the end of the last thing written before it (sign, anchor or tag). */
export function signAmong(
  tokens: readonly CST.SourceToken[],
  sign: 'map-value-ind' | 'seq-item-ind',
): { span: Span; end: number } | undefined {
  let span: Span | undefined;
  let end = 0;
  for (const { type, offset, source } of tokens) {
    if (type === sign) span = { start: offset, end: offset + source.length };
    if (type === sign || type === 'anchor' || type === 'tag') end = offset + source.length;
  }
  return span && { span, end };
}

/** Which node each alias stands for: the last one before it that carries its name. Aliases without one are missing. */
export function resolveAliases(root: ParsedNode): ReadonlyMap<Alias.Parsed, ParsedNode> {
  const named = new Map<string, ParsedNode>();
  const targets = new Map<Alias.Parsed, ParsedNode>();
  const visit = (node: ParsedNode | null): void => {
    if (isAlias(node)) {
      const target = named.get(node.source);
      if (target) targets.set(node, target);
      return;
    }
    if (node === null) return;
    if (node.anchor !== undefined) named.set(node.anchor, node);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        visit(key);
        visit(value);
      }
    } else if (isSeq(node)) for (const item of node.items) visit(item);
  };
  visit(root);
  return targets;
}
