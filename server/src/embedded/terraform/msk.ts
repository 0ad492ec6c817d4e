import type { Document, Entry } from '../../syntax/syntax.js';
import type { Embedded, Reader } from '../embedded.js';
import { hclText } from '../hcl-text.js';
import { configOf, type Resource } from '../resources.js';
import type { Blocks } from './blocks.js';

const broker: Reader = { kind: 'role', role: 'broker' };
const connect: Reader = { kind: 'role', role: 'connect-distributed' };

type Defaults = Embedded['defaults'];
/** What is known of the cluster that a configuration is for. */
type Cluster = Pick<Embedded, 'defaults' | 'facts' | 'nodes' | 'kafkaVersion'>;

/** What MSK writes itself, or nobody knows. */
const byService = [
  ...['broker.id', 'node.id', 'process.roles', 'broker.rack', 'listeners', 'advertised.listeners', 'inter.broker.listener.name'],
  ...['listener.security.protocol.map', 'controller.listener.names', 'controller.quorum.voters', 'zookeeper.connect', 'log.dirs', 'log.dir'],
];

/**
 * What holds in MSK where nobody sets it, as far as it is the same in every cluster, and what depends on its zones and its storage.
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

function defaultsFor(zones: number | undefined, unclean: string | undefined): Defaults {
  const numbers = byZones.get(zones ?? 0) ?? {};
  return [
    ...byService.map(property => ({ property, value: undefined })),
    ...Object.entries(everywhere).map(([property, value]) => ({ property, value })),
    ...['default.replication.factor', 'min.insync.replicas'].map(property => ({ property, value: numbers[property] })),
    { property: 'unclean.leader.election.enable', value: unclean },
  ];
}

/** The properties of a configuration of brokers, which a cluster in the same file may refer to. */
export function configurationOf(blocks: Blocks, resource: Resource): readonly Embedded[] {
  const clusters = blocks.all.filter(one => one.kind === 'aws_msk_cluster' && refersTo(blocks, one, resource));
  const [only] = clusters;
  const known = only && clusters.length === 1 ? clusterOf(blocks, only) : undefined;
  const versions = blocks.tree.inside(resource, 'kafka_versions').map(({ value }) => value);
  const cluster: Cluster = {
    defaults: known?.defaults ?? defaultsFor(undefined, undefined),
    facts: known?.facts ?? [],
    nodes: known?.nodes,
    kafkaVersion: known?.kafkaVersion ?? (versions.length === 1 ? versionIn(versions[0]) : undefined),
  };
  return textOf(blocks, resource, 'server_properties', 'server.properties', broker, cluster);
}

function refersTo({ tree }: Blocks, cluster: Resource, { name }: Resource): boolean {
  const value = tree.at(cluster, 'configuration_info', 'arn')?.value ?? '';
  return new RegExp(`^\\$\\{aws_msk_configuration\\.${name}(\\[[^\\]]*\\])?\\.arn\\}$`).test(value);
}

/** Brokers on Express have values of their own, which are not all known. */
function clusterOf(blocks: Blocks, cluster: Resource): Cluster {
  const { tree, text } = blocks;
  const group = 'broker_node_group_info';
  const isExpress = text(cluster, group, 'instance_type')?.startsWith('express') !== false;
  const isTiered = tree.at(cluster, 'storage_mode') !== undefined && text(cluster, 'storage_mode') !== 'LOCAL';
  return clusterWith({
    brokers: text(cluster, 'number_of_broker_nodes'),
    zones: isExpress ? 0 : tree.inside(cluster, group, 'client_subnets').length,
    unclean: isExpress || isTiered ? undefined : 'true',
    version: text(cluster, 'kafka_version'),
  });
}

interface Numbers {
  readonly brokers: string | undefined;
  readonly zones: number;
  readonly unclean: string | undefined;
  readonly version: string | undefined;
}

function clusterWith({ brokers, zones, unclean, version }: Numbers): Cluster {
  const nodes = Number(brokers);
  const isCounted = Number.isInteger(nodes) && nodes > 0;
  return {
    defaults: defaultsFor(zones, unclean),
    facts: isCounted ? ['cluster-in-sight'] : [],
    nodes: isCounted ? nodes : undefined,
    kafkaVersion: versionIn(version),
  };
}

/** `3.7.x` and `2.8.2.tiered` name more than a version. */
function versionIn(text = ''): string | undefined {
  return /^\d+\.\d+(?:\.\d+)?(?=\.|$)/.exec(text)?.[0];
}

/**
 * The map of a module that makes a cluster with its configuration. Source: main.tf of terraform-aws-modules/terraform-aws-msk-kafka-cluster
 * and of cloudposse/terraform-aws-msk-apache-kafka-cluster.
 */
export function moduleOf(blocks: Blocks, resource: Resource): readonly Embedded[] {
  const { tree, text } = blocks;
  const [, own] = /\/(msk-kafka-cluster|msk-apache-kafka-cluster)\/aws/.exec(resource.kind) ?? [];
  if (own === undefined) return [];
  const isFirst = own === 'msk-kafka-cluster';
  const [key, subnets, type] = isFirst
    ? ['configuration_server_properties', 'broker_node_client_subnets', 'broker_node_instance_type']
    : ['properties', 'subnet_ids', 'broker_instance_type'];
  const zones = tree.inside(resource, subnets).length;
  const perZone = Number(text(resource, 'broker_per_zone') ?? 1);
  const isExpress = text(resource, type)?.startsWith('express') !== false;
  const isTiered = tree.at(resource, 'storage_mode') !== undefined && text(resource, 'storage_mode') !== 'LOCAL';
  const { kafkaVersion, facts, ...cluster } = clusterWith({
    brokers: isFirst ? text(resource, 'number_of_broker_nodes') : String(perZone * zones),
    zones: isExpress ? 0 : zones,
    unclean: isExpress || isTiered ? undefined : 'true',
    version: text(resource, 'kafka_version'),
  });
  const config = configOf(
    blocks,
    { ...resource, kind: 'module' },
    {
      ...{ around: [], key, path: 'server.properties', wanted: broker, version: kafkaVersion, ...cluster },
      facts: [...facts, ...(blocks.isPartial(resource, key) ? (['partly-seen'] as const) : [])],
    },
  );
  return config ? [config] : [];
}

/** What MSK Connect sets for its workers. Source: awsdocs/amazon-msk-developer-guide, doc_source/msk-connect-workers.md. */
const ofWorkers = [
  ...['bootstrap.servers', 'group.id', 'config.storage.topic', 'status.storage.topic', 'offset.storage.topic'],
  ...['connector.client.config.override.policy', 'listeners', 'plugin.path'],
].map(property => ({ property, value: undefined }));

export function workerOf(blocks: Blocks, resource: Resource): readonly Embedded[] {
  const surroundings = { defaults: ofWorkers, facts: [], nodes: undefined, kafkaVersion: undefined };
  return textOf(blocks, resource, 'properties_file_content', 'connect-distributed.properties', connect, surroundings);
}

/** The text of an attribute as the file of a program. */
function textOf(
  { document, tree }: Blocks,
  resource: Resource,
  key: string,
  path: string,
  wanted: Reader,
  cluster: Cluster,
): readonly Embedded[] {
  const entry = tree.at(resource, key);
  const text = entry && hclText(document, entry, path);
  if (!text) return [];
  const facts = [...cluster.facts, ...(holdsLines(document, entry) ? (['partly-seen'] as const) : [])];
  return [{ name: `${resource.kind} ${resource.name}`, path, wanted, ...cluster, ...text, facts }];
}

/** Whether lines of the text are filled in later. */
function holdsLines(_document: Document, { value }: Entry): boolean {
  return /^[^\S\n]*\$\{/m.test(value);
}
