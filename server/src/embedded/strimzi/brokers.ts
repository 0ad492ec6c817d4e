import type { Fact } from '../../config/setting.js';
import type { Embedded } from '../embedded.js';
import { forbiddenInBrokers } from './forbidden.js';
import { configOf, written, type Resource, type Resources } from '../resources.js';

/** What the operator writes itself. Source: io.strimzi.operator.cluster.model.KafkaBrokerConfigurationBuilder. */
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
    wanted: { kind: 'role', role: 'broker' },
    defaults: byOperator,
    facts: count === 1 ? ['only-broker', 'cluster-in-sight'] : [],
    nodes: count,
    version: versionOf(resources, resource),
    forbids: forbiddenInBrokers,
  });
  return config ? [config] : [];
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
