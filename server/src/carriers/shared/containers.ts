import type { Document, Entry } from '../../syntax/syntax.js';

/** A key as words, wherever its dots are written and its nesting begins: `kafka: {producer.acks: 1}` is `kafka`, `producer`, `acks`. */
export interface WordedKey {
  readonly entry: Entry;
  readonly words: readonly string[];
  /** How many of the words are those of the mapping around the last written key. */
  readonly outer: number;
  /** The value is an item of a list. */
  readonly listed: boolean;
}

/** A known key in a container. */
export interface HeldKey {
  readonly entry: Entry;
  /** The key as its reader sees it. */
  readonly key: string;
  readonly property: string;
  readonly listed: boolean;
}

/** A mapping, or a beginning that keys share, below which keys of one client stand. */
export interface Container {
  /** The document in the file. */
  readonly part: number;
  readonly path: readonly string[];
  readonly held: readonly HeldKey[];
}

/** Deeper than this nothing is a client's key. */
const deepest = 24;

/** The keys of a document as words; places in lists are words such as `[0]`. */
export function wordedKeys({ entries }: Document): readonly WordedKey[] {
  return entries.flatMap(entry => {
    if (entry.path.length > deepest) return [];
    const listed = entry.path.at(-1)?.kind === 'item';
    const segments = listed ? entry.path.slice(0, -1) : entry.path;
    const words = segments.map(segment => (segment.kind === 'item' ? [`[${segment.index}]`] : segment.text.split('.')));
    const outer = words.slice(0, -1).reduce((count, some) => count + some.length, 0);
    return [{ entry, words: words.flat(), outer, listed }];
  });
}

/** All containers, in the order of the document; of a key the longest ending counts that is known. */
export function containersOf(keys: readonly WordedKey[], propertyOf: (key: string) => string | undefined): readonly Container[] {
  const found = new Map<string, { readonly part: number; readonly path: readonly string[]; readonly held: HeldKey[] }>();
  for (const { entry, words, listed } of keys) {
    for (let start = 0; start < words.length; start++) {
      const key = words.slice(start).join('.');
      const property = propertyOf(key);
      if (property === undefined) continue;
      const path = words.slice(0, start);
      const id = containerId(entry.part, path);
      const container = found.get(id) ?? { part: entry.part, path, held: [] };
      container.held.push({ entry, key, property, listed });
      found.set(id, container);
      break;
    }
  }
  return [...found.values()];
}

/** Tells containers of one file apart. */
export function containerId(part: number, path: readonly string[]): string {
  return `${part} ${path.join('\n')}`;
}

/** The ids of everything around a place, from the whole document to the place itself. */
export function idsAround({ part, path }: Pick<Container, 'part' | 'path'>): readonly string[] {
  return Array.from({ length: path.length + 1 }, (_, length) => containerId(part, path.slice(0, length)));
}

/** Whether the inner one is inside of the outer one, or the same. */
export function isInside(inner: Pick<Container, 'part' | 'path'>, outer: Pick<Container, 'part' | 'path'>): boolean {
  return inner.part === outer.part && outer.path.every((word, i) => inner.path[i] === word);
}

/** A key as the reader of a container sees it, in which its last written part stands directly. */
export interface DirectKey {
  readonly key: string;
  readonly entry: Entry;
}

/** What stands directly in each place, known or not, by the id of the place. */
export function directKeys(keys: readonly WordedKey[]): ReadonlyMap<string, readonly DirectKey[]> {
  const direct = new Map<string, DirectKey[]>();
  for (const { entry, words, outer, listed } of keys) {
    for (let start = outer; start < words.length && !listed; start++) {
      const id = containerId(entry.part, words.slice(0, start));
      const found = direct.get(id) ?? [];
      found.push({ key: words.slice(start).join('.'), entry });
      direct.set(id, found);
    }
  }
  return direct;
}
