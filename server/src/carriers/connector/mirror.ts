import type { Ignored, Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { worksAs } from '../shared/connect-defaults.js';
import { knows, scopeBeside, type Place } from '../shared/layout.js';
import {
  decidingClientOf,
  mirrorConsumerDefaults,
  mirrorKeyIn,
  mirrorPlaces,
  misplaced,
  toEveryClient,
  type MirrorClients,
  type Side,
} from '../shared/mirror-clients.js';
import { isMirror, type ClientKey, type Clients, type ConnectorFile } from './layout.js';

const clients = ['producer', 'consumer', 'admin'] as const;
const names = { syncs: 'offset syncs', 'source.': 'source cluster', 'target.': 'target cluster' } as const;
/** What is said of a cluster is put below what is said of a client. */
const ranks = { cluster: 0, plain: 1, side: 2 } as const;

/**
 * The clients that a connector of MirrorMaker makes itself, beside those that Connect makes for its tasks: the consumer that reads what is
 * copied, the producer of the offset syncs, and an admin client on either side. What the other two connectors read are topics of
 * MirrorMaker's own, from their beginning, so that nothing of their consumers matters. Sources: MirrorConnectorConfig, MirrorSourceTask,
 * OffsetSyncWriter and OffsetSyncStore of org.apache.kafka.connect.mirror.
 */
export function mirrorClients({ role, file, text, exactlyOnce }: ConnectorFile): Clients {
  if (!isMirror(role)) return { scopes: [], read: () => undefined };
  const copies = role === 'mirror-source';
  const syncs = scopeBeside(file.scope, names.syncs);
  const sides = { 'source.': scopeBeside(file.scope, names['source.']), 'target.': scopeBeside(file.scope, names['target.']) };
  const sideOfSyncs = syncsSide(text);
  const made: MirrorClients = {
    copies: () => file.scope,
    reads: () => (copies ? file.scope : undefined),
    syncs: side => (copies && (side === '' || side === sideOfSyncs) ? syncs : undefined),
    admins: side => (side === '' ? Object.values(sides) : [sides[side]]),
    exactlyOnce,
    ranks,
  };
  return {
    scopes: [...(copies ? [syncs] : []), ...Object.values(sides)],
    defaults: copies ? mirrorConsumerDefaults(file.scope) : [],
    read,
  };

  function read(key: string, value: string | undefined): ClientKey | undefined {
    const override = /^consumer\.override\.(.*)$/.exec(key)?.[1];
    if (override !== undefined && copies && knows('consumer', override)) return { places: [notReading(override, value)] };
    const cluster = /^(source\.|target\.)cluster\.(.*)$/.exec(key);
    if (cluster) return ofCluster(cluster[1] as Side, String(cluster[2]), value);
    const found = mirrorKeyIn(key);
    if (!found) {
      const lost = misplaced(key, value, file.scope, 'dropped');
      return lost && { places: [lost] };
    }
    const { role: client, property } = found;
    return knows(client, property)
      ? { places: mirrorPlaces(found, value, made) }
      : { unknown: property, place: { role: client, scope: file.scope } };
  }

  /** MirrorMaker's own file has such keys, where they go to the worker that writes and to the consumer that reads. */
  function lostIn(side: Side, key: string, value: string | undefined): ClientKey | undefined {
    const [, prefix, property = key] = /^(producer|consumer|admin)\.(.*)$/.exec(key) ?? [];
    const client = clients.find(one => one === prefix) ?? decidingClientOf(property);
    if (!client || !knows(client, property)) return undefined;
    const works = copies && client === (side === 'source.' ? 'consumer' : 'producer') ? whereItWorks(client, property, value) : undefined;
    return { places: [{ role: client, property, scope: file.scope, own: false, ignored: { why: 'dropped', worksAs: works } }] };
  }

  /** Connect has no consumer for the tasks of a source, and MirrorMaker's own takes the key with another prefix. */
  function notReading(property: string, value: string | undefined): Place {
    const ignored = { why: 'other-client', worksAs: whereItWorks('consumer', property, value) } as const;
    return { role: 'consumer', property, scope: file.scope, ignored };
  }

  function ofCluster(side: Side, property: string, value: string | undefined): ClientKey | undefined {
    if (!toEveryClient.test(property)) return lostIn(side, property, value);
    const consumer = side === 'source.' ? made.reads() : undefined;
    const producer = made.syncs(side);
    const readers: readonly (readonly [Role, Scope | undefined])[] = [
      ['consumer', consumer],
      ['producer', producer],
      ['admin', sides[side]],
    ];
    const places = readers.flatMap(([client, scope]): readonly Place[] =>
      scope && knows(client, property) ? [{ role: client, property, scope, rank: ranks.cluster, own: false }] : [],
    );
    return { places };
  }
}

/** Of the keys that decide what is lost, a value that had better not work is not to be moved. */
function whereItWorks(role: Role, property: string, value: string | undefined): Ignored['worksAs'] {
  return decidingClientOf(property) === undefined ? { role, property } : worksAs(role, property, value);
}

/** The side on which the offset syncs are written, which is the source's unless the connector says otherwise. */
function syncsSide(text: ConnectorFile['text']): Side {
  return text('offset-syncs.topic.location') === 'target' ? 'target.' : 'source.';
}

/** How a property of one of these clients is written; undefined where there is none such, or MirrorMaker sets it itself. */
export function mirrorKey(property: string, role: Role, { name }: Pick<Scope, 'name'>, connector: ConnectorFile): string | undefined {
  if (role === 'producer' && name === names.syncs) return `${syncsSide(connector.text)}producer.${property}`;
  const side = (['source.', 'target.'] as const).find(one => names[one] === name);
  if (role === 'admin' && side) return `${side}admin.${property}`;
  const ofCopies = role === 'consumer' && name === 'file' && connector.role === 'mirror-source';
  return ofCopies && property !== 'enable.auto.commit' ? `source.consumer.${property}` : undefined;
}
