import { embeddedSamplesOf } from './sample.js';

const resource = (kind: string, spec: string): string =>
  `apiVersion: platform.confluent.io/v1beta1\nkind: ${kind}\nmetadata:\n  name: orders\nspec:\n${spec}`;
const lines = (...server: readonly string[]): string =>
  `  configOverrides:\n    server:\n${server.map(line => `      - ${line}\n`).join('')}`;
const configs = (line: string): string => `  configs:\n    ${line}\n`;

const workers = resource('Connect', lines('task.shutdown.graceful.timeout.ms=5000', 'header.converter=com.example.Headers'));

const files = embeddedSamplesOf('confluent', [
  ['plain', 'broker', 'kafka.yaml', resource('Kafka', lines('num.network.threads=3', 'num.io.threads=8'))],
  ['plain', 'topic', 'topic.yaml', resource('KafkaTopic', `  replicas: 3\n${configs('segment.index.bytes: "10485760"')}`)],
  ...(['connect-distributed', 'producer', 'consumer'] as const).map(role => ['connect-worker', role, 'connect.yaml', workers] as const),
  ['ksqldb', 'streams', 'ksqldb.yaml', resource('KsqlDB', lines('ksql.service.id=orders'))],
  ['rest-proxy', 'producer', 'rest.yaml', resource('KafkaRestProxy', lines('id=orders'))],
  [
    'connector',
    'sink-connector',
    'connector.yaml',
    resource('Connector', `  class: com.example.OrdersSink\n${configs('header.converter: com.example.Headers')}`),
  ],
]);

export const confluentSamples = files.map(sample => ({ ...sample, partly: !/topic|connector/.test(sample.path) }));
