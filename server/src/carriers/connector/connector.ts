import { connectorRoles } from '../../kafka/property.js';
import { bareKey, flatCarrier } from '../shared/flat.js';
import { connectorLayout } from './layout.js';
import { recognizeConnector } from './recognition.js';

/** A connector of Kafka Connect in a file of its own. */
export const connector = flatCarrier({
  id: 'connector',
  title: 'Kafka Connect connector',
  roles: connectorRoles,
  embedded: [],
  recognize: recognizeConnector,
  layout: ({ keys }, { roles: [role] }) => connectorLayout(role, keys),
  keyFor: bareKey,
});
