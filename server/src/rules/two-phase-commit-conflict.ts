import { atLeast } from '../kafka/version.js';
import { defineRule, remove, set, unsafe } from './rule.js';

export default defineRule({
  id: 'two-phase-commit-conflict',
  roles: ['producer'],
  reads: ['transaction.two.phase.commit.enable', 'transaction.timeout.ms'],
  severity: 'error',
  messages: {
    explicit:
      'transaction.timeout.ms with transaction.two.phase.commit.enable=true: Kafka refuses to create this producer, as a prepared transaction must not time out.',
  },
  docs: {
    summary: 'Two-phase commit and a transaction timeout exclude each other',
    why: 'With two-phase commit an outside coordinator decides when a transaction ends, so the brokers may not abort a prepared one by the clock. Since 4.1 a producer with both keys, whatever the timeout, is refused with a ConfigException.',
    remedy:
      'Remove transaction.timeout.ms. Where no outside coordinator takes part, remove transaction.two.phase.commit.enable instead, so that transactions left open end by themselves.',
    falsePositives: 'None known: the producer does not start.',
    references: [
      'KIP-939: https://cwiki.apache.org/confluence/display/KAFKA/KIP-939%3A+Support+Participation+in+2PC',
      'org.apache.kafka.clients.producer.ProducerConfig',
    ],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'transactional.id=orders-1\ntransaction.two.phase.commit.enable=true\ntransaction.timeout.ms=60000' },
    ],
    good: [
      { role: 'producer', settings: 'transactional.id=orders-1\ntransaction.two.phase.commit.enable=true' },
      { role: 'producer', settings: 'transactional.id=orders-1\ntransaction.two.phase.commit.enable=false\ntransaction.timeout.ms=60000' },
    ],
  },
  *check(config) {
    const twoPhase = config.explicit('transaction.two.phase.commit.enable');
    const timeout = config.explicit('transaction.timeout.ms');
    if (!twoPhase || !timeout || !atLeast(config.version, '4.1')) return;
    if (config.flag('transaction.two.phase.commit.enable') !== true) return;
    const withoutTwoPhase = unsafe(set('transaction.two.phase.commit.enable', 'false'));
    // a timeout of the base holds for other profiles, too
    const fixes = config.isOwn(timeout) ? [unsafe(remove(timeout)), withoutTwoPhase] : [withoutTwoPhase];
    yield { message: 'explicit', at: timeout, related: [twoPhase], refusedByKafka: true, fixes };
  },
});
