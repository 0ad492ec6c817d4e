import { ansibleSamples } from './ansible.js';
import { cloudFormationSamples } from './cloudformation.js';
import { camelSamples } from './camel.js';
import { confluentSamples } from './confluent.js';
import { connectWorkerSamples } from './connect-worker.js';
import { composeSamples } from './compose.js';
import { connectorSamples } from './connector.js';
import { dockerfileSamples } from './dockerfile.js';
import { envFileSamples } from './env-file.js';
import { micronautSamples } from './micronaut.js';
import { genericSamples } from './generic.js';
import { helmSamples } from './helm.js';
import { koperatorSamples } from './koperator.js';
import { ksqldbSamples } from './ksqldb.js';
import { kubernetesSamples } from './kubernetes.js';
import { librdkafkaSamples } from './librdkafka.js';
import { mirrorMakerSamples } from './mirror-maker.js';
import { namedFilesSamples } from './named-files.js';
import { plainSamples } from './plain.js';
import { restProxySamples } from './rest-proxy.js';
import type { Sample } from './sample.js';
import { smallryeSamples } from './smallrye.js';
import { springBootSamples } from './spring-boot.js';
import { springCloudStreamSamples } from './spring-cloud-stream.js';
import { streamsSamples } from './streams.js';
import { strimziSamples } from './strimzi.js';
import { terraformSamples } from './terraform.js';

/** The samples of every carrier; each carrier has at least one for every role that it can write. */
export const samples: readonly Sample[] = [
  ...plainSamples,
  ...streamsSamples,
  ...connectWorkerSamples,
  ...connectorSamples,
  ...mirrorMakerSamples,
  ...springBootSamples,
  ...springCloudStreamSamples,
  ...librdkafkaSamples,
  ...micronautSamples,
  ...smallryeSamples,
  ...ksqldbSamples,
  ...restProxySamples,
  ...camelSamples,
  ...genericSamples,
  ...composeSamples,
  ...envFileSamples,
  ...dockerfileSamples,
  ...kubernetesSamples,
  ...strimziSamples,
  ...helmSamples,
  ...confluentSamples,
  ...koperatorSamples,
  ...ansibleSamples,
  ...namedFilesSamples,
  ...terraformSamples,
  ...cloudFormationSamples,
];
