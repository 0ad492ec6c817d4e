import type { Ignored, Scope, SettingValue } from '../../config/setting.js';
import { javaKind } from '../../syntax/yaml-scalar.js';
import type { Entry } from '../../syntax/syntax.js';
import { slice } from '../../text/span.js';
import { knows } from '../shared/layout.js';
import { elementsOf, mapKey, relaxed, startsWith, type Element } from '../shared/names.js';
import { convert, type Kind } from '../shared/spring-kafka/convert.js';
import { rankIn } from '../shared/spring-kafka/ranks.js';
import type { Application } from './application.js';
import { group, type Leaf, type Reader, type Section } from './leaves.js';
import { misplacedIn, type UnknownLine } from './misplaced.js';
import { relaxedAt, type Area, type StreamEntry } from './names.js';
import { placeOf, type Level, type Placed } from './places.js';
import { deserializationHandler } from './streams-sections.js';

/** What a key says to one client. */
export interface Meant {
  readonly reader: Reader;
  /** Of Kafka Streams the key as it is handed over, such as `producer.acks`. */
  readonly property: string;
  readonly value: SettingValue;
  readonly rank: number;
  readonly ignored: Ignored | undefined;
}

/** An entry, and what it means. */
export interface Line {
  readonly entry: Entry;
  /** Of the document of the file that it stands in. */
  readonly part: Scope;
  readonly level: Level;
  readonly area: Area;
  /** The binding or the function. */
  readonly name: string | undefined;
  /** The only binder that has it. */
  readonly binder: string | undefined;
  readonly streams: boolean;
  readonly meant: readonly Meant[];
  readonly unknown: UnknownLine | undefined;
}

/**
 * Of two places the higher wins; what Spring Boot has for all clients of the application stands between the weak ones and the others.
 * Sources: createConsumerConfigs and createProducerConfigs of org.springframework.cloud.stream.binder.kafka.utils.BindingUtils,
 * mergedConsumerConfiguration and mergedProducerConfiguration of KafkaBinderConfigurationProperties, onInit of
 * KafkaMessageChannelBinder, and for Kafka Streams buildStreamsBuilderAndRetrieveConfig of AbstractKafkaStreamsBinderProcessor.
 */
const ranks = {
  weak: { binder: -4e6, function: -3.5e6, default: -3e6, binding: -2e6 },
  weakTransaction: -1e6,
  plain: { binder: 5e6, function: 9e6, default: 11e6, binding: 12e6 },
  configuration: 6e6,
  clients: 7e6,
  strong: { binder: 8e6, function: 10e6, default: 13e6, binding: 14e6 },
  transaction: 15e6,
};
/** The environment of one binder is asked before the one of the application. */
export const ownEnvironment = 0.45e6;

/** What every entry of Spring Cloud Stream says to Kafka's clients. */
export function linesOf(application: Application): readonly Line[] {
  const { parts, entries, document, valueOf } = application;
  const rankOf = rankIn(parts);
  // an address of Spring Boot's wins over the one that the binder has by default
  const ofBoot = document.entries.some(({ path }) => isAddressOfBoot(elementsOf(path)));

  return entries.flatMap((one): readonly Line[] => {
    const placed = placeOf(one.area);
    if (!placed) return [];
    const { section, level, name, streams, keys } = placed;
    const line = { entry: one.entry, part: parts.scopeOf(one.entry), level, area: one.area, name, binder: one.binder, streams };
    const meant = [...fromLeaves(one, placed), ...fromMaps(one, placed)];
    if (meant.length > 0 || isOther(section, keys)) return [{ ...line, meant, unknown: undefined }];
    const found = misplacedIn(one.area, keys, valueOf(one.entry));
    return [{ ...line, meant: found.meant, unknown: found.unknown }];
  });

  function fromLeaves(one: StreamEntry, { section, level, keys, canonical, name }: Placed): readonly Meant[] {
    const wanted = keys.map(({ text }) => relaxed(text)).join('.');
    return section.leaves.flatMap(leaf => {
      const path = leaf.path.map(relaxed).join('.');
      const listed = leaf.type === 'list' && wanted.replace(/\.\d+$/, '') === path;
      if (wanted !== path && !listed) return [];
      const items = wanted === path ? [one.entry] : itemsOf(one, path);
      // all items are one value, which the first one stands for
      if (items[0] !== one.entry) return [];
      const value = joined(items.map(item => leafValue(item, leaf)));
      const weakened = ofBoot && leaf.property === 'bootstrap.servers' && value.known && value.text === 'localhost:9092';
      const strength = weakened ? 'weak' : leaf.strength;
      const transaction = leaf.reader === 'transactions';
      const usual = strength === 'weak' && transaction ? ranks.weakTransaction : transaction ? ranks.transaction : ranks[strength][level];
      const kind = usual + (one.binder === undefined ? 0 : ownEnvironment);
      const rank = rankOf(one.entry, { kind, canonical: `${canonical}.${leaf.path.join('.')}${name ?? ''}` });
      return [{ reader: leaf.reader, property: leaf.property, value, rank, ignored: outdated(leaf) ?? unusable(leaf, level, value) }];
    });
  }

  function itemsOf({ entry, area, binder }: StreamEntry, path: string): readonly Entry[] {
    const isItem = (other: StreamEntry): boolean =>
      other.area.kind === 'binder' &&
      other.area.streams === ('streams' in area && area.streams) &&
      other.binder === binder &&
      parts.partOf(other.entry) === parts.partOf(entry) &&
      new RegExp(`^${path}\\.\\d+$`).test(other.area.keys.map(({ text }) => relaxed(text)).join('.'));
    return entries.filter(isItem).map(other => other.entry);
  }

  function fromMaps(one: StreamEntry, { section, level, keys, canonical }: Placed): readonly Meant[] {
    return section.maps.flatMap(({ path, reader }) => {
      if (keys.length <= path.length || !path.every((key, i) => relaxedAt(keys, i) === relaxed(key))) return [];
      const key = mapKey(keys.slice(path.length));
      const [first = ''] = path;
      const usual = level === 'binder' ? (first === 'configuration' ? ranks.configuration : ranks.clients) : ranks.plain[level];
      const kind = (reader === 'transactions' ? ranks.transaction : usual) + (one.binder === undefined ? 0 : ownEnvironment);
      const rank = rankOf(one.entry, { kind, canonical: `${canonical}.${path.join('.')}`, key });
      const value = valueOf(one.entry);
      const properties = reader === 'streams' && level === 'binder' ? handedToStreams(first, key, value) : [key];
      // with the prefix of a client it wins over what is written with that prefix beside it
      // what Spring Boot has for such a client is put over it
      const beaten = reader === 'streams' && level === 'binder' && one.binder === undefined && /^(consumer|producer)\./.test(key);
      const below = beaten && first === 'configuration' ? ranks.weak.binder - kind : 0;
      return properties.map((property, i) => ({ reader, property, value, rank: rank + below + (i > 0 ? 0.5e6 : 0), ignored: undefined }));
    });
  }

  function leafValue(entry: Entry, { type, property }: Leaf): SettingValue {
    const value = valueOf(entry);
    const converted = value.known ? convert(value.text, type, kindOf(entry)) : undefined;
    // a group of nothing is none, and half typed perhaps
    if (!value.known || !converted || (isGroup(property) && converted.text.trim() === '')) return { known: false };
    return { ...value, ...converted, ...(property === 'bootstrap.servers' ? { text: withPorts(converted.text) } : {}) };
  }

  function kindOf({ valueSpan }: Entry): Kind {
    return document.syntax === 'yaml' ? javaKind(slice(document.text, valueSpan)) : 'text';
  }
}

/** Known to Spring, and nothing that a rule reads; or a section that has no value yet. */
function isOther({ others, maps, leaves }: Section, keys: readonly Element[]): boolean {
  const wanted = `${keys.map(({ text }) => relaxed(text)).join('.')}.`;
  const known = [...others, ...[...maps, ...leaves].map(({ path }) => path.join('.'))];
  return known.some(one => {
    const name = `${one.split('.').map(relaxed).join('.')}.`;
    return name.startsWith(wanted) || (others.includes(one) && wanted.startsWith(name));
  });
}

/**
 * Keys for one kind of client get its prefix, unless they have it; what the binder says to all of them gets both prefixes as well.
 * Sources: streamConfigGlobalProperties and addPrefix of KafkaStreamsBinderSupportAutoConfiguration.
 */
function handedToStreams(map: string, key: string, value: SettingValue): readonly string[] {
  if (map === 'configuration') return [key, ...clients.filter(role => knows(role, key)).flatMap(role => withPrefix(role, key, value))];
  return withPrefix(map.startsWith('consumer') ? 'consumer' : 'producer', key, value);
}

const clients = ['consumer', 'producer'] as const;

/** The binder takes out what its own consumers must not have. */
function withPrefix(role: (typeof clients)[number], key: string, value: SettingValue): readonly string[] {
  const automatic = key === 'enable.auto.commit' && value.known && value.text.trim().toLowerCase() === 'true';
  if (role === 'consumer' && (key === 'group.id' || automatic)) return [];
  return [key.startsWith(`${role}.`) ? key : `${role}.${key}`];
}

function isGroup(property: string): boolean {
  return property === group || property === 'group.id';
}

function outdated({ goneSince, property }: Leaf): Ignored | undefined {
  if (goneSince === undefined) return undefined;
  const renamed = property.startsWith('scs:streams.');
  return { why: 'outdated', worksAs: renamed ? { property, role: 'streams' } : undefined, since: goneSince };
}

/** The binder of Kafka Streams makes a handler of it for one binding only. Source: KafkaStreamsBinderSupportAutoConfiguration. */
function unusable({ property }: Leaf, level: Level, value: SettingValue): Ignored | undefined {
  const skips = property === deserializationHandler && value.known && relaxed(value.text) === 'skipandcontinue';
  return skips && level === 'binder' ? { why: 'dropped', worksAs: undefined } : undefined;
}

function isAddressOfBoot(elements: readonly Element[]): boolean {
  return startsWith(elements, ['spring', 'kafka']) && elements.some(({ text }) => relaxed(text) === 'bootstrapservers');
}

/** Kafka takes a list with commas. */
function joined(items: readonly SettingValue[]): SettingValue {
  const known = items.filter(item => item.known);
  if (known.length < items.length) return { known: false };
  return { known: true, text: known.map(({ text }) => text).join(','), placeholder: known.some(({ placeholder }) => placeholder) };
}

/** Source: toConnectionString of KafkaBinderConfigurationProperties. */
function withPorts(addresses: string): string {
  return addresses
    .split(',')
    .map(one => one.trim())
    .map(one => (one === '' || one.includes(':') ? one : `${one}:9092`))
    .join(',');
}
