import type { Scope } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { springBootAttributes } from '../../kafka/frameworks/spring-boot.js';
import type { Role } from '../../kafka/property.js';
import type { Document } from '../../syntax/syntax.js';
import type { KeyOffer } from '../carrier.js';
import { elementsOf, splitName, startsWith, type Naming } from '../shared/names.js';
import { clients } from '../shared/spring-kafka/leaves.js';
import { streamsScopes } from '../shared/spring-kafka/streams.js';
import { splitParts } from '../shared/spring-scopes.js';
import { keysOf, namingIn } from './write.js';

/** What may be typed below these keys: the client sections, their leaves, or Kafka's keys inside a `properties` map. */
export function offerSpringKeys(parents: readonly string[], document: Document): readonly KeyOffer[] {
  if (document.syntax === 'properties') {
    const inKafka = document.entries.some(entry => startsWith(elementsOf(entry.path), ['spring', 'kafka']));
    return inKafka ? allOffers(document).map(({ path, ...offer }) => ({ ...offer, key: path.join('.') })) : [];
  }
  const written = parents.flatMap(splitName);
  if (!startsWith(written, ['spring', 'kafka'])) return [];
  const offers = allOffers(document).flatMap(({ path, property, ...offer }): readonly KeyOffer[] => {
    const [next, ...deeper] = path.slice(written.length);
    if (next === undefined || !startsWith(written, path.slice(0, written.length))) return [];
    return [{ ...offer, key: next, property: deeper.length === 0 ? property : undefined }];
  });
  return [...new Map(offers.map(offer => [offer.key, offer])).values()];
}

interface PathOffer {
  readonly path: readonly string[];
  readonly property: string;
  readonly role: Role;
  readonly scope?: string;
}

function allOffers(document: Document): readonly PathOffer[] {
  const naming = namingIn(document);
  const [base] = splitParts(document, '').scopes;
  const streams = streamsScopes()(base);
  const own = ['producer', 'consumer', 'admin'] as const;
  return [
    ...own.flatMap(role => offersOf(role, base, naming)),
    ...[...clients, 'topic' as const].flatMap(role => offersOf(role, streams, naming).map(offer => ({ ...offer, scope: streams.name }))),
    ...own.flatMap(role => propertiesOf(role).map(({ name }) => ({ path: ['spring', 'kafka', 'properties', name], property: name, role }))),
  ];
}

/** What can be written for a role in the scope. */
function offersOf(role: Role, scope: Scope, naming: Naming): readonly PathOffer[] {
  const names = [...propertiesOf(role), ...springBootAttributes.filter(attribute => attribute.role === role)].map(({ name }) => name);
  return names.flatMap(property => {
    const path = keysOf(property, role, scope, naming);
    return path ? [{ path, property, role }] : [];
  });
}
