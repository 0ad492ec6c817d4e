import type { FrameworkDefault, Scope, Setting, SettingValue, UnknownKey } from '../../../config/setting.js';
import type { Entry } from '../../../syntax/syntax.js';
import { streamsLayout } from '../streams.js';

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

const title = 'Kafka Streams';

/** Kafka Streams has clients of its own, so that each scope has another one beside it for them. */
export function streamsScopes(scopes: readonly Scope[]): (scope: Scope) => Scope {
  const made = new Map<Scope, Scope>();
  for (const scope of scopes) {
    const base = scope.base && made.get(scope.base);
    made.set(scope, { ...scope, base, name: base ? `${scope.name} ${title}` : title });
  }
  return scope => made.get(scope) ?? scope;
}

/** Whether the scope is that of Kafka Streams, or of a client inside. */
export function isOfStreams({ name }: Scope): boolean {
  return new RegExp(`(^| )${title}( |$)`).test(name);
}

/** What the keys say to Streams and to the clients inside. `mentioned`: the scopes in which Streams has keys of its own, read or not. */
export function readStreams(
  keys: readonly StreamsKey[],
  mentioned: ReadonlySet<Scope>,
  scopeFor: (scope: Scope) => Scope,
): { settings: Setting[]; unknownKeys: UnknownKey[]; scopes: readonly Scope[]; defaults: readonly FrameworkDefault[] } {
  const settings: Setting[] = [];
  const unknownKeys: UnknownKey[] = [];
  const scopes: Scope[] = [];
  const defaults: FrameworkDefault[] = [];
  if (mentioned.size === 0) return { settings, unknownKeys, scopes, defaults };
  const strongestLast = [...keys].sort((one, other) => one.rank - other.rank);
  const spoken = [...mentioned, ...keys.map(key => key.scope)];
  for (const scope of new Set([...spoken.map(baseOf), ...spoken])) {
    const here = strongestLast.filter(key => key.scope === scope);
    const inherited = (name: string): string | undefined =>
      textOf(strongestLast.findLast(({ key, scope: other }) => key === name && other === scope.base));
    const layout = streamsLayout(
      here.map(({ key }) => key),
      here.map(({ entry }) => entry),
      scopeFor(scope),
      { values: here.map(textOf), inherited },
    );
    // in a document with a condition nobody sets apart the consumers that restore
    scopes.push(...(scope.base ? layout.scopes.slice(0, 1) : layout.scopes));
    defaults.push(...(layout.defaults ?? []));
    for (const [i, key] of here.entries()) {
      const meaning = layout.meanings[i];
      if (meaning?.kind === 'settings') {
        for (const { rank = 0, own = true, ignored, ...place } of meaning.places) {
          // a key for all clients may work for the others
          if (!key.common || !ignored)
            settings.push({
              ...place,
              rank: rank * perPrefix + key.rank,
              own: own && !key.common,
              ignored,
              value: key.value,
              entry: key.entry,
            });
        }
      } else if (key.key.startsWith('spring:')) {
        settings.push({ property: key.key, role: 'streams', scope: scopeFor(scope), ...partsOf(key), own: true, ignored: undefined });
      } else if (meaning?.kind === 'unknown' && !key.common) {
        unknownKeys.push({ ...meaning, entry: key.entry });
      }
    }
  }
  return { settings, unknownKeys, scopes, defaults };
}

function baseOf(scope: Scope): Scope {
  return scope.base ? baseOf(scope.base) : scope;
}

function partsOf({ entry, value, rank }: StreamsKey): Pick<Setting, 'entry' | 'value' | 'rank'> {
  return { entry, value, rank };
}

function textOf(key: StreamsKey | undefined): string | undefined {
  return key?.value.known ? key.value.text : undefined;
}
