import type { EffectiveConfig } from './effective.js';

/** The configurations that form one Kafka cluster, as far as they can be seen. */
export interface Cluster {
  readonly brokers: readonly EffectiveConfig[];
  /** One broker without replication, as far as can be seen: made for development. */
  readonly development: boolean;
}
