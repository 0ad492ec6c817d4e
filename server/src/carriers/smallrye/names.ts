import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry, PathSegment } from '../../syntax/syntax.js';
import { javaKind } from '../../syntax/yaml-scalar.js';
import { slice } from '../../text/span.js';
import { perDocument } from '../shared/per-document.js';

export type Direction = 'incoming' | 'outgoing';

/** Which part of an application a key belongs to; `key` is what is left of it. */
export type Area =
  /** `byQuarkus`: written with `quarkus.` before it, which wins over `mp.` */
  | { readonly kind: 'channel'; readonly direction: Direction; readonly channel: string; readonly byQuarkus: boolean; readonly key: string }
  | { readonly kind: 'connector'; readonly connector: string; readonly key: string }
  /** For every Kafka client of a Quarkus application. */
  | { readonly kind: 'global'; readonly key: string }
  | { readonly kind: 'streams'; readonly byQuarkus: boolean; readonly key: string };

/** An entry as SmallRye Config names it. */
export interface NamedEntry {
  readonly entry: Entry;
  /** The profiles that it holds for; every one if there are none. */
  readonly profiles: readonly string[];
  /** Without its profiles; a key of YAML with dots in it stands in quotes. */
  readonly name: string;
  readonly area: Area | undefined;
  /**
   * A key of YAML with dots in it, for which SmallRye Config puts it into quotes: nobody reads it. The name and the area are what it would
   * have without them.
   */
  readonly dotted: boolean;
  /** Has a value: without one SmallRye Config takes the key for not written. */
  readonly isSet: boolean;
}

/** Deeper than this nothing is a client's key. */
const deepest = 24;
/** Names that are longer are nobody's. */
const longest = 1000;

/** The entries of a document by their names, items of lists left out: the items together are one value, which no entry holds. */
export const namedEntries = perDocument(readNames);

function readNames({ entries, syntax, text }: Document): readonly NamedEntry[] {
  return entries.flatMap((entry): readonly NamedEntry[] => {
    if (entry.path.length > deepest || entry.path.some(({ kind }) => kind === 'item')) return [];
    const full = syntax === 'properties' ? entry.path.map(textOf).join('.') : nestedName(entry, text);
    if (full.length > longest) return [];
    const written = partsOf(full);
    const area = areaOf(written.name);
    const isSet = entry.value.trim() !== '';
    if (area || syntax === 'properties' || !full.includes('"')) return [{ entry, ...written, area, dotted: false, isSet }];
    const meant = partsOf(full.replaceAll('"', ''));
    const meantArea = areaOf(meant.name);
    return [{ entry, ...(meantArea ? meant : written), area: meantArea, dotted: meantArea !== undefined, isSet }];
  });
}

/** Source: io.smallrye.config.ProfileConfigSourceInterceptor.activeName. */
function partsOf(full: string): { readonly profiles: readonly string[]; readonly name: string } {
  const end = full.indexOf('.');
  if (!full.startsWith('%') || end < 2) return { profiles: [], name: full };
  const profiles = full.slice(1, end).split(',');
  return { profiles: profiles.map(one => one.trim()), name: full.slice(end + 1) };
}

/** Source: io.smallrye.config.source.yaml.YamlConfigSource.flattenYaml. A key of nothing stands for the mapping that it is in. */
function nestedName({ path }: Entry, text: string): string {
  const words = path.flatMap(segment => (isNothing(segment, text) ? [] : [quoted(textOf(segment))]));
  return words.join('.');
}

function isNothing(segment: PathSegment, text: string): boolean {
  // "null" is the longest that is nothing
  return segment.span.end - segment.span.start <= 4 && javaKind(slice(text, segment.span)) === 'null';
}

/** As a name of SmallRye Config has it. */
export function quoted(word: string): string {
  return word.includes('.') ? `"${word}"` : word;
}

/**
 * Sources: io.smallrye.reactive.messaging.providers.impl.ConnectorConfig and ConfiguredChannelFactory.extractConfigurationFor;
 * ReactiveMessagingConfigBuilderCustomizer, KafkaRuntimeConfigProducer and KafkaStreamsPropertiesUtil of Quarkus.
 */
function areaOf(name: string): Area | undefined {
  // most of a file is none of these
  if (!/^(mp\.m|quarkus\.[mk]|kafka)/i.test(name)) return undefined;
  const [, root, direction, inQuotes, plain, key] =
    /^(mp|quarkus)\.messaging\.(incoming|outgoing)\.(?:"([^"]*\.[^"]*)"|([^".]+))\.(.+)$/s.exec(name) ?? [];
  if (key !== undefined)
    return { kind: 'channel', direction: direction as Direction, channel: inQuotes ?? String(plain), byQuarkus: root === 'quarkus', key };
  const [, connector, attribute] = /^mp\.messaging\.connector\.([^".]+)\.(.+)$/s.exec(name) ?? [];
  if (connector !== undefined && attribute !== undefined) return { kind: 'connector', connector, key: attribute };
  const [, byQuarkus, streams] = /^(quarkus\.)?kafka-streams\.(.+)$/s.exec(name) ?? [];
  if (streams !== undefined) return { kind: 'streams', byQuarkus: byQuarkus !== undefined, key: streams };
  // KafkaRuntimeConfigProducer takes whatever character comes after the word
  const [, global] = /^kafka(?!\.ui).(.+)$/is.exec(name) ?? [];
  return global === undefined ? undefined : { kind: 'global', key: global.toLowerCase().replaceAll('_', '.') };
}
