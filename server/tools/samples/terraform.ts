import { embeddedSamplesOf } from './sample.js';

const resource = (type: string, lines: readonly string[]): string =>
  `resource "${type}" "orders" {\n${lines.map(line => `  ${line}\n`).join('')}}\n`;
const map = (name: string, ...lines: readonly string[]): readonly string[] => [`${name} = {`, ...lines.map(line => `  ${line}`), '}'];

const topic = resource('kafka_topic', [
  'name               = "orders"',
  'replication_factor = 3',
  ...map('config', '"segment.index.bytes" = "10485760"'),
]);
const cloudTopic = resource('confluent_kafka_topic', ['topic_name = "orders"', ...map('config', '"segment.index.bytes" = "10485760"')]);
const aiven = resource('aiven_kafka_topic', ['replication = 3', 'config {', '  segment_index_bytes = 10485760', '}']);
const brokers = (...heredoc: readonly string[]): string => resource('aws_msk_configuration', ['name = "orders"', ...heredoc]);
const heredoc = brokers('server_properties = <<-PROPERTIES', '  num.network.threads = 3', '  num.io.threads = 8', 'PROPERTIES');
const quoted = brokers('server_properties = "num.network.threads=3\\nnum.io.threads=8\\n"');
const worker = resource('aws_mskconnect_worker_configuration', [
  'properties_file_content = <<EOT\ntask.shutdown.graceful.timeout.ms=5000\nEOT',
]);
const connector = (type: string, key: string, name: string): string =>
  resource(type, map(key, `"connector.class" = "com.example.${name}"`, '"header.converter" = "com.example.Headers"'));

export const terraformSamples = embeddedSamplesOf('terraform', [
  ['plain', 'topic', 'topic.tf', topic],
  ['plain', 'topic', 'cloud.tf', cloudTopic],
  ['plain', 'topic', 'aiven.tf', aiven],
  ['plain', 'broker', 'msk.tf', heredoc],
  ['plain', 'broker', 'quoted.tf', quoted],
  ...(['connect-distributed', 'producer', 'consumer'] as const).map(role => ['connect-worker', role, 'worker.tf', worker] as const),
  ['connector', 'source-connector', 'connector.tf', connector('aws_mskconnect_connector', 'connector_configuration', 'OrdersSource')],
  ['connector', 'sink-connector', 'connector.tf', connector('kafka-connect_connector', 'config', 'OrdersSink')],
]);
