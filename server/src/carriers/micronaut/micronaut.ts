import type { Reading } from '../../config/setting.js';
import type { Document } from '../../syntax/syntax.js';
import type { Carrier } from '../carrier.js';
import type { Recognition } from '../recognition.js';
import { isOff, readClients } from './layout.js';
import { recognizeMicronaut } from './recognition.js';
import { offerMicronautKeys, writeMicronaut } from './write.js';

/** `kafka.*` in the `application` and `bootstrap` files of a Micronaut application, those of its environments included. */
export const micronaut: Carrier = {
  id: 'micronaut',
  title: 'Micronaut',
  syntaxes: ['yaml', 'properties'],
  roles: ['producer', 'consumer', 'admin', 'streams', 'topic'],
  claims: 'keys',
  mayRead: (path, text) => /kafka/i.test(text) && /(^|\/)(application|bootstrap)(-[^/]+)?\.(ya?ml|properties)$/i.test(path),
  recognize: recognizeMicronaut,
  read,
  write: writeMicronaut,
  writeValue: (_property, _role, value) => value,
  offerKeys: offerMicronautKeys,
};

function read(document: Document, path: string, { trust }: Recognition): Reading | undefined {
  if (isOff(document)) return undefined;
  const { defaults, ...clients } = readClients(document, path);
  if (clients.settings.length === 0 && clients.unknownKeys.length === 0) return undefined;
  return {
    carrier: micronaut.id,
    framework: micronaut.title,
    ...clients,
    openers: [],
    frameworkDefaults: defaults,
    kafkaVersion: undefined,
    facts: new Set(['group-may-be-in-code']),
    trust,
  };
}
