import { listOf } from '../config/node.js';
import { defineRule } from './rule.js';
import { storesRecords } from './shared/broker.js';

export default defineRule({
  id: 'compaction-discards-events',
  roles: ['broker'],
  reads: ['log.cleanup.policy'],
  severity: 'warning',
  messages: {
    everywhere:
      'log.cleanup.policy={value} holds for every topic without a policy of its own: only the newest record of each key is kept, and a record without a key is refused.',
  },
  docs: {
    summary: 'Every topic is compacted unless it says otherwise',
    why: 'Compaction keeps the last record of each key and removes the earlier ones: right for tables and changelogs, a loss for events, of which each counts. A compacted topic refuses records without a key with InvalidRecordException, of which a producer with acks=0 learns nothing.',
    remedy: 'Leave log.cleanup.policy at delete and set cleanup.policy=compact on the topics that are tables.',
    falsePositives: 'A cluster in which every topic is a table with keys.',
    references: [
      'https://kafka.apache.org/documentation/#compaction',
      'https://kafka.apache.org/documentation/#brokerconfigs_log.cleanup.policy',
    ],
    notReproduced: 'To remove the earlier records of a key is what the setting asks for: there is no failure to bring about.',
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.cleanup.policy=compact' },
      { role: 'broker', settings: 'log.cleanup.policy=compact,delete' },
    ],
    good: [
      { role: 'broker', settings: 'log.cleanup.policy=delete' },
      { role: 'topic', settings: 'cleanup.policy=compact' },
    ],
  },
  *check(config) {
    const policy = config.explicit('log.cleanup.policy');
    if (policy && listOf(config, 'log.cleanup.policy').includes('compact') && storesRecords(config))
      yield { message: 'everywhere', at: policy };
  },
});
