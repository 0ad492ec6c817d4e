import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { findable, type Resource, type Resources } from '../resources.js';
import { add, branchOf, treeOf } from '../tree.js';

/** The blocks of a Terraform file, and which of their maps hold more than can be seen. */
export interface Blocks extends Resources {
  /** The value of an attribute; a placeholder where it is worked out. */
  readonly valueOf: (resource: Resource, ...path: readonly string[]) => string | undefined;
  /** Whether more keys may be in a map than are written there: others are merged into it, or the name of one is worked out. */
  readonly isPartial: (resource: Resource, key: string) => boolean;
}

/** Resources by their type and name, and modules by where they come from. A cluster belongs to the configuration that it refers to. */
export function blocksIn(document: Document): Blocks {
  const unnamed = document.entries.filter(isUnnamed);
  const entries = lastOfMerged(document.entries.filter(entry => !isUnnamed(entry)));
  const tree = treeOf({ ...document, entries });
  const unnamedIn = new Set(unnamed.map(({ path }) => nameOf(path.slice(0, -1).map(textOf))));
  const all = document.sections.flatMap((section): readonly Resource[] => {
    const branch = branchOf(section);
    const [type = '', kind = '', name = ''] = branch.path;
    const configuration = tree.at(branch, 'configuration_info', 'arn')?.value ?? '';
    const cluster = /^\$\{aws_msk_configuration\.([^.[\]]+)(?:\[[^\]]*\])?\.arn\}$/.exec(configuration)?.[1];
    const block = { ...branch, apiVersion: '', cluster };
    if (type === 'resource' && branch.path.length === 3) return [{ ...block, kind, name }];
    if (type !== 'module' || branch.path.length !== 2) return [];
    return [{ ...block, kind: `module ${tree.at(branch, 'source')?.value ?? ''}`, name: kind }];
  });
  return {
    document,
    tree,
    ...findable(all),
    valueOf: (resource, ...path) => tree.at(resource, ...path)?.value,
    isPartial: (resource, key) => tree.at(resource, key) !== undefined || unnamedIn.has(nameOf([...resource.path, key])),
  };
}

function isUnnamed({ path }: Entry): boolean {
  const last = path.at(-1);
  return last?.kind === 'key' && last.text.includes('${');
}

/** Of keys that several merged objects have the last one holds. */
function lastOfMerged(entries: readonly Entry[]): readonly Entry[] {
  const byPath = new Map<string, Entry[]>();
  for (const entry of entries) add(byPath, nameOf(entry.path.map(textOf)), entry);
  return entries.filter(entry => byPath.get(nameOf(entry.path.map(textOf)))?.at(-1)?.section === entry.section);
}

function nameOf(path: readonly string[]): string {
  return path.join('\0');
}
