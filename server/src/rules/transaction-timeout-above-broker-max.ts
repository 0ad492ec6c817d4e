import { defineRule, set, unsafe } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { knowsIdempotence } from './shared/idempotence.js';

/** Default of the brokers' transaction.max.timeout.ms in every version, in ms. */
const brokerMax = 900_000;

export default defineRule({
  id: 'transaction-timeout-above-broker-max',
  roles: ['producer', 'librdkafka-producer'],
  reads: ['transaction.timeout.ms'],
  severity: 'information',
  messages: {
    aboveDefault:
      'transaction.timeout.ms={value} is above {max}, the default of the brokers’ transaction.max.timeout.ms: unless theirs is raised, initTransactions() fails and the producer can send nothing.',
  },
  docs: {
    summary: 'The producer asks for longer transactions than brokers allow by default',
    why: 'The transaction coordinator compares the producer’s transaction.timeout.ms with its own transaction.max.timeout.ms, 15 minutes by default. A longer one is answered with InvalidTransactionTimeoutException in initTransactions(), after the application has started.',
    remedy:
      'Lower transaction.timeout.ms to 900000 or less, or raise transaction.max.timeout.ms on every broker first. Long transactions hold back every read_committed consumer of the partition.',
    falsePositives: 'Clusters whose brokers allow more: their configuration is not in this file.',
    references: [
      'https://kafka.apache.org/documentation/#brokerconfigs_transaction.max.timeout.ms',
      'KIP-98, transactions: https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging',
    ],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'transactional.id=orders-1\ntransaction.timeout.ms=900001' },
      { role: 'librdkafka-producer', settings: 'transactional.id=orders-1\ntransaction.timeout.ms=900001' },
    ],
    good: [
      { role: 'producer', settings: 'transactional.id=orders-1\ntransaction.timeout.ms=900000' },
      { role: 'producer', settings: 'transactional.id=orders-1' },
    ],
  },
  *check(config) {
    const timeout = explicitNumber(config, 'transaction.timeout.ms');
    if (!timeout || timeout.number <= brokerMax || !knowsIdempotence(config)) return;
    const fixes = [unsafe(set('transaction.timeout.ms', String(brokerMax)))];
    yield { message: 'aboveDefault', at: timeout.setting, data: { max: brokerMax }, fixes };
  },
});
