import { bareKey, flatCarrier } from '../shared/flat.js';
import { streamsKey, streamsLayout } from '../shared/streams.js';
import { recognizeStreams } from './recognition.js';

/** The configuration of a Kafka Streams application in a file of its own. */
export const streams = flatCarrier({
  id: 'streams',
  title: 'Kafka Streams',
  roles: ['streams', 'producer', 'consumer', 'admin', 'topic'],
  embedded: ['producer', 'consumer', 'admin', 'topic'],
  recognize: recognizeStreams,
  layout: ({ keys, entries }) => streamsLayout(keys, entries),
  keyFor: (property, role, scope) => (bareKey(property) === undefined ? undefined : streamsKey(property, role, scope)),
});
