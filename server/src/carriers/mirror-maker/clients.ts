import type { Role } from '../../kafka/property.js';
import { forcedOnTasks } from '../shared/connect-defaults.js';
import { knows, type Place } from '../shared/layout.js';
import { decidingClientOf, mirrorKeyIn, mirrorPlaces, misplaced, neverCommits, toEveryClient } from '../shared/mirror-clients.js';
import type { Flow } from './aliases.js';
import type { MirrorScopes } from './scopes.js';

const clients = ['producer', 'consumer', 'admin'] as const;

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
  const { role, property } = splitKey(key) ?? { role: decidingClientOf(key), property: key };
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
  if (!split) return lost(key, value, scope, 'other-client');
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
  const found = mirrorKeyIn(key);
  if (!found) return lost(key, value, scopes.flow(flow), 'dropped');
  if (!knows(found.role, found.property)) return { unknown: found.property, role: found.role };
  const places = mirrorPlaces(found, value, {
    copies: () => scopes.producerOf(flow),
    reads: () => scopes.consumerOf(flow),
    syncs: side => {
      const alias = around.syncsOf(flow);
      const other = alias === flow.source ? 'target.' : 'source.';
      return side === other ? undefined : scopes.syncsOf(flow, alias);
    },
    admins: side => (side === '' ? [scopes.flow(flow)] : []),
    exactlyOnce: around.exactlyOnce(flow.target),
    ranks: { plain: ranks.flow, side: ranks.side },
  });
  return { places };
}

function splitKey(key: string): { readonly role: (typeof clients)[number]; readonly property: string } | undefined {
  const role = clients.find(one => key.startsWith(`${one}.`));
  return role && { role, property: key.slice(role.length + 1) };
}

function lost(...key: Parameters<typeof misplaced>): ClientKey {
  const place = misplaced(...key);
  return place && { places: [place] };
}
