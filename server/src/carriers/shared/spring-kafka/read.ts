import type { FrameworkDefault, Reading, Scope, Setting, SettingValue, UnknownKey } from '../../../config/setting.js';
import { findProperty, namesOf } from '../../../kafka/catalogue/catalogue.js';
import type { Role } from '../../../kafka/property.js';
import type { Document, Entry } from '../../../syntax/syntax.js';
import { javaKind } from '../../../syntax/yaml-scalar.js';
import { slice } from '../../../text/span.js';
import { elementsOf, mapKey, mayBeSpring, relaxed, startsWith, type Element } from '../names.js';
import type { Parts } from '../spring-scopes.js';
import { springValues } from '../spring-values.js';
import { convert, type Kind } from './convert.js';
import { clients, type Leaf } from './leaves.js';
import { leafAt } from './leaf-lookup.js';
import { readMisplaced } from './misplaced.js';
import { rankIn, ranks } from './ranks.js';
import { readStreams, streamsScopes, type StreamsKey } from './streams.js';

/** What `spring.kafka` says; the scopes are those of Kafka Streams, if the file has any, which no other client shares. */
export interface SpringKafka {
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly scopes: readonly Scope[];
  readonly defaults: readonly FrameworkDefault[];
  /** The keys `producer:`, `consumer:` … of each scope, in YAML. */
  readonly openers: Reading['openers'];
}

/** The clients that are made for every application; Streams only where it is asked for. */
const always: readonly Role[] = ['producer', 'consumer', 'admin'];

/**
 * Leaves that Spring Boot writes into the client's configuration even where nobody has set them, so that the map for all clients never
 * gets through. Source: KafkaProperties.Consumer and Producer, whose fields begin with READ_UNCOMMITTED and the classes for texts.
 */
const alwaysWritten: Readonly<Partial<Record<Role, readonly string[]>>> = {
  consumer: ['isolation.level', 'key.deserializer', 'value.deserializer'],
  producer: ['key.serializer', 'value.serializer'],
};

/**
 * What `spring.kafka` says to each client; Spring Boot's own clients get it, and those of frameworks that build on Spring Boot. `always`:
 * Streams is there whatever the file says to Spring Boot's own.
 */
export function readSpringKafka(document: Document, parts: Parts, streamsToo?: 'always'): SpringKafka {
  const settings: Setting[] = [];
  const unknownKeys: UnknownKey[] = [];
  const misplaced = { settings, unknownKeys };
  const streams: StreamsKey[] = [];
  const scopesOfStreams = streamsScopes();
  const values = springValues(document, parts);
  const valueOf = (entry: Entry): SettingValue => values(entry.value, parts.scopeOf(entry));
  const rankOf = rankIn(parts);
  const lists = new Map<string, { readonly leaf: Leaf; readonly items: Entry[] }>();
  const withStreams = new Set<Scope>(streamsToo ? [parts.scopes[0]] : []);
  for (const entry of document.entries) {
    if (!mayBeSpring(entry.path)) continue;
    const elements = elementsOf(entry.path);
    if (startsWith(elements, ['spring', 'kafka'])) readEntry(entry, elements.slice(2));
  }
  for (const { leaf, items } of lists.values()) {
    const [first] = items;
    if (first) setLeaf(first, leaf, joined(items.map(valueOf)));
  }
  const { scopes, defaults, ...found } = readStreams(streams, withStreams, scopesOfStreams);
  return {
    settings: [...settings, ...found.settings],
    unknownKeys: [...unknownKeys, ...found.unknownKeys],
    scopes,
    defaults,
    openers: openersOf(document, parts.scopeOf, scopesOfStreams),
  };

  /** `rest` are the elements below `spring.kafka`. */
  function readEntry(entry: Entry, rest: readonly Element[]): void {
    const [section, second] = rest;
    if (!section) return;
    const client = clients.find(one => one === relaxed(section.text));
    if (client === 'streams') withStreams.add(scopeOf(entry));
    if (relaxed(section.text) === 'properties') readCommonMap(entry, mapKey(rest.slice(1)));
    else if (client && second && relaxed(second.text) === 'properties') readMap(entry, client, mapKey(rest.slice(2)));
    else {
      const found = leafAt(rest);
      if (found?.listed) addItem(entry, found.leaf);
      else if (found) setLeaf(entry, found.leaf, leafValue(entry, found.leaf));
      else readMisplaced(entry, rest, client === 'streams' ? scopesOfStreams(scopeOf(entry)) : scopeOf(entry), valueOf, misplaced);
    }
  }

  function scopeOf(entry: Entry): Scope {
    return parts.scopeOf(entry);
  }

  /** A list is one value, of which each item is an entry. */
  function addItem(entry: Entry, leaf: Leaf): void {
    const id = `${parts.partOf(entry)} ${leaf.path.join('.')}`;
    const list = lists.get(id) ?? { leaf, items: [] };
    list.items.push(entry);
    lists.set(id, list);
  }

  function setLeaf(entry: Entry, leaf: Leaf, value: SettingValue): void {
    const common = leaf.roles.length > 1;
    const { property } = leaf;
    const rank = rankOf(entry, { kind: common ? ranks.commonLeaf : ranks.leaf, canonical: `spring.kafka.${leaf.path.join('.')}` });
    for (const role of leaf.roles) {
      if (role === 'streams') streams.push({ entry, key: property, value, rank, scope: scopeOf(entry), common });
      else add(entry, role, property, value, rank, !common);
    }
  }

  function readMap(entry: Entry, role: Role, key: string): void {
    const value = valueOf(entry);
    const rank = rankOf(entry, { kind: ranks.map, canonical: `spring.kafka.${role}.properties`, key });
    if (key === '') return;
    if (role === 'streams') streams.push({ entry, key, value, rank, scope: scopeOf(entry), common: false });
    else if (findProperty(role, key)) add(entry, role, key, value, rank, true);
    else unknownKeys.push({ entry, scope: scopeOf(entry), role, key, candidates: undefined });
  }

  /** A key for all clients is a setting of each client that knows it. */
  function readCommonMap(entry: Entry, key: string): void {
    const value = valueOf(entry);
    const rank = rankOf(entry, { kind: ranks.commonMap, canonical: 'spring.kafka.properties', key });
    if (key === '') return;
    const readers = always.filter(role => findProperty(role, key));
    for (const role of readers) add(entry, role, key, value, rank, false, alwaysWritten[role]?.includes(key));
    streams.push({ entry, key, value, rank, scope: scopeOf(entry), common: true });
    if (readers.length > 0 || findProperty('streams', key)) return;
    unknownKeys.push({ entry, scope: scopeOf(entry), role: 'producer', key, candidates: namesOf(clients) });
  }

  function add(entry: Entry, role: Role, property: string, value: SettingValue, rank: number, own: boolean, never = false): void {
    const ignored = never ? ({ why: 'always-overridden', worksAs: { property, role } } as const) : undefined;
    settings.push({ property, role, value, entry, scope: scopeOf(entry), rank, own, ignored });
  }

  /** A leaf that is empty, so far perhaps, is one of which nothing is known. */
  function leafValue(entry: Entry, leaf: Leaf): SettingValue {
    const value = valueOf(entry);
    const converted = value.known ? convert(value.text, leaf.type, kindOf(entry)) : undefined;
    return value.known && converted ? { ...value, ...converted } : { known: false };
  }

  function kindOf({ valueSpan }: Entry): Kind {
    return document.syntax === 'yaml' ? javaKind(slice(document.text, valueSpan)) : 'text';
  }
}

function openersOf(document: Document, scopeOf: (entry: Entry) => Scope, scopeOfStreams: (scope: Scope) => Scope): Reading['openers'] {
  const scopeOfPart = new Map(document.entries.map(entry => [entry.part, scopeOf(entry)]));
  return document.sections.flatMap(({ path, part, keySpan }) => {
    if (!mayBeSpring(path)) return [];
    const elements = elementsOf(path);
    const role = clients.find(client => elements.length === 3 && startsWith(elements, ['spring', 'kafka', client]));
    const scope = scopeOfPart.get(part);
    return role && scope && keySpan ? [{ scope: role === 'streams' ? scopeOfStreams(scope) : scope, role, span: keySpan }] : [];
  });
}

/** Kafka takes a list with commas. */
function joined(items: readonly SettingValue[]): SettingValue {
  const texts = items.flatMap(item => (item.known ? [item.text] : []));
  return texts.length === items.length ? { known: true, text: texts.join(','), placeholder: false } : { known: false };
}
