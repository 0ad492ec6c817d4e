import { samplesOf } from './sample.js';

const distributed = 'bootstrap.servers=kafka1:9092\ngroup.id=connect\noffset.storage.topic=connect-offsets\n';
const standalone = 'bootstrap.servers=kafka1:9092\noffset.storage.file.filename=/var/lib/connect/offsets\n';

export const connectWorkerSamples = samplesOf('connect-worker', [
  ['connect-distributed', 'config/connect-distributed.properties', distributed],
  ['connect-standalone', 'config/connect-standalone.properties', standalone],
]);
