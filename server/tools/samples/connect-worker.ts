import { samplesOf } from './sample.js';

const path = 'config/connect-distributed.properties';
const distributed = 'bootstrap.servers=kafka1:9092\ngroup.id=connect\noffset.storage.topic=connect-offsets\n';
const standalone = 'bootstrap.servers=kafka1:9092\noffset.storage.file.filename=/var/lib/connect/offsets\n';

export const connectWorkerSamples = samplesOf('connect-worker', [
  ['connect-distributed', path, distributed],
  ['connect-standalone', 'config/connect-standalone.properties', standalone],
  ['producer', path, distributed],
  ['consumer', path, distributed],
  ['admin', path, distributed],
  ['topic', path, `${distributed}offset.storage.preallocate=false\n`, 'offset.storage'],
]);
