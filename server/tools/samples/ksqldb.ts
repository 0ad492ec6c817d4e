import { samplesOf } from './sample.js';

const server = 'listeners=http://0.0.0.0:8088\nbootstrap.servers=kafka1:9092\nksql.service.id=orders_\n';

export const ksqldbSamples = (['streams', 'producer', 'consumer', 'admin', 'topic'] as const).flatMap(role =>
  samplesOf('ksqldb', [[role, 'config/ksql-server.properties', server]]),
);
