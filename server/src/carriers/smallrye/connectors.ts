import type { Entry } from '../../syntax/syntax.js';
import { knows } from '../shared/layout.js';
import { holdsIn, production, type Application, type Channel, type Placed } from './application.js';
import { isConnectorsOwn } from './attributes.js';
import { roleOf } from './meaning.js';
import { attributeText, type ValueReader } from './values.js';

/** What connects a channel in a profile: a name, nothing that is written, or something that nobody knows here. */
export type Connector = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'unknown' | 'unnamed' };

/** Sources: ConnectorConfig.getConnectorAttribute, which knows an older name too. */
export function connectorOf(channel: Channel, profile: string, valueOf: ValueReader): Connector {
  const written = attributeIn(channel, 'connector', profile) ?? attributeIn(channel, 'type', profile);
  if (!written) return { kind: 'unnamed' };
  const value = valueOf(written.entry);
  return value.known ? { kind: 'named', name: value.text.trim() } : { kind: 'unknown' };
}

/** The entry that says an attribute of a channel in a profile. */
function attributeIn({ own }: Channel, key: string, profile: string): Placed<'channel'> | undefined {
  const places = ({ area }: Placed<'channel'>): number => (area.byQuarkus ? 1 : 0);
  return strongestOf(own, key, profile, places);
}

function strongestOf<T extends Placed<'channel' | 'connector'>>(
  entries: readonly T[],
  key: string,
  profile: string,
  places: (one: T) => number,
): T | undefined {
  const strength = (one: T): number => places(one) * 10 + (one.profiles.length === 1 ? 2 : one.profiles.length > 1 ? 1 : 0);
  const candidates = entries.filter(one => one.area.key === key && holdsIn(one, profile));
  const [strongest] = candidates.reverse().sort((a, b) => strength(b) - strength(a));
  return strongest;
}

/**
 * The name by which Kafka's connector is behind the channel in a profile; undefined where another is, nobody knows, or the channel is
 * not started. `evidence`: what speaks for Kafka behind the channels that name none.
 */
export function kafkaConnectorOf(
  channel: Channel,
  profile: string,
  application: Application,
  evidence: Evidence | undefined,
): string | undefined {
  const connector = connectorOf(channel, profile, application.valueOf);
  const unnamed = connector.kind === 'unnamed' && evidence ? 'smallrye-kafka' : undefined;
  const name = connector.kind === 'named' && isKafkaConnector(connector.name) ? connector.name : unnamed;
  return name !== undefined && isStarted(channel, name, profile, application) ? name : undefined;
}

/** Source: register of io.smallrye.reactive.messaging.providers.impl.ConfiguredChannelFactory. */
function isStarted(channel: Channel, name: string, profile: string, { connectors, valueOf }: Application): boolean {
  const ofConnector = connectors.filter(({ area }) => area.connector === name);
  const enabled = attributeIn(channel, 'enabled', profile) ?? strongestOf(ofConnector, 'enabled', profile, () => 0);
  const value = enabled && valueOf(enabled.entry);
  return value?.known !== true || attributeText(value.text, 'boolean') !== 'false';
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
