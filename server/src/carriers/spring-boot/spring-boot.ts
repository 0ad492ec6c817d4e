import { resolveValue } from '../../config/placeholder.js';
import type { Reading, Scope, Setting, SettingValue, UnknownKey } from '../../config/setting.js';
import { findProperty, propertiesOf } from '../../kafka/catalogue/catalogue.js';
import type { Role } from '../../kafka/property.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { Carrier } from '../carrier.js';
import { byKeys, scores, type Recognition } from '../recognition.js';
import { alwaysWritten, commonLeaves, convert, leaves, otherKeys, type Leaf } from './leaves.js';
import { bare, elementsOf, mapKey, mayBeSpring, relaxed, startsWith, type Element } from '../shared/names.js';
import { splitParts } from '../shared/spring-scopes.js';
import { offerSpringKeys, writeSpring } from './write.js';

const clients: readonly Role[] = ['producer', 'consumer', 'admin'];

/** `spring.kafka.*` in `application.yml`, `application.properties`, `bootstrap.*` and fragments that they include. */
export const springBoot: Carrier = {
  id: 'spring-boot',
  title: 'Spring Boot',
  syntaxes: ['yaml', 'properties'],
  roles: clients,
  claims: 'keys',
  mayRead: (_path, text) => /spring/i.test(text) && /kafka/i.test(text),
  recognize,
  read,
  write: writeSpring,
  writeValue: (property, role, value, entry) => {
    if (
      entry &&
      elementsOf(entry.path)
        .slice(2, 4)
        .some(element => relaxed(element.text) === 'properties')
    )
      return value;
    const leaf = leaves.find(one => one.role === role && one.property === property);
    return Array.isArray(leaf?.type) ? value.replace(/_/g, '-') : value;
  },
  offerKeys: offerSpringKeys,
};

/**
 * Of one property's spellings the client's own map wins over its typed leaf, and those over the map and the leaves for all clients;
 * of one spelling the later document of the file wins.
 */
const ranks = { commonLeaf: 0, commonMap: 1000, leaf: 2000, map: 3000 };

interface Found {
  readonly settings: Setting[];
  readonly unknownKeys: UnknownKey[];
}

function recognize(document: Document): Recognition | undefined {
  const mine = document.entries.filter(entry => mayBeSpring(entry.path) && startsWith(elementsOf(entry.path), ['spring', 'kafka']));
  return mine.length > 0 ? byKeys('producer', scores.own, mine) : undefined;
}

function read(document: Document, path: string, { trust }: Recognition): Reading | undefined {
  const parts = splitParts(document, path);
  const found: Found = { settings: [], unknownKeys: [] };
  for (const entry of document.entries) {
    if (!mayBeSpring(entry.path)) continue;
    const elements = elementsOf(entry.path);
    if (startsWith(elements, ['spring', 'kafka'])) readEntry(entry, elements.slice(2), parts.scopeOf(entry), parts.partOf(entry), found);
  }
  if (found.settings.length === 0 && found.unknownKeys.length === 0) return undefined;
  return {
    carrier: springBoot.id,
    framework: springBoot.title,
    scopes: parts.scopes,
    ...found,
    openers: openersOf(document, parts.scopeOf),
    // org.springframework.kafka.listener.KafkaMessageListenerContainer sets it since spring-kafka 2.3
    frameworkDefaults: [{ role: 'consumer', property: 'enable.auto.commit', value: 'false' }],
    kafkaVersion: undefined,
    facts: new Set(['framework-commits', 'group-may-be-in-code', ...(document.syntax === 'yaml' ? (['duplicates-refused'] as const) : [])]),
    trust,
  };
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

/** The keys `producer:`, `consumer:`, `admin:` of each scope, in YAML. */
function openersOf(document: Document, scopeOf: (entry: Entry) => Scope): Reading['openers'] {
  const scopeOfPart = new Map(document.entries.map(entry => [entry.part, scopeOf(entry)]));
  return document.sections.flatMap(section => {
    if (!mayBeSpring(section.path)) return [];
    const elements = elementsOf(section.path);
    const role = clients.find(client => elements.length === 3 && startsWith(elements, ['spring', 'kafka', client]));
    const scope = scopeOfPart.get(section.part);
    return role && scope && section.keySpan ? [{ scope, role, span: section.keySpan }] : [];
  });
}
