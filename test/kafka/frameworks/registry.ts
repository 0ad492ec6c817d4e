import { camelComponent } from './camel.js';
import type { Comparison } from './comparison.js';
import { connectWorkers } from './connect-workers.js';
import { connectors } from './connectors.js';
import { debeziumClients } from './debezium.js';
import { dockerImage } from './docker-image.js';
import { kafkaStreams } from './kafka-streams.js';
import { librdkafkaClients } from './librdkafka.js';
import { micronautKafka } from './micronaut.js';
import { mirrorMaker2 } from './mirror-maker.js';
import { smallryeChannels } from './smallrye.js';
import { smallryeEnvironment } from './smallrye-environment.js';
import { springBootKafka } from './spring-boot.js';
import { springEnvironment } from './spring-environment.js';
import { springCloudStream } from './spring-cloud-stream.js';
import { springCloudStreamEnvironment } from './spring-cloud-stream-environment.js';

/** Every framework that is compared; a new one is a line here. */
export const comparisons: readonly Comparison[] = [
  camelComponent,
  connectWorkers,
  connectors,
  debeziumClients,
  dockerImage,
  kafkaStreams,
  librdkafkaClients,
  micronautKafka,
  mirrorMaker2,
  smallryeChannels,
  smallryeEnvironment,
  springBootKafka,
  springEnvironment,
  springCloudStream,
  springCloudStreamEnvironment,
];
