import { librdkafkaRoles } from '../../kafka/frameworks/librdkafka.js';
import type { Carrier } from '../carrier.js';
import { scores, type Recognition } from '../recognition.js';
import { readLayout } from '../shared/flat.js';
import { clientsIn, type Clients } from './clients.js';
import { clientLayout } from './layout.js';
import { offerLibrdkafkaKeys, writeLibrdkafka } from './write.js';

/**
 * Clients made with librdkafka (C, C++, Python, Go, .NET, Node, PHP, Rust): their files, and the sections of programs that hand options
 * over to it, such as Fluent Bit (`rdkafka.`) and Vector (`librdkafka_options`).
 */
export const librdkafka: Carrier = {
  id: 'librdkafka',
  title: 'librdkafka',
  syntaxes: ['properties', 'yaml'],
  roles: librdkafkaRoles,
  claims: 'file',
  mayRead: () => true,
  recognize: (document, path) => {
    const clients = clientsIn(document, path);
    return clients && recognitionOf(clients);
  },
  read: (document, path, recognition) => {
    const clients = clientsIn(document, path);
    return clients && readLayout(librdkafka, document.entries, clientLayout(document.entries, clients), recognition);
  },
  write: writeLibrdkafka,
  writeValue: (_property, _role, value) => value,
  offerKeys: (parents, document, recognition) => (recognition ? offerLibrdkafkaKeys(parents, document) : []),
};

function recognitionOf({ clients, evidence, certainty }: Clients): Recognition {
  const roles = librdkafkaRoles.filter(role => clients.some(client => client.roles.includes(role)));
  const [first = 'librdkafka-producer', ...more] = roles;
  const certain = certainty === 'own-keys';
  const why = certain ? 'own-key' : certainty === 'sections' ? 'keys-together' : 'usual-key';
  return {
    score: certain ? scores.own : scores.likely,
    readable: true,
    trust: certain ? 'certain' : 'inferred',
    roles: [first, ...more],
    clues: evidence.slice(0, 3).map(({ entry }) => ({ why, entry })),
  };
}
