import { defineRule, set, unsafe, unsafeBut } from './rule.js';

const strategy = 'smallrye:commit-strategy';
const maxAge = 'smallrye:throttled.unprocessed-record-max-age.ms';

export default defineRule({
  id: 'commit-strategy-risky',
  roles: ['consumer'],
  reads: [strategy, maxAge],
  severity: 'warning',
  messages: {
    latest:
      '{property}={value} commits the offset of each record that is acknowledged, also while earlier ones are still being worked on. After a crash nobody reads those again.',
    ignore:
      '{property}={value} commits nothing. Unless the code commits, a restart begins where auto.offset.reset says: records are skipped, or all are read again.',
    unwatched:
      '{property}={value} turns off the watch over records that are never acknowledged. One of them holds back every commit of its partition from then on, and a restart reads everything since again.',
    watched: 'the channel reports a failure when a record is not acknowledged within a minute',
  },
  docs: {
    summary: 'The channel commits offsets of records that are not done, or none at all',
    why:
      'SmallRye commits an offset when the message is acknowledged. With throttled, the default, it commits only what has no unfinished record before it. With latest it commits the newest that is acknowledged: if records are worked on at the same time or asynchronously, those before it are skipped after a crash or a rebalance. With ignore it leaves the commits to enable.auto.commit or to the code. ' +
      'The throttled strategy also looks for records that nobody acknowledges; throttled.unprocessed-record-max-age.ms=0 turns that off.',
    remedy: 'Leave commit-strategy at throttled, with enable.auto.commit not set. It costs no more than a little memory.',
    falsePositives:
      'latest in a channel that works on one record after the other and acknowledges each when it is done; ignore in an application that keeps offsets itself, or commits them in transactions (KafkaTransactions), of which nothing is said where a channel of the same file has a transactional.id.',
    references: [
      'io.smallrye.reactive.messaging.kafka.commit.KafkaLatestCommit',
      'io.smallrye.reactive.messaging.kafka.commit.KafkaIgnoreCommit',
      'io.smallrye.reactive.messaging.kafka.commit.KafkaThrottledLatestProcessedCommit',
      'https://smallrye.io/smallrye-reactive-messaging/latest/kafka/receiving-kafka-records/',
    ],
    evidence: ['commit-before-work-is-done'],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: `group.id=orders\n${strategy}=latest` },
      { role: 'consumer', settings: `group.id=orders\n${strategy}=ignore` },
      { role: 'consumer', settings: `group.id=orders\n${maxAge}=0` },
    ],
    good: [
      { role: 'consumer', settings: `group.id=orders\n${strategy}=throttled` },
      { role: 'consumer', settings: `group.id=orders\n${strategy}=ignore\nenable.auto.commit=true` },
      { role: 'consumer', settings: `group.id=orders\n${maxAge}=30000` },
    ],
  },
  *check(config) {
    // a share group acknowledges each record by itself
    if (config.flag('smallrye:share-group') === true) return;
    const chosen = config.explicit(strategy);
    const name = config.text(strategy);
    const fixes = [unsafeBut('watched', set(strategy, 'throttled'))];
    if (chosen && name === 'latest') yield { message: 'latest', at: chosen, fixes };
    // auto-commit-enabled speaks of commits by a timer
    const othersCommit = config.flag('enable.auto.commit') === true || config.facts.has('commits-in-transactions');
    if (chosen && name === 'ignore' && !othersCommit) yield { message: 'ignore', at: chosen, fixes };
    const age = config.explicit(maxAge);
    const throttled = config.effective(strategy)?.text === 'throttled';
    if (age && throttled && config.number(maxAge) === 0)
      yield { message: 'unwatched', at: age, severity: 'information', fixes: [unsafe(set(maxAge, '60000'))] };
  },
});
