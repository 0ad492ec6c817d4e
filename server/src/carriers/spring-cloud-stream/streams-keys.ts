import type { Ignored, Scope } from '../../config/setting.js';
import { namesOf } from '../../kafka/catalogue/catalogue.js';
import type { Entry } from '../../syntax/syntax.js';
import { streamsLayout, type StreamsLayout } from '../shared/streams.js';
import type { Clients } from './clients.js';
import type { Line, Meant } from './lines.js';

/** A key as Streams gets it, and how near to this application it is written. */
export interface Key extends Meant {
  readonly entry: Entry;
  readonly own: boolean;
}

/** What Streams makes of a key weighs more than where it is written: `producer.acks` wins over `acks`. */
export const perPrefix = 1e9;
const known = namesOf(['producer', 'consumer', 'admin', 'streams']);

/** What is read, in the making. */
export type Found = { -readonly [K in keyof Clients]: Clients[K][number][] };

/** Nothing yet. */
export function emptyClients(): Found {
  return { scopes: [], settings: [], unknownKeys: [], defaults: [], openers: [] };
}

/** What lines say to Streams, the strongest last. */
export function keysOf(lines: readonly Line[]): readonly Key[] {
  const keys = lines.flatMap(({ meant, entry, level }) =>
    meant.filter(({ reader }) => reader === 'streams').map(one => ({ ...one, entry, own: level === 'binding' || level === 'function' })),
  );
  return [...keys].sort((one, other) => one.rank - other.rank);
}

/** Reads what stands in a scope as Kafka Streams does; `inherited`: what holds besides. */
export function readKeys(keys: readonly Key[], scope: Scope, inherited: (key: string) => string | undefined, found: Found): StreamsLayout {
  const layout = streamsLayout(
    keys.map(({ property }) => property),
    keys.map(({ entry }) => entry),
    scope,
    { values: keys.map(textOf), inherited },
  );
  for (const [i, key] of keys.entries()) {
    const { property, value, rank, own, entry, ignored } = key;
    const meaning = layout.meanings[i];
    // with its prefix the binder always hands Spring Boot's own isolation level on, which wins over the bare key
    const isBeaten = property === 'isolation.level' && !keys.some(other => other.entry === entry && other !== key);
    if (property.startsWith('scs:')) found.settings.push({ property, role: 'streams', value, rank, own, entry, scope, ignored });
    else if (meaning?.kind === 'settings') {
      for (const { rank: place = 0, own: mine = true, ignored: taken, ...rest } of meaning.places)
        found.settings.push({
          ...rest,
          rank: place * perPrefix + rank,
          own: own && mine,
          ignored: taken ?? (isBeaten && rest.role === 'consumer' ? overwritten : undefined),
          value,
          entry,
        });
    } else if (meaning?.kind === 'unknown') {
      const { role, key: name } = meaning;
      found.unknownKeys.push({ entry, scope: meaning.scope, role, key: name, candidates: role === 'streams' ? known : undefined });
    }
  }
  return layout;
}

const overwritten: Ignored = { why: 'always-overridden', worksAs: { property: 'isolation.level', role: 'consumer' } };

/** The text of a key that is in force. */
export function lastOf(keys: readonly Key[], wanted: string): string | undefined {
  return textOf(keys.findLast(({ property }) => property === wanted));
}

function textOf(key: Key | undefined): string | undefined {
  return key?.value.known ? key.value.text : undefined;
}
