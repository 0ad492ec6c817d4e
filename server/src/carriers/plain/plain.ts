import type { Setting } from '../../config/setting.js';
import { bareKey, flatCarrier } from '../shared/flat.js';
import { sharedLayout } from './layout.js';
import { recognizePlain } from './recognition.js';

/** Kafka's own files: `server.properties`, `producer.properties` and their like, keys as Kafka names them. */
export const plain = flatCarrier({
  id: 'plain',
  title: 'Kafka',
  roles: ['broker', 'topic', 'producer', 'consumer', 'admin'],
  embedded: [],
  recognize: recognizePlain,
  layout: ({ keys }, { roles }) => sharedLayout(roles, keys),
  keyFor: bareKey,
  versionSeen,
});

/** ZooKeeper's address without KRaft's roles is a broker before 4.0, which removed ZooKeeper. */
function versionSeen(settings: readonly Setting[]): string | undefined {
  const has = (property: string): boolean => settings.some(setting => setting.role === 'broker' && setting.property === property);
  return has('zookeeper.connect') && !has('process.roles') ? '3.9' : undefined;
}
