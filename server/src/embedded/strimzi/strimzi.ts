import type { Embedded, Embedder } from '../embedded.js';
import { besideCluster, brokersOf, clusterVersion, poolsOf } from './brokers.js';
import { connectorOf, workersOf } from './connect.js';
import { forbiddenInClients, forbiddenInConsumers } from './forbidden.js';
import { mirrorMakerOf } from './mirror-maker.js';
import { configOf, resourcesIn, type Resource, type Resources } from '../resources.js';

/** The settings in resources of Strimzi, of the versions v1 and v1beta2. Source: io.strimzi.api.kafka.model, 0.45.0 and 1.2.0. */
export const strimzi: Embedder = {
  id: 'strimzi',
  title: 'Strimzi',
  syntaxes: ['yaml', 'hcl'],
  mayHold: (_path, text) => text.includes('kafka.strimzi.io/'),
  embedded: document => {
    const resources = resourcesIn(document, 'kafka.strimzi.io', ['metadata', 'labels', 'strimzi.io/cluster']);
    return resources.all.flatMap(resource => readers.get(resource.kind)?.(resources, resource) ?? []);
  },
};

type Reader = (resources: Resources, resource: Resource) => readonly Embedded[];

const readers: ReadonlyMap<string, Reader> = new Map([
  ['Kafka', brokersOf],
  ['KafkaNodePool', poolsOf],
  ['KafkaTopic', topicOf],
  ['KafkaConnect', workersOf],
  ['KafkaConnector', connectorOf],
  ['KafkaMirrorMaker2', mirrorMakerOf],
  ['KafkaBridge', bridgeOf],
]);

/** The topic operator hands the map over as it is. */
function topicOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const { cluster } = resource;
  const config = configOf(resources, resource, {
    around: ['spec'],
    key: 'config',
    path: 'topic.properties',
    wanted: { kind: 'role', role: 'topic' },
    fields: [['strimzi:replicas', 'spec', 'replicas']],
    facts: besideCluster(resources, cluster),
    version: clusterVersion(resources, cluster),
  });
  return config ? [config] : [];
}

/**
 * The clients of the bridge. The request that makes a consumer names its group, and may say by itself what is committed and where it starts.
 * Source: io.strimzi.kafka.bridge.KafkaBridgeConsumer#create.
 */
function bridgeOf(resources: Resources, resource: Resource): readonly Embedded[] {
  return clientsOfBridge.flatMap(
    ([field, role, forbids]) =>
      configOf(resources, resource, {
        around: ['spec', field],
        part: field,
        key: 'config',
        path: `${role}.properties`,
        wanted: { kind: 'role', role },
        defaults: byRequest,
        facts: ['group-may-be-in-code'],
        forbids,
      }) ?? [],
  );
}

const clientsOfBridge = [
  ['producer', 'producer', forbiddenInClients],
  ['consumer', 'consumer', forbiddenInConsumers],
  ['adminClient', 'admin', forbiddenInClients],
] as const;

const byRequest = ['enable.auto.commit', 'auto.offset.reset'].map(property => ({ property, value: undefined }));
