import type { Embedded } from '../embedded.js';
import { besideCluster } from './brokers.js';
import { forbiddenInConnectors, forbiddenInWorkers } from './forbidden.js';
import { configOf, written, type Config, type Resource, type Resources } from '../resources.js';

/**
 * A worker as the operator configures it; version v1 has fields for what v1beta2 has in its map. Besides, the operator writes the servers,
 * the REST interface, plugins and what is about security, and nothing about replication. Source: KafkaConnectConfigurationBuilder in
 * io.strimzi.operator.cluster.model of strimzi/strimzi-kafka-operator.
 */
export function workerConfig(resources: Resources, resource: Resource, around: readonly string[], ofOperator: WorkerDefaults): Config {
  const server = resources.tree.at(resource, ...around, 'bootstrapServers')?.value ?? '';
  const [cluster] = /^.+(?=-kafka-bootstrap\b)/.exec(server) ?? [];
  return {
    around,
    key: 'config',
    path: 'connect-distributed.properties',
    wanted: { kind: 'role', role: 'connect-distributed' },
    defaults: resource.apiVersion.endsWith('/v1') ? [] : defaultsOf(ofOperator),
    facts: besideCluster(resources, cluster),
    version: written(resources, resource, 'spec', 'version'),
    forbids: forbiddenInWorkers(resource.apiVersion),
  };
}

/** What the operator names a group and its topics where the map of v1beta2 does not, and the converter of keys and values. */
export interface WorkerDefaults {
  readonly group: string;
  readonly converter: string;
}

/** Source: DEFAULTS of KafkaConnectConfiguration and KafkaMirrorMaker2Configuration in io.strimzi.operator.cluster.model. */
const ofConnect: WorkerDefaults = { group: 'connect-cluster', converter: 'org.apache.kafka.connect.json.JsonConverter' };

function defaultsOf({ group, converter }: WorkerDefaults): NonNullable<Config['defaults']> {
  return [
    { property: 'group.id', value: group },
    { property: 'offset.storage.topic', value: `${group}-offsets` },
    { property: 'config.storage.topic', value: `${group}-configs` },
    { property: 'status.storage.topic', value: `${group}-status` },
    { property: 'key.converter', value: converter },
    { property: 'value.converter', value: converter },
  ];
}

export function workersOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const config = configOf(resources, resource, workerConfig(resources, resource, ['spec'], ofConnect));
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
