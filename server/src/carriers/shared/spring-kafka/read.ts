import { resolveValue } from '../../../config/placeholder.js';
import type { Scope, Setting, SettingValue, UnknownKey } from '../../../config/setting.js';
import { findProperty, propertiesOf } from '../../../kafka/catalogue/catalogue.js';
import type { Role } from '../../../kafka/property.js';
import type { Document, Entry } from '../../../syntax/syntax.js';
import { bare, elementsOf, mapKey, mayBeSpring, relaxed, startsWith, type Element } from '../names.js';
import type { Parts } from '../spring-scopes.js';
import { alwaysWritten, commonLeaves, convert, leaves, otherKeys, type Leaf } from './leaves.js';

/** The clients that `spring.kafka` has sections for. */
export const clients: readonly Role[] = ['producer', 'consumer', 'admin'];

/**
 * Of one property's spellings the client's own map wins over its typed leaf, and those over the map and the leaves for all clients;
 * of one spelling the later document of the file wins.
 */
const ranks = { commonLeaf: 0, commonMap: 1000, leaf: 2000, map: 3000 };

interface Found {
  readonly settings: Setting[];
  readonly unknownKeys: UnknownKey[];
}

/** What `spring.kafka` says to each client; Spring Boot's own clients get it, and those of frameworks that build on Spring Boot. */
export function readSpringKafka(
  document: Document,
  parts: Parts,
): { readonly settings: readonly Setting[]; readonly unknownKeys: readonly UnknownKey[] } {
  const found: Found = { settings: [], unknownKeys: [] };
  for (const entry of document.entries) {
    if (!mayBeSpring(entry.path)) continue;
    const elements = elementsOf(entry.path);
    if (startsWith(elements, ['spring', 'kafka'])) readEntry(entry, elements.slice(2), parts.scopeOf(entry), parts.partOf(entry), found);
  }
  return found;
}

/** `rest` are the elements below `spring.kafka`. */
function readEntry(entry: Entry, rest: readonly Element[], scope: Scope, part: number, found: Found): void {
  const [section, second] = rest;
  if (!section) return;
  if (relaxed(section.text) === 'properties') {
    readCommon(entry, mapKey(rest.slice(1)), scope, ranks.commonMap + part, found);
    return;
  }
  const common = commonLeaves.find(leaf => rest.length === leaf.path.length && startsWith(rest, leaf.path));
  if (common) {
    readCommon(entry, common.property, scope, ranks.commonLeaf + part, found);
    return;
  }
  const add = (role: Role, property: string, value: SettingValue, rank: number): void => {
    found.settings.push({ property, role, value, entry, scope, rank: rank + part, own: true, ignored: undefined });
  };
  const leaf = leaves.find(candidate => rest.length === 2 && startsWith(rest, candidate.path));
  if (leaf) {
    add(leaf.role, leaf.property, leafValue(entry, leaf), ranks.leaf);
    return;
  }
  const role = clients.find(client => client === relaxed(section.text));
  if (!role || !second) return;
  if (relaxed(second.text) === 'properties') {
    const key = mapKey(rest.slice(2));
    if (findProperty(role, key)) add(role, key, resolveValue(entry.value, 'spring'), ranks.map);
    else if (key !== '') found.unknownKeys.push({ entry, scope, role, key, candidates: undefined });
    return;
  }
  if (!otherKeys.some(key => relaxed(key) === relaxed(second.text))) readMisplaced(entry, role, mapKey(rest.slice(1)), scope, part, found);
}

/** A key for all clients is a setting of each client that knows it. */
function readCommon(entry: Entry, key: string, scope: Scope, rank: number, found: Found): void {
  const value = resolveValue(entry.value, 'spring');
  const readers = clients.filter(role => findProperty(role, key));
  for (const role of readers) {
    const never = alwaysWritten.some(leaf => leaf.role === role && leaf.property === key);
    const ignored = never ? ({ why: 'always-overridden', worksAs: { property: key, role } } as const) : undefined;
    found.settings.push({ property: key, role, value, entry, scope, rank, own: false, ignored });
  }
  if (readers.length > 0 || key === '' || findProperty('streams', key)) return;
  const candidates = [...new Set([...clients, 'streams' as const].flatMap(role => propertiesOf(role).map(property => property.name)))];
  found.unknownKeys.push({ entry, scope, role: 'producer', key, candidates });
}

/** A key in a client's section that Spring does not bind: a Kafka key outside `properties`, another client's leaf, or a typo. */
function readMisplaced(entry: Entry, role: Role, key: string, scope: Scope, part: number, found: Found): void {
  const wanted = bare(key);
  const own = propertiesOf(role).find(property => bare(property.name) === wanted);
  const foreign = leaves.find(leaf => leaf.role !== role && leaf.path[0] === leaf.role && bare(leaf.path[1]) === wanted);
  const worksAs = own ? { property: own.name, role } : foreign ? { property: foreign.property, role: foreign.role } : undefined;
  if (!worksAs) {
    const candidates = [...leaves.filter(leaf => leaf.path[0] === role).map(leaf => leaf.path[1]), ...otherKeys];
    found.unknownKeys.push({ entry, scope, role, key, candidates });
    return;
  }
  found.settings.push({
    property: worksAs.property,
    role,
    value: resolveValue(entry.value, 'spring'),
    entry,
    scope,
    rank: part,
    own: true,
    ignored: { why: own ? 'no-such-leaf' : 'other-client', worksAs },
  });
}

/** A leaf that is empty, so far perhaps, is one of which nothing is known. */
function leafValue(entry: Entry, leaf: Leaf): SettingValue {
  const value = resolveValue(entry.value, 'spring');
  if (!value.known) return value;
  const text = convert(value.text, leaf.type);
  return text === undefined ? { known: false } : { ...value, text };
}
