import { connectorRoles } from '../../kafka/property.js';
import { bareKey, flatCarrier } from '../shared/flat.js';
import { connectorsIn } from './files.js';
import { connectorKey } from './keys.js';
import { connectorLayout } from './layout.js';
import { recognizeConnector } from './recognition.js';

/**
 * Connectors of Kafka Connect: a `.properties` file of one, and JSON as it is sent to Connect's REST interface or comes from it, of one or
 * many; and YAML of which a tool makes such JSON.
 */
export const connector = flatCarrier({
  id: 'connector',
  title: 'Kafka Connect connector',
  framework: 'Kafka Connect',
  syntaxes: ['properties', 'json', 'yaml'],
  roles: [...connectorRoles, 'producer', 'consumer', 'admin', 'topic'],
  embedded: ['producer', 'consumer', 'admin', 'topic'],
  mayRead: (path, text) => /\.properties$/i.test(path) || text.includes('connector.class'),
  filesIn: connectorsIn,
  recognize: recognizeConnector,
  layout: (file, { roles: [role] }) => connectorLayout(role, file),
  keyFor: (property, role, scope, map) => (bareKey(property) === undefined ? undefined : connectorKey(property, role, scope, map)),
});
