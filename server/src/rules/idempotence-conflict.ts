import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import { isLibrdkafka } from '../kafka/frameworks/librdkafka.js';
import { atLeast } from '../kafka/version.js';
import { defineRule, set, unsafe, type Finding } from './rule.js';
import { demandOfIdempotence, knowsIdempotence, mostInFlight, obstaclesToIdempotence, transactionalSetting } from './shared/idempotence.js';

export default defineRule({
  id: 'idempotence-conflict',
  roles: ['producer', 'librdkafka-producer'],
  reads: ['enable.idempotence', 'transactional.id', 'acks', 'retries', 'max.in.flight.requests.per.connection'],
  severity: 'error',
  messages: {
    acks: 'acks={wrong} with {demand}: {who} refuses to create this producer, as an idempotent one needs acks=all.',
    acksOfFramework:
      '{demand} alone: {framework} sets acks={wrong} where nobody says otherwise, and {who} refuses to create this producer, as an idempotent one needs acks=all.',
    retries: 'retries={wrong} with {demand}: {who} refuses to create this producer, as an idempotent one has to retry.',
    inFlight:
      'max.in.flight.requests.per.connection={wrong} with {demand}: {who} refuses to create this producer, as an idempotent one may have {limit} at most.',
    inFlightByDefault:
      'max.in.flight.requests.per.connection={wrong}: {who} refuses to create this producer. From 4.0 more than {limit} need enable.idempotence=false, as producers are idempotent by default.',
    disabled: 'enable.idempotence=false with {demand}: {who} refuses to create this producer, as transactions need idempotence.',
  },
  docs: {
    summary: 'The producer is to be idempotent or transactional, and another value forbids it',
    why:
      'Idempotence rests on three things: every in-sync replica confirms (acks=all), the producer retries, and no more batches are on their way than a broker remembers (five; one in 0.11). With enable.idempotence=true, and with a transactional id, Kafka does not bend one of them but throws a ConfigException when the producer is created. ' +
      'From 4.0 it also does so for more than five requests in flight while idempotence is on only by default.',
    remedy:
      'Align the values: acks=all, retries above 0 (best not set), at most five requests in flight, and with transactions no enable.idempotence=false.',
    falsePositives:
      'None known: the producer does not start. Spring’s transaction-id-prefix counts as a transactional id, as spring-kafka makes one of it.',
    references: [
      'KIP-98, idempotent and transactional producers: https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging',
      'org.apache.kafka.clients.producer.ProducerConfig, and rd_kafka_conf_finalize of librdkafka',
      'https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence',
    ],
  },
  examples: {
    bad: [
      { role: 'producer', settings: 'enable.idempotence=true\nacks=1' },
      { role: 'producer', settings: 'enable.idempotence=true\nretries=0', version: '2.8' },
      { role: 'producer', settings: 'max.in.flight.requests.per.connection=6' },
      { role: 'producer', settings: 'enable.idempotence=true\nmax.in.flight.requests.per.connection=6', version: '3.9' },
      { role: 'producer', settings: 'enable.idempotence=true\nmax.in.flight.requests.per.connection=5', version: '0.11' },
      { role: 'producer', settings: 'transactional.id=orders-1\nenable.idempotence=false' },
      { role: 'producer', settings: 'transactional.id=orders-1\nacks=1' },
      { role: 'librdkafka-producer', settings: 'enable.idempotence=true\nmax.in.flight.requests.per.connection=6', version: '0.11' },
      { role: 'librdkafka-producer', settings: 'transactional.id=orders-1\nacks=2' },
      { role: 'librdkafka-producer', settings: 'transactional.id=orders-1\nenable.idempotence=false' },
      { role: 'producer', settings: 'spring:transaction-id-prefix=orders-\nacks=1', carriers: ['spring-boot'] },
    ],
    good: [
      { role: 'producer', settings: 'enable.idempotence=true\nacks=-1\nretries=1\nmax.in.flight.requests.per.connection=5' },
      { role: 'producer', settings: 'enable.idempotence=false\nmax.in.flight.requests.per.connection=6' },
      { role: 'producer', settings: 'acks=1' },
      { role: 'librdkafka-producer', settings: 'max.in.flight.requests.per.connection=6' },
      { role: 'producer', settings: 'enable.idempotence=true\nacks=all\nmax.in.flight.requests.per.connection=5', version: '1.0' },
    ],
  },
  *check(config) {
    const demand = demandOfIdempotence(config);
    const limit = mostInFlight(config);
    const who = creatorOf(config);
    for (const { kind, setting, value: wrong, change } of obstaclesToIdempotence(config)) {
      if (demand && !setting) {
        const data = { who, wrong, framework: config.framework, demand: wordFor(demand) };
        yield { message: 'acksOfFramework', at: demand, data, refusedByKafka: true, fixes: [unsafe(change)] };
      } else if (demand && setting) {
        const data = { who, wrong, limit, demand: wordFor(demand) };
        yield { message: kind, at: setting, related: [demand], data, refusedByKafka: true, fixes: [unsafe(change)] };
      } else if (
        setting &&
        kind === 'inFlight' &&
        atLeast(config.version, '4.0') &&
        !isLibrdkafka(config.role) &&
        !config.explicit('enable.idempotence')
      ) {
        yield { message: 'inFlightByDefault', at: setting, data: { who, wrong, limit }, refusedByKafka: true, fixes: [unsafe(change)] };
      }
    }
    yield* disabledTransactions(config);
  },
});

function* disabledTransactions(config: EffectiveConfig): Iterable<Finding> {
  const idempotence = config.explicit('enable.idempotence');
  const demand = transactionalSetting(config);
  if (!idempotence || !demand || config.flag('enable.idempotence') !== false || !knowsIdempotence(config)) return;
  const fixes = [unsafe(set('enable.idempotence', 'true'))];
  yield {
    message: 'disabled',
    at: idempotence,
    related: [demand],
    data: { who: creatorOf(config), demand: wordFor(demand) },
    refusedByKafka: true,
    fixes,
  };
}

function creatorOf({ role }: EffectiveConfig): string {
  return isLibrdkafka(role) ? 'librdkafka' : 'Kafka';
}

/** The value of an id says nothing here. */
function wordFor(demand: Setting): string {
  const name = demand.property.replace('spring:', '');
  return name === 'enable.idempotence' ? `${name}=true` : name;
}
