import type { Setting } from '../../config/setting.js';
import { openerOf, production, type Application, type Channel, type Placed } from './application.js';
import {
  linesOf,
  liveScopes,
  rankIn,
  ranksOfAClient,
  readClient,
  within,
  type ClientLine,
  type Clients,
  type LiveScope,
  type Read,
} from './client.js';
import { producerDefaults, winner } from './defaults.js';
import { deadLettersName } from './scopes.js';

/** What the producer of dead letters has for itself stands below this, wherever a channel looks for its keys. */
export const deadLetterQueue = 'dead-letter-queue';
const prefix = `${deadLetterQueue}.`;
const strategy = 'smallrye:failure-strategy';
/** Both write records that failed to topics, with the same producer. */
const strategies: ReadonlySet<string> = new Set([deadLetterQueue, 'delayed-retry-topic']);

/** What the connector gives the producer for itself unless it is written with the prefix: what the channel says is not asked. */
const notOfChannel: ReadonlySet<string> = new Set(['key.serializer', 'value.serializer', 'client.id', 'interceptor.classes']);

/**
 * The producer of a channel's dead letters: it takes the keys of the channel too, and like every producer of the connector it has acks=1
 * where nobody says otherwise. Sources: create of io.smallrye.reactive.messaging.kafka.fault.KafkaDeadLetterQueue.Factory and
 * KafkaDelayedRetryTopic.Factory, io.smallrye.reactive.messaging.providers.impl.PrefixedConfig and OverrideConfig.
 */
export function readDeadLetters(
  channel: Channel,
  entries: readonly Placed<'channel' | 'connector' | 'global'>[],
  live: readonly LiveScope[],
  consumer: Read,
  application: Application,
  path: string,
): readonly Clients[] {
  const chosen = new Map(live.map(({ scope, profile }) => [profile, winner(strategy, scope, consumer.settings)]));
  const writes = (profile: string): boolean => {
    const value = chosen.get(profile)?.value;
    return value?.known === true && strategies.has(value.text);
  };
  if (![...chosen.keys()].some(writes)) return [];
  const common = linesOf(entries).filter(({ key }) => !key.startsWith(prefix) && !notOfChannel.has(key));
  const own = entries.filter(({ area }) => area.key.startsWith(prefix)).map(ownLine);
  const read = readClient(deadLettersName(channel.name), 'outgoing', [...common.map(shared), ...own], application, path);
  const writing = liveScopes(read, writes);
  const client = within(writing, read);
  // what makes the producer is as good as a key of its own
  const makers = writing.flatMap(({ scope, profile }): readonly Setting[] => {
    const setting = chosen.get(profile);
    const fromBase = profile !== production && writes(production) && setting?.scope !== consumer.profiles.get(profile);
    if (!setting || fromBase) return [];
    // asked for in one place for all channels, it is shown at each of them
    const entry = setting.own ? setting.entry : openerOf(channel, profile);
    return entry ? [{ ...setting, role: 'producer', scope, entry, own: true }] : [];
  });
  return [
    {
      ...client,
      settings: [...client.settings, ...makers],
      defaults: client.scopes.flatMap(scope => producerDefaults(scope)),
      openers: makers.map(({ scope, role, entry }) => ({ scope, role, entry })),
    },
  ];
}

function ownLine(placed: Placed<'channel' | 'connector' | 'global'>): ClientLine {
  const key = placed.area.key.slice(prefix.length);
  return { placed, key, rank: ranksOfAClient + rankIn(placed), own: placed.area.kind === 'channel' };
}

function shared(line: ClientLine): ClientLine {
  return { ...line, own: false };
}
