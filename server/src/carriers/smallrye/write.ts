import type { Scope } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { attributes } from '../../kafka/frameworks/frameworks.js';
import type { Role } from '../../kafka/property.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry, Place } from '../../syntax/syntax.js';
import type { KeyOffer, Spelling, WriteTarget } from '../carrier.js';
import { streamsKey } from '../shared/streams.js';
import { applicationIn, production, type Application, type Placed } from './application.js';
import { roleOf } from './meaning.js';
import { quoted, type Direction } from './names.js';
import { partsOf } from './scopes.js';
import { streamsName } from './streams.js';

const attributePrefix = 'smallrye:';

/** The keys that a property is written below, the last one its own: nested in YAML, joined by dots else. */
interface Way {
  readonly keys: readonly string[];
  /** Entries of the same client, beside which the new one goes. */
  readonly beside: readonly Placed[];
}

/** Where a property is written: below its channel, below `kafka-streams`, or below `kafka` for what holds for all. */
export function writeSmallRye({ property, role, scope, near }: WriteTarget, document: Document): Spelling | undefined {
  const application = applicationIn(document, '');
  const way = wayTo(property, role, scope, application);
  if (!way) return undefined;
  const neighbour = near?.scope === scope && way.beside.some(({ entry }) => entry === near.entry) ? near.entry : way.beside.at(-1)?.entry;
  if (document.syntax === 'yaml') return nested(way.keys, document, neighbour);
  return { place: neighbour ? { after: neighbour } : { atEnd: true }, keys: [joined(way.keys)] };
}

/** Undefined for what cannot be said there. */
function wayTo(property: string, role: Role, scope: Scope, application: Application): Way | undefined {
  const { client, profile } = partsOf(scope);
  if (client === streamsName || client.startsWith(`${streamsName} `))
    return wayToStreams(property, role, { ...scope, name: client }, profile, application);
  const key = property.startsWith(attributePrefix) ? property.slice(attributePrefix.length) : property;
  if (key.includes(':')) return undefined;
  const direction: Direction = role === 'consumer' ? 'incoming' : 'outgoing';
  const channel = application.channels.find(one => `channel ${one.name}` === client && one.direction === direction);
  if (!channel) return { keys: [...inProfile(profile), 'kafka', ...key.split('.')], beside: besideIn(application.globals, profile) };
  const prefix = channel.own.some(({ area }) => area.byQuarkus) ? 'quarkus' : 'mp';
  const keys = [...inProfile(profile ?? commonProfile(channel.own)), prefix, 'messaging', direction, channel.name, ...key.split('.')];
  return { keys, beside: besideIn(channel.own, profile) };
}

function wayToStreams(property: string, role: Role, scope: Scope, profile: string | undefined, { streams }: Application): Way | undefined {
  const key = property.includes(':') ? undefined : streamsKey(property, role, scope);
  if (key === undefined) return undefined;
  return {
    keys: [...inProfile(profile ?? commonProfile(streams)), 'kafka-streams', ...key.split('.')],
    beside: besideIn(streams, profile),
  };
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
function joined(words: readonly string[]): string {
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

/** What may be typed below these keys: the keys of the channels that are there, of Streams, and those for all clients. */
export function offerSmallRyeKeys(parents: readonly string[], document: Document): readonly KeyOffer[] {
  const offers = offersIn(applicationIn(document, ''));
  if (document.syntax === 'properties') return offers.map(({ keys, property, role }) => ({ key: joined(keys), property, role }));
  const below = offers.flatMap(({ keys, property, role }): readonly KeyOffer[] => {
    const [next, ...deeper] = keys.slice(parents.length);
    if (next === undefined || parents.some((word, i) => word !== keys[i])) return [];
    return [{ key: next, property: deeper.length === 0 ? property : undefined, role }];
  });
  return [...new Map(below.map(offer => [offer.key, offer])).values()];
}

interface Offer {
  readonly keys: readonly string[];
  readonly property: string;
  readonly role: Role;
}

function offersIn(application: Application): readonly Offer[] {
  const { channels, globals, streams } = application;
  const ofChannels = channels.flatMap(({ direction, name, own }) => {
    const prefix = [own.some(({ area }) => area.byQuarkus) ? 'quarkus' : 'mp', 'messaging', direction, name];
    return keysOf(roleOf(direction)).map(({ key, property, role }) => ({ keys: [...prefix, ...key.split('.')], property, role }));
  });
  const scope: Scope = { name: streamsName, base: undefined, complete: true, development: false };
  const ofStreams = streamsRoles.flatMap(role =>
    propertiesOf(role).flatMap(({ name }) => {
      const key = streamsKey(name, role, scope);
      return key === undefined ? [] : [{ keys: ['kafka-streams', ...key.split('.')], property: name, role }];
    }),
  );
  const forAll = clients.flatMap(role =>
    propertiesOf(role).map(({ name }) => ({ keys: ['kafka', ...name.split('.')], property: name, role })),
  );
  const offers = [...ofChannels, ...(streams.length > 0 ? ofStreams : []), ...(globals.length > 0 || channels.length > 0 ? forAll : [])];
  return [...new Map(offers.map(offer => [joined(offer.keys), offer])).values()];
}

const clients = ['producer', 'consumer'] as const;
const streamsRoles = ['streams', 'producer', 'consumer', 'admin', 'topic'] as const;

/** Kafka's keys of that client, and the connector's own. */
function keysOf(role: Role): readonly { readonly key: string; readonly property: string; readonly role: Role }[] {
  const own = attributes.filter(one => one.role === role && one.name.startsWith(attributePrefix));
  return [
    ...own.map(({ name }) => ({ key: name.slice(attributePrefix.length), property: name, role })),
    ...propertiesOf(role).map(({ name }) => ({ key: name, property: name, role })),
  ];
}
