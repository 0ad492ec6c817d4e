import type { EffectiveConfig } from '../config/effective.js';
import { defineRule, set, unsafeBut, type Finding } from './rule.js';
import { ownName } from './shared/own-name.js';

const onFailure = 'smallrye:failure-strategy';
const deadLetterTopic = 'smallrye:dead-letter-queue.topic';
const failOnDecoding = 'smallrye:fail-on-deserialization-failure';
const valueHandler = 'smallrye:value-deserialization-failure-handler';
const decodingHandlers = ['smallrye:key-deserialization-failure-handler', valueHandler];
const deadLetters = 'scs:consumer.enable-dlq';
const commitOnError = 'scs:consumer.auto-commit-on-error';
const atMostOnce = 'scs:consumer.reactive-at-most-once';
const errorHandler = 'scs:binding.error-handler-definition';
const skipUndecodable = 'micronaut:skip-record-on-deserialization-failure';

export default defineRule({
  id: 'failures-skipped',
  roles: ['consumer'],
  reads: [onFailure, failOnDecoding, deadLetters, commitOnError, atMostOnce, skipUndecodable],
  severity: 'warning',
  messages: {
    ignored: '{property}={value}: a record whose processing fails is acknowledged like any other and never read again. Nothing keeps it.',
    retriesEnd:
      '{property}={value} without dead-letter-queue.topic: a record that still fails after the last retry is acknowledged like any other. Nothing keeps it.',
    becomesNull:
      '{property}={value}: a record that cannot be deserialized reaches the application as null, and its content is lost where nobody checks for that.',
    skipped: '{property}={value}: a record that cannot be deserialized is skipped with a line in the log. Nothing keeps it.',
    noDeadLetters:
      '{property}={value}: a record that still fails after the last attempt is skipped with a line in the log. Nothing keeps it.',
    noDeadLettersByDefault:
      'enable-dlq is not set and is false: a record that still fails after the last attempt is skipped with a line in the log. Nothing keeps it.',
    committed:
      '{property}={value}: for a polled consumer the offset of a record that fails is committed. It is not tried again, and nothing keeps it.',
    committedFirst:
      '{property}={value}: offsets are committed before the application gets the records. What it is working on when it crashes is never processed.',
    watchTopic: 'somebody must look at what arrives in the dead-letter topic',
    stops: 'the channel stops at such a record until somebody removes the cause',
    staysThere: 'the consumer stays at such a record until somebody removes the cause',
    mayRepeat: 'a record that fails is handed out again',
    codeMustAcknowledge: 'the code must acknowledge each record',
  },
  docs: {
    summary: 'A record that cannot be processed is skipped, and nothing keeps it',
    why:
      'What a framework does with a record that the application cannot process is a matter of configuration. SmallRye stops by default; with failure-strategy=ignore it acknowledges the record, with delayed-retry-topic it does so after the last retry unless dead-letter-queue.topic is set, and with fail-on-deserialization-failure=false it hands null on. Spring Cloud Stream tries three times and goes on to the next record; without enable-dlq the failed one is a line in the log. ' +
      'In each of these cases the offset is committed, and the group never reads the record again. An error that lasts, such as a database that is down, takes one record after the other in this way.',
    remedy:
      'Use a dead-letter topic: failure-strategy=dead-letter-queue with SmallRye, enable-dlq=true with Spring Cloud Stream, and look at what arrives there. Or let the consumer stop.',
    falsePositives: 'Data of which single records may be lost, and applications whose own error handler keeps what fails.',
    references: [
      'io.smallrye.reactive.messaging.kafka.fault.KafkaIgnoreFailure',
      'io.smallrye.reactive.messaging.kafka.fault.KafkaDelayedRetryTopic#handle',
      'io.smallrye.reactive.messaging.kafka.fault.DeserializerWrapper',
      'org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder',
      'org.springframework.cloud.stream.binder.kafka.properties.KafkaConsumerProperties',
      'io.micronaut.configuration.kafka.exceptions.DefaultKafkaListenerExceptionHandler',
    ],
    notReproduced: 'Skipping is what the setting is for: the broker keeps the record, and the application never asks for it again.',
  },
  examples: {
    bad: [
      { role: 'consumer', settings: `group.id=orders\n${onFailure}=ignore` },
      { role: 'consumer', settings: `group.id=orders\n${onFailure}=delayed-retry-topic\nsmallrye:dead-letter-queue.acks=all` },
      { role: 'consumer', settings: `group.id=orders\n${failOnDecoding}=false` },
      { role: 'consumer', settings: `${skipUndecodable}=true` },
      { role: 'consumer', settings: 'scs:binding.group=orders\nscs:consumer.enable-dlq=false' },
      { role: 'consumer', settings: 'scs:binding.group=orders\nscs:consumer.max-attempts=5' },
      { role: 'consumer', settings: 'scs:binding.group=orders\nscs:consumer.auto-commit-on-error=true' },
      { role: 'consumer', settings: 'scs:binding.group=orders\nscs:consumer.reactive-at-most-once=true' },
    ],
    good: [
      { role: 'consumer', settings: `group.id=orders\n${onFailure}=dead-letter-queue` },
      { role: 'consumer', settings: `group.id=orders\n${onFailure}=fail` },
      { role: 'consumer', settings: `group.id=orders\n${onFailure}=delayed-retry-topic\n${deadLetterTopic}=orders-failed` },
      { role: 'consumer', settings: `group.id=orders\n${failOnDecoding}=false\n${valueHandler}=orders` },
      { role: 'consumer', settings: `${skipUndecodable}=false` },
      { role: 'consumer', settings: 'scs:binding.group=orders\nscs:consumer.enable-dlq=true' },
    ],
  },
  *check(config) {
    yield* checkChannel(config);
    yield* checkBinding(config);
    const at = config.explicit(skipUndecodable);
    if (at && config.flag(skipUndecodable) === true)
      yield { message: 'skipped', at, fixes: [unsafeBut('staysThere', set(skipUndecodable, 'false'))] };
  },
});

/** Of SmallRye, which takes the names of strategies as they are written. */
function* checkChannel(config: EffectiveConfig): Iterable<Finding> {
  const strategy = config.explicit(onFailure);
  const name = config.text(onFailure);
  // a transaction that fails is aborted, and its records are read again
  const aborts = config.facts.has('commits-in-transactions') && config.text('smallrye:commit-strategy') === 'ignore';
  if (strategy && name === 'ignore' && !aborts) {
    const keep = [set(onFailure, 'dead-letter-queue'), set('smallrye:dead-letter-queue.acks', 'all')];
    yield { message: 'ignored', at: strategy, fixes: [unsafeBut('watchTopic', ...keep), unsafeBut('stops', set(onFailure, 'fail'))] };
  }
  if (strategy && name === 'delayed-retry-topic' && !config.explicit(deadLetterTopic)) {
    const topic = `dead-letter-topic-${ownName(config)}`;
    yield { message: 'retriesEnd', at: strategy, fixes: [unsafeBut('watchTopic', set(deadLetterTopic, topic))] };
  }
  const decoding = config.explicit(failOnDecoding);
  // a handler is asked instead
  if (!decoding || config.flag(failOnDecoding) !== false || decodingHandlers.some(key => config.explicit(key))) return;
  yield { message: 'becomesNull', at: decoding, fixes: [unsafeBut('stops', set(failOnDecoding, 'true'))] };
}

function* checkBinding(config: EffectiveConfig): Iterable<Finding> {
  const commits = config.explicit(commitOnError);
  if (commits && config.flag(commitOnError) === true)
    yield { message: 'committed', at: commits, fixes: [unsafeBut('mayRepeat', set(commitOnError, 'false'))] };
  const first = config.explicit(atMostOnce);
  if (first && config.flag(atMostOnce) === true) {
    const afterwards = set('scs:consumer.reactive-auto-commit', 'true');
    const fixes = [
      unsafeBut('mayRepeat', set(atMostOnce, 'false'), afterwards),
      unsafeBut('codeMustAcknowledge', set(atMostOnce, 'false')),
    ];
    yield { message: 'committedFirst', at: first, fixes };
  }
  yield* checkDeadLetters(config);
}

/** The binder refuses a dead-letter topic where no group is named; a handler of the user gets the failures before it. */
function* checkDeadLetters(config: EffectiveConfig): Iterable<Finding> {
  if (config.flag(deadLetters) !== false || config.explicit(errorHandler)) return;
  const at = config.explicit(deadLetters);
  const fixes = config.explicit('scs:binding.group') ? [unsafeBut('watchTopic', set(deadLetters, 'true'))] : [];
  if (at) yield { message: 'noDeadLetters', at, fixes };
  else if (fixes.length > 0) yield { message: 'noDeadLettersByDefault', at: 'absent', severity: 'information', fixes };
}
