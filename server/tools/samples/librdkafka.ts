import { samplesOf } from './sample.js';

const flat = 'bootstrap.servers=kafka1:9092\nstatistics.interval.ms=60000\n';
const nested = (client: string): string =>
  `kafka:\n  ${client}:\n    metadata.broker.list: kafka1:9092\n    statistics.interval.ms: 60000\n`;
const json = (client: string): string =>
  `{\n  "kafka": {\n    "${client}": {\n      "metadata.broker.list": "kafka1:9092",\n      "statistics.interval.ms": 60000\n    }\n  }\n}\n`;
const dotnet = (client: string): string =>
  `{\n  "Kafka": {\n    "${client}": {\n      "BootstrapServers": "kafka1:9092",\n      "StatisticsIntervalMs": 60000\n    }\n  }\n}\n`;

export const librdkafkaSamples = samplesOf('librdkafka', [
  ['librdkafka-producer', 'config/librdkafka-producer.properties', flat],
  ['librdkafka-consumer', 'config/librdkafka-consumer.properties', flat],
  ['librdkafka-producer', 'config/orders.yaml', nested('producer')],
  ['librdkafka-consumer', 'config/orders.yaml', nested('consumer')],
  ['librdkafka-producer', 'config/orders.json', json('producer')],
  ['librdkafka-consumer', 'config/orders.json', json('consumer')],
  ['librdkafka-producer', 'appsettings.json', dotnet('Producer')],
  ['librdkafka-consumer', 'appsettings.json', dotnet('Consumer')],
]);
