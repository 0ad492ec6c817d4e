import { namesOf } from '../../../kafka/catalogue/catalogue.js';
import type { FrameworkDefault, Scope, Setting, SettingValue, UnknownKey } from '../../../config/setting.js';
import type { Entry } from '../../../syntax/syntax.js';
import { type Meaning, type Place } from '../layout.js';
import { streamsLayout } from '../streams.js';
import { clients } from './leaves.js';

/** A key that Spring Boot hands to Kafka Streams. */
export interface StreamsKey {
  readonly entry: Entry;
  /** As Streams sees it, e.g. `producer.acks`, or an attribute of Spring's own. */
  readonly key: string;
  readonly value: SettingValue;
  readonly rank: number;
  /** Of the document that it stands in. */
  readonly scope: Scope;
  /** It is for all clients of the application. */
  readonly common: boolean;
}

/** What Streams makes of its keys weighs more than where Spring has them from: `producer.acks` wins over `acks`. */
const perPrefix = 1e8;

export const title = 'Kafka Streams';
const known = namesOf(clients);

/** Kafka Streams has clients of its own, so that each scope has another one beside it for them. */
export function streamsScopes(): (scope: Scope) => Scope {
  const made = new Map<Scope, Scope>();
  return function beside(scope: Scope): Scope {
    const base = scope.base && beside(scope.base);
    const found = made.get(scope) ?? { ...scope, base, name: base ? `${scope.name} ${title}` : title };
    made.set(scope, found);
    return found;
  };
}

/** Whether the scope is that of Kafka Streams, or of a client inside. */
export function isOfStreams({ name }: Scope): boolean {
  return new RegExp(`(^| )${title}( |$)`).test(name);
}

/** What Streams and the clients inside are told; nothing where the file has no Streams. */
export interface OfStreams {
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly scopes: readonly Scope[];
  readonly defaults: readonly FrameworkDefault[];
}

/** `mentioned`: the scopes in which Streams has keys of its own, read or not. */
export function readStreams(keys: readonly StreamsKey[], mentioned: ReadonlySet<Scope>, scopeFor: (scope: Scope) => Scope): OfStreams {
  const found = { settings: [] as Setting[], unknownKeys: [] as UnknownKey[], scopes: [] as Scope[], defaults: [] as FrameworkDefault[] };
  if (mentioned.size === 0) return found;
  const groups = byScope([...keys].sort((one, other) => one.rank - other.rank));
  for (const scope of new Set([...mentioned, ...groups.keys()].flatMap(one => [baseOf(one), one]))) {
    const here = groups.get(scope) ?? [];
    const before = scope.base && groups.get(scope.base);
    const layout = streamsLayout(
      here.map(({ key }) => key),
      here.map(({ entry }) => entry),
      scopeFor(scope),
      { values: here.map(textOf), inherited: name => textOf(before?.findLast(({ key }) => key === name)) },
    );
    // in a document with a condition nobody sets apart the consumers that restore
    found.scopes.push(...(scope.base ? layout.scopes.slice(0, 1) : layout.scopes));
    found.defaults.push(...layout.defaults);
    for (const [i, key] of here.entries()) {
      const meaning = layout.meanings[i];
      if (meaning?.kind === 'settings') found.settings.push(...meaning.places.flatMap(place => settingsAt(place, key)));
      else if (key.key.startsWith('spring:')) found.settings.push(attribute(key, scopeFor(scope)));
      else if (meaning?.kind === 'unknown' && !key.common) found.unknownKeys.push(unknownKey(meaning, key.entry));
    }
  }
  return found;
}

/** A key for all clients says nothing to one that does not take it: it may work for the others. */
function settingsAt({ rank = 0, own = true, ignored, ...place }: Place, key: StreamsKey): readonly Setting[] {
  if (key.common && ignored) return [];
  const { entry, value, common } = key;
  return [{ ...place, rank: rank * perPrefix + key.rank, own: own && !common, ignored, value, entry }];
}

function attribute({ key, entry, value, rank }: StreamsKey, scope: Scope): Setting {
  return { property: key, role: 'streams', scope, entry, value, rank, own: true, ignored: undefined };
}

/** The keys of the clients inside work here as they are. */
function unknownKey(meaning: Extract<Meaning, { kind: 'unknown' }>, entry: Entry): UnknownKey {
  return { ...meaning, candidates: meaning.role === 'streams' ? known : undefined, entry };
}

function byScope(keys: readonly StreamsKey[]): ReadonlyMap<Scope, readonly StreamsKey[]> {
  const groups = new Map<Scope, StreamsKey[]>();
  for (const key of keys) {
    const group = groups.get(key.scope);
    if (group) group.push(key);
    else groups.set(key.scope, [key]);
  }
  return groups;
}

function baseOf(scope: Scope): Scope {
  return scope.base ? baseOf(scope.base) : scope;
}

function textOf(key: StreamsKey | undefined): string | undefined {
  return key?.value.known ? key.value.text : undefined;
}
