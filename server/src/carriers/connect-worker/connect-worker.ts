import { bareKey, flatCarrier } from '../shared/flat.js';
import { workerKey, workerLayout } from './layout.js';
import { recognizeWorker } from './recognition.js';

/** The file of a Kafka Connect worker, distributed or standalone. */
export const connectWorker = flatCarrier({
  id: 'connect-worker',
  title: 'Kafka Connect',
  roles: ['connect-distributed', 'connect-standalone', 'producer', 'consumer', 'admin', 'topic'],
  embedded: ['producer', 'consumer', 'admin', 'topic'],
  recognize: recognizeWorker,
  layout: ({ keys, entries, scope }, { roles: [role] }) => workerLayout(role, keys, entries, scope),
  keyFor: (property, role, scope) => (bareKey(property) === undefined ? undefined : workerKey(property, role, scope)),
});
