import type { Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry, Place } from '../../syntax/syntax.js';
import type { Spelling, WriteTarget } from '../carrier.js';
import { streamsKey } from '../shared/streams.js';
import { applicationOf, production, type Application, type Channel, type Placed } from './application.js';
import { isKafkaConnector } from './connectors.js';
import { deadLetterQueue } from './dead-letters.js';
import { quoted, type Direction } from './names.js';
import { channelName, deadLettersName, partsOf } from './scopes.js';
import { quarkusNames, streamsName } from './streams.js';

export const attributePrefix = 'smallrye:';

/** The keys that a property is written below, the last one its own: nested in YAML, joined by dots else. */
interface Way {
  readonly keys: readonly string[];
  /** Entries of the same client, beside which the new one goes. */
  readonly beside: readonly Placed[];
}

/** Where a property is written: below its channel, below `kafka-streams`, or below `kafka` for what holds for all. */
export function writeSmallRye({ property, role, scope, near }: WriteTarget, document: Document, quarkus: boolean): Spelling | undefined {
  const application = applicationOf(document, quarkus);
  const way = wayTo(property, role, scope, application);
  if (!way) return undefined;
  const neighbour = near?.scope === scope && way.beside.some(({ entry }) => entry === near.entry) ? near.entry : way.beside.at(-1)?.entry;
  const place: Place = neighbour ? { after: neighbour } : { atEnd: true };
  return document.syntax === 'yaml' ? nested(way.keys, document, neighbour) : { place, keys: [joined(way.keys)] };
}

/** Undefined for what cannot be said there. */
function wayTo(property: string, role: Role, scope: Scope, application: Application): Way | undefined {
  const { client, profile } = partsOf(scope);
  if (client === streamsName || client.startsWith(`${streamsName} `))
    return wayToStreams(property, role, { ...scope, name: client }, profile, application);
  const key = property.startsWith(attributePrefix) ? property.slice(attributePrefix.length) : property;
  if (key.includes(':')) return undefined;
  const steps = key.split('.');
  const direction = role === 'consumer' ? 'incoming' : 'outgoing';
  const { channels } = application;
  const channel = channels.find(one => channelName(one.name) === client && one.direction === direction);
  const failing = channels.find(one => deadLettersName(one.name) === client && one.direction === 'incoming');
  const wanted = channel ?? failing ?? unreadChannel(client, direction);
  if (!wanted) return wayToAll(steps, profile, application);
  const keys = keysBelow(wanted, failing ? [deadLetterQueue, ...steps] : steps);
  return { keys: [...inProfile(profile ?? commonProfile(wanted.own)), ...keys], beside: besideIn(wanted.own, profile) };
}

/** For all clients of Quarkus; below the connector where that is how it is done, as other runtimes know nothing else. */
function wayToAll(steps: readonly string[], profile: string | undefined, { globals, connectors }: Application): Way {
  const [first] = connectors.filter(({ area }) => isKafkaConnector(area.connector));
  const viaConnector = globals.length === 0 && first !== undefined;
  const keys = viaConnector ? ['mp', 'messaging', 'connector', first.area.connector, ...steps] : ['kafka', ...steps];
  return { keys: [...inProfile(profile), ...keys], beside: besideIn(viaConnector ? connectors : globals, profile) };
}

/** A channel of which all keys are written so that nobody reads them. */
function unreadChannel(client: string, direction: Direction): Channel | undefined {
  const prefix = channelName('');
  return client.startsWith(prefix) ? { direction, name: client.slice(prefix.length), own: [] } : undefined;
}

/** The keys of a channel are written as those that it has. */
export function keysBelow({ direction, name, own }: Channel, steps: readonly string[]): readonly string[] {
  return [own.some(({ area }) => area.byQuarkus) ? 'quarkus' : 'mp', 'messaging', direction, name, ...steps];
}

function wayToStreams(property: string, role: Role, scope: Scope, profile: string | undefined, { streams }: Application): Way | undefined {
  const key = property.includes(':') ? undefined : streamsKey(property, role, scope);
  if (key === undefined) return undefined;
  return { keys: [...inProfile(profile ?? commonProfile(streams)), ...streamsKeys(key)], beside: besideIn(streams, profile) };
}

/** A key of Streams, by the name that Quarkus has for it if it takes it from no other. */
export function streamsKeys(key: string): readonly string[] {
  const [ofQuarkus] = Object.entries(quarkusNames).find(([, name]) => name === key) ?? [];
  return ofQuarkus === undefined ? ['kafka-streams', ...key.split('.')] : ['quarkus', 'kafka-streams', ofQuarkus];
}

/** A client of which all keys are for production gets another such key. */
function commonProfile(entries: readonly Placed[]): string | undefined {
  return entries.length > 0 && entries.every(({ profiles }) => profiles.includes(production)) ? production : undefined;
}

function inProfile(profile: string | undefined): readonly string[] {
  return profile === undefined ? [] : [`%${profile}`];
}

function besideIn(entries: readonly Placed[], profile: string | undefined): readonly Placed[] {
  const same = entries.filter(({ profiles }) => (profile === undefined ? profiles.length === 0 : profiles.includes(profile)));
  return same.length > 0 ? same : entries;
}

/** The words of a name of SmallRye Config; those with dots inside in quotes. */
export function joined(words: readonly string[]): string {
  return words.map(quoted).join('.');
}

/** In YAML: below the deepest mapping on the way to the key; undefined where a value stands in the way. */
function nested(keys: readonly string[], document: Document, neighbour: Entry | undefined): Spelling | undefined {
  const part = neighbour?.part ?? 0;
  const blocked = document.entries.some(({ path }) => path.length < keys.length && path.every((segment, i) => textOf(segment) === keys[i]));
  if (blocked) return undefined;
  let place: Place = { atEnd: true };
  let depth = 0;
  for (const section of document.sections) {
    const words = section.path.map(textOf);
    if (section.part !== part || words.length < depth || words.length >= keys.length) continue;
    if (words.some((word, i) => word !== keys[i])) continue;
    place = neighbour?.section === section ? { after: neighbour } : { in: section };
    depth = words.length;
  }
  return { place, keys: keys.slice(depth) };
}
