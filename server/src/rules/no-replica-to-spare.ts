import { defineRule, set, unsafeBut } from './rule.js';
import { replicationKey, replicationPair } from './shared/replication.js';

export default defineRule({
  id: 'no-replica-to-spare',
  roles: ['broker', 'topic'],
  reads: ['default.replication.factor', 'min.insync.replicas', 'strimzi:replicas'],
  severity: 'warning',
  messages: {
    equal:
      '{property}={value} equals min.insync.replicas: with one replica down, writes with acks=all are refused until it is back, and a producer that ignores the error loses them.',
    moreBrokers: 'needs as many brokers; topics that exist keep their replicas until they are reassigned',
  },
  docs: {
    summary: 'min.insync.replicas equals the replication factor, so that one replica down stops writing',
    why:
      'A write with acks=all is refused when fewer than min.insync.replicas replicas are in sync. If that is all of them, every restart of a broker stops the writes to its partitions: sends fail with NotEnoughReplicasException or, by default, with a TimeoutException after delivery.timeout.ms. ' +
      'Nothing is lost on the broker’s side, but records are lost where the callback is ignored, and somebody will be tempted to use acks=1.',
    remedy: 'Give topics one replica more than min.insync.replicas, usually 3 and 2.',
    falsePositives: 'Data for which no write at all is better than a write to fewer replicas.',
    references: [
      'https://kafka.apache.org/documentation/#brokerconfigs_min.insync.replicas',
      'kafka.cluster.Partition (appendRecordsToLeader)',
      'io.strimzi.api.kafka.model.topic.KafkaTopicSpec',
    ],
    evidence: ['no-replica-to-spare'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'min.insync.replicas=2\ndefault.replication.factor=2' },
      { role: 'broker', settings: 'min.insync.replicas=3\ndefault.replication.factor=3' },
      {
        role: 'topic',
        file: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n  replicas: 3\n  config:\n    min.insync.replicas: 3\n',
      },
    ],
    good: [
      { role: 'broker', settings: 'min.insync.replicas=2\ndefault.replication.factor=3' },
      { role: 'broker', settings: 'min.insync.replicas=2' },
      { role: 'broker', settings: 'min.insync.replicas=1\ndefault.replication.factor=1' },
    ],
  },
  *check(config) {
    const pair = replicationPair(config);
    if (!pair || pair.minIsr.number !== pair.replication.number || pair.minIsr.number < 2) return;
    const fixes = [unsafeBut('moreBrokers', set(replicationKey(config), String(pair.minIsr.number + 1)))];
    yield { message: 'equal', at: pair.replication.setting, related: [pair.minIsr.setting], fixes };
  },
});
