import { samplesOf } from './sample.js';

const flat = 'bootstrap.servers=kafka1:9092\nstatistics.interval.ms=60000\n';
const nested = (client: string): string =>
  `kafka:\n  ${client}:\n    metadata.broker.list: kafka1:9092\n    statistics.interval.ms: 60000\n`;

export const librdkafkaSamples = samplesOf('librdkafka', [
  ['librdkafka-producer', 'config/librdkafka-producer.properties', flat],
  ['librdkafka-consumer', 'config/librdkafka-consumer.properties', flat],
  ['librdkafka-producer', 'config/orders.yaml', nested('producer')],
  ['librdkafka-consumer', 'config/orders.yaml', nested('consumer')],
]);
