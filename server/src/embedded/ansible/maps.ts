import type { Document, Entry, Section } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import type { Embedded } from '../embedded.js';
import { besideGiven, mapView, type GivenItem } from '../map-view.js';
import { names } from '../resources.js';
import { branchOf, type Tree } from '../tree.js';
import { fieldItem, mapWriter, ownItem } from '../yaml-map.js';

/** A playbook, an inventory or a file of variables. */
export interface Variables {
  readonly document: Document;
  readonly tree: Tree;
  /** With forward slashes. */
  readonly path: string;
  /** The last entry of a name, wherever it stands. */
  readonly named: (name: string) => Entry | undefined;
}

/** A key that the role writes by itself. */
export interface Written {
  readonly key: string;
  readonly value: string;
}

/** Who reads a map of settings, and what it gets besides. */
export interface Reads extends Pick<Embedded, 'path' | 'wanted'>, Partial<Pick<Embedded, 'defaults' | 'facts' | 'nodes' | 'kafkaVersion'>> {
  readonly written?: readonly Written[];
  /** Variables beside the map that are keys for the reader. */
  readonly fields?: readonly (readonly [key: string, entry: Entry])[];
}

/** The map at a key of a mapping as its reader gets it; undefined where nothing is set. */
export function mapAt({ document, tree }: Variables, around: Section, key: string, reads: Reads): Embedded | undefined {
  const branch = branchOf(around);
  const fields = (reads.fields ?? []).map(([name, entry]) => fieldItem(document, entry, name));
  const own = tree.inside(branch, key).map(entry => ownItem(document, entry));
  const items = [...fields, ...own];
  const [first] = items;
  if (!first) return undefined;
  const given = (reads.written ?? []).filter(one => !items.some(item => item.key === one.key));
  // in a map that is written as empty, or that comes from elsewhere, nothing has a place
  const closed = own.length === 0 && names(slice(document.text, around.span), key);
  const writer = besideGiven(mapWriter(document, { around, key, takes: () => !closed }), items);
  const path = [...branch.path, key];
  return {
    name: path.join('.'),
    path: reads.path,
    wanted: reads.wanted,
    keys: { around: path, part: branch.part, listed: false, spell: name => (closed ? undefined : name) },
    defaults: reads.defaults ?? [],
    facts: [...(reads.facts ?? []), ...(tree.at(branch, key) ? (['partly-seen'] as const) : [])],
    nodes: reads.nodes,
    kafkaVersion: reads.kafkaVersion,
    ...mapView([...items, ...given.map(one => givenItem(one, first))], document.text, writer),
  };
}

function givenItem({ key, value }: Written, { keySpan, span }: Pick<GivenItem, 'keySpan' | 'span'>): GivenItem {
  return { key, value, keySpan, valueSpan: { start: keySpan.start, end: keySpan.start }, span, given: true };
}
