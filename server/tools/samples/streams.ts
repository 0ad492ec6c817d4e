import { samplesOf } from './sample.js';

export const streamsSamples = samplesOf('streams', [
  ['streams', 'config/orders-streams.properties', 'application.id=orders\nbootstrap.servers=kafka1:9092\nnum.stream.threads=2\n'],
]);
