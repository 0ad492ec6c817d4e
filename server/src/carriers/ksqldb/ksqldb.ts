import { flatCarrier } from '../shared/flat.js';
import { ksqlKey, ksqlLayout } from './layout.js';
import { recognizeKsqlDb } from './recognition.js';

/** The file of a ksqlDB server, `ksql-server.properties`. */
export const ksqldb = flatCarrier({
  id: 'ksqldb',
  title: 'ksqlDB',
  roles: ['streams', 'producer', 'consumer', 'admin', 'topic'],
  // an application of Kafka Streams has a file of its own
  embedded: ['streams', 'producer', 'consumer', 'admin', 'topic'],
  recognize: recognizeKsqlDb,
  layout: ({ entries }) => ksqlLayout(entries),
  keyFor: ksqlKey,
});
