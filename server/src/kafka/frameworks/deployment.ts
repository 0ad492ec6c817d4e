import type { Property } from '../property.js';

/**
 * Where a broker keeps its data, as those say who start it: it decides about durability without being a key of Kafka.
 * Sources: io.strimzi.api.kafka.model.kafka (EphemeralStorage, PersistentClaimStorage, JbodStorage); values.yaml of cp-helm-charts and of
 * bitnami/kafka.
 */
export const deploymentAttributes: readonly Property[] = [
  { name: 'storage:type', role: 'broker', type: 'string', defaults: [], validity: undefined },
  { name: 'storage:deleteClaim', role: 'broker', type: 'boolean', defaults: [], validity: undefined },
  { name: 'storage:ephemeral-mounts', role: 'broker', type: 'list', defaults: [], validity: undefined },
  { name: 'storage:mounts', role: 'broker', type: 'list', defaults: [], validity: undefined },
  { name: 'storage:persistence.enabled', role: 'broker', type: 'boolean', defaults: [], validity: undefined },
];
