import { listOf } from '../config/node.js';
import { defineRule } from './rule.js';
import { storesRecords, writtenRetention } from './shared/broker.js';

const hour = 3_600_000;

export default defineRule({
  id: 'retention-short',
  roles: ['broker', 'topic'],
  reads: ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours', 'retention.ms'],
  severity: 'warning',
  messages: {
    short:
      '{property}={value}: records are deleted after an hour or less, read or not. A consumer that is away or behind for longer loses them, without an error where auto.offset.reset is set.',
    atOnce: 'retention.ms=0: every record is deleted as soon as the broker looks, read or not. Kafka accepts this.',
  },
  docs: {
    summary: 'Records are deleted within an hour, whether they have been read or not',
    why: 'Kafka deletes by age alone and asks no consumer. A group that is stopped, or slower than the producers, for longer than the retention finds its place gone and goes on by auto.offset.reset, without an error. With latest it skips even what is still there. With retention.ms=0 records are gone at the broker’s next check, which is within five minutes by default.',
    remedy:
      'Keep records for longer than the longest time that a consumer can be away, weekends included: a week is Kafka’s default. Use retention.bytes if space is the reason.',
    falsePositives: 'Topics whose records are worthless after minutes, such as live positions, and a purge that is undone at once.',
    references: [
      'https://kafka.apache.org/documentation/#topicconfigs_retention.ms',
      'https://kafka.apache.org/documentation/#brokerconfigs_log.retention.ms',
    ],
    evidence: ['retention-passed'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.retention.minutes=30' },
      { role: 'broker', settings: 'log.retention.hours=1' },
      { role: 'topic', settings: 'retention.ms=60000' },
      { role: 'topic', settings: 'retention.ms=0' },
    ],
    good: [
      { role: 'broker', settings: 'log.retention.hours=168' },
      { role: 'broker', settings: 'log.retention.ms=-1' },
      { role: 'topic', settings: 'retention.ms=604800000' },
      { role: 'topic', settings: 'cleanup.policy=compact\nretention.ms=60000' },
    ],
  },
  *check(config) {
    const retention = writtenRetention(config);
    if (!retention || retention.ms > hour || retention.ms < 0 || !storesRecords(config)) return;
    const topic = config.role === 'topic';
    // a broker refuses zero: invalid-value
    if (retention.ms === 0 && !topic) return;
    const policy = listOf(config, topic ? 'cleanup.policy' : 'log.cleanup.policy');
    if (policy.length > 0 && !policy.includes('delete')) return;
    yield { message: retention.ms === 0 ? 'atOnce' : 'short', at: retention.setting };
  },
});
