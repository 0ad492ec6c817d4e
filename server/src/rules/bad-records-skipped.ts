import type { EffectiveConfig } from '../config/effective.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, set, unsafeBut, type Finding, type Fix } from './rule.js';

const deadLetters = 'errors.dead.letter.queue.topic.name';
const ofBinder = 'scs:streams.deserialization-exception-handler';
const errors = 'org.apache.kafka.streams.errors';
const processor = 'org.apache.kafka.streams.processor';

/** A key that says what becomes of a record that fails. */
interface Handler {
  readonly key: string;
  /** The key that took its place in 4.0: where both are set, the older one is not read. */
  readonly newer?: string;
  readonly skips: readonly string[];
  /** Hands what it skips to a dead-letter topic, if there is one (KIP-1034). */
  readonly mayKeep: readonly string[];
  readonly message: string;
  /** What is said where the framework skips without being told to. */
  readonly byDefault?: string;
  readonly fails: string;
  /** Keys that decide instead, where one of them is set. */
  readonly decidedBy?: readonly string[];
  /** A flag by which the content of what is skipped stays somewhere. */
  readonly keptBy?: string;
}

const logAndContinue = [`${errors}.LogAndContinueExceptionHandler`];
const skipInvalid = [`${processor}.LogAndSkipOnInvalidTimestamp`];
const undecodable = {
  skips: logAndContinue,
  mayKeep: logAndContinue,
  message: 'undecodable',
  fails: `${errors}.LogAndFailExceptionHandler`,
};
const withoutTime = { skips: skipInvalid, mayKeep: [], message: 'withoutTime', fails: `${processor}.FailOnInvalidTimestamp` };
const unprocessed = [`${errors}.LogAndContinueProcessingExceptionHandler`];

/** Flags of ksqlDB: whether it fails. Its processing log has the content of a record only if it is told so. */
const ofKsql = { skips: ['false'], mayKeep: [], fails: 'true' } as const;
const rowsLogged = 'ksql:ksql.logging.processing.rows.include';

const handlers: readonly Handler[] = [
  { key: 'deserialization.exception.handler', ...undecodable },
  { key: 'default.deserialization.exception.handler', newer: 'deserialization.exception.handler', ...undecodable },
  {
    key: 'processing.exception.handler',
    skips: unprocessed,
    mayKeep: unprocessed,
    message: 'unprocessed',
    fails: `${errors}.LogAndFailProcessingExceptionHandler`,
  },
  { key: 'default.timestamp.extractor', ...withoutTime },
  { key: 'timestamp.extractor', ...withoutTime },
  {
    key: ofBinder,
    skips: ['logandcontinue', 'skipandcontinue'],
    mayKeep: ['logandcontinue'],
    message: 'undecodable',
    fails: 'logAndFail',
  },
  {
    key: 'ksql:ksql.fail.on.deserialization.error',
    ...ofKsql,
    message: 'undecodable',
    byDefault: 'undecodableByDefault',
    decidedBy: ['deserialization.exception.handler', 'default.deserialization.exception.handler'],
    keptBy: rowsLogged,
  },
  {
    key: 'ksql:ksql.fail.on.production.error',
    ...ofKsql,
    message: 'unwritten',
    decidedBy: ['production.exception.handler', 'default.production.exception.handler'],
  },
  { key: 'ksql:ksql.timestamp.throw.on.invalid', ...ofKsql, message: 'withoutTime', keptBy: rowsLogged },
];

export default defineRule({
  id: 'bad-records-skipped',
  roles: ['streams'],
  reads: handlers.map(({ key }) => key),
  severity: 'warning',
  messages: {
    undecodable: '{property}={value}: a record that cannot be deserialized is skipped, and its offset is committed. Nothing keeps it.',
    undecodableByDefault:
      '{property} is not set and is false: a record that cannot be deserialized is skipped, and its offset is committed. Nothing keeps it.',
    unwritten: '{property}={value}: a result that cannot be written to its topic is dropped, and the query goes on. Nothing keeps it.',
    unprocessed: '{property}={value}: a record whose processing fails is skipped, and its offset is committed. Nothing keeps it.',
    withoutTime: '{property}={value}: a record with a negative timestamp is dropped with a line in the log. Nothing keeps it.',
    stops: 'the application stops at such a record until somebody removes the cause',
    topicIsNeeded: 'the topic must exist, and the application must be allowed to write to it',
  },
  docs: {
    summary: 'Kafka Streams or ksqlDB skips records that it cannot read or process, and nothing keeps them',
    why:
      'By default Kafka Streams stops at a record that it cannot deserialize or process, so that nobody overlooks it. With a handler that logs and continues it goes on to the next record and commits the offset: after a producer has changed its format, every one of its records is skipped, and the application looks healthy. ' +
      'The same holds for the timestamp extractor that skips records without a valid time. ksqlDB skips what it cannot deserialize unless it is told to fail; its processing log says that it happened, and what was in the record only with ksql.logging.processing.rows.include=true.',
    remedy:
      'Name a dead-letter topic with errors.dead.letter.queue.topic.name, which Kafka Streams has from 4.2 on: what is skipped goes there. Before, use the handler that fails, or one of your own that writes the record to a topic; with Spring Cloud Stream sendToDlq does that. In ksqlDB set ksql.fail.on.deserialization.error=true. A record that is dropped for its timestamp goes to no dead-letter topic.',
    falsePositives: 'Data of which single records may be lost, such as measurements that are made again every second.',
    references: [
      `${errors}.LogAndContinueExceptionHandler`,
      `${errors}.LogAndContinueProcessingExceptionHandler`,
      `${processor}.LogAndSkipOnInvalidTimestamp`,
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-1034%3A+Dead+letter+queue+in+Kafka+Streams',
      'org.springframework.cloud.stream.binder.kafka.streams.DeserializationExceptionHandler',
      'io.confluent.ksql.util.KsqlConfig',
    ],
    notReproduced: 'Skipping is what the handler is for: the broker keeps the record, and the application never asks for it again.',
  },
  examples: {
    bad: [
      { role: 'streams', settings: `deserialization.exception.handler=${errors}.LogAndContinueExceptionHandler` },
      { role: 'streams', settings: `default.deserialization.exception.handler=${errors}.LogAndContinueExceptionHandler`, version: '3.9' },
      { role: 'streams', settings: `processing.exception.handler=${errors}.LogAndContinueProcessingExceptionHandler`, version: '4.1' },
      { role: 'streams', settings: `default.timestamp.extractor=${processor}.LogAndSkipOnInvalidTimestamp` },
      { role: 'streams', settings: 'ksql:ksql.fail.on.deserialization.error=false' },
      { role: 'streams', settings: 'ksql:ksql.fail.on.production.error=false' },
      { role: 'streams', settings: 'num.standby.replicas=1', carriers: ['ksqldb'] },
      { role: 'streams', settings: `${ofBinder}=logAndContinue` },
      { role: 'streams', settings: `${ofBinder}=skip-and-continue`, version: '4.1' },
    ],
    good: [
      { role: 'streams', settings: `deserialization.exception.handler=${errors}.LogAndFailExceptionHandler` },
      {
        role: 'streams',
        settings: `deserialization.exception.handler=${errors}.LogAndContinueExceptionHandler\n${deadLetters}=orders-dead-letters`,
        version: '4.2',
      },
      { role: 'streams', settings: `default.timestamp.extractor=${processor}.WallclockTimestampExtractor` },
      { role: 'streams', settings: 'ksql:ksql.fail.on.deserialization.error=true' },
      { role: 'streams', settings: `${ofBinder}=logAndFail` },
      { role: 'streams', settings: `${ofBinder}=sendToDlq` },
    ],
  },
  *check(config) {
    for (const handler of handlers) {
      const at = config.explicit(handler.key);
      const value = valueOf(handler, config);
      if (!handler.skips.includes(value) || isDead(handler, config)) continue;
      const keeps = handler.mayKeep.includes(value) && hasDeadLetters(config);
      if (keeps || (handler.keptBy !== undefined && config.flag(handler.keptBy) !== false)) continue;
      const fixes = fixesFor(handler, value, config);
      if (at) yield { at, message: handler.message, fixes } satisfies Finding;
      else if (handler.byDefault !== undefined) {
        const property = handler.key.slice(handler.key.indexOf(':') + 1);
        yield { at: 'absent', message: handler.byDefault, severity: 'information', data: { property }, fixes } satisfies Finding;
      }
    }
  },
});

/** Whether another key decides instead. */
function isDead({ newer, decidedBy = [] }: Handler, config: EffectiveConfig): boolean {
  const replaced = newer !== undefined && atLeast(config.version, '4.0') && config.explicit(newer) !== undefined;
  return replaced || decidedBy.some(key => config.explicit(key));
}

/** What the handler is told, by the file or else by its framework. The binder takes its words in any case, and with dashes. */
function valueOf({ key, skips }: Handler, config: EffectiveConfig): string {
  const text = config.effective(key)?.text ?? '';
  if (key === ofBinder) return text.replace(/[-_]/g, '').toLowerCase();
  // Boolean.parseBoolean takes everything but true for false
  return skips === ofKsql.skips && text !== '' ? String(text.toLowerCase() === 'true') : text;
}

/** Handlers write to it since 4.2. */
function hasDeadLetters(config: EffectiveConfig): boolean {
  return atLeast(config.version, '4.2') && config.explicit(deadLetters) !== undefined;
}

function fixesFor({ key, mayKeep, fails }: Handler, value: string, config: EffectiveConfig): readonly Fix[] {
  const application = config.text('application.id');
  const topic = atLeast(config.version, '4.2') && mayKeep.includes(value) ? `${application ?? 'streams'}-dead-letters` : undefined;
  return [
    ...(topic === undefined ? [] : [unsafeBut('topicIsNeeded', set(deadLetters, topic))]),
    ...(key === ofBinder ? [unsafeBut('topicIsNeeded', set(ofBinder, 'sendToDlq'))] : []),
    unsafeBut('stops', set(key, fails)),
  ];
}
