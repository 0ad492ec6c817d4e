import { defineRule, set, unsafe } from './rule.js';

const usual = 300_000;

export default defineRule({
  id: 'max-poll-interval-short',
  roles: ['consumer', 'librdkafka-consumer'],
  reads: ['max.poll.interval.ms'],
  severity: 'information',
  messages: {
    short:
      'max.poll.interval.ms={value}: a batch that takes longer than this puts the consumer out of its group. Its commit then fails and other members process the same records again.',
    belowSession:
      'max.poll.interval.ms={value} is below session.timeout.ms ({session}): a slow batch is taken for a dead consumer sooner than a dead process is, and its records are processed again.',
  },
  docs: {
    summary: 'Little time to process one batch before the group takes the partitions away',
    why: 'If poll() is not called again within max.poll.interval.ms, the consumer leaves the group and its partitions go to other members, from the last committed offset. The batch in work is processed twice, its commit fails with CommitFailedException, and a batch that always takes longer never gets done.',
    remedy:
      'Leave max.poll.interval.ms at 300000, or set it above the longest time that max.poll.records records can take, slow dependencies included. A consumer that hangs is then found later.',
    falsePositives: 'Processing with a hard upper limit well below the value.',
    references: [
      'KIP-62, heartbeats from a background thread',
      'https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms',
    ],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.interval.ms=59999' },
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.interval.ms=100000\nsession.timeout.ms=120000' },
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.interval.ms=400000\nsession.timeout.ms=500000' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\nmax.poll.interval.ms=50000' },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.interval.ms=60000' },
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.interval.ms=120000\nsession.timeout.ms=120000' },
      { role: 'consumer', settings: 'group.id=orders\nsession.timeout.ms=45000' },
    ],
  },
  *check(config) {
    const setting = config.explicit('max.poll.interval.ms');
    const interval = config.number('max.poll.interval.ms');
    if (!setting || interval === undefined) return;
    const other = config.explicit('session.timeout.ms');
    const session = (other && config.number('session.timeout.ms')) ?? 0;
    const fixes = [unsafe(set('max.poll.interval.ms', String(Math.max(usual, session))))];
    if (interval < 60_000) yield { message: 'short', at: setting, fixes };
    else if (other && interval < session) yield { message: 'belowSession', at: setting, data: { session }, related: [other], fixes };
  },
});
