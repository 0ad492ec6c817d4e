import type { EffectiveConfig } from '../config/effective.js';
import { listOf } from '../config/node.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, remove, safe, set, unsafe, type Finding } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';

const tags = 'rack.aware.assignment.tags';
const tagPrefix = 'client.tag.';
/** StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_LIST_SIZE, …_KEY_LENGTH and …_VALUE_LENGTH. */
const most = { tags: 5, key: 20, value: 30 };

export default defineRule({
  id: 'streams-start-conflict',
  roles: ['streams'],
  reads: [tags, 'group.protocol'],
  severity: 'error',
  messages: {
    tagMissing: '{property} names {tag}, but {key} is not set; Kafka Streams does not start.',
    tooManyTags: '{property} is one of {count} client tags; Kafka Streams takes {most} at most and does not start.',
    tagKeyLong: '{property}: what follows client.tag. may have {most} characters; Kafka Streams does not start.',
    tagValueLong: '{property}={value}: the value may have {most} characters; Kafka Streams does not start.',
    tagEmpty: '{property}: neither the name nor the value of a tag may be empty; Kafka Streams {version} does not start.',
    metricsPush:
      '{property} in a properties file stops Kafka Streams {version} with a ClassCastException, be it true or false: it wants a Boolean and gets a text. enable.metrics.push without a prefix works.',
    staticMember: '{property} with group.protocol=streams: that protocol knows no static members, and Kafka Streams does not start.',
    segment: '{property}={value} is less than {batch}={size}: a full batch would not fit into a segment, and Kafka Streams does not start.',
    taken: '{property}: Kafka Streams 0.11 turns automatic commits off itself and does not start where the key is given.',
  },
  docs: {
    summary: 'Settings that contradict each other, so that Kafka Streams does not start',
    why: 'StreamsConfig compares some of its keys with each other and with those of the clients inside it, and throws when the application starts. An instance that does not come back after a restart leaves its work to the others, or to nobody.',
    remedy: 'Change one of the settings that the message names.',
    falsePositives: 'An application whose code puts other values into its configuration after it has read the file.',
    references: [
      'org.apache.kafka.streams.StreamsConfig (validateRackAwarenessConfiguration, verifyClientTelemetryConfigs, verifyStreamsProtocolCompatibility, getMainConsumerConfigs)',
      'https://kafka.apache.org/documentation/#streamsconfigs',
    ],
  },
  examples: {
    bad: [
      { role: 'streams', settings: 'rack.aware.assignment.tags=zone' },
      { role: 'streams', settings: 'client.tag.zone=0123456789012345678901234567890' },
      { role: 'streams', settings: 'main.consumer.enable.metrics.push=false' },
      { role: 'streams', settings: 'group.protocol=streams\ngroup.instance.id=one' },
      { role: 'streams', settings: 'topic.segment.bytes=1000\nproducer.batch.size=16384' },
    ],
    good: [
      { role: 'streams', settings: 'rack.aware.assignment.tags=zone\nclient.tag.zone=a' },
      { role: 'streams', settings: 'rack.aware.assignment.tags=zone', version: '3.1' },
      { role: 'streams', settings: 'enable.metrics.push=false' },
      { role: 'streams', settings: 'main.consumer.enable.metrics.push=false', version: '3.9' },
      { role: 'streams', settings: 'group.protocol=classic\ngroup.instance.id=one' },
      { role: 'streams', settings: 'topic.segment.bytes=1048576\nproducer.batch.size=16384' },
    ],
  },
  *check(config) {
    for (const check of [checkTags, checkMetrics, checkProtocol, checkSegment, checkTaken]) {
      for (const finding of check(config)) yield { refusedByKafka: true, ...finding };
    }
  },
});

/** Since 3.2; a tag without name or value is refused only since 4.3. */
function* checkTags(config: EffectiveConfig): Iterable<Finding> {
  if (before(config.version, '3.2')) return;
  const given = config.settings.filter(({ property }) => property.startsWith(tagPrefix) && property !== tagPrefix);
  const [, , , , , sixth] = given;
  if (sixth) yield { message: 'tooManyTags', at: sixth, on: 'key', data: { count: given.length, most: most.tags } };
  for (const at of given) {
    const key = at.property.slice(tagPrefix.length);
    const value = at.value.known ? at.value.text : undefined;
    if (key.length > most.key) yield { message: 'tagKeyLong', at, on: 'key', data: { most: most.key } };
    if (value !== undefined && value.length > most.value) yield { message: 'tagValueLong', at, data: { most: most.value } };
    if ((key.trim() === '' || value?.trim() === '') && atLeast(config.version, '4.3'))
      yield { message: 'tagEmpty', at, on: 'key', fixes: [unsafe(remove(at))] };
  }
  const at = config.explicit(tags);
  for (const tag of at ? listOf(config, tags) : []) {
    const key = tagPrefix + tag;
    if (at && (tag === '' || !config.explicit(key))) yield { message: 'tagMissing', at, data: { tag, key }, fixes: [unsafe(remove(at))] };
  }
}

function* checkMetrics(config: EffectiveConfig): Iterable<Finding> {
  if (before(config.version, '4.0')) return;
  for (const prefix of ['main.consumer', 'consumer', 'admin']) {
    const at = config.explicit(`${prefix}.enable.metrics.push`);
    if (at) yield { message: 'metricsPush', at, on: 'key', fixes: [unsafe(remove(at))] };
  }
}

/** Any text is an instance id here, also an empty one: the number of the thread is put behind it. */
function* checkProtocol(config: EffectiveConfig): Iterable<Finding> {
  const protocol = config.explicit('group.protocol');
  if (!protocol || config.text('group.protocol')?.toLowerCase() !== 'streams' || before(config.version, '4.1')) return;
  for (const prefix of ['main.consumer.', 'consumer.', '']) {
    const at = config.explicit(`${prefix}group.instance.id`);
    if (!at) continue;
    const fixes = [unsafe(remove(at)), unsafe(set('group.protocol', 'classic'))];
    yield { message: 'staticMember', at, on: 'key', related: [protocol], fixes };
    return;
  }
}

function* checkSegment(config: EffectiveConfig): Iterable<Finding> {
  if (before(config.version, '2.2')) return;
  const segment = explicitNumber(config, 'topic.segment.bytes');
  const batch = explicitNumber(config, config.explicit('producer.batch.size') ? 'producer.batch.size' : 'batch.size');
  if (!segment || !batch || segment.number >= batch.number) return;
  const data = { batch: batch.setting.property, size: batch.number };
  yield { message: 'segment', at: segment.setting, related: [batch.setting], data, fixes: [unsafe(remove(segment.setting))] };
}

function* checkTaken(config: EffectiveConfig): Iterable<Finding> {
  if (atLeast(config.version, '1.0')) return;
  const at = config.explicit('consumer.enable.auto.commit') ?? config.explicit('enable.auto.commit');
  if (at) yield { message: 'taken', at, on: 'key', fixes: [safe(remove(at))] };
}
