import type { FrameworkDefault, Ignored, Scope } from '../../config/setting.js';
import { forcedOnTasks, isTakenInternally, worksAs } from './connect-defaults.js';
import type { Place } from './layout.js';

const clients = ['producer', 'consumer', 'admin'] as const;
const clientKey = /^(source\.|target\.)?(producer|consumer|admin)\.(override\.)?(.*)$/;

/** MirrorClientConfig.CLIENT_CONFIG_DEF: where brokers are and how to be let in; all that the clients get of what is said of a cluster. */
export const toEveryClient = /^(bootstrap\.servers|security\.protocol|ssl\..+|sasl\..+)$/;

/** The cluster that records come from, and the one that they go to. */
export type Side = 'source.' | 'target.';

/** A client's key in the configuration of a connector of MirrorMaker. */
interface MirrorKey {
  readonly side: Side | '';
  readonly role: (typeof clients)[number];
  /** For the client that Connect makes for the connector's tasks, not for one of the connector's own. */
  readonly override: boolean;
  readonly property: string;
}

/** The running configurations of the clients of a connector of MirrorMaker; each is made when a key asks for it. */
export interface MirrorClients {
  /** What writes the copies: the producer that Connect makes for the tasks. */
  copies(): Scope;
  /** What reads the records that are copied; undefined for a connector that copies none. */
  reads(): Scope | undefined;
  /** What writes down which offsets belong together; undefined for a connector that does not, or where that is another side's. */
  syncs(side: Side | ''): Scope | undefined;
  admins(side: Side | ''): readonly Scope[];
  /** Whether the worker has exactly-once support. */
  readonly exactlyOnce: boolean;
  /** Of keys without a side, and of those with one, which win. */
  readonly ranks: { readonly plain: number; readonly side: number };
}

/** The key of a client; undefined where it is none. */
export function mirrorKeyIn(key: string): MirrorKey | undefined {
  const [, side = '', client, override = '', property = ''] = clientKey.exec(key) ?? [];
  const role = clients.find(one => one === client);
  return role && { side: side as MirrorKey['side'], role, override: override !== '', property };
}

/**
 * Which clients get the key. Sources: sourceConsumerConfig, sourceProducerConfig and their like of
 * org.apache.kafka.connect.mirror.MirrorConnectorConfig, offsetSyncsTopicProducerConfig of MirrorSourceConfig.
 */
export function mirrorPlaces(
  { side, role, override, property }: MirrorKey,
  value: string | undefined,
  mirror: MirrorClients,
): readonly Place[] {
  const rank = side === '' ? mirror.ranks.plain : mirror.ranks.side;
  if (override) {
    // the other clients of tasks read for sinks and create topics
    if (role !== 'producer' || side !== '') return [];
    const ignored = forcedOnTasks(role, property, value, mirror.exactlyOnce);
    return [{ role, property, scope: mirror.copies(), rank: mirror.ranks.side, ...(ignored ? { ignored } : {}) }];
  }
  switch (role) {
    case 'consumer': {
      const scope = side === 'target.' ? undefined : mirror.reads();
      const ignored = neverCommits(property, value);
      return scope ? [{ role, property, scope, rank, ...(ignored ? { ignored } : {}) }] : [];
    }
    case 'producer': {
      const scope = mirror.syncs(side);
      return scope ? [{ role, property, scope, rank }] : [];
    }
    case 'admin':
      return mirror.admins(side).map(scope => ({ role, property, scope, rank }));
  }
}

/** A key that means a client's and stands where it reaches none; undefined for other keys. */
export function misplaced(key: string, value: string | undefined, scope: Scope, why: Ignored['why']): Place | undefined {
  const role = decidingClientOf(key);
  return role && { role, property: key, scope, own: false, ignored: { why, worksAs: worksAs(role, key, value) } };
}

/** Whose it must be, of the keys that decide what is lost and that no other client and no worker knows. */
export function decidingClientOf(key: string): 'producer' | 'consumer' | undefined {
  return (['producer', 'consumer'] as const).find(role => isTakenInternally(role, key));
}

/** What becomes of a key of a consumer that copies: MirrorConnectorConfig writes enable.auto.commit=false behind everything else. */
export function neverCommits(property: string, value: string | undefined): Ignored | undefined {
  if (property !== 'enable.auto.commit' || value?.trim().toLowerCase() === 'false') return undefined;
  return { why: 'always-overridden', worksAs: undefined };
}

/** What a consumer that copies gets where nobody sets the key. Source: sourceConsumerConfig of MirrorConnectorConfig. */
export function mirrorConsumerDefaults(scope: Scope): readonly FrameworkDefault[] {
  return [
    { role: 'consumer', scope, property: 'auto.offset.reset', value: 'earliest' },
    { role: 'consumer', scope, property: 'enable.auto.commit', value: 'false' },
  ];
}
