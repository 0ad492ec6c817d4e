import type { Fact, FrameworkDefault, Scope, SettingValue, UnknownKey, Setting } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { production, type Application, type Placed } from './application.js';
import { knownKeys } from './attributes.js';
import { withoutShareGroupKeys } from './defaults.js';
import { meaningOf, readByName, roleOf, type KeyOfProperty } from './meaning.js';
import type { Direction } from './names.js';
import { clientScopes, settled, type Candidate, type ClientScopes } from './scopes.js';
import { attributeText } from './values.js';

/** What is read of some clients. */
export interface Clients {
  readonly scopes: readonly Scope[];
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly defaults: readonly FrameworkDefault[];
  /** Keys by which a client is there at all. */
  readonly openers: readonly { readonly scope: Scope; readonly role: Role; readonly entry: Entry }[];
}

/** A line as one client reads it. */
export interface ClientLine {
  readonly placed: Placed;
  /** The key as it reaches the client. */
  readonly key: string;
  /** Where it stands among the places that the client looks at, whatever the profile; the highest wins. */
  readonly rank: number;
  /** Written for this client alone. */
  readonly own: boolean;
}

/** The nearer to the channel, the stronger; the name with `quarkus.` before it is looked up first. */
const ranks = { global: 0, connector: 10, channel: 20, byQuarkus: 30 };
/** Ranks of other clients that read the same places begin above these. */
export const ranksOfAClient = 40;
/** Kafka's own spelling is looked up everywhere before those that environment variables have, and one profile's key before several's. */
const preferred = { spelling: 1000, singleProfile: 1 };

/** Lines of a channel, of its connector and of all clients, as the client of the channel reads them. */
export function linesOf(entries: readonly Placed<'channel' | 'connector' | 'global'>[]): readonly ClientLine[] {
  return entries.map(placed => ({ placed, key: placed.area.key, rank: rankIn(placed), own: placed.area.kind === 'channel' }));
}

/** Which of the places an entry stands in. */
export function rankIn({ area }: Placed<'channel' | 'connector' | 'global'>): number {
  return area.kind === 'channel' && area.byQuarkus ? ranks.byQuarkus : ranks[area.kind];
}

/** What one client reads. */
export interface Read extends ClientScopes {
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
}

/** The client of a channel of that direction, with the name of its scope. */
export function readClient(name: string, direction: Direction, lines: readonly ClientLine[], application: Application, path: string): Read {
  const role = roleOf(direction);
  const scopes = clientScopes(
    name,
    lines.map(({ placed }) => placed),
    path,
    factsOf(direction, application),
  );
  const candidates: Candidate[] = [];
  const unknownKeys: UnknownKey[] = [];
  for (const { placed, key, rank, own } of lines) {
    const meaning = meaningOf(direction, key);
    if (meaning.kind === 'foreign' || (meaning.kind === 'attribute' && !own)) continue;
    const { entry, profiles } = placed;
    for (const { scope, inherited } of scopes.targets(placed)) {
      if (meaning.kind === 'unknown') {
        if (own && scope === scopes.main) unknownKeys.push(unknownKey(placed, direction, key, scope));
        continue;
      }
      if (meaning.kind === 'attribute') {
        candidates.push(attribute(placed, role, key, scope, application));
        continue;
      }
      const { property, ignored, weak } = meaning;
      const value = valueFor(meaning, entry, application);
      const strength = rank + (weak ? 0 : preferred.spelling) + (profiles.length === 1 ? preferred.singleProfile : 0);
      const setting = { property, role, value, entry, scope, rank: strength, own, ignored, ...(inherited ? {} : { inherited }) };
      candidates.push({ setting, shared: !own });
    }
  }
  return { ...scopes, settings: withoutShareGroupKeys(settled(candidates, scopes), scopes), unknownKeys };
}

/** Says nothing but that the client is there, and has something of its own. */
function attribute({ entry }: Placed, role: Role, key: string, scope: Scope, { valueOf }: Application): Candidate {
  const setting = { property: `smallrye:${key}`, role, value: valueOf(entry), entry, scope, rank: 0, own: true, ignored: undefined };
  return { setting, shared: true };
}

/** Sources: writeMessageToKafka of io.smallrye.reactive.messaging.kafka.impl.KafkaSink; KafkaTransactions, which an id is written for. */
function factsOf(direction: Direction, { channels }: Application): readonly Fact[] {
  if (direction === 'outgoing') return ['framework-sends-again'];
  const transactional = channels.some(one => one.direction === 'outgoing' && one.own.some(({ area }) => area.key === 'transactional.id'));
  return transactional ? ['commits-in-transactions'] : [];
}

function valueFor({ property, attribute }: KeyOfProperty, entry: Entry, { valueOf, kafkaValueOf }: Application): SettingValue {
  if (!attribute && !readByName.has(property)) return kafkaValueOf(entry);
  const value = valueOf(entry);
  return value.known ? { ...value, text: attributeText(value.text, attribute?.type) } : value;
}

function unknownKey({ entry }: Placed, direction: Direction, key: string, scope: Scope): UnknownKey {
  return { entry, scope, role: roleOf(direction), key: key.replaceAll('"', ''), candidates: knownKeys(direction) };
}

/** A running configuration in which the client exists. */
export interface LiveScope {
  readonly scope: Scope;
  readonly profile: string;
}

/** The scopes of the profiles in which the client exists. */
export function liveScopes({ main, profiles }: Read, exists: (profile: string) => boolean): readonly LiveScope[] {
  const all = [{ scope: main, profile: production }, ...[...profiles].map(([profile, scope]) => ({ scope, profile }))];
  return all.filter(({ profile }) => exists(profile));
}

/** What of a client holds in those scopes. */
export function within(live: readonly LiveScope[], read: Read): Pick<Clients, 'scopes' | 'settings' | 'unknownKeys'> {
  const scopes = live.map(({ scope }) => scope);
  const chains = new Set(scopes.flatMap(scopesUpwards));
  return {
    scopes,
    settings: read.settings.filter(({ scope }) => chains.has(scope)),
    unknownKeys: read.unknownKeys.filter(({ scope }) => scopes.includes(scope)),
  };
}

function scopesUpwards(scope: Scope): readonly Scope[] {
  return scope.base ? [scope, ...scopesUpwards(scope.base)] : [scope];
}
