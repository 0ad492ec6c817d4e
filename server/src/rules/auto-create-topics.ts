import { defineRule, set, unsafeBut } from './rule.js';
import { isControllerOnly } from './shared/replication.js';

const key = 'auto.create.topics.enable';

export default defineRule({
  id: 'auto-create-topics',
  roles: ['broker'],
  reads: [key, 'default.replication.factor', 'process.roles', 'broker.id', 'node.id'],
  severity: 'warning',
  foldsInDevelopment: true,
  messages: {
    explicit: '{property}={value}: a misspelled topic name creates a topic, and its records are acknowledged where nobody reads them.',
    byDefault:
      '{property} is not set and is true: a misspelled topic name creates a topic, and its records are acknowledged where nobody reads them.',
    createFirst: 'topics must then be created before they are used',
  },
  docs: {
    summary: 'Topics come into being when somebody uses their name',
    why: 'With automatic creation a producer with a typing error gets no error: records for “oders” instead of “orders” are acknowledged, and the consumer of “orders” never sees them. The new topic has the default replication factor, which is 1 unless default.replication.factor says otherwise, so its records are also lost with one disk.',
    remedy:
      'Write false, and create topics on purpose, with their number of partitions and replicas. Kafka Streams and Kafka Connect create their own topics through an admin client and do not need it.',
    falsePositives: 'Clusters on which anybody may create topics on purpose.',
    references: [`https://kafka.apache.org/documentation/#brokerconfigs_${key}`, 'kafka.server.DefaultAutoTopicCreationManager'],
    evidence: ['disk-lost'],
  },
  examples: {
    bad: [
      { role: 'broker', settings: `${key}=true` },
      { role: 'broker', settings: 'default.replication.factor=3', leftToKafka: [key] },
    ],
    good: [{ role: 'broker', settings: `${key}=false` }],
  },
  *check(config) {
    if (isControllerOnly(config) || config.flag(key) !== true) return;
    const setting = config.explicit(key);
    const fixes = [unsafeBut('createFirst', set(key, 'false'))];
    if (setting) yield { message: 'explicit', at: setting, fixes };
    else yield { message: 'byDefault', at: 'absent', data: { property: key }, severity: 'information', fixes };
  },
});
