import type { Reading } from '../config/setting.js';
import { propertiesOf } from '../kafka/catalogue/catalogue.js';
import type { Role } from '../kafka/property.js';
import type { Document, Entry, Section } from '../syntax/syntax.js';
import type { KeyOffer, Spelling, WriteTarget } from './carrier.js';
import { leaves } from './spring-boot-leaves.js';
import { elementsOf, named, namingOf, relaxed, splitName, startsWith, type Naming } from './spring-boot-names.js';

const clients: readonly Role[] = ['producer', 'consumer', 'admin'];

/** Where a property is written: a typed leaf where Spring has one, else the client's `properties` map. */
export function writeSpring(target: WriteTarget, document: Document, reading: Reading): Spelling | undefined {
  const keys = keysOf(target.property, target.role, namingIn(document));
  if (!keys) return undefined;
  const own = reading.settings.filter(setting => setting.scope === target.scope);
  const near = target.near?.scope === target.scope ? target.near : (own.findLast(setting => setting.role === target.role) ?? own.at(-1));
  const neighbour = (near ?? reading.unknownKeys.find(key => key.scope === target.scope))?.entry;
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
function writeLine(keys: readonly string[], neighbour: Entry | undefined): Spelling {
  const prefix = neighbour ? splitName(textOf(neighbour)).slice(0, 2) : [];
  const start = prefix.length === 2 ? prefix.map(element => element.text) : keys.slice(0, 2);
  return { place: neighbour ? { after: neighbour } : { atEnd: true }, keys: [[...start, ...keys.slice(2)].join('.')] };
}

/** In YAML: below the deepest mapping that is on the way to the key, in the neighbour's document. */
function writeNested(keys: readonly string[], document: Document, neighbour: Entry | undefined): Spelling {
  const part = neighbour?.part ?? 0;
  const candidates = document.sections.flatMap(section => {
    const depth = section.part === part ? depthOnTheWay(section, keys) : undefined;
    return depth === undefined ? [] : [{ section, depth }];
  });
  const deepest = candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, one) => (best && best.depth >= one.depth ? best : one),
    undefined,
  );
  if (!deepest) return { place: { atEnd: true }, keys };
  const rest = keys.slice(deepest.depth);
  const together = neighbour?.section === deepest.section ? neighbour : undefined;
  const dotted = deepest.depth === 0 && neighbour !== undefined && together !== undefined;
  return { place: together ? { after: together } : { in: deepest.section }, keys: dotted ? [rest.join('.')] : rest };
}

/** How many of the keys the mapping's path covers, if it is on the way to them. */
function depthOnTheWay(section: Section, keys: readonly string[]): number | undefined {
  const elements = elementsOf(section.path);
  if (elements.length >= keys.length) return undefined;
  return elements.every((element, i) => relaxed(element.text) === relaxed(keys[i] ?? '')) ? elements.length : undefined;
}

function namingIn(document: Document): Naming {
  const names = document.entries.map(entry => elementsOf(entry.path)).filter(elements => relaxed(elements[1]?.text ?? '') === 'kafka');
  return namingOf(names.flatMap(elements => (relaxed(elements[3]?.text ?? '') === 'properties' ? [] : [elements.at(-1)?.text ?? ''])));
}

function textOf(entry: Entry): string {
  const [segment] = entry.path;
  return segment?.kind === 'key' ? segment.text : '';
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
