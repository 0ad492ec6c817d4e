import { defineRule } from './rule.js';
import { storesRecords } from './shared/broker.js';

const [hour, day] = [3_600_000, 86_400_000];

/** Below these a late record or a clock that is a little off is enough; 1 h is the default for the future since Kafka 4.0. */
const limits = [
  { name: 'message.timestamp.before.max.ms', limit: day, message: 'old' },
  { name: 'message.timestamp.after.max.ms', limit: hour, message: 'future' },
] as const;

export default defineRule({
  id: 'timestamp-limit-rejects',
  roles: ['broker', 'topic'],
  reads: limits.flatMap(({ name }) => [`log.${name}`, name]),
  severity: 'information',
  messages: {
    old: '{property}={value}: the broker refuses every record whose timestamp is older than that. Events that are sent late or again, and copies of old topics, fail with InvalidTimestampException.',
    future:
      '{property}={value}: the broker refuses every record whose timestamp is further in the future. A producer whose clock is ahead by more cannot write any more.',
  },
  docs: {
    summary: 'Records with an old or a future timestamp are refused early',
    why:
      'With message.timestamp.type=CreateTime the producer sets the timestamp, and the broker refuses records that are too far from its own clock. InvalidTimestampException is not retried: a record whose callback is not looked at is lost. ' +
      'Backfills, mirrored topics and event time from devices reach far into the past.',
    remedy:
      'Leave message.timestamp.before.max.ms unlimited and message.timestamp.after.max.ms at one hour, or raise the limit above the oldest event that you expect.',
    falsePositives:
      'A cluster in which every producer sends at once and runs with a synchronised clock, and where late records are unwanted.',
    references: ['KIP-937', 'KIP-1030', 'https://kafka.apache.org/documentation/#topicconfigs_message.timestamp.before.max.ms'],
    notReproduced: 'The refusal is certain, but whether the record is lost depends on an application that does not look at the answer.',
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.message.timestamp.before.max.ms=60000' },
      { role: 'topic', settings: 'message.timestamp.after.max.ms=1000' },
    ],
    good: [
      { role: 'broker', settings: 'log.message.timestamp.after.max.ms=3600000' },
      { role: 'topic', settings: 'message.timestamp.before.max.ms=60000\nmessage.timestamp.type=LogAppendTime' },
    ],
  },
  *check(config) {
    const prefix = config.role === 'broker' ? 'log.' : '';
    if (!storesRecords(config) || config.text(`${prefix}message.timestamp.type`) === 'LogAppendTime') return;
    for (const { name, limit, message } of limits) {
      const setting = config.explicit(prefix + name);
      const value = config.number(prefix + name);
      if (!setting || value === undefined || value < 0 || value >= limit) continue;
      if (config.kafkaDefault(prefix + name).kind !== 'absent') yield { message, at: setting };
    }
  },
});
