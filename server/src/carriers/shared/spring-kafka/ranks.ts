import type { Entry } from '../../../syntax/syntax.js';
import type { Parts } from '../spring-scopes.js';
import { flattened } from '../spring-values.js';

/**
 * Of one property's spellings the client's own map wins over its typed leaf, and those over the map and the leaves for all clients;
 * of one spelling the later document of the file wins.
 */
export const ranks = { commonLeaf: 0, commonMap: 1e6, leaf: 2e6, map: 3e6 };

/** `canonical`: the name as Spring asks for it, of a map without its key. */
export interface Spelled {
  readonly kind: number;
  readonly canonical: string;
  /** The key in a map; undefined for a leaf. */
  readonly key?: string;
}

/**
 * Of two spellings of one key in one document the canonical one wins; else of a leaf the one that comes first out of a Java set, and of a
 * map the first in the file. Sources: SpringIterableConfigurationPropertySource#getConfigurationProperty, whose mappings are sets, and
 * MapBinder.EntryBinder#bindEntries.
 */
export function rankIn(parts: Parts): (entry: Entry, spelled: Spelled) => number {
  const firstNames = new Map<string, string>();
  return (entry, { kind, canonical, key }) => {
    const name = flattened(entry.path);
    const part = parts.partOf(entry);
    const inPart = kind + part * 64;
    const id = `${inPart} ${canonical} ${key ?? ''}`;
    const first = firstNames.get(id) ?? name;
    firstNames.set(id, first);
    const isFirst = first === name ? 1 : 0;
    if (key !== undefined) return inPart + (name.startsWith(canonical) ? 2 : 0) + isFirst;
    return inPart + (name === canonical ? 32 : 2 * (15 - bucketOf(name)) + isFirst);
  };
}

/** Where java.util.HashSet keeps a text while it holds few: by String#hashCode, its upper half mixed in. */
function bucketOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 16)) & 15;
}
