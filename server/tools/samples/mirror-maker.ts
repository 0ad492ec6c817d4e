import { samplesOf } from './sample.js';

const path = 'config/connect-mirror-maker.properties';
const clusters = 'clusters=A,B\nA.bootstrap.servers=kafka1:9092\nB.bootstrap.servers=kafka2:9092\n';

export const mirrorMakerSamples = samplesOf('mirror-maker', [
  ['mirror-maker', path, clusters],
  ['mirror-source', path, `${clusters}A->B.enabled=true\n`, 'flow A->B'],
  ['mirror-checkpoint', path, `${clusters}A->B.enabled=true\n`, 'flow A->B'],
  ['mirror-heartbeat', path, `${clusters}A->B.enabled=true\n`, 'flow A->B'],
  ['connect-distributed', path, clusters, 'cluster B'],
  ['producer', path, clusters, 'cluster B'],
  ['consumer', path, clusters, 'cluster A'],
  ['admin', path, clusters, 'cluster A'],
]);
