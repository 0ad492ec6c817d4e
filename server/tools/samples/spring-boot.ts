import { samplesOf } from './sample.js';

const yaml = 'spring:\n  kafka:\n    bootstrap-servers: kafka1:9092\n';
const properties = 'spring.kafka.bootstrap-servers=kafka1:9092\n';

export const springBootSamples = (['producer', 'consumer', 'admin'] as const).flatMap(role =>
  samplesOf('spring-boot', [
    [role, 'src/main/resources/application.yml', yaml],
    [role, 'src/main/resources/application.properties', properties],
  ]),
);
