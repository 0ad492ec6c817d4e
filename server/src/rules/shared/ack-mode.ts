/** The attribute under which Spring Boot's `spring.kafka.listener.ack-mode` is known to rules; its values in kebab case. */
export const ackMode = 'spring:listener.ack-mode';

/** Modes in which the listener acknowledges each record itself (ContainerProperties.AckMode of spring-kafka). */
export function isManual(mode: string): boolean {
  return mode === 'manual' || mode === 'manual-immediate';
}

/** Modes that let finished records wait for their commit. */
export function isDeferred(mode: string): boolean {
  return mode === 'time' || mode === 'count' || mode === 'count-time';
}
