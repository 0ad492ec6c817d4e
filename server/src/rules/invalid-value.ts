import type { EffectiveConfig } from '../config/effective.js';
import { isSensitive, type ValueType } from '../kafka/property.js';
import { recommendedValue } from '../kafka/recommended.js';
import { violationOf, type Violation } from '../kafka/value.js';
import { defineRule, set, unsafe, type Finding, type Fix } from './rule.js';
import { everyRole } from './shared/roles.js';

/** What the value must be, by the kind of refusal. */
const demands: Readonly<Record<Violation['kind'], string>> = {
  'not-boolean': 'it must be true or false',
  'not-integer': 'it must be a whole number, with nothing behind it',
  'not-number': 'it must be a number',
  empty: 'it must not be empty',
  'empty-item': 'it must not hold an empty item, and no comma may end it',
  'bad-duration': 'a length of time such as PT6M must follow by_duration:',
  'out-of-type-range': 'it must lie between {min} and {max}',
  'below-minimum': 'it must be at least {min}',
  'above-maximum': 'it must be at most {max}',
  'excluded-number': 'it must not be {excluded}',
  'not-one-of': 'it must be one of {allowed}, written exactly so',
  'unknown-word': 'it must be one of {allowed}, in capitals or small letters',
  'not-in-list': '{item} is not among {allowed}',
  'not-a-class': 'it must be the full name of a class',
  'control-character': 'it must not hold control characters',
  'bad-form': 'it must be {form}',
  'too-many-items': 'it must not hold more than {max} items',
};

/** Types of which org.apache.kafka.common.config.ConfigDef#parseType takes no number and no boolean. */
const textTypes: ReadonlySet<ValueType> = new Set(['string', 'class', 'password', 'list']);

export default defineRule({
  id: 'invalid-value',
  roles: everyRole,
  reads: [],
  severity: 'error',
  messages: {
    ...messagesOf('', ''),
    ...messagesOf(' near', ' The nearest valid value is {nearest}.'),
    notText:
      '{property}={value} is refused: {framework} hands it over as the {kind} that YAML makes of it, and Kafka takes only text here. Put it in quotes.',
    noDuration: '{property}={value} is refused: {framework} wants a length of time here, such as 500ms, 5s, 2m or PT5S, or a number of ms.',
    noSize:
      '{property}={value} is refused: {framework} wants a size here, such as 512B, 16KB or 1MB in just these letters, or a number of bytes.',
    hidden: 'The value of {property} is refused: it is not of the kind that is wanted here.',
  },
  docs: {
    summary: 'The value is refused, so the process does not start',
    why:
      'Kafka checks every value against the type, the range and the list of words of its key when it starts, and most words count only in one spelling: acks=ALL is refused where acks=all is right. ' +
      'In a properties file a comment behind a value, quotes and units belong to the value, and are refused with it.',
    remedy: 'Write one of the values that the message names. The rest of the file has no effect until then, as nothing starts.',
    falsePositives:
      'A client that is not Kafka’s Java client and accepts other words, such as librdkafka. A plug-in that redefines a key of Kafka.',
    references: [
      'org.apache.kafka.common.config.ConfigDef.parseType and its validators',
      'kafka.server.KafkaConfig.validateValues',
      'https://kafka.apache.org/documentation/#configuration',
    ],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'acks=ALL' },
      { role: 'producer', settings: 'linger.ms=-5' },
      { role: 'consumer', settings: 'auto.offset.reset=earliset\ngroup.id=orders' },
      { role: 'broker', settings: 'min.insync.replicas=2 # two of three' },
      { role: 'topic', settings: 'segment.bytes=1024' },
      { role: 'consumer', file: 'application.yml', text: 'spring.kafka.consumer:\n  heartbeat-interval: 3 s\n' },
      { role: 'producer', file: 'application.properties', text: 'spring.kafka.producer.batch-size=64kb\n' },
      { role: 'producer', file: 'application.yml', text: 'kafka:\n  producers:\n    default:\n      client.id: 5\n' },
    ],
    good: [
      { role: 'producer', settings: 'acks=all' },
      { role: 'consumer', settings: 'auto.offset.reset=earliest\ngroup.id=orders' },
      { role: 'broker', settings: 'min.insync.replicas=2' },
      { role: 'topic', settings: 'segment.bytes=1024', version: '3.9' },
    ],
  },
  *check(config) {
    for (const setting of config.settings) {
      const property = config.property(setting.property);
      if (property && textTypes.has(property.type) && setting.value.known && setting.value.as !== undefined) {
        const data = { kind: setting.value.as, framework: config.framework };
        yield { at: setting, refusedByKafka: true, message: 'notText', data, fixes: fixesFor(setting.property, undefined, config) };
        continue;
      }
      if (setting.value.known && setting.value.unfit) {
        const message = setting.value.unfit === 'size' ? 'noSize' : 'noDuration';
        yield { at: setting, refusedByKafka: true, message, data: { framework: config.framework } };
        continue;
      }
      const violation = property && setting.value.known ? violationOf(property, setting.value.text, config.version) : undefined;
      if (!violation || (violation.kind === 'excluded-number' && isOutranked(setting.property, config))) continue;
      const at = { at: setting, refusedByKafka: true };
      if (isSensitive(setting.property, property?.type)) yield { ...at, message: 'hidden' };
      else yield { ...at, ...described(violation), fixes: fixesFor(setting.property, violation.nearest, config) };
    }
  },
});

/** A retention in hours or minutes is read and then not used where a key with a finer unit is set. */
function isOutranked(property: string, config: EffectiveConfig): boolean {
  const finer = { 'log.retention.hours': ['ms', 'minutes'], 'log.retention.minutes': ['ms'] }[property] ?? [];
  return finer.some(unit => config.explicit(`log.retention.${unit}`));
}

function messagesOf(suffix: string, ending: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(demands).map(([kind, demand]) => [kind + suffix, `{property}={value} is refused: ${demand}.${ending}`]),
  );
}

function described(violation: Violation): Pick<Finding, 'message' | 'data'> {
  const near = violation.nearest === undefined ? undefined : { nearest: violation.nearest };
  return { message: violation.kind + (near ? ' near' : ''), data: { ...wordsOf(violation), ...near } };
}

function wordsOf(violation: Violation): Readonly<Record<string, string | number>> {
  switch (violation.kind) {
    case 'not-boolean':
    case 'not-integer':
    case 'not-number':
    case 'empty':
    case 'empty-item':
    case 'bad-duration':
    case 'not-a-class':
    case 'control-character':
      return {};
    case 'bad-form':
      return { form: violation.form };
    case 'out-of-type-range':
      return { min: violation.min, max: violation.max };
    case 'below-minimum':
      return { min: violation.min };
    case 'above-maximum':
    case 'too-many-items':
      return { max: violation.max };
    case 'excluded-number':
      return { excluded: violation.excluded };
    case 'not-one-of':
      return { allowed: [...violation.allowed, ...(violation.orDuration ? ['by_duration:<ISO-8601 duration>'] : [])].join(', ') };
    case 'unknown-word':
      return { allowed: violation.allowed.join(', ') };
    case 'not-in-list':
      return { item: violation.item, allowed: violation.allowed.join(', ') };
  }
}

/** The nearest value may be a weak one (0 in-sync replicas is nearest to 1), so the recommended one is offered as well. */
function fixesFor(name: string, nearest: string | undefined, config: EffectiveConfig): readonly Fix[] {
  const values = [nearest, recommendedValue(config.role, name)].filter(value => value !== undefined);
  return [...new Set(values)].map(value => unsafe(set(name, value)));
}
