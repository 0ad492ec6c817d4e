import type { Embedded, Reader } from '../embedded.js';
import { factsOf, hclText } from '../hcl-text.js';
import { configOf, type Resource } from '../resources.js';
import type { Blocks } from './blocks.js';
import { clusterUnseen, clusterWith, type Cluster } from '../msk/cluster.js';
import { ofWorkers } from '../msk/workers.js';

const broker: Reader = { kind: 'role', role: 'broker' };
const worker: Reader = { kind: 'role', role: 'connect-distributed' };

/** The properties of a configuration of brokers, which a cluster in the same file may refer to. */
export function configurationOf(blocks: Blocks, resource: Resource): readonly Embedded[] {
  const [only, ...more] = blocks.belonging('aws_msk_cluster', resource.name);
  const versions = blocks.tree.inside(resource, 'kafka_versions').map(({ value }) => value);
  const ownVersion = versions.length === 1 ? versions[0] : undefined;
  const cluster = only && more.length === 0 ? clusterOf(blocks, only) : clusterUnseen(undefined);
  return textOf(blocks, resource, {
    ...{ key: 'server_properties', path: 'server.properties', wanted: broker },
    cluster: { ...cluster, kafkaVersion: cluster.kafkaVersion ?? clusterUnseen(ownVersion).kafkaVersion },
  });
}

function clusterOf({ tree, valueOf }: Blocks, cluster: Resource): Cluster {
  const group = 'broker_node_group_info';
  return clusterWith({
    brokers: valueOf(cluster, 'number_of_broker_nodes'),
    zones: tree.inside(cluster, group, 'client_subnets').length,
    instance: valueOf(cluster, group, 'instance_type'),
    storage: valueOf(cluster, 'storage_mode'),
    version: valueOf(cluster, 'kafka_version'),
  });
}

/** What each module calls the same fields. */
const modules = {
  'msk-kafka-cluster': ['configuration_server_properties', 'broker_node_client_subnets', 'broker_node_instance_type'],
  'msk-apache-kafka-cluster': ['properties', 'subnet_ids', 'broker_instance_type'],
} as const;

/**
 * The map of a module that makes a cluster with its configuration. Source: main.tf of terraform-aws-modules/terraform-aws-msk-kafka-cluster
 * and of cloudposse/terraform-aws-msk-apache-kafka-cluster, the second of which says how many brokers there are in each subnet.
 */
export function moduleOf(blocks: Blocks, resource: Resource): readonly Embedded[] {
  const { tree, valueOf } = blocks;
  const name = /\/(msk(?:-apache)?-kafka-cluster)\/aws/.exec(resource.kind)?.[1];
  if (name !== 'msk-kafka-cluster' && name !== 'msk-apache-kafka-cluster') return [];
  const [key, subnets, instance] = modules[name];
  const zones = tree.inside(resource, subnets).length;
  const perZone = Number(valueOf(resource, 'broker_per_zone') ?? 1) * zones;
  const { kafkaVersion, facts, ...cluster } = clusterWith({
    brokers: valueOf(resource, 'number_of_broker_nodes') ?? String(perZone),
    zones,
    instance: valueOf(resource, instance),
    storage: valueOf(resource, 'storage_mode'),
    version: valueOf(resource, 'kafka_version'),
  });
  const config = configOf(
    blocks,
    { ...resource, kind: 'module' },
    {
      ...{ around: [], key, path: 'server.properties', wanted: broker, version: kafkaVersion, ...cluster },
      facts: blocks.isPartial(resource, key) ? [...facts, 'partly-seen'] : facts,
    },
  );
  return config ? [config] : [];
}

/** The properties of workers of MSK Connect. */
export function workerOf(blocks: Blocks, resource: Resource): readonly Embedded[] {
  return textOf(blocks, resource, {
    ...{ key: 'properties_file_content', path: 'connect-distributed.properties', wanted: worker },
    cluster: { defaults: ofWorkers, facts: [], kafkaVersion: undefined },
  });
}

interface File {
  readonly key: string;
  readonly path: string;
  readonly wanted: Reader;
  readonly cluster: Cluster;
}

/** The text of an attribute as the file of a program. */
function textOf({ document, tree }: Blocks, resource: Resource, { key, path, wanted, cluster }: File): readonly Embedded[] {
  const entry = tree.at(resource, key);
  const text = entry && hclText(document, entry, path);
  if (!text) return [];
  return [{ name: `${resource.kind} ${resource.name}`, path, wanted, ...cluster, ...text, facts: [...cluster.facts, ...factsOf(entry)] }];
}
