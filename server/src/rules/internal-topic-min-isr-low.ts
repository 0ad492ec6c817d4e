import { before } from '../kafka/version.js';
import { defineRule, set, unsafeBut } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { internalTopics } from './shared/internal-topics.js';

export default defineRule({
  id: 'internal-topic-min-isr-low',
  roles: ['broker', 'streams'],
  reads: ['transaction.state.log.min.isr', 'share.coordinator.state.topic.min.isr', 'ksql:ksql.internal.topic.min.insync.replicas'],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    one: '{property}=1: {topic} takes a write that only its leader has, and {holds} is lost with it.',
    neverMet: '{property}={value} can never be met by {replicas} replicas: in Kafka {version} nothing can be written to {topic}.',
    cutDown:
      '{property}={value} counts as {replicas}, because {topic} has {replicas} replicas: one replica down stops it, or with one replica nothing is protected.',
    neverMetByDefault:
      '{property}=1, while {minIsr} is 2 by default: in Kafka {version} nothing can be written to {topic}, so no transaction ends.',
    threeReplicas: 'needs three replicas of the topic; if it exists, reassign it and change its own min.insync.replicas',
  },
  docs: {
    summary: 'A topic that Kafka keeps its own state in may be written to one replica, or to none',
    why: 'The coordinators of transactions and share groups write their state with acks=all. With min.isr=1 a leader that is alone in sync confirms it alone. With more than the topic has replicas, no write succeeds before Kafka 3.7; since then the smaller number counts. ksqlDB writes the statements that it lives by in the same way.',
    remedy: 'Write 2 with a replication factor of 3, which are the defaults: removing both lines is as good.',
    falsePositives: 'Clusters of one broker, for which Kafka’s sample files set both to 1.',
    references: [
      'https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.min.isr',
      'KAFKA-15583: https://issues.apache.org/jira/browse/KAFKA-15583',
      'io.confluent.ksql.rest.util.KsqlInternalTopicUtils',
    ],
    notReproduced:
      'These topics are replicated like any other, and what is lost when one replica may confirm alone is shown under min-insync-replicas-low.',
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'transaction.state.log.min.isr=1' },
      { role: 'broker', settings: 'transaction.state.log.replication.factor=1\ntransaction.state.log.min.isr=1' },
      { role: 'broker', settings: 'transaction.state.log.replication.factor=2\ntransaction.state.log.min.isr=3' },
      { role: 'broker', settings: 'transaction.state.log.replication.factor=1', version: '3.6' },
      { role: 'broker', settings: 'share.coordinator.state.topic.min.isr=1', version: '4.2' },
      {
        role: 'streams',
        settings: 'ksql:ksql.internal.topic.replicas=3\nksql:ksql.internal.topic.min.insync.replicas=1',
      },
    ],
    good: [
      { role: 'broker', settings: 'transaction.state.log.min.isr=2' },
      { role: 'broker', settings: 'transaction.state.log.replication.factor=1', version: '3.7' },
      { role: 'broker', settings: 'transaction.state.log.replication.factor=3\ntransaction.state.log.min.isr=2' },
      {
        role: 'streams',
        settings: 'ksql:ksql.internal.topic.replicas=3\nksql:ksql.internal.topic.min.insync.replicas=2',
      },
      { role: 'streams', settings: 'ksql:ksql.internal.topic.replicas=1', version: '3.6' },
    ],
  },
  *check(config) {
    for (const { topic, replication, minIsr, holds } of internalTopics(config)) {
      if (minIsr === undefined) continue;
      const written = explicitNumber(config, minIsr);
      const copies = explicitNumber(config, replication);
      const related = copies ? [copies.setting] : [];
      const more = copies && copies.number < 3 ? [set(replication, '3')] : [];
      const early = before(config.version, '3.7');
      const fixes = [unsafeBut('threeReplicas', set(minIsr, '2'), ...more)];
      if (written?.number === 1) {
        yield { message: 'one', at: written.setting, related, data: { topic, holds }, fixes };
      } else if (written && copies && written.number > copies.number) {
        yield { message: early ? 'neverMet' : 'cutDown', at: written.setting, related, data: { topic, replicas: copies.number }, fixes };
      } else if (!config.explicit(minIsr) && copies?.number === 1 && early && config.number(minIsr) !== 1) {
        const raise = [unsafeBut('threeReplicas', set(replication, '3'))];
        yield { message: 'neverMetByDefault', at: copies.setting, data: { topic, minIsr }, severity: 'information', fixes: raise };
      }
    }
  },
});
