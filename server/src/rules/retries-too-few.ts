import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { isLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import { atLeast, before } from '../kafka/version.js';
import { defineRule, remove, safe, set, unsafe, type Finding, type Fix } from './rule.js';
import { explicitNumber } from './shared/explicit-number.js';
import { changesToIdempotence, mayChooseSafeDefaults } from './shared/idempotence.js';

const few = 10;
const some = 100;

export default defineRule({
  id: 'retries-too-few',
  roles: ['producer', 'librdkafka-producer'],
  reads: ['retries'],
  severity: 'warning',
  hides: ['idempotence-silently-off', 'reordering-on-retry'],
  messages: {
    none: 'retries=0: the first passing error, such as a new leader or a lost connection, fails the whole batch. Its records are lost unless the application sends them again.',
    explicit:
      'retries={value}: the producer gives a record up about {seconds} s after its first refusal, even where delivery.timeout.ms allows more. In any longer outage records are lost unless the application sends them again.',
    repeated:
      'retries={value}: {framework} and the producer give a record up about {seconds} s after its first refusal, even where delivery.timeout.ms allows more. In any longer outage records are lost unless the application sends them again.',
    byDefault:
      'retries is not set and defaults to 0 in Kafka clients {version}: the first passing error, such as a new leader, fails the batch, and its records are lost unless the application sends them again.',
  },
  docs: {
    summary: 'The producer gives a record up after a few attempts',
    why:
      'A leader change, a restart of a broker or too few in-sync replicas are errors that pass by themselves, and the producer bridges them by sending again. Attempts are made retry.backoff.ms (100 ms) apart, so a small number is spent long before the cluster is well again: ' +
      'before Kafka 3.7 after retries × 100 ms, since then, with growing pauses of up to 1 s, after about 0.7 s for 3 and 7.5 s for 10. delivery.timeout.ms does not extend that. ' +
      'SmallRye sends what the client has given up again, as often as retries says too, with pauses of 1 s to 20 s: 3 lasts for about 10 s there, and 5 for three quarters of a minute.',
    remedy:
      'Leave retries at 2147483647, the default since Kafka 2.1, and say with delivery.timeout.ms how long a record may take. With idempotence, the default since 3.0.1, sending again neither duplicates nor reorders.',
    falsePositives: 'Applications that keep every record until its callback reports success and send it again themselves.',
    references: [
      'KIP-91, delivery.timeout.ms instead of counting: https://cwiki.apache.org/confluence/display/KAFKA/KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer',
      'KIP-580, growing pauses: https://cwiki.apache.org/confluence/display/KAFKA/KIP-580%3A+Exponential+Backoff+for+Kafka+Clients',
      'https://kafka.apache.org/documentation/#producerconfigs_retries',
      'io.smallrye.reactive.messaging.kafka.impl.KafkaSink#writeMessageToKafka',
    ],
    evidence: ['brokers-away', 'leader-moves', 'batch-in-flight'],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'retries=0' },
      { role: 'producer', settings: 'retries=3' },
      { role: 'producer', settings: 'retries=100', version: '3.6', carriers: ['plain'] },
      { role: 'producer', settings: 'retries=100', carriers: ['plain'] },
      { role: 'producer', settings: 'acks=all\nlinger.ms=5', version: '2.0', leftToKafka: ['retries'] },
      { role: 'librdkafka-producer', settings: 'retries=3' },
      { role: 'librdkafka-producer', settings: 'retries=0', version: '2.0' },
    ],
    good: [
      { role: 'producer', settings: 'retries=2147483647' },
      { role: 'producer', settings: 'retries=101' },
      { role: 'producer', settings: 'acks=all\nlinger.ms=5', version: '2.1' },
      { role: 'producer', settings: 'acks=all\nenable.idempotence=true', version: '2.0' },
      { role: 'librdkafka-producer', settings: 'acks=all\nlinger.ms=5', version: '2.0' },
    ],
  },
  *check(config) {
    if (!config.explicit('retries')) {
      // a framework that does not try again by itself, such as Spring's for the dead letters of Kafka Streams, stops instead
      const { text, origin } = config.effective('retries') ?? {};
      if (text === '0' && origin === 'kafka' && !mayChooseSafeDefaults(config))
        yield { message: 'byDefault', at: 'absent', fixes: [setToMost] };
      return;
    }
    const retries = explicitNumber(config, 'retries');
    if (!retries || retries.number > some) return;
    const { setting, number } = retries;
    if (config.facts.has('framework-sends-again') && number > 0) {
      yield* checkRepeated(setting, number, config);
      return;
    }
    yield {
      message: number === 0 ? 'none' : 'explicit',
      at: setting,
      data: { seconds: secondsUntilGivenUp(number, config) },
      severity: number <= few || !pausesGrow(config) ? 'warning' : 'information',
      fixes: fixesFor(setting, number, config),
    };
  },
});

/** As long as the few and the some attempts of a client take. */
const seconds = { few: 10, some: 100 };

/** The framework begins anew when the client gives up: after 1 s, and each time twice the pause before, up to 20 s. */
function* checkRepeated(setting: Setting, number: number, config: EffectiveConfig): Iterable<Finding> {
  const pauses = Array.from({ length: number }, (_, i) => Math.min(20, 2 ** i)).reduce((sum, pause) => sum + pause, 0);
  const total = Math.round((pauses + (number + 1) * secondsUntilGivenUp(number, config)) * 10) / 10;
  if (total > seconds.some) return;
  const severity = total <= seconds.few ? 'warning' : 'information';
  const data = { seconds: total, framework: config.framework };
  yield { message: 'repeated', at: setting, data, severity, fixes: fixesFor(setting, number, config) };
}

const setToMost = safe(set('retries', '2147483647'));

function fixesFor(setting: Setting, number: number, config: EffectiveConfig): readonly Fix[] {
  // once it retries, a producer of librdkafka mixes up the order unless it is told to be idempotent
  if (isLibrdkafka(config.role) && number === 0) return [unsafe(...changesToIdempotence(config))];
  // without the key, clients before 2.1 do not retry at all
  return before(config.version, '2.1') && !isLibrdkafka(config.role) ? [setToMost] : [setToMost, safe(remove(setting))];
}

/** KIP-580, in Kafka's clients since 3.7; librdkafka's rd_kafka_retry_msgq does the same. */
function pausesGrow({ role, version }: EffectiveConfig): boolean {
  return isLibrdkafka(role) || atLeast(version, '3.7');
}

/** The sum of the pauses: even ones of retry.backoff.ms, from 3.7 each twice the one before up to retry.backoff.max.ms (KIP-580). */
function secondsUntilGivenUp(retries: number, config: EffectiveConfig): number {
  const first = config.number('retry.backoff.ms') ?? 100;
  const longest = pausesGrow(config) ? (config.number('retry.backoff.max.ms') ?? 1000) : first;
  let ms = 0;
  for (let i = 0; i < retries; i++) ms += Math.min(longest, first * 2 ** i);
  return Math.round(ms / 100) / 10;
}
