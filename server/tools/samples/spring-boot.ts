import { samplesOf } from './sample.js';

const yaml = 'spring:\n  kafka:\n    bootstrap-servers: kafka1:9092\n';
const properties = 'spring.kafka.bootstrap-servers=kafka1:9092\n';
const path = 'src/main/resources/application';

const clients = (['producer', 'consumer', 'admin'] as const).flatMap(role =>
  samplesOf('spring-boot', [
    [role, `${path}.yml`, yaml],
    [role, `${path}.properties`, properties],
  ]),
);

const streams = (['streams', 'producer', 'consumer', 'admin', 'topic'] as const).flatMap(role =>
  samplesOf('spring-boot', [
    [role, `${path}.yml`, `${yaml}    streams:\n      application-id: orders\n`, 'Kafka Streams'],
    [role, `${path}.properties`, `${properties}spring.kafka.streams.application-id=orders\n`, 'Kafka Streams'],
  ]),
);

export const springBootSamples = [...clients, ...streams];
