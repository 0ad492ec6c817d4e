import type { Ignored, Scope, Setting } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { streamsLayout } from '../shared/streams.js';
import { production, type Application, type Placed } from './application.js';
import type { Clients } from './client.js';
import { isKafkaConnector, kafkaConnectorOf, kafkaEvidence } from './connectors.js';
import { meaningOf, roleOf } from './meaning.js';
import type { Direction } from './names.js';
import { channelName } from './scopes.js';
import { streamsName } from './streams.js';

/** A property that a key would set if it were nested, and the name of the client. */
interface Meant {
  readonly client: string;
  readonly role: Role;
  readonly property: string;
}

/**
 * Keys of YAML with dots in them, such as `mp.messaging.outgoing.orders:` with everything below: nobody reads them.
 * Source: io.smallrye.config.source.yaml.YamlConfigSource.flattenYaml.
 */
export function readDotted(application: Application): readonly Clients[] {
  const { dotted, valueOf } = application;
  if (dotted.length === 0) return [];
  const scopes = new Map<string, Scope>();
  const settings = dotted.flatMap(placed =>
    meantBy(placed, application).map(({ client, role, property }): Setting => {
      const scope = scopes.get(client) ?? { name: client, base: undefined, complete: true, development: false };
      scopes.set(client, scope);
      const ignored: Ignored = { why: 'dots-in-key', worksAs: { property, role } };
      return { property, role, value: valueOf(placed.entry), entry: placed.entry, scope, rank: 0, own: true, ignored };
    }),
  );
  return settings.length === 0 ? [] : [{ scopes: [...scopes.values()], settings, unknownKeys: [], defaults: [], openers: [] }];
}

function meantBy(placed: Placed, application: Application): readonly Meant[] {
  const { area } = placed;
  if (area.kind === 'streams') return meantForStreams(area.key, placed);
  if (!isOfKafka(placed, application)) return [];
  if (area.kind === 'channel') return meantFor(area.direction, channelName(area.channel), area.key);
  return (['outgoing', 'incoming'] as const).flatMap(direction => meantFor(direction, `${direction} channels`, area.key));
}

function meantFor(direction: Direction, client: string, key: string): readonly Meant[] {
  const meaning = meaningOf(direction, key);
  return meaning.kind === 'property' && !meaning.weak ? [{ client, role: roleOf(direction), property: meaning.property }] : [];
}

function meantForStreams(key: string, { entry }: Placed): readonly Meant[] {
  const [meaning] = streamsLayout([key], [entry]).meanings;
  const [place] = meaning?.kind === 'settings' ? meaning.places : [];
  return place ? [{ client: streamsName, role: place.role, property: place.property }] : [];
}

/** Whether a Kafka client would read it: the connector that the channel names so, or what else is known of the application. */
function isOfKafka({ area }: Placed, application: Application): boolean {
  const { channels, dotted, valueOf } = application;
  const evidence = kafkaEvidence(application);
  if (evidence ?? channels.some(channel => kafkaConnectorOf(channel, production, application, undefined) !== undefined)) return true;
  return dotted.some(one => {
    if (one.area.kind !== 'channel' || one.area.key !== 'connector') return false;
    const value = valueOf(one.entry);
    const sameChannel = area.kind !== 'channel' || area.channel === one.area.channel;
    return sameChannel && value.known && isKafkaConnector(value.text.trim());
  });
}
