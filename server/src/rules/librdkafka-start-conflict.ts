import type { EffectiveConfig } from '../config/effective.js';
import { librdkafkaRoles } from '../kafka/frameworks/librdkafka.js';
import type { Role } from '../kafka/property.js';
import { defineRule, remove, set, unsafe, type Finding, type Fix } from './rule.js';

/** A pair of settings that librdkafka compares: at least one of them is written. */
interface Comparison {
  readonly role?: Role;
  /** What is changed, then what it is compared with. */
  readonly keys: readonly [string, string];
  readonly message: string;
  /** Whether librdkafka accepts the two values. */
  readonly fits: (first: number, second: number) => boolean;
  /** What would fit. */
  readonly remedy: (second: number) => number;
  /** Only while the consumers of the group deal out the partitions. */
  readonly classic?: true;
  /** Only where the first one is written, as librdkafka adapts its default. */
  readonly writtenOnly?: true;
}

const [producer, consumer] = ['librdkafka-producer', 'librdkafka-consumer'] as const;

const comparisons: readonly Comparison[] = [
  {
    keys: ['reconnect.backoff.max.ms', 'reconnect.backoff.ms'],
    message: 'least',
    fits: (most, first) => most >= first,
    remedy: first => first,
  },
  {
    role: consumer,
    keys: ['max.poll.interval.ms', 'session.timeout.ms'],
    message: 'least',
    fits: (interval, session) => interval >= session,
    remedy: session => Math.max(session, 300_000),
    classic: true,
  },
  {
    role: consumer,
    keys: ['fetch.max.bytes', 'message.max.bytes'],
    message: 'least',
    fits: (fetch, one) => fetch >= one,
    remedy: one => one,
    writtenOnly: true,
  },
  {
    role: consumer,
    keys: ['receive.message.max.bytes', 'fetch.max.bytes'],
    message: 'frame',
    fits: (answer, fetch) => answer >= fetch + 512,
    remedy: fetch => fetch + 512,
    writtenOnly: true,
  },
];

/** What the broker decides or nobody does in the newer protocol. */
const ofClassicProtocol = ['session.timeout.ms', 'heartbeat.interval.ms', 'partition.assignment.strategy', 'group.protocol.type'];

export default defineRule({
  id: 'librdkafka-start-conflict',
  roles: librdkafkaRoles,
  reads: ['delivery.timeout.ms', 'linger.ms', 'transaction.timeout.ms', 'fetch.max.bytes', 'group.protocol'],
  severity: 'error',
  hides: ['max-poll-interval-short', 'delivery-timeout-short'],
  messages: {
    least: '{first} ({least}) is less than {second} ({limit}): librdkafka refuses to create this client.',
    frame: '{first} ({least}) leaves no room for the frame around {second} ({limit}): librdkafka refuses to create this client.',
    lingers:
      'delivery.timeout.ms ({timeout}) must be more than linger.ms ({linger}), or records expire before they are sent: librdkafka refuses to create this producer, or to send anything with it.',
    outlivesTransaction:
      '{property}={value} is more than transaction.timeout.ms ({transaction}) allows: librdkafka refuses to create this producer.',
    unordered: '{property}={value} with an idempotent producer: librdkafka refuses to create it.',
    gapless: 'enable.gapless.guarantee=true needs enable.idempotence=true: librdkafka refuses to create this producer.',
    classicOnly: '{property} is not for group.protocol=consumer, where the broker decides: librdkafka refuses to create this consumer.',
    fetchRange: 'fetch.min.bytes={value} must lie between 1 and 100000000: librdkafka refuses to create this consumer.',
  },
  docs: {
    summary: 'Settings that contradict each other, so that librdkafka creates no client',
    why: 'When a client is created, librdkafka completes its configuration and compares settings with each other. Where they do not fit together it creates nothing and returns an error, and the application sends and reads nothing.',
    remedy: 'Change one of the settings that the message names.',
    falsePositives: 'A program that sets the other key in its code.',
    references: [
      'rd_kafka_conf_finalize and rd_kafka_topic_conf_finalize of librdkafka (src/rdkafka_conf.c)',
      'https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md',
    ],
  },
  examples: {
    bad: [
      { role: producer, settings: 'delivery.timeout.ms=10\nlinger.ms=20' },
      { role: producer, settings: 'transactional.id=orders\ndelivery.timeout.ms=70000' },
      { role: producer, settings: 'transactional.id=orders\nsocket.timeout.ms=70000' },
      { role: producer, settings: 'enable.idempotence=true\nqueuing.strategy=lifo' },
      { role: producer, settings: 'enable.idempotence=true\nqueue.buffering.backpressure.threshold=2' },
      { role: producer, settings: 'enable.gapless.guarantee=true' },
      { role: producer, settings: 'reconnect.backoff.max.ms=50' },
      { role: consumer, settings: 'group.id=orders\nmax.poll.interval.ms=30000' },
      { role: consumer, settings: 'group.id=orders\nfetch.max.bytes=1000' },
      { role: consumer, settings: 'group.id=orders\nreceive.message.max.bytes=1000000' },
      { role: consumer, settings: 'group.id=orders\ngroup.protocol=consumer\nsession.timeout.ms=45000' },
      { role: consumer, settings: 'group.id=orders\nfetch.min.bytes=0' },
    ],
    good: [
      { role: producer, settings: 'delivery.timeout.ms=0\nlinger.ms=20' },
      { role: producer, settings: 'transactional.id=orders\ndelivery.timeout.ms=60000\nsocket.timeout.ms=60000' },
      { role: producer, settings: 'enable.idempotence=true\nqueuing.strategy=fifo\nenable.gapless.guarantee=true' },
      { role: consumer, settings: 'group.id=orders\ngroup.protocol=classic\nsession.timeout.ms=45000' },
      { role: consumer, settings: 'group.id=orders\nfetch.max.bytes=200000000' },
    ],
  },
  *check(config) {
    for (const comparison of comparisons) yield* compare(comparison, config);
    yield* config.role === producer ? checkProducer(config) : checkConsumer(config);
  },
});

function* compare({ role, keys, message, fits, remedy, classic, writtenOnly }: Comparison, config: EffectiveConfig): Iterable<Finding> {
  const [first, second] = keys;
  const [least, limit] = [config.number(first), config.number(second)];
  const [at, ...related] = keys.flatMap(key => config.explicit(key) ?? []);
  if ((role !== undefined && role !== config.role) || (classic && config.effective('group.protocol')?.text === 'consumer')) return;
  if (!at || least === undefined || limit === undefined || fits(least, limit) || (writtenOnly && !config.explicit(first))) return;
  const fixes = [unsafe(set(first, String(remedy(limit))))];
  yield { message, at, related, data: { first, second, least, limit }, refusedByKafka: true, fixes };
}

function* checkProducer(config: EffectiveConfig): Iterable<Finding> {
  const idempotent = config.flag('enable.idempotence') === true;
  yield* checkLinger(config);
  if ((config.text('transactional.id') ?? '') !== '' && idempotent) yield* checkTransaction(config);
  const strategy = config.explicit('queuing.strategy');
  const threshold = config.explicit('queue.buffering.backpressure.threshold');
  const gapless = config.explicit('enable.gapless.guarantee');
  if (idempotent && strategy && config.text('queuing.strategy') === 'lifo')
    yield refused('unordered', strategy, [unsafe(remove(strategy))]);
  if (idempotent && threshold && Number(config.text('queue.buffering.backpressure.threshold')) > 1) {
    yield refused('unordered', threshold, [unsafe(remove(threshold))]);
  }
  if (config.flag('enable.idempotence') === false && gapless && config.flag('enable.gapless.guarantee') === true) {
    yield refused('gapless', gapless, [unsafe(set('enable.idempotence', 'true'))]);
  }
}

function* checkLinger(config: EffectiveConfig): Iterable<Finding> {
  const linger = config.explicit('linger.ms');
  const [timeout, wait] = [config.number('delivery.timeout.ms'), config.number('linger.ms')];
  if (!linger || timeout === undefined || wait === undefined || timeout === 0 || timeout > wait) return;
  const related = [config.explicit('delivery.timeout.ms')].filter(setting => setting !== undefined);
  yield { ...refused('lingers', linger, [unsafe(remove(linger))]), related, data: { timeout, linger: wait } };
}

function* checkTransaction(config: EffectiveConfig): Iterable<Finding> {
  const transaction = config.number('transaction.timeout.ms');
  if (transaction === undefined) return;
  for (const [key, spare] of [
    ['delivery.timeout.ms', 0],
    ['socket.timeout.ms', 100],
  ] as const) {
    const setting = config.explicit(key);
    const number = config.number(key);
    // the sum is one of 32 bits, so that the longest timeouts become negative
    if (!setting || number === undefined || number <= ((transaction + spare) | 0)) continue;
    yield { ...refused('outlivesTransaction', setting, [unsafe(remove(setting))]), data: { transaction } };
  }
}

function* checkConsumer(config: EffectiveConfig): Iterable<Finding> {
  const least = config.explicit('fetch.min.bytes');
  const size = config.number('fetch.min.bytes');
  if (least && size !== undefined && (size < 1 || size > 100_000_000)) yield refused('fetchRange', least, [unsafe(remove(least))]);
  if (config.text('group.protocol') !== 'consumer') return;
  for (const key of ofClassicProtocol) {
    const setting = config.explicit(key);
    if (setting) yield { ...refused('classicOnly', setting, [unsafe(remove(setting))]), on: 'entry' };
  }
}

function refused(message: string, at: NonNullable<ReturnType<EffectiveConfig['explicit']>>, fixes: readonly Fix[]): Finding {
  return { message, at, refusedByKafka: true, fixes };
}
