import { bareKey, flatCarrier } from '../shared/flat.js';
import { streamsLayout } from './layout.js';
import { recognizeStreams } from './recognition.js';

/** The configuration of a Kafka Streams application in a file of its own. */
export const streams = flatCarrier({
  id: 'streams',
  title: 'Kafka Streams',
  roles: ['streams'],
  embedded: [],
  recognize: recognizeStreams,
  layout: ({ keys }) => streamsLayout(keys),
  keyFor: bareKey,
});
