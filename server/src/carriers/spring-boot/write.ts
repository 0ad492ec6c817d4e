import type { Reading } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import type { Role } from '../../kafka/property.js';
import type { Document, Entry, Place } from '../../syntax/syntax.js';
import type { KeyOffer, Spelling, WriteTarget } from '../carrier.js';
import { elementsOf, named, namingOf, splitName, startsWith, type Naming } from '../shared/names.js';
import { leaves } from '../shared/spring-kafka/leaves.js';
import { clients } from '../shared/spring-kafka/read.js';

/** Where a property is written: a typed leaf where Spring has one, else the client's `properties` map. */
export function writeSpring(target: WriteTarget, document: Document, reading: Reading): Spelling | undefined {
  const keys = keysOf(target.property, target.role, namingIn(document));
  const own = reading.settings.filter(setting => setting.scope === target.scope);
  const near = target.near?.scope === target.scope ? target.near : (own.findLast(setting => setting.role === target.role) ?? own.at(-1));
  const neighbour = (near ?? reading.unknownKeys.find(key => key.scope === target.scope))?.entry;
  // a scope in which nothing is written has no place of its own
  if (!keys || !neighbour) return undefined;
  return document.syntax === 'properties' ? writeLine(keys, neighbour) : writeNested(keys, document, neighbour);
}

/** The full key as nested keys in kebab case, or in the naming given; undefined for what Spring cannot say. */
function keysOf(property: string, role: Role, naming: Naming): readonly string[] | undefined {
  const leaf = leaves.find(candidate => candidate.role === role && candidate.property === property && !candidate.recent);
  if (leaf) return ['spring', 'kafka', leaf.path[0], named(leaf.path[1], naming)];
  if (property.includes(':') || !clients.includes(role)) return undefined;
  return ['spring', 'kafka', role, 'properties', property];
}

/** One dotted key, its beginning written as the neighbour's. */
function writeLine(keys: readonly string[], neighbour: Entry): Spelling {
  const start = elementsOf(neighbour.path).slice(0, 2);
  return { place: { after: neighbour }, keys: [[...start.map(element => element.text), ...keys.slice(2)].join('.')] };
}

/** In YAML: below the deepest mapping that is on the way to the key, in the neighbour's document. */
function writeNested(keys: readonly string[], document: Document, neighbour: Entry): Spelling {
  const way = keys.map(text => ({ text, bracketed: false }));
  let place: Place = { atEnd: true };
  let depth = 0;
  for (const section of document.sections.filter(one => one.part === neighbour.part)) {
    const names = elementsOf(section.path).map(element => element.text);
    if (names.length < depth || names.length >= keys.length || !startsWith(way, names)) continue;
    place = neighbour.section === section ? { after: neighbour } : { in: section };
    depth = names.length;
  }
  const rest = keys.slice(depth);
  return { place, keys: depth === 0 && 'after' in place ? [rest.join('.')] : rest };
}

/** How the leaves of this file are named; keys inside `properties` maps are Kafka's and say nothing. */
function namingIn(document: Document): Naming {
  const names = document.entries.map(entry => elementsOf(entry.path));
  const ours = names.filter(elements => startsWith(elements, ['spring', 'kafka']) && !startsWith(elements.slice(3), ['properties']));
  return namingOf(ours.flatMap(elements => elements.slice(-1).map(element => element.text)));
}

/** What may be typed below these keys: the client sections, their leaves, or Kafka's keys inside a `properties` map. */
export function offerSpringKeys(parents: readonly string[], document: Document): readonly KeyOffer[] {
  const naming = namingIn(document);
  const all = clients.flatMap(role => offersOf(role, naming));
  const inKafka = document.entries.some(entry => startsWith(elementsOf(entry.path), ['spring', 'kafka']));
  if (document.syntax === 'properties')
    return inKafka ? all.map(({ path, property, role }) => ({ key: path.join('.'), property, role })) : [];
  const written = parents.flatMap(splitName);
  if (!startsWith(written, ['spring', 'kafka'])) return [];
  const offers = all.flatMap(({ path, property, role }): readonly KeyOffer[] => {
    const [next, ...deeper] = path.slice(written.length);
    if (next === undefined || !startsWith(written, path.slice(0, written.length))) return [];
    return [{ key: next, property: deeper.length === 0 ? property : undefined, role }];
  });
  return [...new Map(offers.map(offer => [offer.key, offer])).values()];
}

interface PathOffer {
  readonly path: readonly string[];
  readonly property: string;
  readonly role: Role;
}

function offersOf(role: Role, naming: Naming): readonly PathOffer[] {
  const typed = leaves.filter(leaf => leaf.role === role && !leaf.recent);
  const untyped = propertiesOf(role).filter(property => !typed.some(leaf => leaf.property === property.name));
  return [
    ...typed.map(leaf => ({ property: leaf.property, role, path: ['spring', 'kafka', leaf.path[0], named(leaf.path[1], naming)] })),
    ...untyped.map(property => ({ property: property.name, role, path: ['spring', 'kafka', role, 'properties', property.name] })),
    ...untyped.map(property => ({ property: property.name, role, path: ['spring', 'kafka', 'properties', property.name] })),
  ];
}
