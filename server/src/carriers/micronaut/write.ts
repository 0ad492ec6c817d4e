import type { Reading, Scope } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { micronautAttributes } from '../../kafka/frameworks/micronaut.js';
import type { Role } from '../../kafka/property.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry, Place } from '../../syntax/syntax.js';
import type { KeyOffer, Spelling, WriteTarget } from '../carrier.js';
import { streamsKey } from '../shared/streams.js';
import { isListenersOwn } from './layout.js';
import { hyphenated, isCommon, mayBeKafka, rawKey, sections, type Section } from './names.js';

const clients: readonly Role[] = ['producer', 'consumer', 'admin'];

/** Where a property is written: below its client, or below `kafka` for what holds for all. */
export function writeMicronaut(target: WriteTarget, document: Document, reading: Reading): Spelling | undefined {
  const keys = keysOf(target.property, target.role, target.scope);
  const own = reading.settings.filter(({ scope }) => scope === target.scope);
  const near = target.near?.scope === target.scope ? target.near : (own.findLast(({ role }) => role === target.role) ?? own.at(-1));
  const neighbour = near?.entry ?? document.entries.findLast(mayBeKafka);
  if (!keys || !neighbour) return undefined;
  if (document.syntax === 'properties') return { place: { after: neighbour }, keys: [keys.join('.')] };
  return writeNested(keys, document, neighbour);
}

/** The nested keys, the last one Kafka's own; undefined for what Micronaut cannot say in that place. */
function keysOf(property: string, role: Role, scope: Scope): readonly string[] | undefined {
  const { name, base } = scope;
  const attribute = /^micronaut:(.*)$/.exec(property)?.[1];
  if (attribute !== undefined) return base ? undefined : ['kafka', 'default-listener-exception-handler', attribute];
  if (property.includes(':') || isListenersOwn(role, property)) return undefined;
  if (!base) return isCommon(property) && isNormal(property) ? ['kafka', property] : undefined;
  const [kind, client = ''] = name.split(' ');
  const section = sectionNames.find(one => sections[one] === kind);
  if (section === 'streams') {
    const key = streamsKey(property, role, scope);
    return key !== undefined && isNormal(key) ? ['kafka', section, client, key] : undefined;
  }
  return section !== undefined && kind === role ? ['kafka', section, client, property] : undefined;
}

/** Other keys do not get through unchanged, such as `rack.aware.assignment.non_overlap_cost`. */
function isNormal(property: string): boolean {
  return hyphenated(property) === property;
}

const sectionNames = Object.keys(sections) as readonly Section[];

/** In YAML: below the deepest mapping on the way to the key, in the neighbour's document. */
function writeNested(keys: readonly string[], document: Document, neighbour: Entry): Spelling {
  let place: Place = { after: neighbour };
  let depth = 0;
  for (const section of document.sections.filter(one => one.part === neighbour.part)) {
    const steps = section.path.map(textOf).join('.').split('.');
    if (steps.length <= depth || steps.length >= keys.length || steps.some((step, i) => step !== keys[i])) continue;
    place = neighbour.section === section ? { after: neighbour } : { in: section };
    depth = steps.length;
  }
  const rest = keys.slice(depth);
  return { place, keys: depth === 0 ? [rest.join('.')] : rest };
}

interface PathOffer {
  readonly path: readonly string[];
  readonly property: string;
  readonly role: Role;
}

/** What may be typed below these keys: Kafka's keys for all clients, and the sections, names and keys of clients. */
export function offerMicronautKeys(parents: readonly string[], document: Document): readonly KeyOffer[] {
  const raw = document.entries.filter(mayBeKafka).map(rawKey);
  if (document.syntax === 'properties')
    return raw.length === 0 ? [] : offersIn(raw).map(({ path, property, role }) => ({ key: path.join('.'), property, role }));
  const written = parents.flatMap(parent => parent.split('.'));
  if (written[0] !== 'kafka') return [];
  const offers = offersIn([...raw, [...written, ''].join('.')]).flatMap(({ path, property, role }): readonly KeyOffer[] => {
    const [next, ...deeper] = path.slice(written.length);
    if (next === undefined || written.some((step, i) => step !== path[i])) return [];
    return [{ key: next, property: deeper.length === 0 ? property : undefined, role }];
  });
  return [...new Map(offers.map(offer => [offer.key, offer])).values()];
}

/** The clients that the keys name, and the default ones. */
function offersIn(raw: readonly string[]): readonly PathOffer[] {
  const common = clients.flatMap(role => propertiesOf(role).map(({ name }) => ({ path: ['kafka', name], property: name, role })));
  const handler = micronautAttributes.map(({ name, role }) => {
    const path = ['kafka', 'default-listener-exception-handler', name.slice('micronaut:'.length)];
    return { path, property: name, role };
  });
  const named = sectionNames.flatMap(section => {
    const names = raw.flatMap(key => new RegExp(`^kafka\\.${section}\\.([^.]+)\\.`).exec(key)?.[1] ?? []);
    const role = sections[section];
    return [...new Set(['default', ...names])].flatMap(name =>
      propertiesOf(role).map(property => ({ path: ['kafka', section, name, property.name], property: property.name, role })),
    );
  });
  return [...named, ...handler, ...common];
}
