import { defineRule, safe, set } from './rule.js';
import { bypassedBy } from './shared/bypassed.js';

export default defineRule({
  id: 'acks-none',
  roles: ['producer', 'librdkafka-producer'],
  reads: ['acks'],
  severity: 'error',
  hides: ['idempotence-silently-off', 'reordering-on-retry'],
  messages: {
    explicit:
      'acks={value}: the producer waits for no answer and reports every record as sent. What a broker refuses, or loses with a broken connection or a dead leader, is gone without an error.',
  },
  docs: {
    summary: 'The producer does not wait for any broker to confirm a record',
    why:
      'With acks=0 a record counts as sent as soon as it is handed to the network. No broker answers, so the producer learns neither of a failed leader nor of a record that is refused (too large, no key on a compacted topic), and retries has nothing to react to. ' +
      'Such records are reported as sent all the same.',
    remedy:
      'Write acks=all, the default since Kafka 3.0: the leader answers when every in-sync replica has the record. It costs one replication round trip per batch. Combine it with a replication factor of 3 and min.insync.replicas=2.',
    falsePositives: 'Metrics, logs and other data that may be lost on purpose: set the profile at-most-once for such applications.',
    references: [
      'KIP-679, acks=all by default: https://cwiki.apache.org/confluence/display/KAFKA/KIP-679%3A+Producer+will+enable+the+strongest+delivery+guarantee+by+default',
      'https://kafka.apache.org/documentation/#producerconfigs_acks',
    ],
    evidence: ['leader-dies'],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'acks=0' },
      { role: 'producer', settings: 'acks=0', version: '2.8' },
      { role: 'producer', settings: 'acks=0\nretries=2147483647' },
      { role: 'librdkafka-producer', settings: 'acks=0' },
    ],
    good: [
      { role: 'producer', settings: 'acks=all' },
      { role: 'producer', settings: 'acks=1' },
      { role: 'producer', settings: 'linger.ms=5' },
      { role: 'librdkafka-producer', settings: 'acks=ALL' },
    ],
  },
  *check(config) {
    const acks = config.explicit('acks');
    if (acks && config.text('acks') === '0')
      yield { message: 'explicit', at: acks, related: bypassedBy(config, acks), fixes: [safe(set('acks', 'all'))] };
  },
});
