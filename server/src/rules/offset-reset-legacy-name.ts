import { defineRule, set, unsafe, unsafeBut } from './rule.js';

const modern: ReadonlyMap<string, string> = new Map([
  ['smallest', 'earliest'],
  ['largest', 'latest'],
]);

/** Keys of the Scala consumer of Kafka 0.8, for which the old names are right. */
const scalaKeys = ['consumer.timeout.ms', 'zookeeper.connect', 'auto.commit.enable'];

export default defineRule({
  id: 'offset-reset-legacy-name',
  roles: ['consumer'],
  reads: ['auto.offset.reset'],
  severity: 'error',
  hides: ['invalid-value'],
  messages: {
    refused:
      'auto.offset.reset={value} is a name of the Scala consumer of Kafka 0.8: the Java consumer does not start with it, it wants {modern}.',
    scala:
      'auto.offset.reset={value} belongs to the Scala consumer of Kafka 0.8, as other keys here do. The Java consumer does not start with it, it wants {modern}.',
    forJava: 'for the Java consumer',
    readsFromStart: 'groups without a committed offset read from the start',
  },
  docs: {
    summary: 'smallest and largest are names of the old Scala consumer',
    why: 'The consumer of Kafka 0.8 said smallest and largest. The Java consumer, the only one since 2.0, knows earliest, latest and none, and throws a ConfigException for anything else when it is built.',
    remedy:
      'Write earliest instead of smallest, and latest instead of largest; and think about earliest in the second case, because latest skips records.',
    falsePositives:
      'Files for librdkafka clients and for the Scala consumer, which know the old names. Where keys of the Scala consumer stand beside it, the finding is a warning.',
    references: [
      'https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset',
      'org.apache.kafka.clients.consumer.ConsumerConfig',
    ],
  },
  examples: {
    bad: [
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=smallest' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=largest' },
    ],
    good: [
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=earliest' },
      { role: 'consumer', settings: 'group.id=orders\nauto.offset.reset=latest' },
    ],
  },
  *check(config) {
    const setting = config.explicit('auto.offset.reset');
    const name = modern.get(config.text('auto.offset.reset') ?? '');
    if (!setting || name === undefined) return;
    const scala = scalaKeys.some(key => config.explicit(key) ?? config.unknownKeys.find(unknown => unknown.key === key));
    const sameMeaning = set('auto.offset.reset', name);
    const fixes = [scala ? unsafeBut('forJava', sameMeaning) : unsafe(sameMeaning)];
    if (name !== 'earliest') fixes.push(unsafeBut('readsFromStart', set('auto.offset.reset', 'earliest')));
    const data = { modern: name };
    if (scala) yield { message: 'scala', at: setting, data, fixes, severity: 'warning', certainty: 'assumed' };
    else yield { message: 'refused', at: setting, data, fixes, refusedByKafka: true };
  },
});
