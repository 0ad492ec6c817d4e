import { samplesOf } from './sample.js';

const client = 'bootstrap.servers=kafka1:9092\nclient.id=orders\n';

export const plainSamples = samplesOf('plain', [
  ['broker', 'config/server.properties', 'num.network.threads=3\nnum.io.threads=8\n'],
  ['topic', 'config/orders-topic.properties', 'compression.type=producer\npreallocate=false\n'],
  ['producer', 'config/producer.properties', client],
  ['consumer', 'config/consumer.properties', client],
  ['admin', 'config/admin.properties', client],
]);
