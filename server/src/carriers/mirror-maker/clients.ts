import type { Ignored } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { forcedOnTasks, isTakenInternally, worksAs } from '../shared/connect-defaults.js';
import { knows, type Place } from '../shared/layout.js';
import type { Flow } from './aliases.js';
import type { MirrorScopes } from './scopes.js';

const clients = ['producer', 'consumer', 'admin'] as const;
/** MirrorClientConfig.CLIENT_CONFIG_DEF: where brokers are and how to be let in; the only bare keys that clients get. */
const toEveryClient = /^(bootstrap\.servers|security\.protocol|ssl\..+|sasl\..+)$/;

/**
 * Of two places for one key the higher rank wins. A flow's own prefix is weaker than a cluster's: connectorBaseConfig adds those of
 * clusters as source.consumer. and target.producer., which sourceConsumerConfig and its like put over consumer. and producer.
 */
const ranks = { flow: 0, bare: 1, cluster: 2, side: 3 } as const;

/** What the file says besides the key in question. */
export interface Circumstances {
  readonly scopes: MirrorScopes;
  /** Whether flows read from the cluster. */
  isSource(alias: string): boolean;
  /** Whether the worker of the cluster has exactly-once support. */
  exactlyOnce(alias: string): boolean;
  /** The cluster that has the offset syncs of the flow. */
  syncsOf(flow: Flow): string;
}

/** A key as a client's: undefined where it is none. `unknown`: the client does not know it. */
export type ClientKey = { readonly places: readonly Place[] } | { readonly unknown: string; readonly role: Role } | undefined;

/** A key without a prefix: what makes a connection goes to all clients, everything else of a client is dropped. */
export function bareClientKey(key: string, { scopes }: Circumstances): ClientKey {
  if (toEveryClient.test(key)) {
    return {
      places: clients.filter(role => knows(role, key)).map(role => ({ role, property: key, scope: scopes.file, rank: 1, own: false })),
    };
  }
  const { role, property } = splitKey(key) ?? { role: clientOf(key), property: key };
  if (!role || !knows(role, property)) return undefined;
  return { places: [{ role, property, scope: scopes.file, own: false, ignored: { why: 'dropped', worksAs: undefined } }] };
}

/** A key behind the alias of a cluster. */
export function clusterClientKey(alias: string, key: string, value: string | undefined, around: Circumstances): ClientKey {
  const scope = around.scopes.cluster(alias);
  const syncs = around.scopes.syncsFrom(alias);
  if (toEveryClient.test(key)) {
    const own = clients.filter(role => knows(role, key)).map(role => ({ role, property: key, scope, rank: ranks.bare, own: false }));
    return { places: [...own, { role: 'producer', property: key, scope: syncs, rank: ranks.bare, own: false }] };
  }
  const split = splitKey(key);
  if (!split) return misplaced(key, value, scope, 'other-client');
  const { role, property } = split;
  if (!knows(role, property)) return { unknown: property, role };
  if (role === 'consumer' && !around.isSource(alias)) return { places: [] };
  const ignored = role === 'consumer' ? neverCommits(property, value) : forcedOnTasks(role, property, value, around.exactlyOnce(alias));
  const place: Place = { role, property, scope, rank: ranks.cluster, ...(ignored ? { ignored } : {}) };
  return { places: role === 'producer' ? [place, { role, property, scope: syncs, rank: ranks.cluster }] : [place] };
}

/** A key behind the name of a flow. */
export function flowClientKey(flow: Flow, key: string, value: string | undefined, around: Circumstances): ClientKey {
  const { scopes } = around;
  const [, side = '', client = '', override = '', property = ''] =
    /^(source\.|target\.)?(producer|consumer|admin)\.(override\.)?(.*)$/.exec(key) ?? [];
  const role = clients.find(one => one === client);
  if (!role) return misplaced(key, value, scopes.flow(flow), 'dropped');
  if (!knows(role, property)) return { unknown: property, role };
  const rank = side === '' ? ranks.flow : ranks.side;
  if (override !== '') {
    // the other clients of tasks read for sinks and create topics
    const ignored = role === 'producer' && side === '' ? forcedOnTasks(role, property, value, around.exactlyOnce(flow.target)) : undefined;
    return {
      places:
        role === 'producer' && side === ''
          ? [{ role, property, scope: scopes.producerOf(flow), rank: ranks.side, ...(ignored ? { ignored } : {}) }]
          : [],
    };
  }
  switch (role) {
    case 'consumer': {
      const ignored = neverCommits(property, value);
      return {
        places: side === 'target.' ? [] : [{ role, property, scope: scopes.consumerOf(flow), rank, ...(ignored ? { ignored } : {}) }],
      };
    }
    case 'producer': {
      const alias = around.syncsOf(flow);
      const elsewhere = side !== '' && side !== (alias === flow.source ? 'source.' : 'target.');
      return { places: elsewhere ? [] : [{ role, property, scope: scopes.syncsOf(flow, alias), rank }] };
    }
    case 'admin':
      return { places: side === '' ? [{ role, property, scope: scopes.flow(flow), rank }] : [] };
  }
}

function splitKey(key: string): { readonly role: (typeof clients)[number]; readonly property: string } | undefined {
  const role = clients.find(one => key.startsWith(`${one}.`));
  return role && { role, property: key.slice(role.length + 1) };
}

/** A key that means a client's and stands where it reaches none. */
function misplaced(key: string, value: string | undefined, scope: Place['scope'], why: Ignored['why']): ClientKey {
  const role = clientOf(key);
  return role && { places: [{ role, property: key, scope, own: false, ignored: { why, worksAs: worksAs(role, key, value) } }] };
}

/** Whose it must be, of the keys that decide what is lost and that no other client and no worker knows. */
function clientOf(key: string): 'producer' | 'consumer' | undefined {
  return (['producer', 'consumer'] as const).find(role => isTakenInternally(role, key));
}

/** MirrorConnectorConfig writes enable.auto.commit=false behind everything else. */
function neverCommits(property: string, value: string | undefined): Ignored | undefined {
  if (property !== 'enable.auto.commit' || value?.trim().toLowerCase() === 'false') return undefined;
  return { why: 'always-overridden', worksAs: undefined };
}
