import { defineRule, set, unsafe } from './rule.js';

/** The second is Spring's: it makes every producer of the application transactional. */
const transactional = ['transactional.id', 'spring:transaction-id-prefix'];

export default defineRule({
  id: 'reads-uncommitted',
  roles: ['consumer', 'librdkafka-consumer'],
  reads: ['isolation.level'],
  severity: 'information',
  messages: {
    explicit:
      'isolation.level={value} beside a transactional producer: this consumer also gets the records of transactions that are rolled back.',
    byDefault:
      'isolation.level is not set and defaults to read_uncommitted, beside a transactional producer: this consumer also gets the records of transactions that are rolled back.',
  },
  docs: {
    summary: 'The consumer reads records of aborted transactions although the application writes transactions',
    why: 'A transactional producer writes its records into the log at once and marks them committed or aborted afterwards. read_uncommitted, the default, hands all of them out, read_committed the committed ones only. Nothing is lost, but what was rolled back is processed.',
    remedy: 'Set isolation.level=read_committed. The consumer then waits for open transactions to end, so a hanging producer delays it.',
    falsePositives: 'The consumer reads topics that no transactional producer writes to.',
    references: [
      'KIP-98, exactly once delivery and transactional messaging',
      'https://kafka.apache.org/documentation/#consumerconfigs_isolation.level',
    ],
    evidence: ['aborted-records'],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'transactional.id=orders\nisolation.level=read_uncommitted', carriers: ['plain'] },
      { role: 'consumer', settings: 'transactional.id=orders\nmax.poll.records=100', carriers: ['plain'] },
    ],
    good: [
      { role: 'consumer', settings: 'transactional.id=orders\nisolation.level=read_committed', carriers: ['plain'] },
      { role: 'consumer', settings: 'isolation.level=read_uncommitted' },
    ],
  },
  *check(config) {
    const isolation = config.effective('isolation.level');
    if (isolation?.text !== 'read_uncommitted') return;
    const producers = config.siblings.filter(({ role }) => role === 'producer' || role === 'librdkafka-producer');
    const writes = producers.flatMap(producer => transactional.flatMap(property => producer.explicit(property) ?? []));
    if (writes.length === 0) return;
    const fixes = [unsafe(set('isolation.level', 'read_committed'))];
    if (isolation.setting) yield { message: 'explicit', at: isolation.setting, related: writes, fixes };
    else yield { message: 'byDefault', at: 'absent', related: writes, fixes };
  },
});
