import type { EffectiveConfig } from '../config/effective.js';
import { isLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import { defineRule, set, unsafe, unsafeBut, type Finding } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { changesToIdempotence } from './shared/idempotence.js';

const inFlight = 'max.in.flight.requests.per.connection';

export default defineRule({
  id: 'reordering-on-retry',
  roles: ['producer', 'librdkafka-producer'],
  reads: [inFlight, 'enable.idempotence', 'retries'],
  severity: 'information',
  messages: {
    explicit:
      'max.in.flight.requests.per.connection={requests} without idempotence: a batch that fails and is sent again lands behind the batches that followed it, so records of one key change their order.',
    byDefault:
      'librdkafka is not idempotent unless enable.idempotence=true says so, and has up to {requests} requests on their way: a batch that fails and is sent again lands behind the batches that followed it, so records of one key change their order.',
    brokerNeeds: 'brokers before 2.8 also need the ACL IdempotentWrite',
  },
  docs: {
    summary: 'A retried batch can land behind the ones sent after it',
    why:
      'The producer sends up to this many batches to a broker before the first is answered. If the first fails and the second does not, the first is sent again and stands behind the second. An idempotent producer prevents that: the broker takes batches in the order of their numbers only. ' +
      'For consumers that keep the last value of a key, an old value can so win for good.',
    remedy:
      'Remove enable.idempotence=false, with librdkafka write enable.idempotence=true, or send one batch at a time with max.in.flight.requests.per.connection=1, which costs throughput.',
    falsePositives: 'Records whose order does not matter.',
    references: [
      'KIP-98, idempotent producers: https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging',
      'https://kafka.apache.org/documentation/#producerconfigs_max.in.flight.requests.per.connection',
    ],
  },
  examples: {
    bad: [
      {
        role: 'producer',
        settings: 'enable.idempotence=false\nmax.in.flight.requests.per.connection=5',
        leftToKafka: ['retries'],
      },
      {
        role: 'producer',
        settings: 'acks=1\nenable.idempotence=false\nretries=1000\nmax.in.flight.requests.per.connection=10',
        version: '2.0',
      },
      { role: 'librdkafka-producer', settings: 'linger.ms=10' },
      { role: 'librdkafka-producer', settings: 'max.in.flight.requests.per.connection=5' },
    ],
    good: [
      { role: 'producer', settings: 'enable.idempotence=false\nmax.in.flight.requests.per.connection=1' },
      { role: 'producer', settings: 'enable.idempotence=false\nmax.in.flight.requests.per.connection=5\nretries=0' },
      { role: 'producer', settings: 'max.in.flight.requests.per.connection=5', leftToKafka: ['enable.idempotence'] },
      { role: 'librdkafka-producer', settings: 'enable.idempotence=true\nlinger.ms=10' },
      { role: 'librdkafka-producer', settings: 'retries=0\nlinger.ms=10' },
    ],
  },
  *check(config) {
    if (isLibrdkafka(config.role)) {
      yield* checkLibrdkafka(config);
      return;
    }
    const idempotence = config.explicit('enable.idempotence');
    const requests = explicitNumber(config, inFlight);
    const retries = config.number('retries');
    // a framework may say so for every producer
    const asked = idempotence !== undefined || config.effective('enable.idempotence')?.origin === 'framework';
    if (!asked || config.flag('enable.idempotence') !== false) return;
    if (!requests || requests.number <= 1 || retries === undefined || retries <= 0) return;
    yield {
      message: 'explicit',
      at: requests.setting,
      related: idempotence ? [idempotence] : [],
      data: { requests: requests.number },
      fixes: [unsafeBut('brokerNeeds', ...changesToIdempotence(config)), unsafe(set(inFlight, '1'))],
    };
  },
});

/** Its default is a million requests in flight, without idempotence; where enable.idempotence=false is written, that is reported. */
function* checkLibrdkafka(config: EffectiveConfig): Iterable<Finding> {
  const setting = config.explicit(inFlight);
  const requests = config.number(inFlight);
  const written = config.explicit('enable.idempotence');
  if (config.flag('enable.idempotence') !== false || config.number('retries') === 0) return;
  if (requests === undefined || requests <= 1 || (written && !setting)) return;
  const fixes = [unsafeBut('brokerNeeds', ...changesToIdempotence(config)), unsafe(set(inFlight, '1'))];
  if (setting) yield { message: 'explicit', at: setting, related: written ? [written] : [], data: { requests }, fixes };
  else yield { message: 'byDefault', at: 'absent', data: { requests }, fixes };
}
