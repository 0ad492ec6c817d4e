import type { Document, Entry } from '../../syntax/syntax.js';
import { elementsOf, mapKey, mayBeSpring, relaxed, startsWith, type Element } from '../shared/names.js';

/** Where in the configuration of Spring Cloud Stream a key stands; `keys` is what is left of it. */
export type Area =
  /** `bindings.<name>` and, without a name, `default`, of which every binding has the keys: what all binders have in common. */
  | { readonly kind: 'core'; readonly binding: string | undefined; readonly keys: readonly Element[] }
  /** The same below `kafka` and `kafka.streams`: what only that binder has. */
  | { readonly kind: 'extended'; readonly streams: boolean; readonly binding: string | undefined; readonly keys: readonly Element[] }
  /** `kafka.binder` and `kafka.streams.binder`. */
  | { readonly kind: 'binder'; readonly streams: boolean; readonly keys: readonly Element[] }
  /** `binders.<name>`, where an application has several. */
  | { readonly kind: 'declaration'; readonly binder: string; readonly keys: readonly Element[] }
  | { readonly kind: 'default-binder' }
  /** Of a binder for another messaging system. */
  | { readonly kind: 'foreign' };

/** An entry of Spring Cloud Stream. `binder`: it stands in the environment of that binder, which others do not have. */
export interface StreamEntry {
  readonly entry: Entry;
  readonly area: Area;
  readonly binder: string | undefined;
}

/** What is left of the key; nothing for what has no keys of interest. */
export function keysIn(area: Area): readonly Element[] {
  return 'keys' in area ? area.keys : [];
}

/** The letters and digits of one element; nothing where there is none. */
export function relaxedAt(elements: readonly Element[], index: number): string {
  return relaxed(elements[index]?.text ?? '');
}

export const root = ['spring', 'cloud', 'stream'] as const;

/** Sections of `spring.cloud.stream` that belong to no binder. */
const common: ReadonlySet<string> = new Set(
  [
    'function',
    'source',
    'poller',
    'schema',
    'sendto',
    'integration',
    'metrics',
    'instance-count',
    'instance-index',
    'instance-index-list',
    'dynamic-destinations',
    'dynamic-destination-cache-size',
    'binding-retry-interval',
    'input-bindings',
    'output-bindings',
    'override-cloud-connectors',
    'stream-bridge',
    'pollable-source',
    'bindings',
    'binders',
    'default',
    'kafka',
  ].map(relaxed),
);

/** The entries below `spring.cloud.stream`, in the order of the document. */
export function streamEntries({ entries }: Document): readonly StreamEntry[] {
  return entries.flatMap(entry => {
    const elements = mayBeSpring(entry.path) ? elementsOf(entry.path) : [];
    const found = startsWith(elements, root) ? placed(elements.slice(root.length)) : undefined;
    return found ? [{ entry, ...found }] : [];
  });
}

function placed(elements: readonly Element[]): Pick<StreamEntry, 'area' | 'binder'> | undefined {
  const [, second] = elements;
  if (relaxedAt(elements, 0) === 'binders' && second) {
    const binder = mapKey([second]);
    const inside = elements.slice(3);
    if (relaxedAt(elements, 2) !== 'environment')
      return { area: { kind: 'declaration', binder, keys: elements.slice(2) }, binder: undefined };
    const area = startsWith(inside, root) ? areaOf(inside.slice(root.length)) : undefined;
    return area ? { area, binder } : { area: { kind: 'declaration', binder, keys: elements.slice(2) }, binder: undefined };
  }
  const area = areaOf(elements);
  return area && { area, binder: undefined };
}

function areaOf(elements: readonly Element[]): Area | undefined {
  const [first = '', second = ''] = elements.map(({ text }) => relaxed(text));
  if (first === 'kafka') return second === 'streams' ? ofKafka(elements.slice(2), true) : ofKafka(elements.slice(1), false);
  if (first === 'defaultbinder') return { kind: 'default-binder' };
  const section = sectionOf(elements);
  if (section) return { kind: 'core', ...section };
  return common.has(first) || elements.length < 2 ? undefined : { kind: 'foreign' };
}

function ofKafka(elements: readonly Element[], streams: boolean): Area | undefined {
  const section = sectionOf(elements);
  if (section) return { kind: 'extended', streams, ...section };
  return relaxedAt(elements, 0) === 'binder' ? { kind: 'binder', streams, keys: elements.slice(1) } : undefined;
}

function sectionOf(elements: readonly Element[]): { binding: string | undefined; keys: readonly Element[] } | undefined {
  const [, second] = elements;
  switch (relaxedAt(elements, 0)) {
    case 'bindings':
      return second && { binding: mapKey([second]), keys: elements.slice(2) };
    case 'default':
      return { binding: undefined, keys: elements.slice(1) };
    default:
      return undefined;
  }
}
