import { before } from '../kafka/version.js';
import { defineRule, set, unsafeBut } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { isControllerOnly } from './shared/replication.js';

const key = 'offsets.topic.replication.factor';

export default defineRule({
  id: 'offset-topic-blocks-commits',
  roles: ['broker'],
  reads: [key, 'min.insync.replicas'],
  severity: 'error',
  messages: {
    blocked:
      '{property}={value} is less than min.insync.replicas={needed}: in Kafka {version} no offset can be committed, and members of consumer groups get no partitions, without any exception.',
    existingTopic: 'holds when __consumer_offsets is created; if it exists, reassign it',
  },
  docs: {
    summary: 'The offsets topic has fewer replicas than min.insync.replicas demands',
    why: 'Committed offsets and group memberships are written to __consumer_offsets with acks=all, and the broker’s min.insync.replicas holds for that topic too. Before Kafka 3.7 a topic with fewer replicas than that takes no such write. Commits then time out, and members of a group are never assigned a partition, without an exception or a warning on the client.',
    remedy: 'Write 3, so that the topic survives the loss of a broker as well.',
    falsePositives: 'A cluster whose offsets topic exists already and has more replicas.',
    evidence: ['commits-blocked'],
    references: [
      'KAFKA-15583: https://issues.apache.org/jira/browse/KAFKA-15583',
      `https://kafka.apache.org/documentation/#brokerconfigs_${key}`,
    ],
  },
  examples: {
    bad: [
      { role: 'broker', settings: `min.insync.replicas=2\n${key}=1`, version: '3.6' },
      { role: 'broker', settings: `min.insync.replicas=4\n${key}=3`, version: '3.6' },
    ],
    good: [
      { role: 'broker', settings: `min.insync.replicas=2\n${key}=1`, version: '3.7' },
      { role: 'broker', settings: `min.insync.replicas=2\n${key}=3`, version: '3.6' },
      { role: 'broker', settings: 'min.insync.replicas=2', version: '3.6' },
    ],
  },
  *check(config) {
    const offsets = explicitNumber(config, key);
    const minIsr = explicitNumber(config, 'min.insync.replicas');
    if (!offsets || !minIsr || offsets.number >= minIsr.number || !before(config.version, '3.7') || isControllerOnly(config)) return;
    const fixes = [unsafeBut('existingTopic', set(key, String(Math.max(3, minIsr.number + 1))))];
    yield { message: 'blocked', at: offsets.setting, related: [minIsr.setting], data: { needed: minIsr.number }, fixes };
  },
});
