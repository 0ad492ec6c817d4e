import { openerOf, production, type Application, type Channel, type Placed } from './application.js';
import { linesOf, liveScopes, readClient, within, type Clients, type LiveScope } from './client.js';
import { isKafkaConnector, kafkaConnectorOf, kafkaEvidence } from './connectors.js';
import { readDeadLetters } from './dead-letters.js';
import { channelDefaults } from './defaults.js';
import { roleOf } from './meaning.js';
import { channelName } from './scopes.js';

/** The Kafka clients behind the channels. */
export function readChannels(application: Application, path: string): readonly Clients[] {
  const evidence = kafkaEvidence(application);
  return application.channels.flatMap(channel => {
    const connectorIn = (profile: string): string | undefined => kafkaConnectorOf(channel, profile, application, evidence);
    const profiles = new Set([production, ...channel.own.flatMap(one => one.profiles)]);
    const name = [...profiles].map(connectorIn).find(one => one !== undefined);
    const connectors = application.connectors.filter(({ area }) => area.connector === name);
    const entries: readonly Placed<'channel' | 'connector' | 'global'>[] = [...application.globals, ...connectors, ...channel.own];
    const read = readClient(channelName(channel.name), channel.direction, linesOf(entries), application, path);
    const live = liveScopes(read, profile => connectorIn(profile) !== undefined);
    if (live.length === 0) return [];
    const client = within(live, read);
    const defaults = channelDefaults(channel, client.scopes, read.settings, application);
    const deadLetters = channel.direction === 'incoming' ? readDeadLetters(channel, entries, live, read, application, path) : [];
    return [{ ...client, defaults, openers: openersOf(channel, live) }, ...deadLetters];
  });
}

function openersOf(channel: Channel, live: readonly LiveScope[]): Clients['openers'] {
  return live.flatMap(({ scope, profile }) => {
    const entry = openerOf(channel, profile);
    return entry ? [{ scope, role: roleOf(channel.direction), entry }] : [];
  });
}

/** What is said to all clients where no channel of that direction is named: channels need no key of their own. */
export function readWithoutChannel(application: Application, path: string): readonly Clients[] {
  const directions = (['outgoing', 'incoming'] as const).filter(one => application.channels.every(({ direction }) => direction !== one));
  const connectors = application.connectors.filter(({ area }) => isKafkaConnector(area.connector));
  const lines = linesOf([...application.globals, ...connectors]);
  return directions.flatMap(direction => {
    const read = readClient(`${direction} channels`, direction, lines, application, path);
    if (read.settings.length === 0) return [];
    const client = within(
      liveScopes(read, () => true),
      read,
    );
    const role = roleOf(direction);
    // what a channel says for itself may be in the code
    const property = role === 'producer' ? 'acks' : 'enable.auto.commit';
    const defaults = client.scopes.map(scope => ({ role, property, value: undefined, scope }));
    return [{ ...client, defaults, openers: [] }];
  });
}
