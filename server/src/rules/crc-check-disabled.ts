import { isLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import { defineRule, set, unsafe } from './rule.js';

export default defineRule({
  id: 'crc-check-disabled',
  roles: ['consumer', 'librdkafka-consumer'],
  reads: ['check.crcs'],
  severity: 'warning',
  messages: {
    byDefault:
      'check.crcs is not set, and librdkafka verifies no checksum by default: records that were damaged on disk or on the way are handed to the application as if they were intact.',
    off: 'check.crcs={value}: records that were damaged on disk or on the way are handed to the application as if they were intact.',
  },
  docs: {
    summary: 'The consumer does not verify the checksums of what it reads',
    why: 'Every batch carries a CRC-32C that the producer computed. The broker verifies it when the batch arrives; the consumer’s check is the only one after that, and so the only one that notices a failing disk, a bad network card or a damaged tiered segment. Without it corruption passes silently into the application.',
    remedy:
      'Set check.crcs=true, which is the default of Kafka’s own consumers and not of librdkafka. The check costs little: CRC-32C is done in hardware on current processors.',
    falsePositives: 'Consumers at the limit of their CPU on storage that verifies checksums itself.',
    references: [
      'https://kafka.apache.org/documentation/#consumerconfigs_check.crcs',
      'https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md',
    ],
    notReproduced: 'It takes a disk, a network card or a remote store that damages bytes after the broker has verified them.',
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\ncheck.crcs=false' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\ncheck.crcs=f' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders' },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\ncheck.crcs=true' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\ncheck.crcs=1' },
    ],
  },
  *check(config) {
    const setting = config.explicit('check.crcs');
    if (config.flag('check.crcs') !== false) return;
    const fixes = [unsafe(set('check.crcs', 'true'))];
    // librdkafka leaves it off by default
    const severity = isLibrdkafka(config.role) ? 'information' : 'warning';
    if (setting) yield { message: 'off', at: setting, severity, fixes };
    else yield { message: 'byDefault', at: 'absent', severity, fixes };
  },
});
