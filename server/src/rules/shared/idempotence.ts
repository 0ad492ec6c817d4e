import type { Effective, EffectiveConfig } from '../../config/effective.js';
import type { Setting } from '../../config/setting.js';
import { isLibrdkafka } from '../../kafka/frameworks/librdkafka.js';
import { atLeast, before } from '../../kafka/version.js';
import { set, type Change } from '../rule.js';
import { explicitNumber } from './explicit-number.js';

const inFlight = 'max.in.flight.requests.per.connection';

/** A value with which no producer is idempotent, and the change that ends it. */
export interface Obstacle {
  readonly kind: 'acks' | 'retries' | 'inFlight';
  /** Undefined where the framework sets it by itself. */
  readonly setting: Setting | undefined;
  readonly value: string;
  readonly change: Change;
}

/**
 * What stands in the way of idempotence. The bounds are those of `ProducerConfig.postProcessAndValidateIdempotenceConfigs`, before 3.0
 * of `KafkaProducer`; librdkafka's, in `rd_kafka_conf_finalize`, are the same, but for other numbers of acks.
 */
export function obstaclesToIdempotence(config: EffectiveConfig): readonly Obstacle[] {
  const acks = givenAcks(config);
  const retries = explicitNumber(config, 'retries');
  const requests = explicitNumber(config, inFlight);
  const limit = mostInFlight(config);
  const obstacles: Obstacle[] = [];
  const enough = isLibrdkafka(config.role) ? acks?.text === '-1' : acks?.text !== '0' && acks?.text !== '1';
  if (acks && !enough) obstacles.push({ kind: 'acks', setting: acks.setting, value: acks.text, change: set('acks', 'all') });
  if (retries?.number === 0) {
    obstacles.push({ kind: 'retries', setting: retries.setting, value: '0', change: set('retries', '2147483647') });
  }
  if (requests && requests.number > limit) {
    obstacles.push({ kind: 'inFlight', setting: requests.setting, value: String(requests.number), change: set(inFlight, String(limit)) });
  }
  return obstacles;
}

/** As Kafka is given it, by the file or by the framework; its own default gives way. */
function givenAcks(config: EffectiveConfig): Effective | undefined {
  const acks = config.effective('acks');
  return acks?.origin === 'kafka' ? undefined : acks;
}

/** How many batches on the way an idempotent producer may have: brokers of 0.11 remembered the last one only. */
export function mostInFlight({ role, version }: EffectiveConfig): number {
  return before(version, '1.0') && !isLibrdkafka(role) ? 1 : 5;
}

/** The explicit setting that wants an idempotent producer: `enable.idempotence=true`, or what makes it transactional. */
export function demandOfIdempotence(config: EffectiveConfig): Setting | undefined {
  if (!knowsIdempotence(config)) return undefined;
  const idempotence = config.explicit('enable.idempotence');
  return idempotence && config.flag('enable.idempotence') === true ? idempotence : transactionalSetting(config);
}

/**
 * The setting that makes the producer transactional, whatever its value. Spring's prefix does: DefaultKafkaProducerFactory sets
 * transactional.id from it, and enable.idempotence where nobody else has.
 */
export function transactionalSetting(config: EffectiveConfig): Setting | undefined {
  // librdkafka takes an empty id for none
  if (isLibrdkafka(config.role) && config.text('transactional.id') === '') return undefined;
  return config.explicit('transactional.id') ?? config.explicit('spring:transaction-id-prefix');
}

/** Idempotent producers came with 0.11 (KIP-98); older clients of Kafka's own ignore the keys. */
export function knowsIdempotence({ role, version }: EffectiveConfig): boolean {
  return isLibrdkafka(role) || atLeast(version, '0.11');
}

/**
 * Whether absent acks and retries are all and the highest number, as the producer before 3.0 chooses them when it is to be
 * idempotent; also where a placeholder leaves that open.
 */
export function mayChooseSafeDefaults(config: EffectiveConfig): boolean {
  const idempotence = config.explicit('enable.idempotence');
  return demandOfIdempotence(config) !== undefined || (idempotence !== undefined && !idempotence.value.known);
}

/** The changes after which Kafka accepts `enable.idempotence=true` and keeps it. */
export function changesToIdempotence(config: EffectiveConfig): readonly Change[] {
  return [set('enable.idempotence', 'true'), ...obstaclesToIdempotence(config).map(obstacle => obstacle.change)];
}
