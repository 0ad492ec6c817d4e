import { bareKey, flatCarrier } from '../shared/flat.js';
import { workerLayout } from './layout.js';
import { recognizeWorker } from './recognition.js';

/** The file of a Kafka Connect worker, distributed or standalone. */
export const connectWorker = flatCarrier({
  id: 'connect-worker',
  title: 'Kafka Connect',
  roles: ['connect-distributed', 'connect-standalone'],
  embedded: [],
  recognize: recognizeWorker,
  layout: ({ keys }, { roles: [role] }) => workerLayout(role, keys),
  keyFor: bareKey,
});
