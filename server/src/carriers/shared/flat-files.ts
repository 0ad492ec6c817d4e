import type { Scope } from '../../config/setting.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry, Section } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import type { FlatFile } from './flat.js';
import { fileScope } from './layout.js';

/** The key of an entry as its reader sees it. */
export function keyOf(entry: Entry): string {
  return entry.path.map(textOf).join('.');
}

/** All keys of a document as one map. */
export function wholeFile({ entries }: Document, path: string): FlatFile {
  return { path, entries, keys: entries.map(keyOf), section: undefined, scope: fileScope() };
}

/** A mapping whose own keys one program reads, and what its running configuration is called. */
export interface NamedSection {
  readonly section: Section;
  readonly name: string;
  /** Entries around the mapping that the program reads as if they stood in it. */
  readonly around?: readonly Entry[];
}

/** Mappings of a document as maps of their own. What is no scalar, or nothing, reaches no program in a map of texts. */
export function sectionFiles(document: Document, path: string, named: readonly NamedSection[]): readonly FlatFile[] {
  const inside = entriesBySection(document);
  const used = new Map<string, number>();
  return named.map(({ section, name, around = [] }) => {
    const entries = [...around, ...(inside.get(section) ?? [])].filter(entry => isWritten(document, entry));
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    const scope = { ...fileScope(), ...(named.length > 1 ? { name: times === 1 ? name : `${name} #${String(times)}` } : {}) };
    return { path, entries, keys: entries.map(keyInside), section, scope };
  });
}

/** The key of an entry in the mapping that it stands in. */
function keyInside({ path }: Entry): string {
  return path.slice(-1).map(textOf).join('');
}

/** The entries that stand directly in each mapping, in the order of the document; a list is none. */
export function entriesBySection({ entries }: Document): ReadonlyMap<Section, readonly Entry[]> {
  const found = new Map<Section, Entry[]>();
  for (const entry of entries) {
    const { section, path } = entry;
    if (!section || path.length !== section.path.length + 1) continue;
    const here = found.get(section) ?? [];
    found.set(section, here);
    here.push(entry);
  }
  return found;
}

/** Whether a program gets a value: one that is still to be typed is none, nor is null. */
function isWritten({ syntax, text }: Document, { valueSpan }: Entry): boolean {
  const written = slice(text, valueSpan);
  return written !== '' && !(syntax === 'json' && written === 'null');
}

/** Whether the parents, as the document has them, are those of the keys of the map. */
export function standsBelow({ section }: FlatFile, parents: readonly string[]): boolean {
  const path = section?.path ?? [];
  return path.length === parents.length && path.every((segment, i) => textOf(segment) === parents[i]);
}

/** The map that a running configuration belongs to: the one after which it is named, or itself. */
export function fileOf({ name }: Scope, files: readonly FlatFile[]): FlatFile | undefined {
  const [only, ...more] = files;
  if (more.length === 0) return only;
  const named = files.filter(({ scope }) => `${name} `.startsWith(`${scope.name} `));
  return [...named].sort((one, other) => other.scope.name.length - one.scope.name.length)[0];
}

/** What a running configuration is called in a file that has no other such map. */
export function nameInside({ name }: Scope, file: Scope): string {
  if (file.name === fileScope().name) return name;
  return name === file.name ? fileScope().name : name.slice(file.name.length + 1);
}
