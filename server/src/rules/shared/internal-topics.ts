import type { EffectiveConfig } from '../../config/effective.js';
import { isControllerOnly } from './replication.js';

/** A topic that Kafka creates for itself. */
export interface InternalTopic {
  readonly topic: string;
  readonly replication: string;
  /** Undefined where min.insync.replicas of the broker holds. */
  readonly minIsr: string | undefined;
  /** What is gone with the topic. */
  readonly holds: string;
}

const topics: readonly InternalTopic[] = [
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

/** The internal topics that brokers of this version create by what this file says; none for a node that only controls. */
export function internalTopics(config: EffectiveConfig): readonly InternalTopic[] {
  if (isControllerOnly(config)) return [];
  return topics.filter(topic => config.kafkaDefault(topic.replication).kind !== 'absent');
}
