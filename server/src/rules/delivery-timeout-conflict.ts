import { defineRule, set, unsafe } from './rule.js';
import { enoughDeliveryTimeout, explicitDeliveryTimeout, leastDeliveryTimeout } from './shared/delivery-timeout.js';

export default defineRule({
  id: 'delivery-timeout-conflict',
  roles: ['producer'],
  reads: ['delivery.timeout.ms', 'linger.ms', 'request.timeout.ms'],
  severity: 'error',
  hides: ['delivery-timeout-short'],
  messages: {
    explicit:
      'delivery.timeout.ms={timeout} is less than linger.ms + request.timeout.ms, which make {least}: Kafka refuses to create this producer.',
  },
  docs: {
    summary: 'delivery.timeout.ms leaves no time for even one request',
    why:
      'A record may wait linger.ms for company and its request request.timeout.ms for an answer. An explicit delivery.timeout.ms below the sum of both, defaults included, is refused with a ConfigException when the producer is created. ' +
      'Since 4.0 linger.ms is 5 by default, so 30000 alone, accepted before, stops the producer after an upgrade.',
    remedy: 'Raise delivery.timeout.ms (the default is 120000), or lower request.timeout.ms.',
    falsePositives: 'None known: the producer does not start. An absent delivery.timeout.ms is raised by Kafka itself and not reported.',
    references: [
      'KIP-91: https://cwiki.apache.org/confluence/display/KAFKA/KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer',
      'KIP-1030, linger.ms=5: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1030%3A+Change+constraints+and+default+values+for+various+configurations',
      'org.apache.kafka.clients.producer.KafkaProducer',
    ],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'delivery.timeout.ms=30000', leftToKafka: ['linger.ms'] },
      { role: 'producer', settings: 'delivery.timeout.ms=29999', version: '3.9' },
      { role: 'producer', settings: 'delivery.timeout.ms=120000\nlinger.ms=1000\nrequest.timeout.ms=200000' },
    ],
    good: [
      { role: 'producer', settings: 'delivery.timeout.ms=30005', leftToKafka: ['linger.ms'] },
      { role: 'producer', settings: 'delivery.timeout.ms=30000', version: '3.9', leftToKafka: ['linger.ms'] },
      { role: 'producer', settings: 'request.timeout.ms=200000' },
    ],
  },
  *check(config) {
    const timeout = explicitDeliveryTimeout(config);
    const least = leastDeliveryTimeout(config);
    if (!timeout || least === undefined || timeout.number >= least) return;
    yield {
      message: 'explicit',
      at: timeout.setting,
      related: ['linger.ms', 'request.timeout.ms'].flatMap(name => config.explicit(name) ?? []),
      data: { timeout: timeout.number, least },
      refusedByKafka: true,
      fixes: [unsafe(set('delivery.timeout.ms', enoughDeliveryTimeout(config)))],
    };
  },
});
