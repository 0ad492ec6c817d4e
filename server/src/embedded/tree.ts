import { textOf } from '../syntax/key-text.js';
import type { Document, Entry, PathSegment, Section } from '../syntax/syntax.js';

/** The keys and places of lists that lead somewhere in one document of a YAML text. */
export interface Branch {
  readonly part: number;
  readonly path: readonly string[];
}

/** A text by its paths: files have thousands of documents, and nobody should go through all of them to look something up. */
export interface Tree {
  /** The scalar at a path below a branch; of several the last. */
  at(branch: Branch, ...path: readonly string[]): Entry | undefined;
  /** The scalars in the mapping or list at a path below a branch, in the order of the text. */
  inside(branch: Branch, ...path: readonly string[]): readonly Entry[];
  /** The mapping at a path below a branch. */
  section(branch: Branch, ...path: readonly string[]): Section | undefined;
  /** The mappings in the list or mapping at a path below a branch. */
  branches(branch: Branch, ...path: readonly string[]): readonly Branch[];
}

/** Sorts everything in a document by where it stands. */
export function treeOf({ entries, sections }: Document): Tree {
  const inside = new Map<string, Entry[]>();
  const sectionAt = new Map<string, Section>();
  const below = new Map<string, Branch[]>();
  for (const entry of entries) add(inside, nameOf(around(entry)), entry);
  for (const section of sections) {
    const branch = branchOf(section);
    const name = nameOf(branch);
    if (!sectionAt.has(name)) add(below, nameOf(around(section)), branch);
    sectionAt.set(name, section);
  }
  const of = ({ part, path }: Branch, more: readonly string[]): string => nameOf({ part, path: [...path, ...more] });
  return {
    at: (branch, ...path) => {
      const key = path.at(-1);
      return inside.get(of(branch, path.slice(0, -1)))?.findLast(entry => lastOf(entry) === key);
    },
    inside: (branch, ...path) => inside.get(of(branch, path)) ?? [],
    section: (branch, ...path) => sectionAt.get(of(branch, path)),
    branches: (branch, ...path) => below.get(of(branch, path)) ?? [],
  };
}

/** The branch that ends with a mapping. */
export function branchOf({ part, path }: Pick<Section, 'part' | 'path'>): Branch {
  return { part, path: path.map(textOf) };
}

function around({ part, path }: { readonly part: number; readonly path: readonly PathSegment[] }): Branch {
  return branchOf({ part, path: path.slice(0, -1) });
}

function lastOf({ path }: Entry): string | undefined {
  const last = path.at(-1);
  return last && textOf(last);
}

/** NUL stands in no YAML text. */
function nameOf({ part, path }: Branch): string {
  return [String(part), ...path].join('\0');
}

/** Puts an item into the group of a name. */
export function add<T>(groups: Map<string, T[]>, name: string, item: T): void {
  const group = groups.get(name);
  if (group) group.push(item);
  else groups.set(name, [item]);
}
