import type { EffectiveConfig } from '../../config/effective.js';
import { nodeKind } from '../../config/node.js';
import { atLeast, before } from '../../kafka/version.js';
import { set, type Change } from '../rule.js';
import { explicitNumber, type ExplicitNumber } from './explicit-number.js';

/**
 * Whether min.insync.replicas of this file counts. In clusters that are created with 4.1 or later (KIP-966) the value of the
 * controllers' files does, before that the one of the brokers' files: measured on 3.9, 4.0, 4.1, 4.3 and 4.4.
 */
export function decidesMinIsr(config: EffectiveConfig): boolean {
  const kind = config.role === 'broker' ? nodeKind(config) : undefined;
  if (kind === 'broker') return before(config.version, '4.1');
  return kind !== 'controller' || atLeast(config.version, '4.1');
}

/** Whether this is a KRaft broker without the controller role: what controllers decide is no more than a hint there. */
export function isBrokerOnly(config: EffectiveConfig): boolean {
  return config.role === 'broker' && nodeKind(config) === 'broker';
}

/** Whether this is a KRaft controller without the broker role, which holds no topic. */
export function isControllerOnly(config: EffectiveConfig): boolean {
  return config.role === 'broker' && nodeKind(config) === 'controller';
}

/** The key by which the configuration says how many replicas a topic has. */
export function replicationKey({ role }: EffectiveConfig): string {
  return role === 'topic' ? 'strimzi:replicas' : 'default.replication.factor';
}

/** Both numbers, if both are written in the file and say how many replicas a new topic has and how many of them must be in sync. */
export function replicationPair(config: EffectiveConfig): { minIsr: ExplicitNumber; replication: ExplicitNumber } | undefined {
  const minIsr = explicitNumber(config, 'min.insync.replicas');
  const replication = explicitNumber(config, replicationKey(config));
  return minIsr && replication && replication.number > 0 && decidesMinIsr(config) ? { minIsr, replication } : undefined;
}

/** min.insync.replicas=2, and what else must grow with it so that writes and commits do not fail. */
export function changesToTwoInSync(config: EffectiveConfig): readonly Change[] {
  const replication = explicitNumber(config, 'default.replication.factor');
  const offsets = explicitNumber(config, 'offsets.topic.replication.factor');
  return [
    set('min.insync.replicas', '2'),
    ...(replication && replication.number < 3 ? [set('default.replication.factor', '3')] : []),
    // before 3.7 (KAFKA-15583) a topic with fewer replicas than min.insync.replicas took no write of acks=all
    ...(offsets && offsets.number < 2 && before(config.version, '3.7') ? [set('offsets.topic.replication.factor', '3')] : []),
  ];
}
