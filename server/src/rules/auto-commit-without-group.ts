import { atLeast } from '../kafka/version.js';
import { defineRule, set, unsafe } from './rule.js';

export default defineRule({
  id: 'auto-commit-without-group',
  roles: ['consumer'],
  reads: ['enable.auto.commit'],
  severity: 'error',
  hides: ['auto-commit-enabled'],
  messages: {
    refused:
      'enable.auto.commit={value} without a group.id: the consumer does not start, since 2.2 Kafka has no group to commit for. Name the group, or leave auto commit off.',
  },
  docs: {
    summary: 'Automatic commits are asked for, but there is no consumer group',
    why: 'Offsets are committed for a group. Since Kafka 2.2 group.id has no default, and a consumer that asks for automatic commits without one ends with an InvalidConfigurationException when it is built. Before that it ran in the group with the empty name.',
    remedy:
      'Set group.id to the name under which this application’s progress is kept; or set enable.auto.commit=false where the consumer assigns partitions itself and keeps offsets elsewhere.',
    falsePositives:
      'A program that adds group.id in its code. Spring and other frameworks, which name the group at the listener, are left out.',
    references: [
      'KIP-289, no default for group.id',
      'org.apache.kafka.clients.consumer.ConsumerConfig#maybeOverrideEnableAutoCommit',
      'https://kafka.apache.org/documentation/#consumerconfigs_group.id',
    ],
  },
  examples: {
    bad: [{ role: 'consumer', file: 'consumer.properties', text: 'enable.auto.commit=true\n' }],
    good: [
      { role: 'consumer', settings: 'enable.auto.commit=true\ngroup.id=orders' },
      { role: 'consumer', settings: 'enable.auto.commit=false' },
      { role: 'consumer', settings: 'enable.auto.commit=true', version: '2.1' },
      { role: 'consumer', settings: 'enable.auto.commit=true', carriers: ['spring-boot'] },
    ],
  },
  *check(config) {
    const setting = config.explicit('enable.auto.commit');
    if (!setting || config.flag('enable.auto.commit') !== true) return;
    if (config.explicit('group.id') || config.facts.has('group-may-be-in-code')) return;
    if (!atLeast(config.version, '2.2')) return;
    yield { message: 'refused', at: setting, refusedByKafka: true, fixes: [unsafe(set('enable.auto.commit', 'false'))] };
  },
});
