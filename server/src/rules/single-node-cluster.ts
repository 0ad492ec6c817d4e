import { defineRule } from './rule.js';

/** Has no check of its own: the analysis folds the findings of other rules into it. */
export default defineRule({
  id: 'single-node-cluster',
  roles: ['broker', 'topic'],
  reads: ['process.roles', 'broker.id', 'node.id', 'zookeeper.connect'],
  severity: 'information',
  messages: {
    foldedOne:
      'This looks like a development cluster of one broker, so a remark on replication or storage is left out: {rules}. One lost disk loses all its data.',
    folded:
      'This looks like a development cluster of one broker, so {count} remarks on replication and storage are left out: {rules}. One lost disk loses all its data.',
  },
  docs: {
    summary: 'A cluster for development, in which what only matters with several brokers is not reported one by one',
    why: 'With one broker there is one copy of everything: whatever was acknowledged is gone when its disk is. On a developer’s machine that is fine, and eight warnings about it would hide the one that matters.',
    remedy:
      'Nothing, if this is a development cluster. For production run three brokers or more, with default.replication.factor=3 and min.insync.replicas=2.',
    falsePositives:
      'A production file that names only localhost, because the addresses are put in at deployment: set ackguard.profile to strict, or write the real addresses.',
    references: ['https://kafka.apache.org/documentation/#kraft_deployment'],
    evidence: ['disk-lost'],
  },
  examples: {
    bad: [{ role: 'broker', settings: 'broker.id=0\nzookeeper.connect=localhost:2181\noffsets.topic.replication.factor=1' }],
    good: [{ role: 'broker', settings: 'broker.id=0\nzookeeper.connect=zk1:2181,zk2:2181,zk3:2181\noffsets.topic.replication.factor=3' }],
  },
});
