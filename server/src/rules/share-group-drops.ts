import type { EffectiveConfig } from '../config/effective.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, safe, set, unsafe, unsafeBut, type Finding } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';

const attempts = 'group.share.delivery.count.limit';
const mode = 'share.acknowledgement.mode';
const onFailure = 'smallrye:share-group.failure-acknowledgement-type';

export default defineRule({
  id: 'share-group-drops',
  roles: ['broker', 'consumer'],
  reads: [attempts, mode, onFailure],
  severity: 'information',
  messages: {
    attempts:
      '{property}={value}: a record that share groups were given this many times without success is put aside for good. A short outage of what they work with may be enough.',
    implicit:
      '{property}={value}: whatever the poll before handed out counts as processed at the next poll, also records that another thread still works on or that failed.',
    givenUp: '{property}={value}: a record whose processing fails is done with at once, and no other try is made.',
    codeMustAcknowledge: 'the code must acknowledge each record',
  },
  docs: {
    summary: 'A share group gives records up after few tries, or takes them for processed before they are',
    why:
      'In a share group (KIP-932) the broker hands each record to one of many consumers and keeps count. When it was handed out group.share.delivery.count.limit times without being accepted, it is archived: no member gets it again. From 4.4 on a group may have a dead-letter topic for such records, before they stay in the log and nobody knows which they are. ' +
      'With implicit acknowledgement, the default, the next poll accepts everything that the last one returned.',
    remedy:
      'Leave the limit at 5 or raise it, set share.acknowledgement.mode=explicit and acknowledge each record when it is done, and from 4.4 on name a dead-letter topic with errors.deadletterqueue.topic.name of the group.',
    falsePositives: 'Groups of which single records may be lost, and consumers that finish each batch before they poll again.',
    references: [
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-932%3A+Queues+for+Kafka',
      'org.apache.kafka.coordinator.group.modern.share.ShareGroupConfig',
      'org.apache.kafka.clients.consumer.ConsumerConfig (share.acknowledgement.mode)',
      'io.smallrye.reactive.messaging.kafka.fault.KafkaShareGroupFailureHandler',
    ],
    notReproduced: 'Giving a record up after some tries is what share groups are made to do.',
  },
  examples: {
    bad: [
      { role: 'broker', settings: `${attempts}=2`, version: '4.2' },
      { role: 'consumer', settings: `group.id=orders\n${mode}=implicit`, version: '4.2' },
      { role: 'consumer', settings: `group.id=orders\nsmallrye:share-group=true\n${onFailure}=reject`, version: '4.2' },
    ],
    good: [
      { role: 'broker', settings: `${attempts}=5`, version: '4.2' },
      { role: 'consumer', settings: `group.id=orders\n${mode}=explicit`, version: '4.2' },
      { role: 'consumer', settings: `group.id=orders\nsmallrye:share-group=true\n${onFailure}=release`, version: '4.2' },
    ],
  },
  *check(config) {
    const limit = explicitNumber(config, attempts);
    if (config.role === 'broker' && limit && limit.number < 5 && config.kafkaDefault(attempts).kind !== 'absent')
      yield { message: 'attempts', at: limit.setting, fixes: [unsafe(set(attempts, '5'))] };
    if (config.role === 'consumer') yield* checkConsumer(config);
  },
});

function* checkConsumer(config: EffectiveConfig): Iterable<Finding> {
  const acknowledgement = config.explicit(mode);
  if (acknowledgement && config.text(mode) === 'implicit' && atLeast(config.version, '4.1'))
    yield { message: 'implicit', at: acknowledgement, fixes: [unsafeBut('codeMustAcknowledge', set(mode, 'explicit'))] };
  const type = config.explicit(onFailure);
  if (!type || config.flag('smallrye:share-group') !== true) return;
  if (['accept', 'reject'].includes(config.text(onFailure)?.toLowerCase() ?? ''))
    yield { message: 'givenUp', at: type, severity: 'warning', fixes: [safe(set(onFailure, 'release'))] };
}
