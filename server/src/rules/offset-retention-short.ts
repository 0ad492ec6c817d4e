import { before } from '../kafka/version.js';
import { defineRule, set, unsafe } from './rule.js';
import { storesRecords, writtenRetention } from './shared/broker.js';

const key = 'offsets.retention.minutes';
const [day, week] = [1_440, 10_080];
const minute = 60_000;

export default defineRule({
  id: 'offset-retention-short',
  roles: ['broker'],
  reads: [key],
  severity: 'warning',
  messages: {
    short:
      '{property}={value}: {minutes} minutes after a consumer group is gone its committed offsets are deleted. When it comes back, auto.offset.reset decides: with latest it skips what it has not read, with earliest it reads all again.',
    belowRetention:
      'Offsets are kept for {minutes} minutes and records for {records} minutes: a consumer group that is away in between comes back to records that are still there, but without its place in them.',
    byDefault:
      '{key} is not set and is one day in Kafka {version}: a consumer group that is away over a weekend loses its committed offsets, and auto.offset.reset decides where it goes on.',
  },
  docs: {
    summary: 'Committed offsets of a group that is away are deleted early',
    why: 'The broker deletes the committed offsets of an empty group after offsets.retention.minutes (up to Kafka 2.0 of a partition that nobody committed for, even while the group was running). A group that comes back then starts by auto.offset.reset: with latest it skips what was written meanwhile, with earliest it reads everything again.',
    remedy:
      'Keep offsets for 10080 minutes, the default since Kafka 2.0, or longer: at least as long as records are kept, and as the longest stop of a consumer.',
    falsePositives: 'Groups that are never away, or that keep their offsets elsewhere.',
    references: [
      'KIP-186, offsets are kept for seven days: https://cwiki.apache.org/confluence/display/KAFKA/KIP-186%3A+Increase+offsets+retention+default+to+7+days',
      'KIP-211',
      'https://kafka.apache.org/documentation/#brokerconfigs_offsets.retention.minutes',
    ],
    evidence: ['offsets-expired'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'offsets.retention.minutes=60' },
      { role: 'broker', settings: 'offsets.retention.minutes=2880' },
      { role: 'broker', settings: 'offsets.retention.minutes=10080\nlog.retention.hours=336' },
      { role: 'broker', settings: 'log.segment.bytes=1073741824', version: '1.1' },
    ],
    good: [
      { role: 'broker', settings: 'offsets.retention.minutes=10080\nlog.retention.hours=168' },
      { role: 'broker', settings: 'log.retention.hours=336' },
    ],
  },
  *check(config) {
    if (!storesRecords(config)) return;
    const offsets = config.explicit(key);
    if (!offsets) {
      if (before(config.version, '2.0'))
        yield { message: 'byDefault', at: 'absent', data: { key }, fixes: [unsafe(set(key, String(week)))] };
      return;
    }
    const minutes = config.number(key);
    // zero and less are refused: invalid-value
    if (minutes === undefined || minutes < 1) return;
    const retention = writtenRetention(config);
    const records = Math.ceil((retention?.ms ?? 0) / minute);
    const fixes = [unsafe(set(key, String(Math.max(week, records))))];
    if (minutes < week)
      yield { message: 'short', at: offsets, data: { minutes }, fixes, severity: minutes < day ? 'warning' : 'information' };
    else if (retention && minutes < records)
      yield {
        message: 'belowRetention',
        at: offsets,
        data: { minutes, records },
        related: [retention.setting],
        fixes,
        severity: 'information',
      };
  },
});
