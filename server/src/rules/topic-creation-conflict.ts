import type { EffectiveConfig } from '../config/effective.js';
import { listOf } from '../config/node.js';
import { before } from '../kafka/version.js';
import { defineRule, safe, set, unsafeBut, type Finding } from './rule.js';

const prefix = 'topic.creation.';
/** A group that the user has named, or the default one, and the two keys of it that Connect checks. */
const numberOfGroup = /^topic\.creation\.([^.]+)\.(replication\.factor|partitions)$/;

export default defineRule({
  id: 'topic-creation-conflict',
  roles: ['source-connector'],
  reads: ['topic.creation.groups'],
  severity: 'error',
  messages: {
    count: '{property}={value}: it must be 1 or more, or -1 for the broker’s own default; Connect does not create the connector.',
    missing: '{property} without {key}: Connect does not create a connector that is to create topics by its own rules without it.',
    defaultListed: '{property} names the group default, which is always there: before 3.4 Connect does not create the connector then.',
    brokersDefault: 'with -1 the broker’s own default holds',
  },
  docs: {
    summary: 'The rules for new topics are refused, so that Connect does not create the source connector',
    why: 'With topic.creation.* a source connector says how the topics are made that it writes to. Connect wants the number of replicas and partitions for the default group then, and refuses 0 and numbers below -1.',
    remedy: 'Set topic.creation.default.replication.factor=3, or -1 for the broker’s default, and topic.creation.default.partitions.',
    falsePositives: 'A worker with topic.creation.enable=false, which ignores these keys.',
    references: [
      'org.apache.kafka.connect.runtime.SourceConnectorConfig',
      'org.apache.kafka.connect.runtime.TopicCreationConfig',
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-158%3A+Kafka+Connect+should+allow+source+connectors+to+set+topic-specific+settings+for+new+topics',
    ],
  },
  examples: {
    bad: [
      { role: 'source-connector', settings: 'topic.creation.default.replication.factor=0\ntopic.creation.default.partitions=1' },
      { role: 'source-connector', settings: 'topic.creation.default.replication.factor=3' },
      { role: 'source-connector', settings: 'topic.creation.groups=logs' },
    ],
    good: [
      { role: 'source-connector', settings: 'topic.creation.default.replication.factor=-1\ntopic.creation.default.partitions=3' },
      { role: 'source-connector', settings: 'topic.creation.default.replication.factor=0', version: '2.5' },
    ],
  },
  *check(config) {
    if (before(config.version, '2.6')) return;
    for (const finding of [...checkCounts(config), ...checkDefaults(config), ...checkGroups(config)])
      yield { refusedByKafka: true, ...finding };
  },
});

function* checkCounts(config: EffectiveConfig): Iterable<Finding> {
  const groups = namedGroups(config);
  for (const at of config.settings) {
    const group = numberOfGroup.exec(at.property)?.[1];
    const text = config.text(at.property);
    if (group === undefined || !groups.has(group) || text === undefined || /^(-1|\+?0*[1-9]\d*)$/.test(text)) continue;
    yield { message: 'count', at, fixes: [unsafeBut('brokersDefault', set(at.property, '-1'))] };
  }
}

function* checkGroups(config: EffectiveConfig): Iterable<Finding> {
  const at = config.explicit(`${prefix}groups`);
  const groups = listOf(config, `${prefix}groups`);
  if (!at || !groups.includes('default') || !before(config.version, '3.4')) return;
  yield { message: 'defaultListed', at, fixes: [safe(set(at.property, groups.filter(group => group !== 'default').join(',')))] };
}

/** Keys of a group that topic.creation.groups does not name are not read. */
function namedGroups(config: EffectiveConfig): ReadonlySet<string> {
  return new Set(['default', ...listOf(config, `${prefix}groups`)]);
}

function* checkDefaults(config: EffectiveConfig): Iterable<Finding> {
  // also what is said of a group that no list names has Connect look for the default one
  const at = [...config.settings, ...config.ignored].find(({ property }) => property.startsWith(prefix));
  for (const name of ['replication.factor', 'partitions']) {
    const key = `${prefix}default.${name}`;
    if (at && !config.explicit(key))
      yield { message: 'missing', at, on: 'key', data: { key }, fixes: [unsafeBut('brokersDefault', set(key, '-1'))] };
  }
}
