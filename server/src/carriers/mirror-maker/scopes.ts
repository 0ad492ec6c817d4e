import type { FrameworkDefault, Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { taskDefaults } from '../shared/connect-defaults.js';
import { scopeBeside } from '../shared/layout.js';
import { mirrorConsumerDefaults } from '../shared/mirror-clients.js';
import type { Flow } from './aliases.js';

/** A scope is named by its kind and the alias of a cluster, or by the name of a flow. */
type Kind = 'cluster' | 'flow' | 'consumer of' | 'producer of' | 'offset syncs of' | 'offset syncs from';

/** The running configurations of MirrorMaker's file; each is made when a key first asks for it. */
export interface MirrorScopes {
  readonly file: Scope;
  cluster(alias: string): Scope;
  /** Its connectors. */
  flow(flow: Flow): Scope;
  /** What reads the records that are copied; it inherits from the cluster that they come from. */
  consumerOf(flow: Flow): Scope;
  /** What writes the copies: a producer of the worker, inheriting from the cluster that they go to. */
  producerOf(flow: Flow): Scope;
  /** What writes down which offsets belong together. */
  syncsOf(flow: Flow, alias: string): Scope;
  /** What a cluster says of producers, for those that are no worker's and have not its defaults; judged where a flow inherits from it. */
  syncsFrom(alias: string): Scope;
  /** Those that are judged. */
  all(): readonly Scope[];
}

export function mirrorScopes(file: Scope): MirrorScopes {
  const made = new Map<string, Scope>();
  const named = (kind: Kind, alias: string, base: Scope): Scope => {
    const name = `${kind} ${alias}`;
    const found = made.get(name) ?? scopeBeside(file, name, base);
    made.set(name, found);
    return found;
  };
  const cluster = (alias: string): Scope => named('cluster', alias, file);
  const syncsFrom = (alias: string): Scope => named('offset syncs from', alias, file);
  return {
    file,
    cluster,
    flow: ({ name }) => named('flow', name, file),
    consumerOf: ({ name, source }) => named('consumer of', name, cluster(source)),
    producerOf: ({ name, target }) => named('producer of', name, cluster(target)),
    syncsOf: ({ name }, alias) => named('offset syncs of', name, syncsFrom(alias)),
    syncsFrom,
    all: () => [file, ...[...made].flatMap(([name, scope]) => (name.startsWith('offset syncs from ') ? [] : [scope]))],
  };
}

/**
 * What the clients of a cluster get where nobody sets the key: its producer is the one of a worker's tasks, its consumer the one with
 * which flows read from it.
 */
export function clusterDefaults(scope: Scope, exactlyOnce: boolean): readonly FrameworkDefault[] {
  return [...taskDefaults(scope, exactlyOnce).filter(({ role }) => role === 'producer'), ...mirrorConsumerDefaults(scope)];
}

const connectors: readonly Role[] = ['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat'];
/** With the prefixes that win over those of a cluster; what is said of the offset syncs holds on either side. */
const ofFlows: Readonly<Record<string, Partial<Record<Role, string>>>> = {
  flow: { producer: 'producer.override.', consumer: 'source.consumer.', admin: 'admin.' },
  'consumer of': { consumer: 'source.consumer.' },
  'producer of': { producer: 'producer.override.' },
  'offset syncs of': { producer: 'producer.' },
};

/** What stands before the property's name in the key, by the role and the scope that it is written for; undefined where it cannot stand. */
export function prefixFor(role: Role, { name, base }: Scope): string | undefined {
  const isClient = role === 'producer' || role === 'consumer' || role === 'admin';
  if (!base) return isClient ? undefined : '';
  const kind = name.replace(/^(cluster|flow|.* of) .*$/, '$1');
  const alias = name.slice(kind.length + 1);
  if (kind === 'cluster') {
    if (isClient) return `${alias}.${role}.`;
    return role === 'connect-distributed' ? `${alias}.` : undefined;
  }
  if (kind === 'flow' && connectors.includes(role)) return `${alias}.`;
  const prefix = ofFlows[kind]?.[role];
  return prefix === undefined ? undefined : `${alias}.${prefix}`;
}
