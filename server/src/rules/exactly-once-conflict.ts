import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, remove, set, unsafe, unsafeBut, type Finding } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';

const guarantee = 'processing.guarantee';
const inFlight = 'max.in.flight.requests.per.connection';
/** StreamsConfig.EOS_DEFAULT_COMMIT_INTERVAL_MS and DEFAULT_TRANSACTION_TIMEOUT. */
const defaults = { commitInterval: 100, transactionTimeout: 10_000 };

/** The values of processing.guarantee that ask for it, and from when to when Kafka takes them; asked of every line from 0.11 to 4.3. */
const exactlyOnce: Readonly<Record<string, { readonly since: string; readonly removed?: string }>> = {
  exactly_once: { since: '0.11', removed: '4.0' },
  exactly_once_beta: { since: '2.6', removed: '4.0' },
  exactly_once_v2: { since: '3.0' },
};

export default defineRule({
  id: 'exactly-once-conflict',
  roles: ['streams'],
  reads: [guarantee, 'commit.interval.ms'],
  severity: 'error',
  hides: ['invalid-value', 'acks-none', 'acks-leader-only', 'retries-too-few', 'idempotence-silently-off'],
  messages: {
    removed: '{property}={value} was removed in Kafka 4.0, and Kafka Streams {version} does not start with it: write exactly_once_v2.',
    deprecated: '{property}={value} is deprecated since 3.0 and refused from 4.0 on: write exactly_once_v2.',
    brokersFirst: 'all brokers must be 2.5 or later',
    interval:
      'commit.interval.ms is {interval} and producer.transaction.timeout.ms {timeout}: every transaction would time out before it is committed, and Kafka Streams does not start.',
    inFlight: '{property}={value} with {demand}: Kafka Streams does not start with more than 5.',
    inFlightText: '{property} with {demand}: Kafka Streams 2.0 fails with a ClassCastException on any number that comes from a file.',
    acks: '{property}={value} with {demand}: the producer of Kafka Streams is idempotent then, needs acks=all and is not created.',
    retries: '{property}={value} with {demand}: the producer of Kafka Streams is idempotent then, has to retry and is not created.',
    taken: '{property} with {demand}: Kafka Streams 0.11 sets it itself and does not start where it is given.',
  },
  docs: {
    summary: 'Exactly-once processing is asked for, and another value forbids it',
    why:
      'With exactly-once processing Kafka Streams writes its results and the offsets it has read in one transaction, with an idempotent producer. It refuses what breaks that: fewer acks than all, no retries, more than five requests in flight, and from 3.0 a commit interval that is longer than a transaction may last. ' +
      'The older values exactly_once and exactly_once_beta are gone since 4.0.',
    remedy:
      'Write processing.guarantee=exactly_once_v2 and leave acks, retries and the number of requests in flight at their defaults. The default commit interval is 100 ms then; raise producer.transaction.timeout.ms with it.',
    falsePositives: 'An application whose code puts other values into its configuration after it has read the file.',
    references: [
      'org.apache.kafka.streams.StreamsConfig (verifyEOSTransactionTimeoutCompatibility, verifyMaxInFlightRequestPerConnection)',
      'org.apache.kafka.clients.producer.KafkaProducer',
      'https://cwiki.apache.org/confluence/display/KAFKA/KIP-732%3A+Deprecate+eos-alpha+and+replace+eos-beta+with+eos-v2',
    ],
  },
  examples: {
    bad: [
      { role: 'streams', settings: 'processing.guarantee=exactly_once', version: '4.0' },
      { role: 'streams', settings: 'processing.guarantee=exactly_once_beta', version: '3.9' },
      { role: 'streams', settings: 'processing.guarantee=exactly_once_v2\ncommit.interval.ms=30000' },
      { role: 'streams', settings: 'processing.guarantee=exactly_once_v2\nproducer.max.in.flight.requests.per.connection=6' },
      { role: 'streams', settings: 'processing.guarantee=exactly_once_v2\nproducer.acks=1' },
      { role: 'streams', settings: 'processing.guarantee=exactly_once\nretries=0', version: '2.8' },
    ],
    good: [
      { role: 'streams', settings: 'processing.guarantee=exactly_once_v2' },
      { role: 'streams', settings: 'processing.guarantee=exactly_once', version: '2.8' },
      {
        role: 'streams',
        settings: 'processing.guarantee=exactly_once_v2\ncommit.interval.ms=30000\nproducer.transaction.timeout.ms=60000',
      },
      { role: 'streams', settings: 'processing.guarantee=exactly_once\ncommit.interval.ms=30000', version: '2.8' },
      { role: 'streams', settings: 'processing.guarantee=at_least_once\nproducer.acks=1' },
    ],
  },
  *check(config) {
    const demand = config.explicit(guarantee);
    const value = config.text(guarantee) ?? '';
    const known = Object.hasOwn(exactlyOnce, value) ? exactlyOnce[value] : undefined;
    if (!demand || !known || before(config.version, known.since)) return;
    const fixes = [unsafeBut('brokersFirst', set(guarantee, 'exactly_once_v2'))];
    if (known.removed !== undefined && atLeast(config.version, known.removed)) {
      yield { message: 'removed', at: demand, refusedByKafka: true, fixes };
      return;
    }
    if (known.removed !== undefined && atLeast(config.version, '3.0'))
      yield { message: 'deprecated', at: demand, severity: 'information', tag: 'deprecated', fixes };
    for (const check of [checkInterval, checkInFlight, checkProducer, checkTaken]) {
      for (const finding of check(config)) {
        yield { data: { demand: `${guarantee}=${value}` }, related: [demand], refusedByKafka: true, ...finding };
      }
    }
  },
});

function* checkInterval(config: EffectiveConfig): Iterable<Finding> {
  const commit = explicitNumber(config, 'commit.interval.ms');
  const transaction = explicitNumber(config, 'producer.transaction.timeout.ms');
  const at = commit ?? transaction;
  if (!at || before(config.version, '3.0') || anyUnknown(config, ['commit.interval.ms', 'producer.transaction.timeout.ms'])) return;
  const interval = commit?.number ?? defaults.commitInterval;
  const timeout = transaction?.number ?? defaults.transactionTimeout;
  if (timeout < interval) yield { message: 'interval', at: at.setting, data: { interval, timeout }, fixes: [unsafe(remove(at.setting))] };
}

/** The producer reads its key with its prefix first; the consumers, which have no such key, are asked for it as well. */
function* checkInFlight(config: EffectiveConfig): Iterable<Finding> {
  const { version } = config;
  if (before(version, '2.0')) return;
  const own = ['consumer', ...(atLeast(version, '4.2') ? ['main.consumer', 'restore.consumer', 'global.consumer'] : [])];
  for (const name of [producerKey(config, inFlight), ...own.map(prefix => `${prefix}.${inFlight}`)]) {
    const setting = config.explicit(name);
    if (!setting) continue;
    const fixes = [unsafe(remove(setting))];
    if (before(version, '2.1')) yield { message: 'inFlightText', at: setting, fixes };
    else if ((explicitNumber(config, name)?.number ?? 0) > 5) yield { message: 'inFlight', at: setting, fixes };
  }
}

function* checkProducer(config: EffectiveConfig): Iterable<Finding> {
  const acks = config.explicit(producerKey(config, 'acks'));
  if (acks && ['0', '1'].includes(config.text(acks.property) ?? ''))
    yield { message: 'acks', at: acks, fixes: [unsafe(set(acks.property, 'all'))] };
  const retries = explicitNumber(config, producerKey(config, 'retries'));
  if (retries?.number === 0) yield { message: 'retries', at: retries.setting, fixes: [unsafe(remove(retries.setting))] };
}

function* checkTaken(config: EffectiveConfig): Iterable<Finding> {
  if (atLeast(config.version, '1.0')) return;
  const names = [producerKey(config, inFlight), producerKey(config, 'enable.idempotence'), consumerKey(config, 'isolation.level')];
  for (const at of names.flatMap(name => config.explicit(name) ?? [])) yield { message: 'taken', at, fixes: [unsafe(remove(at))] };
}

function producerKey(config: EffectiveConfig, name: string): string {
  return config.explicit(`producer.${name}`) ? `producer.${name}` : name;
}

function consumerKey(config: EffectiveConfig, name: string): string {
  return config.explicit(`consumer.${name}`) ? `consumer.${name}` : name;
}

function anyUnknown(config: EffectiveConfig, names: readonly string[]): boolean {
  return names.some(name => isUnknown(config.explicit(name)));
}

function isUnknown(setting: Setting | undefined): boolean {
  return setting?.value.known === false;
}
