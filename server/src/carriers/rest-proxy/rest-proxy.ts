import { bareKey, flatCarrier } from '../shared/flat.js';
import { proxyKey, proxyLayout } from './layout.js';
import { recognizeRestProxy } from './recognition.js';

/** The file of Confluent's REST Proxy, `kafka-rest.properties`. */
export const restProxy = flatCarrier({
  id: 'rest-proxy',
  title: 'REST Proxy',
  roles: ['producer', 'consumer', 'admin'],
  // clients of other programs have files of their own
  embedded: ['producer', 'consumer', 'admin'],
  recognize: recognizeRestProxy,
  layout: ({ entries }) => proxyLayout(entries),
  keyFor: (property, role) => (bareKey(property) === undefined ? undefined : proxyKey(property, role)),
});
