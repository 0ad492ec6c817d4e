import type { Document, Entry } from '../../syntax/syntax.js';
import { isConnectorsOwn } from './attributes.js';
import { namedEntries, type Area, type Direction, type NamedEntry } from './names.js';
import { roleOf } from './meaning.js';
import { knows } from '../shared/layout.js';
import { valueReader, type ValueReader } from './values.js';

/** An entry with the part of the application that it belongs to. */
export type Placed<K extends Area['kind'] = Area['kind']> = NamedEntry & { readonly area: Extract<Area, { kind: K }> };

/** A channel that the file names. */
export interface Channel {
  readonly direction: Direction;
  readonly name: string;
  readonly own: readonly Placed<'channel'>[];
}

/** What one file says, sorted by the parts of the application. */
export interface Application {
  readonly channels: readonly Channel[];
  readonly connectors: readonly Placed<'connector'>[];
  /** `kafka.*`, which Quarkus hands to every Kafka client; without Quarkus only what the connector itself looks for there. */
  readonly globals: readonly Placed<'global'>[];
  readonly streams: readonly Placed<'streams'>[];
  /** The file is that of a Quarkus application, as far as can be seen. */
  readonly quarkus: boolean;
  readonly named: readonly NamedEntry[];
  readonly valueOf: ValueReader;
}

/** Sorts the entries of a document. */
export function applicationIn(document: Document, path: string): Application {
  const named = namedEntries(document);
  const of = <K extends Area['kind']>(kind: K): readonly Placed<K>[] => named.filter((one): one is Placed<K> => one.area?.kind === kind);
  const quarkus = isQuarkus(named, path);
  const globals = of('global');
  return {
    channels: channelsIn(of('channel')),
    connectors: of('connector'),
    globals: quarkus ? globals : globals.filter(({ area }) => area.key === 'bootstrap.servers'),
    streams: quarkus ? of('streams') : [],
    quarkus,
    named,
    valueOf: valueReader(document, named),
  };
}

/** Quarkus alone reads `application` files with these keys; others read `microprofile-config` files too. */
function isQuarkus(named: readonly NamedEntry[], path: string): boolean {
  if (named.some(({ name }) => name.startsWith('quarkus.'))) return true;
  const isApplication = /(^|\/)application(-[^/]+)?\.(properties|ya?ml)$/i.test(path);
  return isApplication && named.some(({ area, profiles }) => area?.kind === 'channel' || area?.kind === 'connector' || profiles.length > 0);
}

function channelsIn(entries: readonly Placed<'channel'>[]): readonly Channel[] {
  const channels = new Map<string, Placed<'channel'>[]>();
  for (const entry of entries) {
    const key = `${entry.area.direction} ${entry.area.channel}`;
    const own = channels.get(key);
    if (own) own.push(entry);
    else channels.set(key, [entry]);
  }
  return [...channels.values()].flatMap(own => {
    const [first] = own;
    return first ? [{ direction: first.area.direction, name: first.area.channel, own }] : [];
  });
}

/** The profile that production has where nobody says otherwise. Source: io.quarkus.runtime.LaunchMode. */
export const production = 'prod';

/** What connects a channel in a profile: a name, nothing that is written, or something that nobody knows here. */
export type Connector = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'unknown' | 'unnamed' };

/** Sources: ConnectorConfig.getConnectorAttribute, which knows an older name too. */
export function connectorOf({ own }: Channel, profile: string, valueOf: ValueReader): Connector {
  const candidates = own.filter(
    ({ area, profiles }) => (area.key === 'connector' || area.key === 'type') && (profiles.length === 0 || profiles.includes(profile)),
  );
  const strength = ({ area, profiles }: Placed<'channel'>): number =>
    (area.key === 'connector' ? 4 : 0) + (area.byQuarkus ? 2 : 0) + (profiles.length > 0 ? 1 : 0);
  const [strongest] = [...candidates].reverse().sort((a, b) => strength(b) - strength(a));
  if (!strongest) return { kind: 'unnamed' };
  const value = valueOf(strongest.entry);
  return value.known ? { kind: 'named', name: value.text.trim() } : { kind: 'unknown' };
}

/**
 * The name by which Kafka's connector is behind the channel in a profile; undefined where another is, or nobody knows. `evidence`: what
 * speaks for Kafka behind the channels that name none.
 */
export function kafkaConnectorOf(
  channel: Channel,
  profile: string,
  valueOf: ValueReader,
  evidence: Evidence | undefined,
): string | undefined {
  const connector = connectorOf(channel, profile, valueOf);
  if (connector.kind === 'named') return isKafkaConnector(connector.name) ? connector.name : undefined;
  return connector.kind === 'unnamed' && evidence ? 'smallrye-kafka' : undefined;
}

/** ConfiguredChannelFactory takes the name without its beginning too. */
export function isKafkaConnector(name: string): boolean {
  return name === 'smallrye-kafka' || name === 'kafka';
}

/** What speaks for Kafka behind channels that name no connector. */
export interface Evidence {
  readonly entry: Entry;
  /** Whether nothing else can be behind the channels. */
  readonly certain: boolean;
}

/**
 * Quarkus connects the channels without a connector to the only one that the application has, if it has only one (its WiringProcessor).
 * That it is Kafka's shows in keys that no other connector has; undefined where nothing shows it, or another connector is named.
 */
export function kafkaEvidence({ channels, connectors, globals, quarkus, valueOf }: Application): Evidence | undefined {
  const named = channels.map(channel => connectorOf(channel, production, valueOf));
  const another = named.some(one => one.kind === 'named' && !isKafkaConnector(one.name) && one.name !== 'smallrye-in-memory');
  if (!quarkus || another) return undefined;
  const connector = connectors.find(({ area }) => isKafkaConnector(area.connector));
  const using = channels.find((_, i) => {
    const one = named[i];
    return one?.kind === 'named' && isKafkaConnector(one.name);
  });
  const client = channels.flatMap(({ own }) => own).find(isOfKafka);
  const certain = connector ?? using?.own[0] ?? client;
  if (certain) return { entry: certain.entry, certain: true };
  const global = globals.find(({ area }) => knows('producer', area.key) || knows('consumer', area.key));
  return global && { entry: global.entry, certain: false };
}

function isOfKafka({ area }: Placed<'channel'>): boolean {
  return !isConnectorsOwn(area.direction, area.key) && knows(roleOf(area.direction), area.key);
}
