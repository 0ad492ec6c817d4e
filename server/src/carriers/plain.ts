import { resolveValue } from '../config/placeholder.js';
import type { Reading, Scope, Setting, UnknownKey } from '../config/setting.js';
import { propertiesOf } from '../kafka/catalogue/catalogue.js';
import type { Role } from '../kafka/property.js';
import type { Document, Entry } from '../syntax/syntax.js';
import type { Carrier } from './carrier.js';
import { textOf } from '../syntax/key-text.js';
import { knows, recognizeEmpty, recognizePlain } from './plain-recognition.js';

const roles: readonly Role[] = ['broker', 'topic', 'producer', 'consumer', 'admin'];

/** Kafka's own files: `server.properties`, `producer.properties` and their like, keys as Kafka names them. */
export const plain: Carrier = {
  id: 'plain',
  title: 'Kafka properties file',
  syntaxes: ['properties'],
  roles,
  mayRead: () => true,
  read,
  write: (target, _document, reading) => {
    const last = reading.settings.findLast(setting => setting.role === target.role);
    const after = target.near?.entry ?? last?.entry;
    return { place: after ? { after } : { atEnd: true }, keys: [target.property] };
  },
  writeValue: (_property, _role, value) => value,
  offerKeys: (parents, document, path) => {
    const keys = document.entries.map(keyOf);
    const recognized = parents.length > 0 ? undefined : keys.length > 0 ? recognizePlain(path, keys) : recognizeEmpty(path);
    const offers = (recognized?.roles ?? []).flatMap(role => propertiesOf(role).map(({ name }) => ({ key: name, property: name, role })));
    return [...new Map(offers.map(offer => [offer.key, offer])).values()];
  },
};

function read(document: Document, path: string): Reading | undefined {
  const keys = document.entries.map(keyOf);
  const recognized = recognizePlain(path, keys);
  if (!recognized || document.entries.some(listensToHttp)) return undefined;
  const scope: Scope = { name: 'file', base: undefined, complete: true, development: false };
  const settings: Setting[] = [];
  const unknownKeys: UnknownKey[] = [];
  for (const [i, entry] of document.entries.entries()) {
    const key = String(keys[i]);
    const readers = recognized.roles.filter(role => knows(role, key));
    for (const role of readers)
      settings.push({
        property: key,
        role,
        value: resolveValue(entry.value, 'kafka'),
        entry,
        scope,
        rank: 0,
        own: true,
        ignored: undefined,
      });
    const [role] = recognized.roles;
    if (readers.length === 0 && role) unknownKeys.push({ entry, scope, role, key, candidates: undefined });
  }
  return {
    carrier: plain.id,
    scopes: [scope],
    settings,
    unknownKeys,
    openers: [],
    frameworkDefaults: {},
    kafkaVersion: versionSeen(settings),
    facts: new Set(),
    roleInferred: recognized.inferred,
  };
}

/** REST Proxy and ksqlDB have listeners too, for browsers. */
function listensToHttp(entry: Entry): boolean {
  return keyOf(entry) === 'listeners' && /^\s*https?:/i.test(entry.value);
}

/** ZooKeeper's address without KRaft's roles is a broker before 4.0, which removed ZooKeeper. */
function versionSeen(settings: readonly Setting[]): string | undefined {
  const has = (property: string): boolean => settings.some(setting => setting.role === 'broker' && setting.property === property);
  return has('zookeeper.connect') && !has('process.roles') ? '3.9' : undefined;
}

function keyOf(entry: Entry): string {
  return entry.path.map(textOf).join('.');
}
