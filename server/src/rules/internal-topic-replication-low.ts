import type { EffectiveConfig } from '../config/effective.js';
import { defineRule, set, unsafeBut } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { internalTopics } from './shared/internal-topics.js';

export default defineRule({
  id: 'internal-topic-replication-low',
  roles: ['broker', 'connect-distributed', 'mirror-source', 'mirror-checkpoint', 'mirror-heartbeat', 'streams'],
  reads: [
    'offsets.topic.replication.factor',
    'transaction.state.log.replication.factor',
    'share.coordinator.state.topic.replication.factor',
    'ksql:ksql.internal.topic.replicas',
  ],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    one: '{property}=1: {topic} has one copy, and a broker that loses its disk takes {holds} with it.',
    two: '{property}=2: with one broker down {topic} has one copy left, and a second failure takes {holds} with it.',
    byDefault: '{property} is not set and is 1: {topic} has one copy, and a broker that loses its disk takes {holds} with it.',
    existingTopic: 'needs three brokers, and holds when the topic is created; if it exists, reassign it',
  },
  docs: {
    summary: 'A topic that Kafka, Connect, MirrorMaker or ksqlDB keeps its own state in has fewer than three replicas',
    why:
      'Consumer groups continue where __consumer_offsets says. With one replica its disk takes the committed offsets with it, without an error: a consumer with auto.offset.reset=latest then skips what it has not read yet, one with earliest reads everything again. ' +
      'The same holds for the state of transactions and of share groups. Workers of Connect keep the configurations of connectors and the positions of source connectors in topics: without them connectors are gone, or read everything again. MirrorMaker keeps there what it translates offsets by. ksqlDB reads from a topic of its own, at every start, which streams, tables and queries there are; it gets one replica unless the file says otherwise.',
    remedy:
      'Write 3, the default since these keys exist. The sample files that come with Kafka have 1, because they describe a single broker. Topics that exist are changed with kafka-reassign-partitions.sh.',
    falsePositives: 'Clusters of fewer than three brokers.',
    evidence: ['offsets-topic-lost'],
    references: [
      'KIP-115: https://cwiki.apache.org/confluence/display/KAFKA/KIP-115%3A+Enforce+offsets.topic.replication.factor+upon+__consumer_offsets+auto+topic+creation',
      'https://kafka.apache.org/documentation/#brokerconfigs_offsets.topic.replication.factor',
      'https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.replication.factor',
      'org.apache.kafka.connect.runtime.distributed.DistributedConfig',
      'org.apache.kafka.connect.mirror.MirrorSourceConfig',
      'io.confluent.ksql.util.KsqlConfig and io.confluent.ksql.rest.util.KsqlInternalTopicUtils',
    ],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'offsets.topic.replication.factor=1' },
      { role: 'broker', settings: 'transaction.state.log.replication.factor=2' },
      { role: 'broker', settings: 'share.coordinator.state.topic.replication.factor=1', version: '4.2' },
      { role: 'connect-distributed', settings: 'offset.storage.replication.factor=1' },
      { role: 'connect-distributed', settings: 'config.storage.replication.factor=2' },
      { role: 'mirror-source', settings: 'offset-syncs.topic.replication.factor=1' },
      { role: 'mirror-checkpoint', settings: 'checkpoints.topic.replication.factor=1' },
      { role: 'streams', settings: 'ksql:ksql.internal.topic.replicas=1' },
      { role: 'streams', settings: 'num.standby.replicas=1', carriers: ['ksqldb'] },
    ],
    good: [
      { role: 'broker', settings: 'offsets.topic.replication.factor=3' },
      { role: 'broker', settings: 'transaction.state.log.replication.factor=5' },
      { role: 'connect-distributed', settings: 'offset.storage.replication.factor=-1' },
      { role: 'mirror-source', settings: 'offset-syncs.topic.replication.factor=3' },
      { role: 'streams', settings: 'ksql:ksql.internal.topic.replicas=3' },
    ],
  },
  *check(config) {
    for (const { topic, replication, holds, onlyWith } of internalTopics(config)) {
      const written = explicitNumber(config, replication);
      const fixes = [unsafeBut('existingTopic', set(replication, '3'))];
      if (onlyWith === undefined && isOneByFramework(replication, config)) {
        const property = replication.slice(replication.indexOf(':') + 1);
        yield { message: 'byDefault', at: 'absent', severity: 'information', data: { property, topic, holds }, fixes };
      }
      if (written?.number !== 1 && written?.number !== 2) continue;
      const common = { at: written.setting, data: { topic, holds }, fixes };
      if (written.number === 1) yield { ...common, message: 'one' };
      else yield { ...common, message: 'two', severity: 'information' };
    }
  },
});

/** Kafka's own programs have 3 by default. */
function isOneByFramework(property: string, config: EffectiveConfig): boolean {
  const byDefault = config.explicit(property) ? undefined : config.fallback(property);
  return byDefault?.origin === 'framework' && byDefault.text === '1';
}
