import type { Carrier } from './carrier.js';
import { camel } from './camel/camel.js';
import { connectWorker } from './connect-worker/connect-worker.js';
import { connector } from './connector/connector.js';
import { generic } from './generic/generic.js';
import { ksqldb } from './ksqldb/ksqldb.js';
import { librdkafka } from './librdkafka/librdkafka.js';
import { micronaut } from './micronaut/micronaut.js';
import { mirrorMaker } from './mirror-maker/mirror-maker.js';
import { plain } from './plain/plain.js';
import { restProxy } from './rest-proxy/rest-proxy.js';
import { smallrye } from './smallrye/smallrye.js';
import { springBoot } from './spring-boot/spring-boot.js';
import { springCloudStream } from './spring-cloud-stream/spring-cloud-stream.js';
import { streams } from './streams/streams.js';

/** Every carrier; each says by itself which documents it reads. Of those that fit a file equally well the first one reads it. */
export const carriers: readonly Carrier[] = [
  mirrorMaker,
  connector,
  connectWorker,
  streams,
  ksqldb,
  restProxy,
  plain,
  springBoot,
  springCloudStream,
  micronaut,
  camel,
  librdkafka,
  smallrye,
  generic,
];
