import { defineRule, safe, set } from './rule.js';
import { ackMode, isDeferred, isManual } from './shared/ack-mode.js';

export default defineRule({
  id: 'ack-mode-ignored',
  roles: ['consumer'],
  reads: ['enable.auto.commit', ackMode],
  severity: 'warning',
  hides: ['auto-commit-enabled'],
  messages: {
    refused:
      'enable-auto-commit={value} with ack-mode={mode}: the listener containers do not start. Acknowledging by hand needs auto commit off.',
    ignored:
      'enable-auto-commit={value} makes ack-mode={mode} void: Kafka’s timer commits what poll() handed out, and the listener container commits nothing.',
  },
  docs: {
    summary: 'Auto commit makes the listener’s ack-mode void, or stops the application',
    why: 'spring-kafka commits offsets itself by ack-mode, and only while enable.auto.commit is false. With auto commit on, batch, record, time and count have no effect: offsets are committed by a timer, also for records that an asynchronous listener has not finished, and those are lost in a crash. With manual or manual-immediate the container refuses to start.',
    remedy: 'Turn auto commit off: spring-kafka then commits after the listener has returned, as ack-mode says. Nothing else is needed.',
    falsePositives: 'none known.',
    references: [
      'org.springframework.kafka.listener.KafkaMessageListenerContainer.ListenerConsumer#determineAutoCommit',
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
    ],
    good: [
      { role: 'consumer', settings: `enable.auto.commit=false\n${ackMode}=manual`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: `${ackMode}=record`, carriers: ['spring-boot'] },
      { role: 'consumer', settings: 'enable.auto.commit=true', carriers: ['spring-boot'] },
    ],
  },
  *check(config) {
    const autoCommit = config.explicit('enable.auto.commit');
    const setting = config.explicit(ackMode);
    const mode = config.text(ackMode);
    if (!autoCommit || !setting || mode === undefined || config.flag('enable.auto.commit') !== true) return;
    // what was committed by the timer is committed after each batch then: a mode that defers it would be news
    const changes = [set('enable.auto.commit', 'false'), ...(isDeferred(mode) ? [set(ackMode, 'batch')] : [])];
    const finding = { at: autoCommit, related: [setting], data: { mode }, fixes: [safe(...changes)] };
    if (isManual(mode)) yield { ...finding, message: 'refused', severity: 'error', refusedByKafka: true };
    else yield { ...finding, message: 'ignored' };
  },
});
