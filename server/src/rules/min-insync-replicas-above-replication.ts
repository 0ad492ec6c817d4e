import { before } from '../kafka/version.js';
import { defineRule, set, unsafeBut } from './rule.js';
import { replicationKey, replicationPair } from './shared/replication.js';

export default defineRule({
  id: 'min-insync-replicas-above-replication',
  roles: ['broker', 'topic'],
  reads: ['min.insync.replicas', 'default.replication.factor'],
  severity: 'warning',
  messages: {
    writesFail:
      'min.insync.replicas={value} can never be met by {replicas} replicas: in Kafka {version} every write with acks=all to such a topic fails.',
    noProtection:
      'min.insync.replicas={value} protects nothing with one replica: since Kafka 3.7 it counts as 1 there, acks=all is accepted, and the records are lost with that broker’s disk.',
    noneToSpare:
      'min.insync.replicas={value} counts as {replicas} with {replicas} replicas (since Kafka 3.7): one replica down stops all writes with acks=all.',
    moreReplicas: 'needs three brokers; topics that exist keep their replicas until they are reassigned',
    fewerInSync: 'one replica may then be away while writes go on',
  },
  docs: {
    summary: 'min.insync.replicas is more than the replicas that topics have',
    why: 'No start-up check compares the two. Before Kafka 3.7 such a topic takes no write with acks=all at all. Since 3.7 the smaller of both counts: with one replica that is 1, so the setting looks like protection and is none; with two or more, a single replica down stops writing.',
    remedy: 'Use three replicas and min.insync.replicas=2.',
    falsePositives: 'Clusters in which every topic is created with its own, higher replication factor.',
    references: ['KAFKA-15583: https://issues.apache.org/jira/browse/KAFKA-15583', 'kafka.cluster.Partition (effectiveMinIsr)'],
    evidence: ['min-isr-above-replication', 'min-isr-out-of-reach'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'default.replication.factor=1\nmin.insync.replicas=2' },
      { role: 'broker', settings: 'default.replication.factor=2\nmin.insync.replicas=3' },
      { role: 'broker', settings: 'default.replication.factor=3\nmin.insync.replicas=4', version: '3.6' },
    ],
    good: [
      { role: 'broker', settings: 'default.replication.factor=3\nmin.insync.replicas=2' },
      { role: 'broker', settings: 'min.insync.replicas=2' },
    ],
  },
  *check(config) {
    const pair = replicationPair(config);
    if (!pair || pair.minIsr.number <= pair.replication.number) return;
    const { minIsr, replication } = pair;
    const replicas = replication.number;
    const since37 = replicas === 1 ? 'noProtection' : 'noneToSpare';
    const inSync = String(Math.max(2, replicas - 1));
    const fewer = minIsr.number > Number(inSync) ? [set('min.insync.replicas', inSync)] : [];
    const fix = replicas < 3 ? unsafeBut('moreReplicas', set(replicationKey(config), '3'), ...fewer) : unsafeBut('fewerInSync', ...fewer);
    yield {
      message: before(config.version, '3.7') ? 'writesFail' : since37,
      at: minIsr.setting,
      related: [replication.setting],
      data: { replicas },
      fixes: [fix],
    };
  },
});
