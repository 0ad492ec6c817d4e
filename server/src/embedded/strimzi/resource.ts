import { textOf } from '../../syntax/key-text.js';
import type { Document } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import type { Embedded } from '../embedded.js';
import { besideGiven, mapView, type GivenItem } from '../map-view.js';
import { branchOf, treeOf, type Branch, type Tree } from '../tree.js';
import type { Forbidden } from './forbidden.js';
import { fieldItem, mapWriter, ownItem, type EntryItem } from '../yaml-map.js';

/** A resource of Strimzi, wherever it stands in the text. */
export interface Resource extends Branch {
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty where it has none. */
  readonly name: string;
  /** The cluster that its label names. */
  readonly cluster: string | undefined;
}

/** A text with its resources of Strimzi. */
export interface Resources {
  readonly document: Document;
  readonly tree: Tree;
  readonly all: readonly Resource[];
}

/** The resources of Strimzi in a text: its documents, and the items of a list. */
export function resourcesIn(document: Document): Resources {
  const tree = treeOf(document);
  const all = document.sections.flatMap(section => {
    const branch = branchOf(section);
    const value = (...path: readonly string[]): string | undefined => tree.at(branch, ...path)?.value;
    const [apiVersion, kind] = [value('apiVersion'), value('kind')];
    if (kind === undefined || apiVersion?.startsWith('kafka.strimzi.io/') !== true) return [];
    const cluster = value('metadata', 'labels', 'strimzi.io/cluster');
    return [{ ...branch, apiVersion, kind, name: value('metadata', 'name') ?? '', cluster }];
  });
  return { document, tree, all };
}

/** A map of settings in a resource, and who reads it. */
export interface Config extends Pick<Embedded, 'path' | 'wanted'>, Partial<Pick<Embedded, 'defaults' | 'facts' | 'nodes'>> {
  /** Of the mapping that has the map, below the resource. */
  readonly around: readonly string[];
  /** For people: which of several it is. */
  readonly part?: string;
  /** Fields of the resource that are keys for the reader: their places below the resource. */
  readonly fields?: readonly (readonly [key: string, ...path: readonly string[]])[];
  readonly given?: readonly GivenItem[];
  readonly version?: string | undefined;
  /** Which keys of the map the operator takes out. */
  readonly forbids?: Forbidden;
}

const key = 'config';
/** In a map that is written as empty nothing has a place. */
const emptyMap = /[\s{,]["']?config["']?\s*:/;

/** The `config` of a resource as its reader gets it; undefined where nothing is set. */
export function configOf({ document, tree }: Resources, resource: Resource, config: Config): Embedded | undefined {
  const { around, fields = [], given = [], path, wanted, defaults = [], facts = [], version, forbids, part, nodes } = config;
  const section = tree.section(resource, ...around);
  const own = tree.inside(resource, ...around, key).map(entry => ownItem(document, entry));
  const ofFields = fields.flatMap(([name, ...place]) => {
    const entry = tree.at(resource, ...place);
    return entry ? [fieldItem(document, entry, name)] : [];
  });
  const items: readonly EntryItem[] = [...ofFields, ...own];
  if (!section || items.length === 0) return undefined;
  const closed = own.length === 0 && tree.at(resource, ...around, key) === undefined && emptyMap.test(slice(document.text, section.span));
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
