import type { EffectiveConfig } from './effective.js';
import { hostsOf, isLoopback, listOf, nodeKind } from './node.js';

/** The configurations that form one Kafka cluster, as far as they can be seen. */
export interface Cluster {
  readonly brokers: readonly EffectiveConfig[];
  /** One broker without replication, as far as can be seen: made for development. */
  readonly development: boolean;
}

/** Groups what is read into clusters: one broker file is the visible part of one cluster. */
export function clustersOf(configs: readonly EffectiveConfig[]): readonly Cluster[] {
  return configs.filter(config => config.role === 'broker').map(config => ({ brokers: [config], development: isDevelopment(config) }));
}

const replicationKeys = [
  'default.replication.factor',
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'share.coordinator.state.topic.replication.factor',
];

function isDevelopment(config: EffectiveConfig): boolean {
  const unreplicated = replicationKeys.every(key => !config.explicit(key) || config.text(key) === '1');
  return unreplicated && looksAlone(config);
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
  const voters = listOf(config, 'controller.quorum.voters').length;
  return voters > 0 ? voters : listOf(config, 'controller.quorum.bootstrap.servers').length;
}
