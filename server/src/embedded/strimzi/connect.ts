import type { Embedded } from '../embedded.js';
import { besideCluster } from './brokers.js';
import { forbiddenInConnectors, forbiddenInWorkers } from './forbidden.js';
import { configOf, written, type Config, type Resource, type Resources } from '../resources.js';

/** A worker as the operator configures it; version v1 has fields for what v1beta2 has in its map. */
export function workerConfig(resources: Resources, resource: Resource, around: readonly string[]): Config {
  const server = resources.tree.at(resource, ...around, 'bootstrapServers')?.value ?? '';
  const [cluster] = /^.+(?=-kafka-bootstrap\b)/.exec(server) ?? [];
  return {
    around,
    key: 'config',
    path: 'connect-distributed.properties',
    wanted: { kind: 'role', role: 'connect-distributed' },
    facts: besideCluster(resources, cluster),
    version: written(resources, resource, 'spec', 'version'),
    forbids: forbiddenInWorkers(resource.apiVersion),
  };
}

export function workersOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const config = configOf(resources, resource, workerConfig(resources, resource, ['spec']));
  return config ? [config] : [];
}

/** Kafka Connect gets the fields as keys beside those of the map. */
export function connectorOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const config = configOf(resources, resource, {
    around: ['spec'],
    key: 'config',
    path: 'connector.properties',
    wanted: { kind: 'carrier', id: 'connector' },
    fields: [
      ['connector.class', 'spec', 'class'],
      ['tasks.max', 'spec', 'tasksMax'],
    ],
    forbids: forbiddenInConnectors,
  });
  return config ? [config] : [];
}
