import { isIdempotentByDefault } from '../config/derived.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, unsafe } from './rule.js';
import { demandOfIdempotence, obstaclesToIdempotence } from './shared/idempotence.js';

export default defineRule({
  id: 'idempotence-silently-off',
  roles: ['producer'],
  reads: ['acks', 'retries', 'max.in.flight.requests.per.connection'],
  severity: 'warning',
  messages: {
    acks: 'acks={value} turns idempotence off, which is on by default, with no more than a line in the log: a retry can then write records twice or out of order.',
    retries: 'retries={value} turns idempotence off, which is on by default, with no more than a line in the log.',
    inFlight:
      'max.in.flight.requests.per.connection={value} turns idempotence off, which is on by default up to 5, with no more than a line in the log: a retry can then write records twice or out of order.',
  },
  docs: {
    summary: 'A value turns the producer’s idempotence off without an error',
    why: 'Producers are idempotent by default since Kafka 3.0.1. Where enable.idempotence itself is not set, acks=0, acks=1, retries=0 and up to 3.9 more than five requests in flight quietly take that back: the producer starts, and a retry after a lost answer duplicates or reorders records as it did before 3.0.',
    remedy:
      'Write acks=all, leave retries at its default and at most five requests in flight. With enable.idempotence=true in the file Kafka refuses such values instead of giving way; from 4.0 it refuses more than five requests in flight either way.',
    falsePositives: 'Producers that are meant to be plain: say so with enable.idempotence=false.',
    references: [
      'KIP-679, idempotence by default: https://cwiki.apache.org/confluence/display/KAFKA/KIP-679%3A+Producer+will+enable+the+strongest+delivery+guarantee+by+default',
      'org.apache.kafka.clients.producer.ProducerConfig',
    ],
  },
  examples: {
    bad: [
      {
        role: 'producer',
        settings: 'max.in.flight.requests.per.connection=6',
        version: '3.9',
        leftToKafka: ['enable.idempotence', 'acks'],
      },
      {
        role: 'producer',
        settings: 'acks=all\nmax.in.flight.requests.per.connection=10',
        version: '3.0.1',
        leftToKafka: ['enable.idempotence'],
      },
    ],
    good: [
      { role: 'producer', settings: 'max.in.flight.requests.per.connection=5', version: '3.9' },
      { role: 'producer', settings: 'enable.idempotence=false\nmax.in.flight.requests.per.connection=6', version: '3.9' },
      { role: 'producer', settings: 'max.in.flight.requests.per.connection=6', version: '2.8' },
    ],
  },
  *check(config) {
    if (!isIdempotentByDefault(config.version) || config.explicit('enable.idempotence') || demandOfIdempotence(config)) return;
    // Connect leaves it off for every producer
    if (config.fallback('enable.idempotence')?.origin === 'framework') return;
    for (const { kind, setting, change } of obstaclesToIdempotence(config)) {
      // from 4.0 Kafka refuses it: idempotence-conflict
      if (!setting || (kind === 'inFlight' && atLeast(config.version, '4.0'))) continue;
      yield { message: kind, at: setting, fixes: [unsafe(change)] };
    }
  },
});
