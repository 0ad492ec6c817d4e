import type { EffectiveConfig } from '../config/effective.js';
import { isLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import { defineRule, unsafeBut } from './rule.js';
import { changesToIdempotence, knowsIdempotence } from './shared/idempotence.js';

export default defineRule({
  id: 'idempotence-disabled',
  roles: ['producer', 'librdkafka-producer'],
  reads: ['enable.idempotence'],
  severity: 'warning',
  messages: {
    disabled:
      'enable.idempotence={value}: when the answer of a broker is lost, the retry writes the same records a second time, and a retry can put them behind later ones.',
    inOrder:
      'enable.idempotence={value}: when the answer of a broker is lost, the retry writes the same records a second time. Their order is kept, as one batch is on its way at a time.',
    neverRetried:
      'enable.idempotence={value}: brokers cannot tell repeated records from new ones. With retries=0 the producer repeats none, but gives them up instead.',
    brokerNeeds: 'brokers before 2.8 also need the ACL IdempotentWrite',
  },
  docs: {
    summary: 'The producer is told not to be idempotent',
    why:
      'An idempotent producer numbers its batches, and the leader drops what it has already and refuses what comes out of turn. Without that, a retry after a lost answer is written twice, and with several batches on their way a failed one arrives behind its successors. ' +
      'Nothing is lost by this alone, but the usual cure for the duplicates is retries=0, and that does lose records.',
    remedy:
      'Write enable.idempotence=true, or with Kafka’s own clients from 3.0.1 on remove the key, with acks=all, retries above 0 and at most five requests in flight.',
    falsePositives:
      'Brokers before 0.11, which do not know idempotent producers, or consumers that recognise duplicates and do not care for order. Kafka Connect turns it off for its own producers and keeps the order with one request in flight.',
    references: [
      'KIP-98, idempotent producers: https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging',
      'https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence',
    ],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'enable.idempotence=false', leftToKafka: ['enable.idempotence', 'acks'] },
      {
        role: 'producer',
        settings: 'acks=1\nenable.idempotence=false\nmax.in.flight.requests.per.connection=10',
        leftToKafka: ['enable.idempotence', 'acks'],
      },
      {
        role: 'producer',
        settings: 'enable.idempotence=false\nmax.in.flight.requests.per.connection=1',
        leftToKafka: ['enable.idempotence', 'acks'],
      },
      { role: 'producer', settings: 'enable.idempotence=false', version: '2.8', leftToKafka: ['enable.idempotence'] },
      { role: 'librdkafka-producer', settings: 'enable.idempotence=0\nacks=1' },
    ],
    good: [
      { role: 'producer', settings: 'enable.idempotence=true' },
      { role: 'producer', settings: 'acks=all\nmax.in.flight.requests.per.connection=1' },
    ],
  },
  *check(config) {
    const idempotence = config.explicit('enable.idempotence');
    if (!idempotence || config.flag('enable.idempotence') !== false || !knowsIdempotence(config)) return;
    if (isFrameworksChoice(config)) return;
    const message = consequenceIn(config);
    yield {
      message,
      at: idempotence,
      // librdkafka's own default
      severity: message === 'disabled' && !isLibrdkafka(config.role) ? 'warning' : 'information',
      fixes: [unsafeBut('brokerNeeds', ...changesToIdempotence(config))],
    };
  },
});

function consequenceIn(config: EffectiveConfig): 'disabled' | 'inOrder' | 'neverRetried' {
  if (config.number('retries') === 0) return 'neverRetried';
  return config.number('max.in.flight.requests.per.connection') === 1 ? 'inOrder' : 'disabled';
}

/** Connect says the same of every producer, for the sake of old brokers. */
function isFrameworksChoice(config: EffectiveConfig): boolean {
  const otherwise = config.fallback('enable.idempotence');
  return otherwise?.origin === 'framework' && otherwise.text === 'false';
}
