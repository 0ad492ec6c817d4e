import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { defineRule, remove, safe, set, unsafe, type Finding } from './rule.js';
import { ackMode, asyncAcks, isDeferred, isMadeManual, isManual } from './shared/ack-mode.js';

const listenerType = 'spring:listener.type';

export default defineRule({
  id: 'ack-mode-ignored',
  roles: ['consumer'],
  reads: ['enable.auto.commit', ackMode, asyncAcks, listenerType],
  severity: 'warning',
  hides: ['auto-commit-enabled'],
  messages: {
    refused:
      'enable-auto-commit={auto} with ack-mode={mode}: the listener containers do not start. Acknowledging by hand needs auto commit off.',
    refusedAsync:
      'enable-auto-commit={auto} with async-acks: the listener containers do not start. Such acknowledgements are made by hand, which needs auto commit off.',
    refusedBatches:
      'ack-mode=record with type=batch: the listener containers do not start, as a listener that gets batches cannot acknowledge single records.',
    ignored:
      'enable-auto-commit={auto} makes ack-mode={mode} void: Kafka’s timer commits what poll() handed out, and the listener container commits nothing.',
    madeManual:
      'async-acks puts manual in place of ack-mode={mode}: nothing is committed that the listener does not acknowledge itself. Up to spring-kafka 3.1 the mode holds, and async-acks does nothing.',
  },
  docs: {
    summary: 'The listener’s ack-mode has no effect, or stops the application',
    why:
      'spring-kafka commits offsets itself by ack-mode, and only while enable.auto.commit is false. With auto commit on, batch, record, time and count have no effect: offsets are committed by a timer, also for records that an asynchronous listener has not finished, and those are lost in a crash. With manual or manual-immediate the container refuses to start. ' +
      'It refuses record too where the listeners get whole batches. With async-acks the mode is manual, whatever is set.',
    remedy:
      'Turn auto commit off: spring-kafka then commits after the listener has returned, as ack-mode says. Nothing else is needed. Listeners of batches take ack-mode=batch, and those that acknowledge from other threads manual.',
    falsePositives: 'A listener that sets its own mode, or whether it gets batches, in its annotation.',
    references: [
      'org.springframework.kafka.listener.KafkaMessageListenerContainer.ListenerConsumer#determineAutoCommit',
      'org.springframework.kafka.listener.KafkaMessageListenerContainer.ListenerConsumer#determineAckMode',
      'org.springframework.kafka.listener.ContainerProperties.AckMode',
      'https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/message-listener-container.html',
    ],
    evidence: ['commit-before-work-is-done'],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: `enable.auto.commit=true\n${ackMode}=manual`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `enable.auto.commit=true\n${ackMode}=manual-immediate`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `enable.auto.commit=true\n${ackMode}=record`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `enable.auto.commit=true\n${ackMode}=time`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `enable.auto.commit=true\n${asyncAcks}=true`, carriers: ['spring-boot'], version: '4.1' },
      { role: 'consumer', settings: `${ackMode}=record\n${listenerType}=batch`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=batch\n${asyncAcks}=true`, carriers: ['spring-boot'], version: '4.1' },
    ],
    good: [
      { role: 'consumer', settings: `enable.auto.commit=false\n${ackMode}=manual`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=record`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: 'enable.auto.commit=true', carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=batch\n${listenerType}=batch`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=manual\n${asyncAcks}=true`, carriers: ['spring-boot'] },
    ],
  },
  *check(config) {
    const mode = modeIn(config);
    const at = config.explicit('enable.auto.commit');
    const auto = config.text('enable.auto.commit');
    if (at && auto !== undefined && config.flag('enable.auto.commit') === true) yield* withAutoCommit({ at, data: { auto } }, mode, config);
    else if (mode) yield* madeManual(mode, config);
    if (mode) yield* withBatches(mode, config);
  },
});

/** A mode that is set and known. */
interface Mode {
  readonly at: Setting;
  readonly mode: string;
}

function modeIn(config: EffectiveConfig): Mode | undefined {
  const at = config.explicit(ackMode);
  const mode = config.text(ackMode);
  return at && mode !== undefined ? { at, mode } : undefined;
}

function* withAutoCommit(auto: Required<Pick<Finding, 'at' | 'data'>>, mode: Mode | undefined, config: EffectiveConfig): Iterable<Finding> {
  const refused = { severity: 'error', refusedByKafka: true } as const;
  const async = config.explicit(asyncAcks);
  if (async && isMadeManual(config)) {
    yield { ...auto, ...refused, message: 'refusedAsync', related: [async], fixes: [unsafe(set('enable.auto.commit', 'false'))] };
    return;
  }
  if (!mode) return;
  // what was committed by the timer is committed after each batch then: a mode that defers it would be news
  const changes = [set('enable.auto.commit', 'false'), ...(isDeferred(mode.mode) ? [set(ackMode, 'batch')] : [])];
  const finding = { ...auto, related: [mode.at], data: { ...auto.data, mode: mode.mode }, fixes: [safe(...changes)] };
  if (isManual(mode.mode)) yield { ...finding, ...refused, message: 'refused' };
  else yield { ...finding, message: 'ignored' };
}

function* madeManual({ at, mode }: Mode, config: EffectiveConfig): Iterable<Finding> {
  const async = config.explicit(asyncAcks);
  if (!async || !isMadeManual(config)) return;
  yield { message: 'madeManual', at, related: [async], data: { mode }, fixes: [unsafe(set(ackMode, 'manual')), unsafe(remove(async))] };
}

function* withBatches({ at, mode }: Mode, config: EffectiveConfig): Iterable<Finding> {
  const type = config.explicit(listenerType);
  if (!type || mode !== 'record' || config.text(listenerType) !== 'batch' || isMadeManual(config)) return;
  const fixes = [safe(set(ackMode, 'batch')), unsafe(set(listenerType, 'single'))];
  yield { message: 'refusedBatches', at, related: [type], severity: 'error', refusedByKafka: true, fixes };
}
