import type { EffectiveConfig } from '../config/effective.js';
import { isLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import { defineRule, safe, set, unsafeBut, type Finding } from './rule.js';

export default defineRule({
  id: 'auto-commit-enabled',
  roles: ['consumer', 'librdkafka-consumer'],
  reads: ['enable.auto.commit', 'enable.auto.offset.store', 'group.id'],
  severity: 'warning',
  messages: {
    explicit:
      'enable.auto.commit={value}: a timer commits what poll() handed out, processed or not. Records handed to another thread, or whose exception is swallowed, are skipped after a crash; a loop that finishes each batch before it polls again loses none.',
    byDefault:
      'enable.auto.commit is not set and defaults to true: a timer commits what poll() handed out, processed or not. Records handed to another thread, or whose exception is swallowed, are skipped after a crash; a loop that finishes each batch before it polls again loses none.',
    stored:
      '{setting}={value}: librdkafka stores the offset of a record when it hands the record out, and commits it from a thread of its own. A record that is being processed in a crash is skipped, also in a loop that does one after the other.',
    storedByDefault:
      'enable.auto.commit and enable.auto.offset.store are not set and default to true: librdkafka stores the offset of a record when it hands the record out, and commits it from a thread of its own. A record that is being processed in a crash is skipped, also in a loop that does one after the other.',
    codeMustCommit: 'the code must commit after processing',
    codeMustStore: 'the code must store the offset of a record when it is done with it',
  },
  docs: {
    summary: 'Offsets are committed by a timer and not after processing',
    why:
      'With enable.auto.commit the consumer commits inside poll() and close(), every auto.commit.interval.ms, the offsets of the records that earlier polls returned. It does not know whether they are processed. ' +
      'A worker thread, a reactive chain or a caught exception leaves records behind the committed offset, and after a crash or a rebalance nobody reads them again. ' +
      'A strictly synchronous loop is safe with the Java client, because poll() commits only what the poll before it returned. ' +
      'librdkafka commits whatever it has handed out, unless enable.auto.offset.store=false leaves it to the code to say what is done.',
    remedy:
      'Set enable.auto.commit=false and commit after the work is done: commitSync() or commitAsync() in a plain consumer; with Spring nothing else is needed, because its listener container then commits after the listener. The price is one commit per batch, and duplicates after a crash. With librdkafka set enable.auto.offset.store=false and store the offset of each record after its processing.',
    falsePositives:
      'A consumer that processes every record in the polling thread and lets exceptions end the loop. Applications that may skip records: set the profile at-most-once.',
    references: [
      'https://kafka.apache.org/documentation/#consumerconfigs_enable.auto.commit',
      'https://github.com/confluentinc/librdkafka/blob/master/INTRODUCTION.md#at-least-once-processing',
      'org.apache.kafka.clients.consumer.KafkaConsumer (class documentation, automatic and manual offset control)',
      'org.springframework.kafka.listener.KafkaMessageListenerContainer.ListenerConsumer#determineAutoCommit',
    ],
    evidence: ['commit-before-work-is-done', 'commit-first'],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\nenable.auto.commit=true' },
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.records=100', carriers: ['plain'] },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\nenable.auto.commit=true' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\nenable.auto.offset.store=true' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders' },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\nenable.auto.commit=false' },
      { role: 'consumer', settings: 'max.poll.records=100' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\nenable.auto.commit=true\nenable.auto.offset.store=false' },
      { role: 'librdkafka-consumer', settings: 'group.id=orders\nauto.commit.interval.ms=0' },
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.records=100', carriers: ['spring-boot'] },
    ],
  },
  *check(config) {
    if (config.flag('enable.auto.commit') !== true) return;
    if (isLibrdkafka(config.role)) {
      yield* checkLibrdkafka(config);
      return;
    }
    const turnOff = set('enable.auto.commit', 'false');
    const fixes = [config.facts.has('framework-commits') ? safe(turnOff) : unsafeBut('codeMustCommit', turnOff)];
    const explicit = config.explicit('enable.auto.commit');
    if (explicit) yield { message: 'explicit', at: explicit, fixes };
    // without a group the default is false since 2.2 (ConsumerConfig#maybeOverrideEnableAutoCommit)
    else if (config.explicit('group.id')) yield { message: 'byDefault', at: 'absent', severity: 'information', fixes };
  },
});

/** It commits what is stored, in the background; with an interval of 0 it does not. */
function* checkLibrdkafka(config: EffectiveConfig): Iterable<Finding> {
  if (config.flag('enable.auto.offset.store') !== true || config.number('auto.commit.interval.ms') === 0) return;
  const fixes = [
    unsafeBut('codeMustStore', set('enable.auto.offset.store', 'false')),
    unsafeBut('codeMustCommit', set('enable.auto.commit', 'false')),
  ];
  const explicit = config.explicit('enable.auto.offset.store') ?? config.explicit('enable.auto.commit');
  if (explicit) yield { message: 'stored', at: explicit, data: { setting: explicit.property }, fixes };
  else if (config.explicit('group.id')) yield { message: 'storedByDefault', at: 'absent', severity: 'information', fixes };
}
