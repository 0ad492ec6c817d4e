import { samplesOf } from './sample.js';

const yaml = 'micronaut:\n  application:\n    name: orders\nkafka:\n  bootstrap:\n    servers: kafka1:9092\n';
const properties = 'micronaut.application.name=orders\nkafka.bootstrap.servers=kafka1:9092\n';
const path = 'src/main/resources/application';

const forAll = (['producer', 'consumer', 'admin'] as const).flatMap(role =>
  samplesOf('micronaut', [
    [role, `${path}.yml`, yaml],
    [role, `${path}.properties`, properties],
  ]),
);

export const micronautSamples = [
  ...forAll,
  ...samplesOf('micronaut', [
    ['producer', `${path}.properties`, `${properties}kafka.producers.payments.client.id=payments\n`, 'producer payments'],
    ['consumer', `${path}.properties`, `${properties}kafka.consumers.payments.client.id=payments\n`, 'consumer payments'],
    ...(['streams', 'topic'] as const).map(
      role => [role, `${path}.yml`, `${yaml}  streams:\n    default:\n      num.stream.threads: 2\n`, 'streams default'] as const,
    ),
  ]),
];
