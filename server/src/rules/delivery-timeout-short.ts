import type { EffectiveConfig } from '../config/effective.js';
import { isLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import { defineRule, set, unsafe } from './rule.js';
import { enoughDeliveryTimeout, explicitDeliveryTimeout } from './shared/delivery-timeout.js';

/** In ms: the default of replica.lag.time.max.ms, and the least that AWS recommends for clients of MSK. */
const election = 30_000;
const restart = 60_000;

export default defineRule({
  id: 'delivery-timeout-short',
  roles: ['producer', 'librdkafka-producer'],
  reads: ['delivery.timeout.ms'],
  severity: 'warning',
  messages: {
    election:
      'delivery.timeout.ms={value}: records are given up after {seconds} s, before a failed leader is surely replaced. They are lost unless the application sends them again.',
    restart:
      'delivery.timeout.ms={value}: records are given up after {seconds} s, while a broker may well take longer to restart. They are lost unless the application sends them again.',
  },
  docs: {
    summary: 'The producer gives records up before a usual outage is over',
    why: 'delivery.timeout.ms bounds everything between send() and success: waiting in the buffer, sending, and every retry. When it is over the record fails with a TimeoutException, however many retries are left. A dead leader is replaced once the controller misses it (broker.session.timeout.ms, 9 s), and brokers wait replica.lag.time.max.ms (30 s) for a follower that hangs; a restarting broker may be away for longer.',
    remedy:
      'Keep the default of 120000, or more where records must survive longer outages; buffer.memory then has to hold what piles up meanwhile.',
    falsePositives: 'Requests with a deadline, where a late record is worth nothing and the caller is told of the failure.',
    references: [
      'KIP-91: https://cwiki.apache.org/confluence/display/KAFKA/KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer',
      'https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms',
    ],
    evidence: ['brokers-away', 'batch-in-flight'],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'delivery.timeout.ms=10000\nrequest.timeout.ms=5000' },
      { role: 'producer', settings: 'delivery.timeout.ms=45000' },
      { role: 'librdkafka-producer', settings: 'delivery.timeout.ms=10000', version: '2.0' },
    ],
    good: [
      { role: 'producer', settings: 'delivery.timeout.ms=60000' },
      { role: 'producer', settings: 'delivery.timeout.ms=120000' },
      { role: 'librdkafka-producer', settings: 'delivery.timeout.ms=0' },
    ],
  },
  *check(config) {
    const timeout = explicitDeliveryTimeout(config);
    if (!timeout || timeout.number >= restart || isEndless(timeout.number, config)) return;
    const short = timeout.number < election;
    yield {
      message: short ? 'election' : 'restart',
      at: timeout.setting,
      data: { seconds: timeout.number / 1000 },
      severity: short ? 'warning' : 'information',
      fixes: [unsafe(set('delivery.timeout.ms', enoughDeliveryTimeout(config)))],
    };
  },
});

/** librdkafka knows no end with 0. */
function isEndless(timeout: number, { role }: EffectiveConfig): boolean {
  return timeout === 0 && isLibrdkafka(role);
}
