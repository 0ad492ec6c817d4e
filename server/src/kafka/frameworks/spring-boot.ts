import type { Property } from '../property.js';

/**
 * Attributes of Spring Boot that decide about durability without being Kafka keys.
 * Source: org.springframework.boot.autoconfigure.kafka.KafkaProperties and spring-kafka's ContainerProperties.AckMode.
 */
export const springBootAttributes: readonly Property[] = [
  {
    name: 'spring:listener.ack-mode',
    role: 'consumer',
    type: 'string',
    defaults: [],
    validity: {
      kind: 'one-of',
      values: ['record', 'batch', 'time', 'count', 'count-time', 'manual', 'manual-immediate'],
      ignoreCase: true,
    },
  },
  { name: 'spring:listener.ack-count', role: 'consumer', type: 'int', defaults: [], validity: undefined },
  { name: 'spring:listener.ack-time', role: 'consumer', type: 'string', defaults: [], validity: undefined },
  { name: 'spring:transaction-id-prefix', role: 'producer', type: 'string', defaults: [], validity: undefined },
];
