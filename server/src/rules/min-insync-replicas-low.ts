import type { EffectiveConfig } from '../config/effective.js';
import { defineRule, remove, safe, set, unsafeBut, type Fix } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { changesToTwoInSync, decidesMinIsr, isBrokerOnly, isControllerOnly } from './shared/replication.js';

const key = 'min.insync.replicas';

export default defineRule({
  id: 'min-insync-replicas-low',
  roles: ['broker', 'topic'],
  reads: [key, 'default.replication.factor', 'process.roles', 'broker.id', 'node.id'],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    explicit:
      '{property}={value}: when only the leader is in sync, acks=all is satisfied by it alone, and what it acknowledges then is lost with it.',
    brokerOnly:
      '{property}={value} counts only in clusters created before Kafka 4.1; later ones take it from the controllers’ files. With 1, acks=all is satisfied by the leader alone.',
    byDefault:
      '{property} is not set and is 1: when only the leader is in sync, acks=all is satisfied by it alone, and what it acknowledges then is lost with it.',
    threeReplicas:
      'with fewer than three replicas one broker down would stop writes, so the replicas have to become three: topics that exist must be reassigned',
    topicReplicas: 'right for topics of three replicas; with two, one broker down stops the writes',
    inControllers: 'set it to 2 in the controllers’ files instead',
  },
  docs: {
    summary: 'acks=all may mean one replica',
    why:
      'acks=all waits for the replicas that are in sync at that moment. A slow or restarting follower leaves that set, and if the leader is left alone, it acknowledges alone. min.insync.replicas sets how many there must be: below it, the write is refused and the producer retries. ' +
      'With 1, a disk that fails or an unclean election takes what the lone leader has acknowledged.',
    remedy:
      'Write 2 with a replication factor of 3. Writes then go on with one broker down and stop with two. On a cluster that was created with Kafka 4.1 or later, change it with kafka-configs.sh --entity-type brokers --entity-default, or per topic: the value in the files counts at the first start only.',
    falsePositives: 'Topics whose own min.insync.replicas is set, and clusters of one broker.',
    references: [`https://kafka.apache.org/documentation/#brokerconfigs_${key}`, 'KIP-966, eligible leader replicas'],
    evidence: ['unclean-election'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: `default.replication.factor=3\n${key}=1` },
      { role: 'broker', settings: 'default.replication.factor=3', leftToKafka: [key] },
      { role: 'broker', settings: `default.replication.factor=2\noffsets.topic.replication.factor=1\n${key}=1`, version: '3.6' },
      { role: 'topic', settings: `${key}=1` },
    ],
    good: [
      { role: 'broker', settings: `${key}=2` },
      { role: 'topic', settings: `${key}=2` },
      { role: 'topic', settings: 'cleanup.policy=delete' },
    ],
  },
  *check(config) {
    // a controller's value is the affair of min-insync-replicas-not-in-controller
    if (isControllerOnly(config)) return;
    const written = explicitNumber(config, key);
    const counts = decidesMinIsr(config);
    if (written?.number === 1) {
      if (counts) yield { message: 'explicit', at: written.setting, fixes: [fixOf(config)] };
      else
        yield {
          message: 'brokerOnly',
          at: written.setting,
          severity: 'information',
          fixes: [unsafeBut('inControllers', remove(written.setting))],
        };
    }
    // another text may have set it
    if (config.explicit(key) || config.number(key) !== 1 || !counts || config.role === 'topic') return;
    const severity = isReplicated(config) && !isBrokerOnly(config) ? 'warning' : 'information';
    yield { message: 'byDefault', at: 'absent', data: { property: key }, severity, fixes: [fixOf(config)] };
  },
});

function fixOf(config: EffectiveConfig): Fix {
  if (config.role === 'topic') return unsafeBut('topicReplicas', set(key, '2'));
  const changes = changesToTwoInSync(config);
  if (changes.length > 1) return unsafeBut('threeReplicas', ...changes);
  return isReplicated(config) ? safe(...changes) : unsafeBut('topicReplicas', ...changes);
}

function isReplicated(config: EffectiveConfig): boolean {
  return (explicitNumber(config, 'default.replication.factor')?.number ?? 0) >= 3;
}
