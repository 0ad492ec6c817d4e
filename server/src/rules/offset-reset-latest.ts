import { isLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, set, unsafeBut } from './rule.js';
import { isAnonymous } from './shared/anonymous-group.js';
import { enoughLookBack } from './shared/offset-reset.js';

/** `largest` was its name in 0.8 and is what librdkafka makes of all three; `end` is librdkafka's alone. */
const names: ReadonlySet<string> = new Set(['latest', 'largest', 'end']);

/** Spring Cloud Stream's: the consumer goes to where auto.offset.reset says, at its first assignment of each start. */
const atEveryStart = 'scs:consumer.reset-offsets';

export default defineRule({
  id: 'offset-reset-latest',
  roles: ['consumer', 'librdkafka-consumer'],
  reads: ['auto.offset.reset', atEveryStart],
  severity: 'warning',
  messages: {
    explicit:
      'auto.offset.reset={value}: where the group has no committed offset, it starts behind the last record. When partitions are added, the producer writes to them before this consumer knows them, and those records are never read; the same after the committed offset has expired.',
    byDefault:
      'auto.offset.reset is not set and defaults to latest: where the group has no committed offset, it starts behind the last record. When partitions are added, the producer writes to them before this consumer knows them, and those records are never read; the same after the committed offset has expired.',
    everyStart:
      '{property}={value} and auto.offset.reset=latest: every start goes to the end of the topics, whatever the group has committed, so that what was written while the application was down is never read.',
    continues: 'the group goes on where it has committed last',
    readsFromStart: 'groups without a committed offset read from the start',
    needsNewClient: 'groups without a committed offset go back that far; needs Kafka clients 4.0',
  },
  docs: {
    summary: 'Without a committed offset the consumer skips everything that is already there',
    why:
      'latest decides in three cases: a new group, a committed offset that has expired or is out of range, and a partition that was added to the topic. The last one hides: the producer refreshes its metadata first and writes to the new partition, the consumer learns of it up to metadata.max.age.ms later and starts at its end. ' +
      'What was written in between is never read, with the classic and with the new consumer group protocol, and there is no error, no log line and no lag. After an expired offset everything written while the group was away is skipped.',
    remedy:
      'Set auto.offset.reset=earliest and make processing idempotent: a group without a committed offset then reads from the start of the log. Since Kafka 4.0 by_duration:PT6M is a compromise: it goes back six minutes, more than the time in which a new partition stays unseen.',
    falsePositives:
      'Consumers that want only what happens from now on: live views, cache invalidation, tests. Set the profile at-most-once for such applications.',
    references: [
      'https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset',
      'KAFKA-12478: https://issues.apache.org/jira/browse/KAFKA-12478',
      'KIP-1106, by_duration',
      'org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder#resetOffsetsForAutoRebalance',
    ],
    evidence: ['partitions-added'],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'scs:binding.group=orders\nauto.offset.reset=latest\nscs:consumer.reset-offsets=true' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=latest' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=latest', version: '3.9' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=latest\nmetadata.max.age.ms=600000' },
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.records=100', leftToKafka: ['auto.offset.reset'] },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\nauto.offset.reset=END' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders' },
    ],
    good: [
      { role: 'consumer', settings: 'scs:binding.group=orders\nscs:consumer.reset-offsets=true' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=earliest' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=none' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=by_duration:PT6M' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\nauto.offset.reset=beginning' },
    ],
  },
  *check(config) {
    const reset = config.effective('auto.offset.reset');
    if (!reset || !names.has(reset.text)) return;
    const always = config.explicit(atEveryStart);
    if (always && config.flag(atEveryStart) === true)
      yield { message: 'everyStart', at: always, fixes: [unsafeBut('continues', set(atEveryStart, 'false'))] };
    const fixes = [unsafeBut('readsFromStart', set('auto.offset.reset', 'earliest'))];
    if (atLeast(config.version, '4.0') && !isLibrdkafka(config.role) && !config.facts.has('no-reset-by-duration'))
      fixes.push(unsafeBut('needsNewClient', set('auto.offset.reset', enoughLookBack(config))));
    if (reset.setting) yield { message: 'explicit', at: reset.setting, fixes };
    // it is latest for want of a group, and no-consumer-group says what that does
    else if (!isAnonymous(config)) yield { message: 'byDefault', at: 'absent', severity: 'information', fixes };
  },
});
