import type { EffectiveConfig } from '../../config/effective.js';
import type { Role } from '../../kafka/property.js';
import { isControllerOnly } from './replication.js';

/** A topic that Kafka creates for itself. */
export interface InternalTopic {
  readonly topic: string;
  readonly replication: string;
  /** Undefined where min.insync.replicas of the broker holds. */
  readonly minIsr: string | undefined;
  /** What is gone with the topic. */
  readonly holds: string;
  /** A flag without which there is no such topic. */
  readonly onlyWith?: string;
}

const ofBrokers: readonly InternalTopic[] = [
  {
    topic: '__consumer_offsets',
    replication: 'offsets.topic.replication.factor',
    minIsr: undefined,
    holds: 'the committed offsets of every group',
  },
  {
    topic: '__transaction_state',
    replication: 'transaction.state.log.replication.factor',
    minIsr: 'transaction.state.log.min.isr',
    holds: 'the outcome of transactions',
  },
  {
    topic: '__share_group_state',
    replication: 'share.coordinator.state.topic.replication.factor',
    minIsr: 'share.coordinator.state.topic.min.isr',
    holds: 'the state of share groups',
  },
];

/** By the role that says how many replicas they get. */
const ofPrograms: Partial<Readonly<Record<Role, readonly InternalTopic[]>>> = {
  'connect-distributed': [
    ofProgram('the topic of connector configurations', 'config.storage.replication.factor', 'the configuration of every connector'),
    ofProgram('the topic of source offsets', 'offset.storage.replication.factor', 'the positions of all source connectors'),
    ofProgram('the topic of connector states', 'status.storage.replication.factor', 'the state of connectors and tasks'),
  ],
  streams: [
    {
      ...ofProgram('the command topic', 'ksql:ksql.internal.topic.replicas', 'every stream, table and query of the server'),
      minIsr: 'ksql:ksql.internal.topic.min.insync.replicas',
    },
    {
      ...ofProgram('the processing log', 'ksql:ksql.logging.processing.topic.replication.factor', 'what is known of skipped records'),
      onlyWith: 'ksql:ksql.logging.processing.topic.auto.create',
    },
  ],
  'mirror-source': [ofProgram('the topic of offset syncs', 'offset-syncs.topic.replication.factor', 'what offsets are translated by')],
  'mirror-checkpoint': [ofProgram('the topic of checkpoints', 'checkpoints.topic.replication.factor', 'the translated offsets of groups')],
  'mirror-heartbeat': [ofProgram('the topic of heartbeats', 'heartbeats.topic.replication.factor', 'the signs of life of MirrorMaker')],
};

function ofProgram(topic: string, replication: string, holds: string): InternalTopic {
  return { topic, replication, minIsr: undefined, holds };
}

/**
 * The internal topics that brokers, Connect's workers, MirrorMaker or ksqlDB of this version create by what this file says; none for a
 * node that only controls.
 */
export function internalTopics(config: EffectiveConfig): readonly InternalTopic[] {
  if (isControllerOnly(config)) return [];
  const topics = ofPrograms[config.role] ?? ofBrokers;
  return topics.filter(
    ({ replication, onlyWith }) => isKnown(replication, config) && (onlyWith === undefined || config.flag(onlyWith) === true),
  );
}

/** Whether this version reads the key; what is no key of Kafka has no history. */
function isKnown(property: string, config: EffectiveConfig): boolean {
  return config.kafkaDefault(property).kind !== 'absent' || config.property(property)?.defaults.length === 0;
}
