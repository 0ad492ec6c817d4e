import { samplesOf } from './sample.js';

const application = 'application.id=orders\nbootstrap.servers=kafka1:9092\nnum.stream.threads=2\n';

export const streamsSamples = (['streams', 'producer', 'consumer', 'admin', 'topic'] as const).flatMap(role =>
  samplesOf('streams', [[role, 'config/orders-streams.properties', application]]),
);
