import type { EffectiveConfig } from '../../config/effective.js';
import { isLibrdkafka } from '../../kafka/frameworks/librdkafka.js';
import { recommendedValue } from '../../kafka/recommended.js';
import { atLeast, before } from '../../kafka/version.js';
import { explicitNumber, type ExplicitNumber } from './explicit-number.js';

const longest = 2_147_483_647;
const usual = 120_000;

/** An explicit delivery.timeout.ms; undefined before 2.1, where Kafka's own clients do not know the key (KIP-91). */
export function explicitDeliveryTimeout(config: EffectiveConfig): ExplicitNumber | undefined {
  return atLeast(config.version, '2.1') || isLibrdkafka(config.role) ? explicitNumber(config, 'delivery.timeout.ms') : undefined;
}

/**
 * The least delivery.timeout.ms that Kafka accepts, in ms: linger.ms plus request.timeout.ms, at most the greatest int, as
 * `KafkaProducer.configureDeliveryTimeout` adds them. Undefined where one of them is not known.
 */
export function leastDeliveryTimeout(config: EffectiveConfig): number | undefined {
  const linger = config.number('linger.ms');
  const request = config.number('request.timeout.ms');
  if (linger === undefined || request === undefined) return undefined;
  // clients 2.1 add them as 32-bit integers and so accept anything once the sum overflows
  return before(config.version, '2.2') ? (linger + request) | 0 : Math.min(longest, linger + request);
}

/** The default of two minutes, or more where linger.ms and request.timeout.ms need it; in ms. */
export function enoughDeliveryTimeout(config: EffectiveConfig): string {
  const least = isLibrdkafka(config.role) ? recommendedValue(config.role, 'delivery.timeout.ms') : undefined;
  return least ?? String(Math.max(usual, leastDeliveryTimeout(config) ?? usual));
}
