import type { Embedded, Embedder } from '../embedded.js';
import { configOf, resourcesIn, type Resource, type Resources } from '../resources.js';
import { storagesOf } from './storage.js';
import { textsOf } from './texts.js';

/** The settings in resources of Koperator. Source: api/v1beta1 and api/v1alpha1 of adobe/koperator, which was banzaicloud/koperator. */
export const koperator: Embedder = {
  id: 'koperator',
  title: 'Koperator',
  syntaxes: ['yaml'],
  mayHold: (_path, text) => text.includes('kafka.banzaicloud.io/'),
  embedded: document => {
    const resources = resourcesIn(document, 'kafka.banzaicloud.io', ['spec', 'clusterRef', 'name']);
    return resources.all.flatMap(resource => readers.get(resource.kind)?.(resources, resource) ?? []);
  },
};

type Reader = (resources: Resources, resource: Resource) => readonly Embedded[];

const readers: ReadonlyMap<string, Reader> = new Map([
  ['KafkaCluster', clusterOf],
  ['KafkaTopic', topicOf],
]);

/** A cluster of one broker is told once, by its file. */
function clusterOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const texts = textsOf(resources, resource);
  return texts.length > 0 && texts.every(({ nodes }) => nodes === 1) ? texts : [...texts, ...storagesOf(resources, resource)];
}

/** The operator makes the topic with the map as it is. */
function topicOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const [cluster] = resources.named('KafkaCluster', resource.cluster ?? '');
  const config = configOf(resources, resource, {
    around: ['spec'],
    key: 'config',
    path: 'topic.properties',
    wanted: { kind: 'role', role: 'topic' },
    fields: [['strimzi:replicas', 'spec', 'replicationFactor']],
    facts: cluster ? ['cluster-in-sight'] : [],
  });
  return config ? [config] : [];
}
