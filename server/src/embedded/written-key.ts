import type { Document } from '../syntax/syntax.js';
import { slice, type Span } from '../text/span.js';
import type { Branch, Tree } from './tree.js';

/** Where a mapping has one of these keys, by its text: in a tree a key with an empty mapping is nothing. */
export function writtenKey(document: Document, tree: Tree, branch: Branch, keys: readonly string[]): Span | undefined {
  const { start = 0, end = 0 } = { ...tree.section(branch)?.span };
  const key = new RegExp(`^((?:[^#\\n]*[{,])?[ \\t]*["']?)(${keys.join('|')})["']?\\s*:`, 'gm');
  const [found] = slice(document.text, { start, end }).matchAll(key);
  if (!found) return undefined;
  const [, lead = '', word = ''] = found;
  const at = start + found.index + lead.length;
  return { start: at, end: at + word.length };
}
