import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { dotnetAttributes, dotnetName, toDotnet } from '../../kafka/frameworks/librdkafka-dotnet.js';
import { librdkafkaProperty } from '../../kafka/frameworks/librdkafka.js';
import type { Role } from '../../kafka/property.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { KeyOffer, Spelling, WriteTarget } from '../carrier.js';
import { containerId, type HeldKey } from '../shared/containers.js';
import { clientsIn, type Client, type Clients } from './clients.js';
import { isOfDotnet } from './keys.js';
import { clientLayout } from './layout.js';
import { isNamedForDotnet } from './values.js';

/** Where and how a property is written: beside the other keys of the same client, by the kind of names that the file uses. */
export function writeLibrdkafka({ property, scope, near }: WriteTarget, document: Document): Spelling | undefined {
  const clients = clientsIn(document, '');
  if (!clients) return undefined;
  const same = clientsOfScope(scope.name, document, clients);
  const places = same.flatMap(client => placesOf(client));
  const place = places.find(({ held }) => held.entry === near?.entry) ?? places.at(-1);
  const name = place && nameAt(place, property, clients);
  if (!place || name === undefined) return undefined;
  const spelling = { place: { after: place.held.entry }, keys: [place.prefix + name] };
  return isOfDotnet(place.held) ? { ...spelling, inForm: value => toDotnet(property, value) } : spelling;
}

/** The value as the key wants it that has it now: .NET has names for librdkafka's words. */
export function spelledValue(property: string, _role: Role, value: string, entry: Entry | undefined): string {
  return entry && isNamedForDotnet(entry) ? toDotnet(property, value) : value;
}

/** What can be written below these keys, or in a line of a flat file. */
export function offerLibrdkafkaKeys(parents: readonly string[], document: Document): readonly KeyOffer[] {
  const clients = clientsIn(document, '');
  if (!clients) return [];
  const { clientOf, scopes } = clientLayout(document.entries, clients);
  const below = parents.flatMap(key => key.split('.')).join('.');
  const offers = new Map<string, KeyOffer>();
  for (const scope of scopes) {
    const same = clientsOfScope(scope.name, document, clients);
    const place = same.flatMap(placesOf).find(one => document.syntax === 'properties' || one.parents === below);
    if (!place) continue;
    for (const role of clientOf.get(scope.name)?.roles ?? []) {
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

function clientsOfScope(name: string, document: Document, clients: Clients): readonly Client[] {
  const client = clientLayout(document.entries, clients).clientOf.get(name);
  const id = client && containerId(client.container.part, client.path);
  return clients.clients.filter(({ container: { part }, path }) => containerId(part, path) === id);
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
    const last = path.at(-1) ?? '';
    if (held.listed || !last.endsWith(held.key)) return [];
    return [{ held, prefix: last.slice(0, last.length - held.key.length), parents: path.slice(0, -1).join('.') }];
  });
}

/** The name of the property in that place; undefined where what is written there has none for it. */
function nameAt({ held }: WrittenPlace, property: string, clients: Clients): string | undefined {
  if (isOfDotnet(held)) return dotnetName(property);
  return librdkafkaProperty(property) && nameFor(property, clients);
}

/** Java's name, unless the file prefers librdkafka's own: `request.required.acks` for `acks`. */
function nameFor(property: string, { clients }: Clients): string {
  const names = librdkafkaProperty(property)?.names ?? [property];
  const held = clients.flatMap(({ container }) => container.held).filter(one => (librdkafkaProperty(one.key)?.names.length ?? 0) > 1);
  const own = held.filter(({ key, property: canonical }) => key !== canonical).length;
  return (own * 2 > held.length ? names[1] : undefined) ?? property;
}
