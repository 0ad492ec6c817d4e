import { defineRule, set, unsafe } from './rule.js';
import { ackMode, isDeferred, isMadeManual } from './shared/ack-mode.js';

const ackCount = 'spring:listener.ack-count';

export default defineRule({
  id: 'ack-mode-deferred',
  roles: ['consumer'],
  reads: [ackMode],
  severity: 'information',
  messages: {
    time: 'ack-mode={value}: finished records wait for their commit until ack-time (5 s if not set) has passed. What was finished and not committed is processed again after a crash or a rebalance.',
    count:
      'ack-mode={value}: finished records wait for their commit until there are ack-count of them. What was finished and not committed is processed again after a crash or a rebalance.',
    countOfOne:
      'ack-mode={value} without ack-count commits every record by itself, as ack-mode=record does; with a larger ack-count, finished records wait for their commit and are processed again after a crash.',
  },
  docs: {
    summary: 'Finished records wait for their commit',
    why: 'With time, count and count-time the listener container commits only after ack-time or after ack-count records, not when the records of a poll are done. Nothing is lost, but after a crash or a rebalance all finished records whose commit was still waiting are processed again: more of them the longer the wait.',
    remedy:
      'Use batch, the default, which commits when the records of a poll are processed; or record, which commits after each one and costs a request for every record.',
    falsePositives:
      'Listeners whose work can be repeated without harm and that want fewer commits. With transactions the mode does not matter, and nothing is said where the file sets a transaction-id-prefix.',
    references: [
      'org.springframework.kafka.listener.ContainerProperties.AckMode',
      'org.springframework.kafka.listener.KafkaMessageListenerContainer.ListenerConsumer#processCommits',
      'https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/message-listener-container.html',
    ],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: `${ackMode}=time`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=count`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=count\n${ackCount}=500`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=count-time`, carriers: ['spring-boot'] },
    ],
    good: [
      { role: 'consumer', settings: `${ackMode}=batch`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=record`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=count\n${ackCount}=1`, carriers: ['spring-boot'] },
    ],
  },
  *check(config) {
    const setting = config.explicit(ackMode);
    const mode = config.text(ackMode);
    if (!setting || mode === undefined || !isDeferred(mode)) return;
    // the mode has no effect then, which ack-mode-ignored says
    if (config.flag('enable.auto.commit') === true || isMadeManual(config)) return;
    // in a transaction the offset goes with each record (ListenerConsumer#ackCurrent)
    if (config.siblings.some(sibling => sibling.role === 'producer' && sibling.explicit('spring:transaction-id-prefix'))) return;
    const count = config.explicit(ackCount);
    const counts = mode !== 'time';
    // a count of one is reached by every record (ListenerConsumer#countAcks)
    if (counts && count && config.number(ackCount) === 1) return;
    const message = !counts ? 'time' : count ? 'count' : 'countOfOne';
    const related = counts && count ? [count] : [];
    yield { message, at: setting, related, fixes: [unsafe(set(ackMode, 'batch')), unsafe(set(ackMode, 'record'))] };
  },
});
