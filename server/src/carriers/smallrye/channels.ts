import type { FrameworkDefault, Scope, Setting, SettingValue, UnknownKey } from '../../config/setting.js';
import { propertiesOf } from '../../kafka/catalogue/catalogue.js';
import {
  isKafkaConnector,
  kafkaConnectorOf,
  kafkaEvidence,
  production,
  type Application,
  type Channel,
  type Placed,
} from './application.js';
import { attributeNames } from './attributes.js';
import { channelDefaults, withoutShareGroupKeys } from './defaults.js';
import { meaningOf, readByName, roleOf, type KeyMeaning } from './meaning.js';
import type { Direction } from './names.js';
import { clientScopes } from './scopes.js';
import { attributeText, kafkaText } from './values.js';

/** What is read of some clients. */
export interface Clients {
  readonly scopes: readonly Scope[];
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly defaults: readonly FrameworkDefault[];
}

/** The nearer to the channel, the stronger, whatever the profile; the name with `quarkus.` before it is looked up first. */
const ranks = { global: 0, connector: 10, channel: 20, byQuarkus: 30 };
/** A key for several profiles is weaker than one for a single profile, and one in capitals or with underscores than both. */
const weakness = { severalProfiles: 1, spelling: 2 };

type OfChannel = Placed<'channel' | 'connector' | 'global'>;

/** The Kafka clients behind the channels. */
export function readChannels(application: Application, path: string): readonly Clients[] {
  const evidence = kafkaEvidence(application);
  const isKafka = (channel: Channel, profile: string): string | undefined =>
    kafkaConnectorOf(channel, profile, application.valueOf, evidence);
  return application.channels.flatMap(channel => {
    const main = isKafka(channel, production);
    const connectors = application.connectors.filter(({ area }) => area.connector === main);
    const entries: readonly OfChannel[] = [...application.globals, ...connectors, ...channel.own];
    const { scopes, ...read } = readClient(`channel ${channel.name}`, channel.direction, entries, application, path);
    const live = scopes.filter(({ profile }) => isKafka(channel, profile ?? production) !== undefined).map(({ scope }) => scope);
    if (live.length === 0) return [];
    const chains = new Set(live.flatMap(scopesUpwards));
    return [
      {
        scopes: live,
        settings: read.settings.filter(({ scope }) => chains.has(scope)),
        unknownKeys: read.unknownKeys.filter(({ scope }) => live.includes(scope)),
        defaults: channelDefaults(channel, live, read.settings, application),
      },
    ];
  });
}

function scopesUpwards(scope: Scope): readonly Scope[] {
  return scope.base ? [scope, ...scopesUpwards(scope.base)] : [scope];
}

/** What is said to all clients where no channel of that direction is named: channels need no key of their own. */
export function readWithoutChannel(application: Application, path: string): readonly Clients[] {
  const directions = (['outgoing', 'incoming'] as const).filter(one => application.channels.every(({ direction }) => direction !== one));
  const connectors = application.connectors.filter(({ area }) => isKafkaConnector(area.connector));
  const entries: readonly OfChannel[] = [...application.globals, ...connectors];
  return directions.flatMap(direction => {
    const { scopes, settings } = readClient(`${direction} channels`, direction, entries, application, path);
    const role = roleOf(direction);
    // what a channel says for itself may be in the code
    const unsaid = scopes.map(({ scope }) => ({
      role,
      property: role === 'producer' ? 'acks' : 'enable.auto.commit',
      value: undefined,
      scope,
    }));
    return settings.length === 0 ? [] : [{ scopes: scopes.map(({ scope }) => scope), settings, unknownKeys: [], defaults: unsaid }];
  });
}

interface Read {
  readonly scopes: readonly { readonly scope: Scope; readonly profile: string | undefined }[];
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
}

function readClient(name: string, direction: Direction, entries: readonly OfChannel[], { valueOf }: Application, path: string): Read {
  const role = roleOf(direction);
  const { main, profiles, targets } = clientScopes(name, entries, path);
  const settings: Setting[] = [];
  const unknownKeys: UnknownKey[] = [];
  for (const one of entries) {
    const meaning = meaningOf(direction, one.area.key);
    if (meaning.kind === 'foreign') continue;
    for (const { scope, inherited } of targets(one)) {
      if (meaning.kind === 'unknown') {
        if (one.area.kind === 'channel' && scope === main) unknownKeys.push(unknownKey(one as Placed<'channel'>, scope));
        continue;
      }
      const rank = rankOf(one) - (meaning.weak ? weakness.spelling : 0);
      const value = converted(valueOf(one.entry), meaning);
      const { property, ignored } = meaning;
      const own = one.area.kind === 'channel';
      settings.push({ property, role, value, entry: one.entry, scope, rank, own, ignored, ...(inherited ? {} : { inherited }) });
    }
  }
  const scopes = [{ scope: main, profile: undefined }, ...[...profiles].map(([profile, scope]) => ({ scope, profile }))];
  return { scopes, settings: withoutShareGroupKeys(settings), unknownKeys };
}

function rankOf({ area, profiles }: OfChannel): number {
  const rank = area.kind === 'channel' && area.byQuarkus ? ranks.byQuarkus : ranks[area.kind];
  return rank - (profiles.length > 1 ? weakness.severalProfiles : 0);
}

function converted(value: SettingValue, { property, attribute }: Extract<KeyMeaning, { kind: 'property' }>): SettingValue {
  if (!value.known) return value;
  if (attribute) return { ...value, text: attributeText(value.text, attribute) };
  return { ...value, text: readByName.has(property) ? value.text.trim() : kafkaText(value.text) };
}

function unknownKey({ entry, area }: Placed<'channel'>, scope: Scope): UnknownKey {
  const role = roleOf(area.direction);
  const candidates = [...propertiesOf(role).map(({ name }) => name), ...attributeNames(area.direction)];
  return { entry, scope, role, key: area.key.replaceAll('"', ''), candidates };
}
