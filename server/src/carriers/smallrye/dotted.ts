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
  const isOfKafka = kafkaReader(application);
  const scopes = new Map<string, Scope>();
  const settings = dotted.flatMap(placed =>
    meantBy(placed, isOfKafka).map(({ client, role, property }): Setting => {
      const scope = scopes.get(client) ?? { name: client, base: undefined, complete: true, development: false };
      scopes.set(client, scope);
      const ignored: Ignored = { why: 'dots-in-key', worksAs: { property, role } };
      return { property, role, value: valueOf(placed.entry), entry: placed.entry, scope, rank: 0, own: true, ignored };
    }),
  );
  return settings.length === 0 ? [] : [{ scopes: [...scopes.values()], settings, unknownKeys: [], defaults: [], openers: [] }];
}

function meantBy(placed: Placed, isOfKafka: (placed: Placed) => boolean): readonly Meant[] {
  const { area } = placed;
  if (area.kind === 'streams') return meantForStreams(area.key, placed);
  if (!isOfKafka(placed)) return [];
  if (area.kind === 'channel') return meantFor(area.direction, channelName(area.channel), area.key);
  return (['outgoing', 'incoming'] as const).flatMap(direction => meantFor(direction, `${direction} channels`, area.key));
}

function meantFor(direction: Direction, client: string, key: string): readonly Meant[] {
  const meaning = meaningOf(direction, key);
  return meaning.kind === 'property' ? [{ client, role: roleOf(direction), property: meaning.property }] : [];
}

function meantForStreams(key: string, { entry }: Placed): readonly Meant[] {
  const places = streamsLayout([key], [entry]).meanings.flatMap(meaning => (meaning.kind === 'settings' ? meaning.places : []));
  return places.slice(0, 1).map(({ role, property }) => ({ client: streamsName, role, property }));
}

/** Whether a Kafka client would read an entry: what its channel names as connector, or else what is known of the application. */
function kafkaReader(application: Application): (placed: Placed) => boolean {
  const { channels, dotted, valueOf } = application;
  const named = new Map<string, boolean>();
  for (const { area, entry } of dotted) {
    const value = area.kind === 'channel' && area.key === 'connector' ? valueOf(entry) : undefined;
    if (area.kind === 'channel' && value?.known === true) named.set(area.channel, isKafkaConnector(value.text.trim()));
  }
  const live = channels.some(channel => kafkaConnectorOf(channel, production, application, undefined) !== undefined);
  const known = kafkaEvidence(application) !== undefined || live || [...named.values()].includes(true);
  return ({ area }) => {
    if (area.kind === 'connector' && !isKafkaConnector(area.connector)) return false;
    return area.kind === 'channel' ? (named.get(area.channel) ?? known) : known;
  };
}
