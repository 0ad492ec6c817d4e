import type { Ignored } from '../config/setting.js';
import { textOf } from '../syntax/key-text.js';
import type { Document } from '../syntax/syntax.js';
import { slice } from '../text/span.js';
import type { Embedded } from './embedded.js';
import { besideGiven, mapView, type GivenItem } from './map-view.js';
import { add, branchOf, treeOf, type Branch, type Tree } from './tree.js';
import { fieldItem, mapWriter, ownItem, type EntryItem } from './yaml-map.js';

/** A resource of an operator of Kafka, wherever it stands in the text. */
export interface Resource extends Branch {
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty where it has none. */
  readonly name: string;
  /** The name of the cluster that it belongs to, where it says so. */
  readonly cluster: string | undefined;
}

/** A text with the resources of one operator. */
export interface Resources {
  readonly document: Document;
  readonly tree: Tree;
  readonly all: readonly Resource[];
  /** Those of a kind with this name. */
  readonly named: (kind: string, name: string) => readonly Resource[];
  /** Those of a kind that belong to a cluster. */
  readonly belonging: (kind: string, cluster: string) => readonly Resource[];
}

/** The resources of an API group in a text, its documents and the items of a list; `clusterAt` leads to the name of their cluster. */
export function resourcesIn(document: Document, group: string, clusterAt: readonly string[]): Resources {
  const tree = treeOf(document);
  const all = document.sections.flatMap(section => {
    const branch = branchOf(section);
    const value = (...path: readonly string[]): string | undefined => tree.at(branch, ...path)?.value;
    const [apiVersion, kind] = [value('apiVersion'), value('kind')];
    if (kind === undefined || apiVersion?.startsWith(`${group}/`) !== true) return [];
    return [{ ...branch, apiVersion, kind, name: value('metadata', 'name') ?? '', cluster: value(...clusterAt) }];
  });
  return { document, tree, ...findable(all) };
}

/** Resources with the ways to find them. */
export function findable(all: readonly Resource[]): Pick<Resources, 'all' | 'named' | 'belonging'> {
  const byName = grouped(all, ({ kind, name }) => `${kind} ${name}`);
  const byCluster = grouped(all, ({ kind, cluster = '' }) => `${kind} ${cluster}`);
  return {
    all,
    named: (kind, name) => byName.get(`${kind} ${name}`) ?? [],
    belonging: (kind, cluster) => byCluster.get(`${kind} ${cluster}`) ?? [],
  };
}

/** Items by a name, in their order. */
function grouped<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) add(groups, nameOf(item), item);
  return groups;
}

/** Says of a key whether the operator takes it out. */
export type Forbidden = (key: string) => Ignored | undefined;

/** A map of settings in a resource, and who reads it. */
export interface Config extends Pick<Embedded, 'path' | 'wanted'>, Partial<Pick<Embedded, 'defaults' | 'facts' | 'nodes'>> {
  /** Of the mapping that has the map, below the resource. */
  readonly around: readonly string[];
  /** Of the map itself. */
  readonly key: string;
  /** For people: which of several it is. */
  readonly part?: string;
  /** Fields of the resource that are keys for the reader: their places below the resource. */
  readonly fields?: readonly (readonly [key: string, ...path: readonly string[]])[];
  readonly given?: readonly GivenItem[];
  readonly version?: string | undefined;
  /** Which keys of the map the operator takes out. */
  readonly forbids?: Forbidden;
}

/** The map of a resource as its reader gets it; undefined where nothing is set. */
export function configOf({ document, tree }: Resources, resource: Resource, config: Config): Embedded | undefined {
  const { around, key, fields = [], given = [], path, wanted, defaults = [], facts = [], version, forbids, part, nodes } = config;
  const section = tree.section(resource, ...around);
  const own = tree.inside(resource, ...around, key).map(entry => ownItem(document, entry));
  const ofFields = fields.flatMap(([name, ...place]) => {
    const entry = tree.at(resource, ...place);
    return entry ? [fieldItem(document, entry, name)] : [];
  });
  const items: readonly EntryItem[] = [...ofFields, ...own];
  if (!section || items.length === 0) return undefined;
  // in a map that is written as empty nothing has a place
  const closed = own.length === 0 && !tree.at(resource, ...around, key) && names(slice(document.text, section.span), key);
  const takes = (name: string): boolean => !closed && forbids?.(name) === undefined;
  const writer = besideGiven(mapWriter(document, { around: section, key, takes }), items);
  const view = mapView([...given, ...items], document.text, writer);
  return {
    name: [`${resource.kind} ${resource.name}`, ...(part === undefined ? [] : [part])].join(', '),
    path,
    wanted,
    keys: {
      around: [...resource.path, ...around, key],
      part: resource.part,
      listed: false,
      spell: name => (takes(name) ? name : undefined),
    },
    defaults,
    facts,
    nodes,
    kafkaVersion: version,
    ...(forbids ? { ignored: takenOut(view.document, given.length + ofFields.length, forbids) } : {}),
    ...view,
  };
}

/** Whether the text of a mapping has a key, be it that nothing is below it. */
export function names(text: string, key: string): boolean {
  return new RegExp(`[\\s{,]["']?${key}["']?\\s*:`).test(text);
}

/** The forbidden entries; the first ones are not of the map. */
function takenOut({ entries }: Document, first: number, forbids: Forbidden): NonNullable<Embedded['ignored']> {
  return new Map(
    entries.slice(first).flatMap(entry => {
      const ignored = forbids(entry.path.map(textOf).join(''));
      return ignored ? [[entry, ignored] as const] : [];
    }),
  );
}

/** A field as it is written: YAML would take 3.10 for the number 3.1. */
export function written({ document, tree }: Resources, branch: Branch, ...path: readonly string[]): string | undefined {
  const entry = tree.at(branch, ...path);
  return entry && slice(document.text, entry.valueSpan).replace(/^(["'])(.*)\1$/s, '$2');
}
