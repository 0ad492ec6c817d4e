import { defineRule, set, unsafe } from './rule.js';

export default defineRule({
  id: 'crc-check-disabled',
  roles: ['consumer'],
  reads: ['check.crcs'],
  severity: 'warning',
  messages: {
    off: 'check.crcs={value}: records that were damaged on disk or on the way are handed to the application as if they were intact.',
  },
  docs: {
    summary: 'The consumer does not verify the checksums of what it reads',
    why: 'Every batch carries a CRC-32C that the producer computed. The broker verifies it when the batch arrives; the consumer’s check is the only one after that, and so the only one that notices a failing disk, a bad network card or a damaged tiered segment. Without it corruption passes silently into the application.',
    remedy: 'Remove the key or set it to true, the default. The check costs little: CRC-32C is done in hardware on current processors.',
    falsePositives: 'Consumers at the limit of their CPU on storage that verifies checksums itself.',
    references: ['https://kafka.apache.org/documentation/#consumerconfigs_check.crcs'],
    notReproduced: 'It takes a disk, a network card or a remote store that damages bytes after the broker has verified them.',
  },
  examples: {
    bad: [{ role: 'consumer', settings: 'group.id=orders\ncheck.crcs=false' }],
    good: [{ role: 'consumer', settings: 'group.id=orders\ncheck.crcs=true' }],
  },
  *check(config) {
    const setting = config.explicit('check.crcs');
    if (setting && config.flag('check.crcs') === false) yield { message: 'off', at: setting, fixes: [unsafe(set('check.crcs', 'true'))] };
  },
});
