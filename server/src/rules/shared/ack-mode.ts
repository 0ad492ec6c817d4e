import type { EffectiveConfig } from '../../config/effective.js';
import { atLeast } from '../../kafka/version.js';

/** The attribute under which Spring Boot's `spring.kafka.listener.ack-mode` is known to rules; its values in kebab case. */
export const ackMode = 'spring:listener.ack-mode';

/** Acknowledgements from other threads, which spring-kafka 3.2 and later take for acknowledgements by hand, whatever the mode. */
export const asyncAcks = 'spring:listener.async-acks';

/** Modes in which the listener acknowledges each record itself (ContainerProperties.AckMode of spring-kafka). */
export function isManual(mode: string): boolean {
  return mode === 'manual' || mode === 'manual-immediate';
}

/** Modes that let finished records wait for their commit. */
export function isDeferred(mode: string): boolean {
  return mode === 'time' || mode === 'count' || mode === 'count-time';
}

/**
 * Whether asynchronous acknowledgements put their own mode in place of the one that is set, or of none. The clients of spring-kafka 3.2 are
 * of Kafka 3.7. Source: KafkaMessageListenerContainer.ListenerConsumer#determineAckMode.
 */
export function isMadeManual(config: EffectiveConfig): boolean {
  const mode = config.explicit(ackMode) ? config.text(ackMode) : '';
  return mode !== undefined && !isManual(mode) && config.flag(asyncAcks) === true && atLeast(config.version, '3.7');
}
