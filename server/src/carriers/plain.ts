import { resolveValue } from '../config/placeholder.js';
import type { Reading, Setting, UnknownKey } from '../config/setting.js';
import { propertiesOf } from '../kafka/catalogue/catalogue.js';
import type { Role } from '../kafka/property.js';
import type { Document, Entry } from '../syntax/syntax.js';
import type { Carrier } from './carrier.js';
import { keyOf } from './plain-applications.js';
import { connectorLayout, sharedLayout, streamsLayout, workerLayout, type Layout } from './plain-layout.js';
import { mirrorLayout, prefixOf } from './plain-mirror.js';
import { recognizeEmpty, recognizePlain, type Recognition } from './plain-recognition.js';

const roles: readonly Role[] = [
  'broker',
  'topic',
  'producer',
  'consumer',
  'admin',
  'streams',
  'connect-distributed',
  'connect-standalone',
  'connector',
  'source-connector',
  'sink-connector',
  'mirror-maker',
  'mirror-source',
  'mirror-checkpoint',
  'mirror-heartbeat',
];

/** Kafka's own files: `server.properties`, `producer.properties` and their like, keys as Kafka names them. */
export const plain: Carrier = {
  id: 'plain',
  title: 'Kafka properties file',
  syntaxes: ['properties'],
  roles,
  mayRead: () => true,
  read,
  write: (target, _document, reading) => {
    const last = reading.settings.findLast(setting => setting.role === target.role && setting.scope === target.scope);
    const after = target.near?.entry ?? last?.entry;
    return { place: after ? { after } : { atEnd: true }, keys: [prefixOf(target.scope) + target.property] };
  },
  writeValue: (_property, _role, value) => value,
  offerKeys: (parents, document, path) => {
    const keys = document.entries.map(keyOf);
    const recognized =
      parents.length > 0 ? undefined : keys.length > 0 ? recognizePlain(path, keys, document.entries) : recognizeEmpty(path);
    const offers = (recognized?.roles ?? []).flatMap(role => propertiesOf(role).map(({ name }) => ({ key: name, property: name, role })));
    return [...new Map(offers.map(offer => [offer.key, offer])).values()];
  },
};

function read(document: Document, path: string): Reading | undefined {
  const keys = document.entries.map(keyOf);
  const recognized = recognizePlain(path, keys, document.entries);
  if (!recognized || (!recognized.application && document.entries.some(listensToHttp))) return undefined;
  const layout = layoutOf(recognized, keys, document.entries);
  const settings: Setting[] = [];
  const unknownKeys: UnknownKey[] = [];
  for (const [i, entry] of document.entries.entries()) {
    const meaning = layout.meanings[i];
    if (meaning?.kind === 'settings') {
      const value = resolveValue(entry.value, 'kafka');
      for (const place of meaning.places) settings.push({ ...place, value, entry, rank: 0, own: true, ignored: undefined });
    } else if (meaning?.kind === 'unknown') {
      const { scope, role, key, candidates } = meaning;
      unknownKeys.push({ entry, scope, role, key, candidates });
    }
  }
  return {
    carrier: plain.id,
    scopes: layout.scopes,
    settings,
    unknownKeys,
    openers: [],
    frameworkDefaults: {},
    kafkaVersion: versionSeen(settings),
    facts: new Set(),
    roleInferred: recognized.inferred,
  };
}

function layoutOf({ roles: readers, application }: Recognition, keys: readonly string[], entries: readonly Entry[]): Layout {
  switch (application?.kind) {
    case 'streams':
      return streamsLayout(keys);
    case 'worker':
      return workerLayout(application.role, keys);
    case 'connector':
      return connectorLayout(application.role, keys);
    case 'mirror-maker':
      return mirrorLayout(keys, entries);
    case undefined:
      return sharedLayout(readers, keys);
  }
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
