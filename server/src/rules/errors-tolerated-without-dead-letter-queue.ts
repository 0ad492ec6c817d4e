import type { EffectiveConfig } from '../config/effective.js';
import { listOf } from '../config/node.js';
import { defineRule, set, unsafeBut, type Fix } from './rule.js';

const tolerance = 'errors.tolerance';
const deadLetters = 'errors.deadletterqueue.topic.name';

export default defineRule({
  id: 'errors-tolerated-without-dead-letter-queue',
  roles: ['sink-connector'],
  reads: [tolerance, deadLetters],
  severity: 'warning',
  strictSeverity: 'error',
  messages: {
    skipped:
      '{property}={value} without errors.deadletterqueue.topic.name: a record that cannot be converted, transformed or written is left out, its offset is committed, and nothing keeps it.',
    stops: 'the task stops at such a record until somebody removes the cause',
    watchTopic: 'the worker creates the topic with three replicas if it is not there; somebody must look at what arrives in it',
  },
  docs: {
    summary: 'A sink connector leaves out records that fail, and keeps them nowhere',
    why: 'With errors.tolerance=all a sink connector skips a record that a converter or a transformation cannot handle, or that the connector reports as impossible to write. The offset is committed and the record never reaches the other system. Without errors.deadletterqueue.topic.name there is no copy of it apart from the source topic, where nobody knows which one it was, and without errors.log.enable not even a line in the log.',
    remedy:
      'Name a dead-letter topic, and set errors.deadletterqueue.context.headers.enable=true: the headers say why a record failed and where it came from. Or write errors.tolerance=none, the default, with which the task fails.',
    falsePositives: 'Sinks of which single records may be lost.',
    references: [
      'https://kafka.apache.org/documentation/#sinkconnectconfigs',
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect',
      'org.apache.kafka.connect.runtime.errors.DeadLetterQueueReporter',
    ],
    notReproduced:
      'Leaving records out is what the setting is for: the broker keeps the record, and the connector never asks for it again.',
  },
  examples: {
    bad: [
      { role: 'sink-connector', settings: `topics=orders\n${tolerance}=all` },
      { role: 'sink-connector', settings: `topics.regex=orders.*\n${tolerance}=all\n${deadLetters}=` },
    ],
    good: [
      { role: 'sink-connector', settings: `topics=orders\n${tolerance}=all\n${deadLetters}=bad-orders` },
      { role: 'sink-connector', settings: `topics=orders\n${tolerance}=none` },
      { role: 'sink-connector', settings: 'topics=orders' },
    ],
  },
  *check(config) {
    const at = config.explicit(tolerance);
    const queue = config.explicit(deadLetters);
    if (!at || config.text(tolerance) !== 'all' || config.effective(deadLetters)?.text !== '') return;
    const fixes = [...keep(config), unsafeBut('stops', set(tolerance, 'none'))];
    yield { message: 'skipped', at, related: queue ? [queue] : [], fixes };
  },
});

/** Connect refuses a dead-letter topic that the connector reads itself. */
function keep(config: EffectiveConfig): readonly Fix[] {
  const topic = `${config.text('name') ?? 'sink'}-dead-letters`;
  const mayRead = config.explicit('topics.regex') ?? listOf(config, 'topics').includes(topic);
  if (mayRead !== false) return [];
  return [unsafeBut('watchTopic', set(deadLetters, topic), set('errors.deadletterqueue.context.headers.enable', 'true'))];
}
