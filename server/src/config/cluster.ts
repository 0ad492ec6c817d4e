import type { EffectiveConfig } from './effective.js';
import { addressesOf, hostsOf, isLoopback, nodeKind } from './node.js';

/** The configurations that form one Kafka cluster, as far as they can be seen. */
export interface Cluster {
  readonly brokers: readonly EffectiveConfig[];
  /** One broker without replication, as far as can be seen: made for development. */
  readonly development: boolean;
}

/**
 * Groups what is read into clusters: nodes with the same voters, controllers or ZooKeeper are one, wherever they stand in the text; one
 * that names none is the visible part of a cluster of its own.
 */
export function clustersOf(configs: readonly EffectiveConfig[]): readonly Cluster[] {
  const clusters = new Map<string | EffectiveConfig, EffectiveConfig[]>();
  for (const config of configs) {
    if (config.role !== 'broker') continue;
    const id = idOf(config) ?? config;
    const others = clusters.get(id);
    if (others) others.push(config);
    else clusters.set(id, [config]);
  }
  return [...clusters.values()].map(brokers => ({ brokers, development: isDevelopment(brokers) }));
}

/** The nodes of a cluster that keep records: controllers alone do not. */
export function brokersOf({ brokers }: Pick<Cluster, 'brokers'>): readonly EffectiveConfig[] {
  return brokers.filter(config => nodeKind(config) !== 'controller');
}

/** How many nodes of a cluster keep records, as far as can be seen. */
export function brokerCount(cluster: Pick<Cluster, 'brokers'>): number {
  return brokersOf(cluster).reduce((sum, { nodes }) => sum + nodes, 0);
}

/** What all nodes of a cluster have in common; undefined where a node names nothing of it. */
function idOf(config: EffectiveConfig): string | undefined {
  for (const property of quorumKeys) {
    const shared = addressesOf(config, property) ?? [];
    if (shared.length > 0) return `${property} ${[...shared].sort().join(',')}`;
  }
  return undefined;
}

const quorumKeys = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers', 'zookeeper.connect'];

const replicationKeys = [
  'default.replication.factor',
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'share.coordinator.state.topic.replication.factor',
];

function isDevelopment(nodes: readonly EffectiveConfig[]): boolean {
  const unreplicated = nodes.every(config => replicationKeys.every(key => !config.explicit(key) || config.text(key) === '1'));
  const brokers = brokersOf({ brokers: nodes });
  const [only, ...more] = brokers.length > 0 ? brokers : nodes;
  if (!only || !unreplicated || more.length > 0 || only.nodes > 1) return false;
  return only.facts.has('only-broker') || looksAlone(only) || isWhole(only, nodes);
}

/** Whether the text has the whole cluster: the only broker, and every controller that it names. */
function isWhole(broker: EffectiveConfig, nodes: readonly EffectiveConfig[]): boolean {
  if (idOf(broker) === undefined || nodeKind(broker) === 'controller' || !broker.facts.has('cluster-in-sight')) return false;
  const controllers = nodes.filter(node => nodeKind(node) === 'controller' || nodeKind(node) === 'combined');
  return quorumSize(broker) <= controllers.length;
}

/** One broker as far as can be seen: a lone combined node, or nothing but this machine in every address. */
function looksAlone(config: EffectiveConfig): boolean {
  const controllers = [...hostsOf(config, 'controller.quorum.voters'), ...hostsOf(config, 'controller.quorum.bootstrap.servers')];
  const zookeepers = nodeKind(config) === 'zookeeper-broker' ? hostsOf(config, 'zookeeper.connect') : [];
  const quorum = [...controllers, ...zookeepers];
  if (quorum.length > 0 && quorum.every(isLoopback)) return true;
  if (nodeKind(config) === 'combined' && quorumSize(config) === 1) return true;
  const advertised = hostsOf(config, 'advertised.listeners');
  return zookeepers.length === 1 && advertised.length > 0 && advertised.every(isLoopback);
}

/** Voters, or bootstrap controllers where no voters are named. */
function quorumSize(config: EffectiveConfig): number {
  const voters = addressesOf(config, 'controller.quorum.voters')?.length;
  return voters !== 0 ? (voters ?? Infinity) : (addressesOf(config, 'controller.quorum.bootstrap.servers')?.length ?? Infinity);
}
