import type { Reading } from '../../config/setting.js';
import { librdkafkaRoles } from '../../kafka/frameworks/librdkafka.js';
import type { Document } from '../../syntax/syntax.js';
import type { Carrier } from '../carrier.js';
import { scores, type Recognition } from '../recognition.js';
import { readLayout } from '../shared/flat.js';
import { clientsIn, type Clients } from './clients.js';
import { clientLayout } from './layout.js';
import { scopeOfFile, valueIn } from './values.js';
import { offerLibrdkafkaKeys, spelledValue, writeLibrdkafka } from './write.js';

/** Words of which every file of librdkafka has one, nested or in one piece; most YAML and JSON is about something else. */
const mayBeRead =
  /kafka|bootstrap|broker|auto\W*offset|idempotence|partition\W*eof|sasl|statistics\W*interval|queue\W*buffering|message\W*(timeout|send)|\backs\b/i;

/**
 * Clients made with librdkafka (C, C++, Python, Go, .NET, Node, PHP, Rust): their files, and the sections of programs that hand options
 * over to it, such as Fluent Bit (`rdkafka.`) and Vector (`librdkafka_options`). Keys have librdkafka's names, or those of its classes
 * for .NET (`"EnableIdempotence"` in `appsettings.json`).
 */
export const librdkafka: Carrier = {
  id: 'librdkafka',
  title: 'librdkafka',
  syntaxes: ['properties', 'yaml', 'json'],
  roles: librdkafkaRoles,
  claims: 'file',
  mayRead: (_path, text) => mayBeRead.test(text),
  recognize: (document, path) => {
    const clients = clientsIn(document, { path });
    return clients && recognitionOf(clients);
  },
  read,
  write: writeLibrdkafka,
  writeValue: spelledValue,
  offerKeys: (parents, document, recognition) => (recognition ? offerLibrdkafkaKeys(parents, document, recognition.roles) : []),
};

function read(document: Document, path: string, recognition: Recognition): Reading | undefined {
  const asked = recognition.clues.some(({ why }) => why === 'asked-for');
  const clients = clientsIn(document, { path }) ?? clientsIn(document, { path, roles: recognition.roles, asked });
  if (!clients) return undefined;
  const layout = clientLayout(document.entries, clients, scopeOfFile(path));
  const reading = readLayout(librdkafka, document.entries, layout, recognition);
  // Source: JsonConfigurationFileParser of Microsoft.Extensions.Configuration.Json
  const facts = clients.dotnet ? new Set(['duplicates-refused'] as const) : reading.facts;
  return { ...reading, facts, settings: reading.settings.map(setting => ({ ...setting, value: valueIn(setting, document) })) };
}

function recognitionOf({ clients, evidence, certainty, dotnet }: Clients): Recognition {
  const roles = librdkafkaRoles.filter(role => clients.some(client => client.roles.includes(role)));
  const [first = 'librdkafka-producer', ...more] = roles;
  const certain = certainty === 'own-keys';
  const why = dotnet || certainty === 'sections' ? 'keys-together' : certain ? 'own-key' : 'usual-key';
  return {
    score: certain ? scores.own : scores.likely,
    readable: true,
    trust: certain ? 'certain' : 'inferred',
    roles: [first, ...more],
    clues: evidence.slice(0, 3).map(({ entry }) => ({ why, entry })),
  };
}
