import type { EffectiveConfig } from '../config/effective.js';
import { listOf } from '../config/node.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, remove, unsafe, type Finding } from './rule.js';
import { matchesInJava } from './shared/java-pattern.js';

const deadLetters = 'errors.deadletterqueue.topic.name';

export default defineRule({
  id: 'sink-topics-conflict',
  roles: ['sink-connector'],
  reads: ['topics', 'topics.regex', deadLetters],
  severity: 'error',
  messages: {
    both: 'topics and topics.regex exclude each other; Connect does not create the connector.',
    neither: '{property} is empty, and a sink must have topics or topics.regex; Connect does not create the connector.',
    deadLettersListed: 'The dead-letter topic {topic} is one of the topics that the connector reads; Connect does not create it.',
    deadLettersMatched: 'The dead-letter topic {topic} is matched by topics.regex={pattern}; Connect does not create the connector.',
  },
  docs: {
    summary: 'The topics of a sink connector contradict each other, so that Connect does not create it',
    why: 'A sink reads either the topics of a list or those that a pattern matches. Records that it cannot process may go to a dead-letter topic, which it must not read itself: it would fail with the same record again and again. Connect refuses such a connector, and nothing is written to the other system.',
    remedy: 'Keep one of topics and topics.regex, and name a dead-letter topic that is not among them.',
    falsePositives: 'A connector that is no sink but has topics, of a class whose name does not say so.',
    references: [
      'org.apache.kafka.connect.runtime.SinkConnectorConfig (validate)',
      'https://kafka.apache.org/documentation/#sinkconnectconfigs',
    ],
  },
  examples: {
    bad: [
      { role: 'sink-connector', settings: 'topics=orders\ntopics.regex=orders-.*' },
      { role: 'sink-connector', settings: 'topics=' },
      { role: 'sink-connector', settings: 'topics=orders,bad-orders\nerrors.deadletterqueue.topic.name=bad-orders' },
      { role: 'sink-connector', settings: 'topics.regex=orders.*\nerrors.deadletterqueue.topic.name=orders-bad' },
    ],
    good: [
      { role: 'sink-connector', settings: 'topics=orders\nerrors.deadletterqueue.topic.name=bad-orders' },
      { role: 'sink-connector', settings: 'topics.regex=orders.*\nerrors.deadletterqueue.topic.name=bad-orders' },
    ],
  },
  *check(config) {
    // SinkConnectorConfig.validate came with topics.regex
    if (before(config.version, '1.1')) return;
    for (const finding of [...checkBoth(config), ...checkDeadLetters(config)]) yield { refusedByKafka: true, ...finding };
  },
});

/** A value of blanks counts as none. */
function* checkBoth(config: EffectiveConfig): Iterable<Finding> {
  const [topics, pattern] = [config.explicit('topics'), config.explicit('topics.regex')];
  const [some, other] = [topics, pattern].map(setting => setting !== undefined && config.text(setting.property) !== '');
  if (topics && pattern && some && other)
    yield { message: 'both', at: pattern, on: 'key', related: [topics], fixes: [unsafe(remove(pattern)), unsafe(remove(topics))] };
  const empty = topics ?? pattern;
  if (empty && !some && !other) yield { message: 'neither', at: empty, on: 'key' };
}

/** Since 2.5: before, the two were not compared. */
function* checkDeadLetters(config: EffectiveConfig): Iterable<Finding> {
  const at = config.explicit(deadLetters);
  const topic = config.text(deadLetters);
  if (!at || topic === undefined || topic === '' || !atLeast(config.version, '2.5')) return;
  const fixes = [unsafe(remove(at))];
  const topics = config.explicit('topics');
  if (topics && listOf(config, 'topics').includes(topic))
    yield { message: 'deadLettersListed', at, related: [topics], data: { topic }, fixes };
  const regex = config.explicit('topics.regex');
  // the blanks around it belong to the pattern
  const pattern = regex?.value.known ? regex.value.text : undefined;
  if (regex && pattern !== undefined && matchesInJava(pattern, topic))
    yield { message: 'deadLettersMatched', at, related: [regex], data: { topic, pattern }, fixes };
}
