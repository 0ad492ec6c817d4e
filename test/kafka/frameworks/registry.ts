import { camelComponent } from './camel.js';
import type { Comparison } from './comparison.js';
import { connectWorkers } from './connect-workers.js';
import { kafkaStreams } from './kafka-streams.js';
import { librdkafkaClients } from './librdkafka.js';
import { micronautKafka } from './micronaut.js';
import { mirrorMaker2 } from './mirror-maker.js';
import { smallryeChannels } from './smallrye.js';

/** Every framework that is compared; a new one is a line here. */
export const comparisons: readonly Comparison[] = [
  camelComponent,
  connectWorkers,
  kafkaStreams,
  librdkafkaClients,
  micronautKafka,
  mirrorMaker2,
  smallryeChannels,
];
