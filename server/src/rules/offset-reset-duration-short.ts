import { before } from '../kafka/version.js';
import { defineRule, set, unsafe, type Finding } from './rule.js';
import { groupProtocol } from './shared/group-protocol.js';
import { discoveryMs, enoughLookBack, lookBackMs } from './shared/offset-reset.js';

export default defineRule({
  id: 'offset-reset-duration-short',
  roles: ['consumer'],
  reads: ['auto.offset.reset'],
  severity: 'warning',
  messages: {
    lookup:
      'auto.offset.reset={value} does not reach back further than request.timeout.ms ({needed} ms): in a partition that is still empty the offset lookup finds nothing and is tried again only after that time, and what was written longer ago than {value} says is never read.',
    discovery:
      'auto.offset.reset={value} is shorter than metadata.max.age.ms and a minute for the rebalance ({needed} ms): this consumer may learn of an added partition only after that time, and what was written there earlier than {value} reaches is never read.',
  },
  docs: {
    summary: 'by_duration does not reach back far enough to cover what a new partition hides',
    why:
      'by_duration starts a partition without a committed offset at the offset of "now minus this duration". With the classic protocol "now" is when the consumer learns of a new partition, up to metadata.max.age.ms after the producer did. ' +
      'With both protocols there is a second gap: a lookup in a partition that holds no record yet finds no offset, and it is repeated only after request.timeout.ms. A duration that is shorter than that wait, 30 s by default, skips what was written in between.',
    remedy:
      'Use by_duration:PT6M, or longer where metadata.max.age.ms or request.timeout.ms were raised; earliest covers every case. A longer duration means that more records are read again.',
    falsePositives: 'Topics whose partitions are never added to and are never empty when the consumer first sees them.',
    references: [
      'KIP-1106, by_duration',
      'org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy',
      'https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset',
    ],
    evidence: ['duration-on-empty-partition'],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=by_duration:PT5M59S' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=by_duration:PT6M\nmetadata.max.age.ms=600000' },
      { role: 'consumer', settings: 'group.id=orders\ngroup.protocol=consumer\nauto.offset.reset=by_duration:PT5S' },
      {
        role: 'consumer',
        settings: 'group.id=orders\ngroup.protocol=consumer\nauto.offset.reset=by_duration:PT6M\nrequest.timeout.ms=360500',
      },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=by_duration:PT6M' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=by_duration:PT2M\nmetadata.max.age.ms=60000' },
      { role: 'consumer', settings: 'group.id=orders\ngroup.protocol=consumer\nauto.offset.reset=by_duration:PT31S' },
    ],
  },
  *check(config) {
    // before 4.0 Kafka refuses by_duration
    const setting = config.explicit('auto.offset.reset');
    const lookBack = lookBackMs(config.text('auto.offset.reset') ?? '');
    if (!setting || lookBack === undefined || before(config.version, '4.0')) return;
    const finding = (message: string, needed: number, other: string): Finding => {
      const limit = config.explicit(other);
      const fixes = [unsafe(set('auto.offset.reset', enoughLookBack(config)))];
      return { message, at: setting, data: { needed }, related: limit ? [limit] : [], fixes };
    };
    const retry = config.number('request.timeout.ms');
    const discovery = groupProtocol(config) === 'classic' ? discoveryMs(config) : undefined;
    if (retry !== undefined && lookBack <= retry) yield finding('lookup', retry, 'request.timeout.ms');
    else if (discovery !== undefined && lookBack < discovery) yield finding('discovery', discovery, 'metadata.max.age.ms');
  },
});
