import { defineRule, set, unsafe } from './rule.js';
import { storesRecords } from './shared/broker.js';

const key = 'transaction.partition.verification.enable';

export default defineRule({
  id: 'transaction-verification-disabled',
  roles: ['broker'],
  reads: [key],
  severity: 'warning',
  messages: {
    off: '{property}={value}: a late transactional write can land behind the end of its transaction. The partition then holds a transaction that never ends, and read_committed consumers stop in front of it.',
  },
  docs: {
    summary: 'The broker does not check that a transactional write belongs to an open transaction',
    why:
      'A write that was delayed on the network can arrive after its transaction was ended. Since Kafka 3.6 the partition leader asks the transaction coordinator before it appends, and refuses such a write. Without the check it opens a transaction that nobody will end: ' +
      'consumers with read_committed get nothing behind it, and compaction stops there.',
    remedy: 'Remove the line or write true, the default.',
    falsePositives: 'A workaround for a defect of an early 3.6 or 3.7 release, until the upgrade.',
    references: [
      'KIP-890: https://cwiki.apache.org/confluence/display/KAFKA/KIP-890%3A+Transactions+Server-Side+Defense',
      'https://kafka.apache.org/documentation/#brokerconfigs_transaction.partition.verification.enable',
    ],
  },
  examples: {
    bad: [{ role: 'broker', settings: 'transaction.partition.verification.enable=false' }],
    good: [
      { role: 'broker', settings: 'transaction.partition.verification.enable=true' },
      { role: 'broker', settings: 'num.io.threads=8' },
    ],
  },
  *check(config) {
    const setting = config.explicit(key);
    if (!setting || config.flag(key) !== false || config.kafkaDefault(key).kind === 'absent' || !storesRecords(config)) return;
    yield { message: 'off', at: setting, fixes: [unsafe(set(key, 'true'))] };
  },
});
