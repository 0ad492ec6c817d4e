import type { Embedded } from '../embedded.js';

/** What is known of the cluster that a configuration is for. */
export type Cluster = Pick<Embedded, 'defaults' | 'facts' | 'nodes' | 'kafkaVersion'>;

/** What MSK writes itself, or nobody knows. */
const byService = [
  ...['broker.id', 'node.id', 'process.roles', 'broker.rack', 'listeners', 'advertised.listeners', 'inter.broker.listener.name'],
  ...[
    'listener.security.protocol.map',
    'controller.listener.names',
    'controller.quorum.voters',
    'zookeeper.connect',
    'log.dirs',
    'log.dir',
  ],
];

/**
 * What holds in MSK where nobody sets it, as far as it is the same in every cluster, and what depends on its zones.
 * Source: awsdocs/amazon-msk-developer-guide, doc_source/msk-default-configuration.md and msk-configuration-properties.md.
 */
const everywhere: Readonly<Record<string, string>> = {
  'allow.everyone.if.no.acl.found': 'true',
  'auto.create.topics.enable': 'false',
  'num.io.threads': '8',
  'num.network.threads': '5',
  'num.replica.fetchers': '2',
  'replica.lag.time.max.ms': '30000',
};
const byZones: ReadonlyMap<number, Readonly<Record<string, string>>> = new Map([
  [2, { 'default.replication.factor': '2', 'min.insync.replicas': '1' }],
  [3, { 'default.replication.factor': '3', 'min.insync.replicas': '2' }],
]);

/** What is written of a cluster; of a field that is not written, and of one whose value is worked out, nothing is known. */
export interface ClusterFields {
  readonly brokers: string | undefined;
  /** How many subnets are listed, each in a zone of its own. */
  readonly zones: number;
  readonly instance: string | undefined;
  readonly storage: string | undefined;
  readonly version: string | undefined;
}

/** Brokers on Express have values of their own, which are not all known; with tiered storage no replica that lags becomes leader. */
export function clusterWith({ brokers, zones, instance, storage, version }: ClusterFields): Cluster {
  const nodes = Number(brokers);
  const isCounted = Number.isInteger(nodes) && nodes > 0;
  const isStandard = instance?.startsWith('kafka.') === true;
  const isLocal = storage === undefined || storage === 'LOCAL';
  const numbers = (isStandard ? byZones.get(zones) : undefined) ?? {};
  return {
    defaults: [
      ...byService.map(property => ({ property, value: undefined })),
      ...Object.entries(everywhere).map(([property, value]) => ({ property, value })),
      ...['default.replication.factor', 'min.insync.replicas'].map(property => ({ property, value: numbers[property] })),
      { property: 'unclean.leader.election.enable', value: isStandard && isLocal ? 'true' : undefined },
    ],
    facts: isCounted ? ['cluster-in-sight'] : [],
    nodes: isCounted ? nodes : undefined,
    kafkaVersion: versionIn(version),
  };
}

/** A cluster that stands elsewhere. */
export function clusterUnseen(version: string | undefined): Cluster {
  return clusterWith({ brokers: undefined, zones: 0, instance: undefined, storage: undefined, version });
}

/** `3.7.x` and `2.8.2.tiered` name more than a version. */
function versionIn(text = ''): string | undefined {
  return /^\d+\.\d+(?:\.\d+)?(?=\.|$)/.exec(text)?.[0];
}
