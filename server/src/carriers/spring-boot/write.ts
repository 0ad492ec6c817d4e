import type { Reading, Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import type { Document } from '../../syntax/syntax.js';
import type { Spelling, WriteTarget } from '../carrier.js';
import { elementsOf, named, namingOf, startsWith, type Naming } from '../shared/names.js';
import { leafFor } from '../shared/spring-kafka/leaf-lookup.js';
import { besideNeighbour } from '../shared/spring-write.js';
import { isOfStreams } from '../shared/spring-kafka/streams.js';
import { streamsKey } from '../shared/streams.js';

/** Where a property is written: a typed leaf where Spring has one, else the client's `properties` map. */
export function writeSpring(target: WriteTarget, document: Document, reading: Reading): Spelling | undefined {
  const keys = keysOf(target.property, target.role, target.scope, namingIn(document));
  const own = reading.settings.filter(setting => setting.scope === target.scope);
  const near = target.near?.scope === target.scope ? target.near : (own.findLast(setting => setting.role === target.role) ?? own.at(-1));
  const neighbour = (near ?? reading.unknownKeys.find(key => key.scope === target.scope))?.entry;
  // a scope in which nothing is written has no place of its own
  if (!keys || !neighbour) return undefined;
  return besideNeighbour(keys, document, neighbour, 2);
}

/** The full key as nested keys in kebab case, or in the naming given; undefined for what Spring cannot say. */
export function keysOf(property: string, role: Role, scope: Scope, naming: Naming): readonly string[] | undefined {
  const inStreams = role === 'streams' || role === 'topic' || isOfStreams(scope);
  const leaf = inStreams && role !== 'streams' ? undefined : leafFor(role, property);
  if (leaf) return ['spring', 'kafka', ...leaf.path.slice(0, 1), ...leaf.path.slice(1).map(one => named(one, naming))];
  if (property.includes(':')) return undefined;
  const key = inStreams ? streamsKey(property, role, scope) : property;
  const client = inStreams ? 'streams' : role;
  return key === undefined || !/^(producer|consumer|admin|streams)$/.test(client)
    ? undefined
    : ['spring', 'kafka', client, 'properties', key];
}

/** How the leaves of this file are named; keys inside `properties` maps are Kafka's and say nothing. */
export function namingIn(document: Document): Naming {
  const names = document.entries.map(entry => elementsOf(entry.path));
  const ours = names.filter(elements => startsWith(elements, ['spring', 'kafka']) && !startsWith(elements.slice(3), ['properties']));
  return namingOf(ours.flatMap(elements => elements.slice(-1).map(element => element.text)));
}
