import { samplesOf } from './sample.js';

const path = 'src/main/resources/application';
const yaml = 'spring:\n  cloud:\n    stream:\n      kafka:\n        binder:\n          brokers: kafka1:9092\n';
const properties = 'spring.cloud.stream.kafka.binder.brokers=kafka1:9092\n';
const streamsYaml =
  'spring:\n  cloud:\n    stream:\n      kafka:\n        streams:\n          binder:\n            state-store-retry:\n              max-attempts: 3\n';
const streamsProperties = 'spring.cloud.stream.kafka.streams.binder.state-store-retry.max-attempts=3\n';
const bindingYaml = (name: string, more = ''): string => `      bindings:\n        ${name}:\n          destination: orders\n${more}`;
const bindingProperties = (name: string): string => `spring.cloud.stream.bindings.${name}.destination=orders\n`;

const bindings = (
  [
    ['producer', 'orders-out-0'],
    ['consumer', 'orders-in-0'],
  ] as const
).flatMap(([role, name]) =>
  samplesOf('spring-cloud-stream', [
    [role, `${path}.yml`, yaml + bindingYaml(name), `binding ${name}`],
    [role, `${path}.properties`, properties + bindingProperties(name), `binding ${name}`],
    ['topic', `${path}.yml`, yaml + bindingYaml(name), `binding ${name}`],
  ]),
);

const binders = (['producer', 'consumer', 'admin'] as const).flatMap(role =>
  samplesOf('spring-cloud-stream', [
    [role, `${path}.yml`, yaml, 'binder'],
    [role, `${path}.properties`, properties, 'binder'],
  ]),
);

const others = samplesOf('spring-cloud-stream', [
  [
    'producer',
    `${path}.properties`,
    `${properties}${bindingProperties('orders-in-0')}spring.cloud.stream.bindings.orders-in-0.group=orders\nspring.cloud.stream.kafka.bindings.orders-in-0.consumer.enable-dlq=true\n`,
    'dead letters of orders-in-0',
  ],
]);

const streams = (['streams', 'producer', 'consumer', 'admin', 'topic'] as const).flatMap(role =>
  samplesOf('spring-cloud-stream', [
    [role, `${path}.yml`, streamsYaml + bindingYaml('orders-in-0'), 'binding orders-in-0'],
    [role, `${path}.properties`, streamsProperties + bindingProperties('orders-in-0'), 'binding orders-in-0'],
  ]),
);

export const springCloudStreamSamples = [...bindings, ...binders, ...others, ...streams];
