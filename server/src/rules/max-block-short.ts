import { defineRule, set, unsafe } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';

/** In ms: what the first look at a cluster takes, and what a full buffer may need to drain. */
const firstLook = 100;
const hiccup = 1000;

export default defineRule({
  id: 'max-block-short',
  roles: ['producer'],
  reads: ['max.block.ms'],
  severity: 'warning',
  messages: {
    firstSend:
      'max.block.ms={value}: the first send fails, as the producer does not know the topic’s leader so soon, and so does every send into a full buffer. Such a record is never queued or retried.',
    fullBuffer:
      'max.block.ms={value}: when the buffer is full or a topic is new, send() waits no longer than this and fails. Such a record is never queued or retried.',
  },
  docs: {
    summary: 'send() gives up almost at once when it has to wait',
    why:
      'send() waits up to max.block.ms for the topic’s metadata and for room in buffer.memory. After that the record fails before it enters the buffer, so neither retries nor delivery.timeout.ms can help it, and the error is easily missed: it arrives in the future and the callback. ' +
      'With 0 or 1 the first record of a new producer fails, because its metadata is not there yet; with a little more, a short pause of the leader is enough once the buffer is full.',
    remedy:
      'Keep the default of 60000. Where a caller must not wait, hand the record to another thread or a bounded queue of your own that reports what it drops.',
    falsePositives: 'Event loops that must not block and handle every failed send.',
    references: ['https://kafka.apache.org/documentation/#producerconfigs_max.block.ms', 'org.apache.kafka.clients.producer.KafkaProducer'],
    evidence: ['first-send-blocked'],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'max.block.ms=0', carriers: ['plain', 'spring-boot'] },
      { role: 'producer', settings: 'max.block.ms=500', carriers: ['plain', 'spring-boot'] },
    ],
    good: [
      { role: 'producer', settings: 'max.block.ms=1000' },
      {
        role: 'producer',
        file: 'application.properties',
        text: 'quarkus.application.name=shop\nmp.messaging.outgoing.orders.connector=smallrye-kafka\nmp.messaging.outgoing.orders.max.block.ms=0\n',
      },
      { role: 'producer', settings: 'max.block.ms=60000' },
    ],
  },
  *check(config) {
    const block = explicitNumber(config, 'max.block.ms');
    if (!block || block.number >= hiccup) return;
    // what has failed so is sent again a second later
    if (config.facts.has('framework-sends-again') && config.number('retries') !== 0) return;
    const never = block.number < firstLook;
    yield {
      message: never ? 'firstSend' : 'fullBuffer',
      at: block.setting,
      severity: never ? 'warning' : 'information',
      fixes: [unsafe(set('max.block.ms', '60000'))],
    };
  },
});
