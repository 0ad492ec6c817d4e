import { embeddedSamplesOf } from './sample.js';

const resource = (kind: string, spec: string, version = 'v1'): string =>
  `apiVersion: kafka.strimzi.io/${version}\nkind: ${kind}\nmetadata:\n  name: orders\nspec:\n${spec}`;
const config = (...lines: readonly string[]): string => ['config:', ...lines.map(line => `  ${line}`)].join('\n');
const below = (keys: readonly string[], text: string): string =>
  [...keys.map((key, i) => `${'  '.repeat(i + 1)}${key}:`), ...text.split('\n').map(line => '  '.repeat(keys.length + 1) + line), ''].join(
    '\n',
  );

const brokers = resource('Kafka', below(['kafka'], config('num.network.threads: 3', 'num.io.threads: 8')));
const topic = resource('KafkaTopic', `  partitions: 12\n  replicas: 3\n${below([], config('segment.index.bytes: 10485760'))}`);
const workers = resource('KafkaConnect', `  bootstrapServers: kafka:9092\n${below([], config('task.shutdown.graceful.timeout.ms: 5000'))}`);
const connector = (className: string): string =>
  resource('KafkaConnector', `  class: com.example.${className}\n${below([], config('header.converter: com.example.Headers'))}`);
const mirrors = (field: string): string =>
  resource(
    'KafkaMirrorMaker2',
    [
      '  target:\n    alias: there',
      `  mirrors:\n    - source:\n        alias: here\n      ${field}:\n        config:\n          header.converter: com.example.Headers\n`,
    ].join('\n'),
  );
const bridge = (client: string): string =>
  resource('KafkaBridge', below([client], config('client.id: orders', 'metadata.max.age.ms: 200000')));

const inTerraform = `resource "kubernetes_manifest" "topic" {
  manifest = {
    apiVersion = "kafka.strimzi.io/v1"
    kind       = "KafkaTopic"
    spec = {
      replicas = 3
      config   = { "segment.index.bytes" = 10485760 }
    }
  }
}
`;

export const strimziSamples = embeddedSamplesOf('strimzi', [
  ['plain', 'broker', 'kafka.yaml', brokers],
  ['plain', 'topic', 'topic.yaml', topic],
  ['plain', 'topic', 'topic.tf', inTerraform],
  ...(['connect-distributed', 'producer', 'consumer'] as const).map(role => ['connect-worker', role, 'connect.yaml', workers] as const),
  ['connector', 'source-connector', 'connector.yaml', connector('OrdersSource')],
  ['connector', 'sink-connector', 'connector.yaml', connector('OrdersSink')],
  ['connector', 'mirror-source', 'mirror.yaml', mirrors('sourceConnector')],
  ['connector', 'mirror-checkpoint', 'mirror.yaml', mirrors('checkpointConnector')],
  ['plain', 'producer', 'bridge.yaml', bridge('producer')],
  ['plain', 'consumer', 'bridge.yaml', bridge('consumer')],
  ['plain', 'admin', 'bridge.yaml', bridge('adminClient')],
]);
