import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { dotnetAttributes, dotnetName, toDotnet } from '../../kafka/frameworks/librdkafka-dotnet.js';
import { librdkafkaProperty, type LibrdkafkaProperty } from '../../kafka/frameworks/librdkafka.js';
import type { Role } from '../../kafka/property.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { KeyOffer, Spelling, WriteTarget } from '../carrier.js';
import type { HeldKey } from '../shared/containers.js';
import { clientsIn, type Client } from './clients.js';
import { isOfDotnet } from './keys.js';
import { clientLayout, type ScopedClient } from './layout.js';
import { isNamedForDotnet, lastKey } from './values.js';

/** Where and how a property is written: beside the other keys of the same client, by the kind of names that the file uses. */
export function writeLibrdkafka({ property, scope, near }: WriteTarget, document: Document): Spelling | undefined {
  const { clients, scoped } = readAgain(document);
  const places = scoped.filter(one => one.scope.name === scope.name).flatMap(({ parts }) => parts.flatMap(placesOf));
  const place = places.find(({ held }) => held.entry === near?.entry) ?? places.at(-1);
  const name = place && nameAt(place, property, clients);
  if (!place || name === undefined) return undefined;
  const spelling = { place: { after: place.held.entry }, keys: [place.prefix + name] };
  return isOfDotnet(place.held) ? { ...spelling, inForm: value => toDotnet(property, value) } : spelling;
}

/** The clients of a document that was read already, whoever said that it is librdkafka's. */
function readAgain(
  document: Document,
  roles?: readonly Role[],
): { readonly clients: readonly Client[]; readonly scoped: readonly ScopedClient[] } {
  const given = { path: '', ...(roles && { roles }) };
  const found = clientsIn(document, given) ?? clientsIn(document, { ...given, asked: true });
  return found ? { clients: found.clients, scoped: clientLayout(document.entries, found).scoped } : { clients: [], scoped: [] };
}

/** The value as the key wants it that has it now: .NET has names for librdkafka's words. */
export function spelledValue(property: string, _role: Role, value: string, entry: Entry | undefined): string {
  return entry && isNamedForDotnet(entry) ? toDotnet(property, value) : value;
}

/** What can be written below these keys, or in a line of a flat file. */
export function offerLibrdkafkaKeys(parents: readonly string[], document: Document, roles: readonly Role[]): readonly KeyOffer[] {
  const { clients, scoped } = readAgain(document, roles);
  const below = parents.flatMap(key => key.split('.')).join('.');
  const offers = new Map<string, KeyOffer>();
  for (const { scope, roles: readers, parts } of scoped) {
    const place = parts.flatMap(placesOf).find(one => document.syntax === 'properties' || one.parents === below);
    if (!place) continue;
    for (const role of readers) {
      for (const { name } of [...propertiesOf(role), ...dotnetAttributes.filter(one => one.role === role)]) {
        const written = nameAt(place, name, clients);
        const key = place.prefix + (written ?? '');
        if (written === undefined || offers.has(key)) continue;
        offers.set(key, { key, property: name, role, ...(scope.base ? { scope: scope.name } : {}) });
      }
    }
  }
  return [...offers.values()];
}

interface WrittenPlace {
  readonly held: HeldKey;
  /** What stands before the client's own name in the last written key: `rdkafka.`. */
  readonly prefix: string;
  /** The dotted keys around the last written one. */
  readonly parents: string;
}

/** The keys of the client that are not spread over mappings of their own, as a new one is written beside them. */
function placesOf({ container }: Client): readonly WrittenPlace[] {
  return container.held.flatMap(held => {
    const path = held.entry.path.map(textOf);
    const last = lastKey(held.entry);
    if (held.listed || !last.endsWith(held.key)) return [];
    return [{ held, prefix: last.slice(0, last.length - held.key.length), parents: path.slice(0, -1).join('.') }];
  });
}

/** The name of the property in that place; undefined where what is written there has none for it. */
function nameAt({ held }: WrittenPlace, property: string, clients: readonly Client[]): string | undefined {
  if (isOfDotnet(held)) return dotnetName(property);
  const known = librdkafkaProperty(property);
  return known && nameFor(known, clients);
}

/** Java's name, unless the file prefers librdkafka's own: `request.required.acks` for `acks`. */
function nameFor({ name, names }: LibrdkafkaProperty, clients: readonly Client[]): string {
  const held = clients.flatMap(({ container }) => container.held.filter(({ property }) => hasOtherName(property)));
  const own = held.filter(({ key, property: canonical }) => key !== canonical).length;
  return (own * 2 > held.length ? names[1] : undefined) ?? name;
}

function hasOtherName(property: string): boolean {
  const known = librdkafkaProperty(property);
  return known !== undefined && known.names.length > 1;
}
