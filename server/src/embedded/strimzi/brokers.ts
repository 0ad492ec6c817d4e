import type { Fact } from '../../config/setting.js';
import type { Embedded } from '../embedded.js';
import { forbiddenInBrokers } from './forbidden.js';
import { configOf, written, type Config, type Resource, type Resources } from '../resources.js';

/**
 * What the operator writes itself: nothing about replication, of which it only warns (KafkaSpecChecker), so that Kafka's own defaults hold.
 * Source: KafkaBrokerConfigurationBuilder in io.strimzi.operator.cluster.model of strimzi/strimzi-kafka-operator.
 */
const byOperator = [
  ...['node.id', 'process.roles', 'controller.quorum.voters', 'controller.listener.names', 'listeners', 'advertised.listeners'],
  ...['listener.security.protocol.map', 'inter.broker.listener.name', 'log.dirs', 'log.dir', 'metadata.log.dir', 'broker.rack'],
].map(property => ({ property, value: undefined }));

/** The nodes of a cluster. The operator gives brokers and controllers the same settings. */
export function brokersOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const count = brokerCount(resources, resource);
  const config = configOf(resources, resource, {
    around: ['spec', 'kafka'],
    key: 'config',
    path: 'server.properties',
    wanted: broker,
    fields: storageFields(resources, resource, ['spec', 'kafka', 'storage']),
    defaults: byOperator,
    facts: count === 1 ? ['only-broker', 'cluster-in-sight'] : [],
    nodes: count,
    version: versionOf(resources, resource),
    forbids: forbiddenInBrokers,
  });
  return config ? [config] : [];
}

/** Where the nodes of a pool keep their data; of a cluster of one broker the cluster itself is told. */
export function poolsOf(resources: Resources, pool: Resource): readonly Embedded[] {
  const clusters = resources.named('Kafka', pool.cluster ?? '');
  if (clusters.some(cluster => brokerCount(resources, cluster) === 1)) return [];
  const config = configOf(resources, pool, {
    around: ['spec'],
    key: 'config',
    path: 'server.properties',
    wanted: broker,
    fields: storageFields(resources, pool, ['spec', 'storage']),
    facts: ['partly-seen'],
  });
  return config ? [config] : [];
}

const broker = { kind: 'role', role: 'broker' } as const;

/** The fields of a storage; of several volumes that one which is the worst. Source: io.strimzi.api.kafka.model.kafka.JbodStorage. */
function storageFields({ tree }: Resources, resource: Resource, storage: readonly string[]): NonNullable<Config['fields']> {
  const volumes = tree.branches(resource, ...storage, 'volumes').map(({ path }) => path.slice(resource.path.length));
  const fields = [
    ['type', 'ephemeral'],
    ['deleteClaim', 'true'],
  ] as const;
  return fields.map(([field, worst]) => {
    const places = [...volumes, storage].map(place => [...place, field]);
    const found = places.find(place => tree.at(resource, ...place)?.value === worst) ?? [...storage, field];
    return [`storage:${field}`, ...found];
  });
}

/**
 * How many brokers there are: by the pools of the cluster in the same text, or in the resource itself, as it was before there were pools.
 * A cluster that says it has pools reads no other number.
 */
function brokerCount({ tree, belonging }: Resources, resource: Resource): number | undefined {
  const pools = belonging('KafkaNodePool', resource.name);
  const brokers = pools.filter(pool => tree.inside(pool, 'spec', 'roles').some(({ value }) => value === 'broker'));
  const pooled = tree.at(resource, 'metadata', 'annotations', 'strimzi.io/node-pools')?.value === 'enabled';
  const places =
    pooled || pools.length > 0 ? brokers.map(pool => tree.at(pool, 'spec', 'replicas')) : [tree.at(resource, 'spec', 'kafka', 'replicas')];
  const sum = places.reduce((count, entry) => count + Number(entry?.value), 0);
  return Number.isInteger(sum) && sum > 0 ? sum : undefined;
}

/** What is known of things beside a cluster that stands in the same text. */
export function besideCluster(resources: Resources, name: string | undefined): readonly Fact[] {
  return clusterNamed(resources, name) ? ['cluster-in-sight'] : [];
}

/** The version of a cluster in the same text. */
export function clusterVersion(resources: Resources, name: string | undefined): string | undefined {
  const cluster = clusterNamed(resources, name);
  return cluster && versionOf(resources, cluster);
}

function clusterNamed({ named }: Resources, name = ''): Resource | undefined {
  return named('Kafka', name)[0];
}

function versionOf(resources: Resources, cluster: Resource): string | undefined {
  return written(resources, cluster, 'spec', 'kafka', 'version');
}
