import { defineRule, safe, set, unsafeBut } from './rule.js';

export default defineRule({
  id: 'auto-commit-enabled',
  roles: ['consumer'],
  reads: ['enable.auto.commit', 'group.id'],
  severity: 'warning',
  messages: {
    explicit:
      'enable.auto.commit={value}: a timer commits what poll() handed out, processed or not. Records handed to another thread, or whose exception is swallowed, are skipped after a crash; a loop that finishes each batch before it polls again loses none.',
    byDefault:
      'enable.auto.commit is not set and defaults to true: a timer commits what poll() handed out, processed or not. Records handed to another thread, or whose exception is swallowed, are skipped after a crash; a loop that finishes each batch before it polls again loses none.',
    codeMustCommit: 'the code must commit after processing',
  },
  docs: {
    summary: 'Offsets are committed by a timer and not after processing',
    why:
      'With enable.auto.commit the consumer commits inside poll() and close(), every auto.commit.interval.ms, the offsets of the records that earlier polls returned. It does not know whether they are processed. ' +
      'A worker thread, a reactive chain or a caught exception leaves records behind the committed offset, and after a crash or a rebalance nobody reads them again. ' +
      'A strictly synchronous loop is safe with the Java client, because poll() commits only what the poll before it returned.',
    remedy:
      'Set enable.auto.commit=false and commit after the work is done: commitSync() or commitAsync() in a plain consumer; with Spring nothing else is needed, because its listener container then commits after the listener. The price is one commit per batch, and duplicates after a crash.',
    falsePositives:
      'A consumer that processes every record in the polling thread and lets exceptions end the loop. Applications that may skip records: set the profile at-most-once.',
    references: [
      'https://kafka.apache.org/documentation/#consumerconfigs_enable.auto.commit',
      'org.apache.kafka.clients.consumer.KafkaConsumer (class documentation, automatic and manual offset control)',
      'org.springframework.kafka.listener.KafkaMessageListenerContainer.ListenerConsumer#determineAutoCommit',
    ],
    evidence: ['commit-before-work-is-done', 'commit-first'],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\nenable.auto.commit=true' },
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.records=100', carriers: ['plain'] },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\nenable.auto.commit=false' },
      { role: 'consumer', settings: 'max.poll.records=100' },
      { role: 'consumer', settings: 'group.id=orders\nmax.poll.records=100', carriers: ['spring-boot'] },
    ],
  },
  *check(config) {
    if (config.flag('enable.auto.commit') !== true) return;
    const turnOff = set('enable.auto.commit', 'false');
    const fixes = [config.facts.has('framework-commits') ? safe(turnOff) : unsafeBut('codeMustCommit', turnOff)];
    const explicit = config.explicit('enable.auto.commit');
    if (explicit) yield { message: 'explicit', at: explicit, fixes };
    // without a group the default is false since 2.2 (ConsumerConfig#maybeOverrideEnableAutoCommit)
    else if (config.explicit('group.id')) yield { message: 'byDefault', at: 'absent', severity: 'information', fixes };
  },
});
