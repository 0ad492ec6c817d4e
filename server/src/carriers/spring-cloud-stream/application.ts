import type { Document, Entry } from '../../syntax/syntax.js';
import type { SettingValue } from '../../config/setting.js';
import { elementsOf, mayBeSpring, relaxed, startsWith } from '../shared/names.js';
import { splitParts, type Parts } from '../shared/spring-scopes.js';
import { springValues } from '../shared/spring-values.js';
import { keysIn, relaxedAt, streamEntries, type StreamEntry } from './names.js';

/** Which binder of Kafka's makes a binding. */
export type Kind = 'kafka' | 'streams';

/** A channel of the application that Kafka is behind. */
export interface Binding {
  readonly name: string;
  readonly direction: 'input' | 'output';
  readonly kind: Kind;
  /** The one of several binders that it uses; undefined where there is one only. */
  readonly binder: string | undefined;
  /** Its binder has what the application says to all binders. */
  readonly inherits: boolean;
  /** What is written for it alone, in the order of the file. */
  readonly own: readonly StreamEntry[];
}

/** What one file says, sorted by the parts of the application. */
export interface Application {
  readonly document: Document;
  readonly parts: Parts;
  readonly entries: readonly StreamEntry[];
  readonly bindings: readonly Binding[];
  /** The binders that the file declares and gives keys of their own. */
  readonly binders: readonly DeclaredBinder[];
  readonly valueOf: (entry: Entry) => SettingValue;
  /** Keys of Kafka's binders are there; without them what Spring Boot has for Kafka says that it is Kafka. */
  readonly certain: boolean;
}

/** One of several binders of an application. */
export interface DeclaredBinder {
  readonly name: string;
  readonly kind: Kind | undefined;
  /** It has what the application says to all binders. */
  readonly inherits: boolean;
  /** A binding without a binder may get it. */
  readonly candidate: boolean;
}

/** Sorts what the document says about bindings and binders. */
export function applicationIn(document: Document, path: string): Application {
  const parts = splitParts(document, path);
  const entries = streamEntries(document);
  const values = springValues(document, parts);
  const valueOf = (entry: Entry): SettingValue => values(entry.value, parts.scopeOf(entry));
  const binders = bindersIn(entries, valueOf);
  const choose = binderOf(document, entries, binders, valueOf);
  const bindings = groupedByName(entries).flatMap(([name, own]): readonly Binding[] => {
    const direction = directionOf(name, own);
    const chosen = direction && choose(name, own);
    return chosen ? [{ name, direction, own, ...chosen }] : [];
  });
  const certain = entries.some(({ area }) => ofKafka(area)) || binders.some(({ kind }) => kind !== undefined);
  return { document, parts, entries, bindings, binders, valueOf, certain };
}

function ofKafka({ kind }: StreamEntry['area']): boolean {
  return kind === 'extended' || kind === 'binder';
}

/**
 * In what all binders have in common, names are equal in any case of letters; below `kafka` only beside the exact one. Sources: the maps
 * of BindingServiceProperties and AbstractExtendedBindingProperties, and ConfigurationPropertyName#equals.
 */
function groupedByName(entries: readonly StreamEntry[]): readonly (readonly [string, readonly StreamEntry[]])[] {
  const found = new Map<string, { readonly name: string; readonly own: StreamEntry[] }>();
  const exact = new Set(entries.flatMap(({ area }) => (area.kind === 'extended' ? (area.binding ?? []) : [])));
  const ofCore = [...entries].sort((one, other) => Number(one.area.kind !== 'core') - Number(other.area.kind !== 'core'));
  for (const one of ofCore) {
    const { area } = one;
    if ((area.kind !== 'core' && area.kind !== 'extended') || area.binding === undefined) continue;
    const group = found.get(relaxed(area.binding));
    if (!group) found.set(relaxed(area.binding), { name: area.binding, own: [one] });
    else if (area.kind === 'core' || exact.has(group.name)) group.own.push(one);
  }
  return [...found.values()].map(({ name, own }) => [name, own.sort((one, other) => one.entry.span.start - other.entry.span.start)]);
}

/** By the name that Spring Cloud Stream gives to bindings of functions, or by what is written for it; undefined where both fit. */
function directionOf(name: string, own: readonly StreamEntry[]): Binding['direction'] | undefined {
  if (/-in-\d+$|^input$/i.test(name)) return 'input';
  if (/-out-\d+$|^output$/i.test(name)) return 'output';
  const sections = new Set(own.map(({ area }) => relaxedAt(keysIn(area), 0)));
  const reads = sections.has('group') || sections.has('consumer');
  if (reads === sections.has('producer')) return undefined;
  return reads ? 'input' : 'output';
}

/** Names of the binders as their META-INF/spring.binders have them. */
const kinds: Readonly<Record<string, Kind>> = { kafka: 'kafka', kstream: 'streams', ktable: 'streams', globalktable: 'streams' };

function bindersIn(entries: readonly StreamEntry[], valueOf: Application['valueOf']): readonly DeclaredBinder[] {
  const names = new Set(
    entries.flatMap(({ area, binder }) => (area.kind === 'declaration' ? [area.binder] : binder === undefined ? [] : [binder])),
  );
  return [...names].map(name => {
    const said = (key: string): string | undefined => {
      const found = entries.findLast(
        ({ area }) => area.kind === 'declaration' && area.binder === name && startsWith(area.keys, [key]) && area.keys.length === 1,
      );
      return found && textOf(valueOf(found.entry));
    };
    return {
      name,
      kind: kinds[(said('type') ?? name).toLowerCase()],
      // with an environment of nothing it has the one of the application in any case
      inherits: said('inherit-environment') !== 'false' || !entries.some(one => one.binder === name || isEnvironment(one.area, name)),
      candidate: said('default-candidate') !== 'false',
    };
  });
}

function isEnvironment(area: StreamEntry['area'], name: string): boolean {
  return area.kind === 'declaration' && area.binder === name && startsWith(area.keys, ['environment']);
}

type Chosen = Pick<Binding, 'kind' | 'binder' | 'inherits'>;

/** Which binder a binding gets; undefined where it is none of Kafka's, or nobody knows. Source: DefaultBinderFactory#getBinder. */
function binderOf(
  document: Document,
  entries: readonly StreamEntry[],
  binders: readonly DeclaredBinder[],
  valueOf: Application['valueOf'],
): (name: string, own: readonly StreamEntry[]) => Chosen | undefined {
  const has = (test: (area: StreamEntry['area']) => boolean): boolean => entries.some(({ area }) => test(area));
  const others = has(({ kind }) => kind === 'foreign');
  // the address alone serves both binders
  const kafka = has(area => ofKafka(area) && 'streams' in area && !area.streams && !isAddress(area));
  const address = has(isAddress);
  const streams = has(area => ofKafka(area) && 'streams' in area && area.streams);
  const byDefault = entries.findLast(({ area }) => area.kind === 'default-binder');
  const ofFunctions = new Set(entries.flatMap(({ area }) => functionOf(area) ?? []));

  return (name, own) => {
    const written =
      own.findLast(({ area }) => area.kind === 'core' && area.keys.length === 1 && startsWith(area.keys, ['binder'])) ?? byDefault;
    if (written) {
      const value = textOf(valueOf(written.entry));
      return value === undefined ? undefined : named(value);
    }
    const candidates = binders.filter(({ candidate }) => candidate);
    const [only] = candidates;
    if (only) return candidates.length === 1 ? named(only.name) : undefined;
    const kind = kindOf(name, own);
    return kind && { kind, binder: undefined, inherits: true };
  };

  function named(name: string): Chosen | undefined {
    const declared = binders.find(one => one.name === name);
    const kind = declared ? declared.kind : kinds[name.toLowerCase()];
    return kind && { kind, binder: declared?.name, inherits: declared?.inherits !== false };
  }

  function kindOf(name: string, own: readonly StreamEntry[]): Kind | undefined {
    const extended = own.flatMap(({ area }) => (area.kind === 'extended' ? [area] : []));
    if (extended.some(area => area.streams) || ofFunctions.has(name.replace(/-(in|out)-\d+$/, ''))) return 'streams';
    if (extended.length > 0) return 'kafka';
    if (others || (kafka && streams)) return undefined;
    if (streams) return 'streams';
    return kafka || address || isSpringKafka(document) ? 'kafka' : undefined;
  }
}

function isAddress(area: StreamEntry['area']): boolean {
  return area.kind === 'binder' && !area.streams && startsWith(area.keys, ['brokers']);
}

/** The function of Kafka Streams that a key names. */
function functionOf(area: StreamEntry['area']): string | undefined {
  if (area.kind === 'extended' && area.streams) return area.binding?.replace(/-(in|out)-\d+$/, '');
  return area.kind === 'binder' && area.streams && startsWith(area.keys, ['functions']) ? area.keys[1]?.text : undefined;
}

function isSpringKafka({ entries }: Document): boolean {
  return entries.some(({ path }) => mayBeSpring(path) && startsWith(elementsOf(path), ['spring', 'kafka']));
}

function textOf(value: SettingValue): string | undefined {
  return value.known ? value.text.trim() : undefined;
}
