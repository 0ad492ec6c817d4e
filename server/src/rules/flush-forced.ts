import { defineRule, remove, unsafe } from './rule.js';
import { storesRecords } from './shared/broker.js';

/** From here on down a flush is so frequent that writing waits for the disk. */
const fewest: readonly (readonly [string, number])[] = [
  ['log.flush.interval.messages', 10_000],
  ['log.flush.interval.ms', 1_000],
  ['flush.messages', 10_000],
  ['flush.ms', 1_000],
];

export default defineRule({
  id: 'flush-forced',
  roles: ['broker', 'topic'],
  reads: fewest.map(([key]) => key),
  severity: 'information',
  messages: {
    forced:
      '{property}={value} makes the broker wait for the disk again and again. Replicas on several brokers protect acknowledged records better, at a fraction of the cost.',
  },
  docs: {
    summary: 'The broker is told to flush to disk very often',
    why:
      'Kafka leaves flushing to the operating system and relies on replicas: a record that all in-sync replicas have survives the crash of one machine whether it was on its disk or not. Forced flushes cost throughput and latency, ' +
      'and the longer waits make followers fall behind, which shrinks the set of in-sync replicas that protects the records.',
    remedy: 'Remove the line and use a replication factor of 3 with min.insync.replicas=2 and acks=all.',
    falsePositives:
      'A cluster with one replica, where flushing is the only protection against a crash of the machine: with default.replication.factor=1 in the file nothing is reported.',
    references: [
      'https://kafka.apache.org/documentation/#appvsosflush',
      'https://kafka.apache.org/documentation/#brokerconfigs_log.flush.interval.messages',
    ],
  },
  examples: {
    bad: [
      { role: 'broker', settings: 'log.flush.interval.messages=1' },
      { role: 'broker', settings: 'log.flush.interval.ms=1000' },
      { role: 'topic', settings: 'flush.messages=1' },
    ],
    good: [
      { role: 'broker', settings: 'log.flush.interval.messages=9223372036854775807' },
      { role: 'broker', settings: 'log.flush.interval.messages=1\ndefault.replication.factor=1' },
    ],
  },
  *check(config) {
    if (!storesRecords(config) || config.text('default.replication.factor') === '1') return;
    for (const [key, limit] of fewest) {
      const setting = config.explicit(key);
      const value = config.number(key);
      if (setting && value !== undefined && value <= limit) yield { message: 'forced', at: setting, fixes: [unsafe(remove(setting))] };
    }
  },
});
