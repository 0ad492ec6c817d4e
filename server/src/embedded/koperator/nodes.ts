import type { Embedded } from '../embedded.js';
import { written, type Resource, type Resources } from '../resources.js';
import type { Branch } from '../tree.js';

/** What is known of all nodes of a cluster. */
export type OfCluster = Pick<Embedded, 'path' | 'wanted' | 'nodes' | 'kafkaVersion' | 'facts'>;

export function ofCluster(resources: Resources, resource: Resource): OfCluster {
  const count = brokerCount(resources, resource);
  const image = written(resources, resource, 'spec', 'clusterImage') ?? '';
  return {
    path: 'server.properties',
    wanted: { kind: 'role', role: 'broker' },
    facts: count === 1 ? ['only-broker', 'cluster-in-sight'] : [],
    nodes: count,
    // the version of Scala and that of Kafka
    kafkaVersion: /:(?:[\w.]+-)?2\.1\d-(\d+\.\d+\.\d+)/.exec(image)?.[1],
  };
}

/** Nodes that are said to have other roles are no brokers. A broker has the roles of its group too. Source: Broker.GetBrokerConfig. */
function brokerCount({ tree }: Resources, resource: Resource): number | undefined {
  const nodes = tree.branches(resource, 'spec', 'brokers').filter(node => {
    const group = tree.at(node, 'brokerConfigGroup')?.value ?? '';
    const ofGroup = tree.inside(resource, 'spec', 'brokerConfigGroups', group, 'processRoles');
    const roles = [...ofGroup, ...tree.inside(node, 'brokerConfig', 'processRoles')];
    return roles.length === 0 || roles.some(({ value }) => value === 'broker');
  });
  return nodes.length > 0 ? nodes.length : undefined;
}

/** Where configurations of nodes stand: those of groups, and those of single nodes. */
export function nodeConfigs({ tree }: Resources, resource: Resource): readonly Branch[] {
  return [
    ...tree.branches(resource, 'spec', 'brokerConfigGroups'),
    ...tree.branches(resource, 'spec', 'brokers').flatMap(node => {
      const config = tree.section(node, 'brokerConfig');
      return config ? [{ part: node.part, path: [...node.path, 'brokerConfig'] }] : [];
    }),
  ];
}

/** For people: where in its resource something stands. */
export function nameOf(resource: Resource, { path }: Branch, ...more: readonly string[]): string {
  return `${resource.kind} ${resource.name}, ${[...path.slice(resource.path.length + 1), ...more].join('.')}`;
}
