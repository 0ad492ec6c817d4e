import type { Scope } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { attributes } from '../../kafka/frameworks/frameworks.js';
import type { Role } from '../../kafka/property.js';
import type { Document } from '../../syntax/syntax.js';
import type { KeyOffer } from '../carrier.js';
import { streamsKey } from '../shared/streams.js';
import { applicationOf, type Application, type Channel } from './application.js';
import { deadLetterQueue } from './dead-letters.js';
import { roleOf } from './meaning.js';
import { channelName, deadLettersName } from './scopes.js';
import { streamsName } from './streams.js';
import { attributePrefix, joined, keysBelow, streamsKeys } from './write.js';

interface Offer {
  readonly keys: readonly string[];
  readonly property: string;
  readonly role: Role;
  /** The name of the scope that it would be set in. */
  readonly scope: string | undefined;
}

/** What may be typed below these keys: the keys of the channels that are there, of Streams, and those for all clients. */
export function offerSmallRyeKeys(parents: readonly string[], document: Document): readonly KeyOffer[] {
  const offers = offersIn(applicationOf(document));
  if (document.syntax === 'properties') return offers.map(offer => offered(joined(offer.keys), offer));
  const below = offers.flatMap((offer): readonly KeyOffer[] => {
    const [next, ...deeper] = offer.keys.slice(parents.length);
    if (next === undefined || parents.some((word, i) => word !== offer.keys[i])) return [];
    return [deeper.length === 0 ? offered(next, offer) : { key: next, property: undefined, role: offer.role }];
  });
  return [...new Map(below.map(offer => [offer.key, offer])).values()];
}

function offered(key: string, { property, role, scope }: Offer): KeyOffer {
  return { key, property, role, ...(scope === undefined ? {} : { scope }) };
}

function offersIn(application: Application): readonly Offer[] {
  const { channels, streams } = application;
  const offers = [
    ...channels.flatMap(offersOfChannel),
    ...(streams.length > 0 ? offersOfStreams() : []),
    ...(application.quarkus && (streams.length > 0 || channels.length > 0) ? offersForAll() : []),
  ];
  return [...new Map(offers.map(offer => [joined(offer.keys), offer])).values()];
}

function offersOfChannel(channel: Channel): readonly Offer[] {
  const role = roleOf(channel.direction);
  const own = keysOf(role).map(({ key, property }) => ({
    keys: keysBelow(channel, key.split('.')),
    property,
    role,
    scope: channelName(channel.name),
  }));
  const writesDeadLetters = channel.own.some(({ area }) => area.key.startsWith(`${deadLetterQueue}.`));
  if (!writesDeadLetters) return own;
  const ofDeadLetters = propertiesOf('producer').map(({ name }): Offer => ({
    keys: keysBelow(channel, [deadLetterQueue, ...name.split('.')]),
    property: name,
    role: 'producer',
    scope: deadLettersName(channel.name),
  }));
  return [...own, ...ofDeadLetters];
}

const streamsRoles = ['streams', 'producer', 'consumer', 'admin', 'topic'] as const;

function offersOfStreams(): readonly Offer[] {
  const scope: Scope = { name: streamsName, base: undefined, complete: true, development: false };
  return streamsRoles.flatMap(role =>
    propertiesOf(role).flatMap(({ name }) => {
      const key = streamsKey(name, role, scope);
      return key === undefined ? [] : [{ keys: streamsKeys(key), property: name, role, scope: streamsName }];
    }),
  );
}

const clients = ['producer', 'consumer'] as const;

function offersForAll(): readonly Offer[] {
  return clients.flatMap(role =>
    propertiesOf(role).map(({ name }) => ({ keys: ['kafka', ...name.split('.')], property: name, role, scope: undefined })),
  );
}

/** Kafka's keys of that client, and the connector's own. */
function keysOf(role: Role): readonly { readonly key: string; readonly property: string }[] {
  const own = attributes.filter(one => one.role === role && one.name.startsWith(attributePrefix));
  return [
    ...own.map(({ name }) => ({ key: name.slice(attributePrefix.length), property: name })),
    ...propertiesOf(role).map(({ name }) => ({ key: name, property: name })),
  ];
}
