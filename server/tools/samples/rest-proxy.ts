import { samplesOf } from './sample.js';

const proxy = 'listeners=http://0.0.0.0:8082\nbootstrap.servers=kafka1:9092\nconsumer.threads=50\n';

export const restProxySamples = (['producer', 'consumer', 'admin'] as const).flatMap(role =>
  samplesOf('rest-proxy', [[role, 'config/kafka-rest.properties', proxy]]),
);
