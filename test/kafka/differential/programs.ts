import { propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Property, Role } from '../../../server/src/kafka/property.js';
import type { NamedValues } from './named-values.js';
import type { Random } from './random.js';

const inFlight = 'max.in.flight.requests.per.connection';

/** Keys of Streams that are compared with each other, those of the clients inside it with their prefixes. */
export const relatedInStreams: readonly (readonly string[])[] = [
  ['processing.guarantee', 'commit.interval.ms', 'producer.transaction.timeout.ms'],
  ['processing.guarantee', inFlight, `producer.${inFlight}`, `consumer.${inFlight}`, `main.consumer.${inFlight}`],
  ['processing.guarantee', 'acks', 'producer.acks', 'retries', 'producer.retries'],
  ['processing.guarantee', 'producer.enable.idempotence', 'consumer.isolation.level', 'consumer.enable.auto.commit'],
  ['rack.aware.assignment.tags', 'client.tag.zone', 'client.tag.rack', 'client.tag.', 'client.tag.a-tag-with-a-long-name'],
  ['client.tag.a', 'client.tag.b', 'client.tag.c', 'client.tag.d', 'client.tag.e', 'client.tag.f', 'client.tag.g'],
  ['enable.metrics.push', 'main.consumer.enable.metrics.push', 'consumer.enable.metrics.push', 'admin.enable.metrics.push'],
  ['group.protocol', 'group.instance.id', 'consumer.group.instance.id', 'main.consumer.group.instance.id', 'num.standby.replicas'],
  ['topic.segment.bytes', 'producer.batch.size', 'batch.size'],
  ['topology.optimization', 'upgrade.from', 'default.dsl.store', 'group.protocol'],
];

export const relatedInWorkers: readonly (readonly string[])[] = [
  [
    'inter.worker.signature.algorithm',
    'inter.worker.verification.algorithms',
    'inter.worker.key.generation.algorithm',
    'inter.worker.key.size',
  ],
  ['heartbeat.interval.ms', 'session.timeout.ms', 'rebalance.timeout.ms'],
  ['listeners', 'admin.listeners', 'rest.advertised.listener', 'rest.host.name', 'rest.port', 'response.http.headers.config'],
  ['exactly.once.source.support', 'connect.protocol', 'topic.creation.enable', 'plugin.discovery'],
  ['config.storage.replication.factor', 'offset.storage.replication.factor', 'offset.storage.partitions', 'status.storage.partitions'],
];

export const relatedInMirrorMaker: readonly (readonly string[])[] = [
  ['A->B.enabled', 'A->B.emit.offset-syncs.enabled', 'offset-syncs.topic.location', 'A->B.offset-syncs.topic.replication.factor'],
  ['A->B.enabled', 'emit.offset-syncs.enabled', 'B->A.offset-syncs.topic.location', 'A->B.offset-syncs-source-producer.acks'],
  ['A->B.exactly.once.support', 'A.consumer.isolation.level', 'B.exactly.once.source.support', 'A->B.consumer.isolation.level'],
  ['A->B.enabled', 'B->A.enabled', 'emit.heartbeats.enabled', 'A->B.emit.heartbeats.enabled', 'B->A.emit.heartbeats.enabled'],
  ['A->B.emit.checkpoints.enabled', 'emit.checkpoints.enabled', 'A->B.enabled', 'A->B.sync.group.offsets.enabled'],
  ['clusters', 'A->B.enabled', 'emit.heartbeats.enabled'],
];

export const relatedInSinks: readonly (readonly string[])[] = [
  ['topics', 'topics.regex', 'errors.deadletterqueue.topic.name'],
  ['errors.tolerance', 'errors.deadletterqueue.topic.name', 'errors.deadletterqueue.topic.replication.factor', 'topics'],
];

export const relatedInSources: readonly (readonly string[])[] = [
  [
    'topic.creation.groups',
    'topic.creation.default.replication.factor',
    'topic.creation.default.partitions',
    'topic.creation.logs.partitions',
  ],
  ['exactly.once.support', 'transaction.boundary', 'transaction.boundary.interval.ms', 'offsets.storage.topic'],
];

const truth: NamedValues = { usual: ['true', 'false'], edge: ['TRUE', 'yes', '', ' true', 'false '] };
const tag: NamedValues = { usual: ['a', 'eu-1'], edge: ['', ' ', 'x'.repeat(30), 'x'.repeat(31), `${'x'.repeat(30)} `] };
const requests: NamedValues = { usual: ['1', '5', '6'], edge: ['0', ' 6 ', '+6', '2147483647'] };

/** Values of keys that no ConfigDef has, or whose text is taken apart; by the end of the key. */
const byEnding: readonly (readonly [RegExp, NamedValues])[] = [
  [/(^|\.)max\.in\.flight\.requests\.per\.connection$/, requests],
  [/(^|\.)acks$/, { usual: ['all', '-1', '1', '0'], edge: [' all ', ' 1 '] }],
  [/^(producer\.)?retries$/, { usual: ['0', '1', '2147483647'], edge: [' 0 ', '+0'] }],
  [/transaction\.timeout\.ms$/, { usual: ['1000', '10000', '60000', '99'], edge: ['30000', ' 100 '] }],
  [/^commit\.interval\.ms$/, { usual: ['100', '10000', '10001', '30000'], edge: ['0', '60001', '99'] }],
  [/^client\.tag\./, tag],
  [
    /^rack\.aware\.assignment\.tags$/,
    { usual: ['zone', 'zone,rack', ''], edge: [',', 'zone,,rack', 'zone,zone', 'a,b,c,d,e,f', ' zone '] },
  ],
  [
    /^topology\.optimization$/,
    {
      usual: ['all', 'none', 'reuse.ktable.source.topics', 'merge.repartition.topics,reuse.ktable.source.topics', 'single.store.self.join'],
      edge: [
        '',
        ' ',
        'all,none',
        'all,all',
        'none,',
        ',none',
        'ALL',
        'reuse.ktable.source.topics,',
        'merge.repartition.topics , single.store.self.join',
      ],
    },
  ],
  [/enable\.metrics\.push$|enable\.idempotence$|enable\.auto\.commit$|->.*enabled$/, truth],
  [/group\.instance\.id$/, { usual: ['i-1'], edge: ['', ' '] }],
  [/(segment\.bytes|batch\.size)$/, { usual: ['1000', '16384', '1048576'], edge: ['999', '1001', '+1000'] }],
  [/isolation\.level$/, { usual: ['read_committed', 'read_uncommitted'], edge: ['READ_COMMITTED', ' read_committed'] }],
  [/exactly\.once\.support$/, { usual: ['required', 'requested'], edge: ['required'] }],
  [/exactly\.once\.source\.support$/, { usual: ['enabled', 'disabled', 'preparing'], edge: ['Enabled', 'true', ' enabled '] }],
  [/algorithms$/, { usual: ['HmacSHA256', 'HmacSHA256,HmacSHA512', 'HmacSHA1'], edge: ['', ',', 'hmacsha256', 'HmacSHA256,HmacSHA256'] }],
  [/signature\.algorithm$/, { usual: ['HmacSHA256', 'HmacSHA512', 'HmacSHA1'], edge: ['hmacsha256', ' HmacSHA256 '] }],
  [/generation\.algorithm$/, { usual: ['HmacSHA256', 'HmacSHA512', 'AES'], edge: ['hmacsha256', ' AES '] }],
  [/inter\.worker\.key\.size$/, { usual: ['64', '128', '256'], edge: ['39', '40', '0', '-8', '129', '512'] }],
  [
    /^(admin\.)?listeners$/,
    {
      usual: ['http://127.0.0.1:8083', 'HTTP://:8083,https://127.0.0.1:8443', 'http://[::1]:8083'],
      edge: ['', ',', '127.0.0.1:8083', 'ftp://127.0.0.1:21', 'http://127.0.0.1', 'http://a_b:1', 'http://127.0.0.1:-1', 'http://a:1,'],
    },
  ],
  [
    /^response\.http\.headers\.config$/,
    {
      usual: ['add X-Frame-Options: DENY', 'set X:y, addDate Last-Modified: 0', '"add Cache-Control: no-cache, no-store"'],
      edge: [
        '',
        ' ',
        ',',
        'add X',
        'add X:',
        'add :y',
        'put X:y',
        'ADD X:y',
        'add X y:z',
        'add X:y:z',
        '"add X:y',
        '"add X:y" z, set A:b',
        'add X:y,',
      ],
    },
  ],
  [/^topics$/, { usual: ['orders', 'orders,payments'], edge: ['', ' ', ',', 'orders,orders', 'bad', 'orders,'] }],
  [/^topics\.regex$/, { usual: ['orders.*', 'b.*', 'bad|worse'], edge: ['', ' ', '[a-c]ad'] }],
  [/deadletterqueue\.topic\.name$/, { usual: ['bad', 'orders'], edge: ['', ' bad '] }],
  [/^topic\.creation\.groups$/, { usual: ['logs', 'logs,metrics', 'default'], edge: ['', 'logs,logs', ','] }],
  [/^topic\.creation\..*(replication\.factor|partitions)$/, { usual: ['1', '3', '-1'], edge: ['0', '-2', '', '+1', 'x'] }],
  [/^clusters$/, { usual: ['A, B', 'A,B', 'B,A'], edge: ['A', '', 'A,A', 'A,B,A', 'A,B,'] }],
];

/** Undefined for keys whose values their type and their validator tell. */
export function valuesInPrograms(key: string): NamedValues | undefined {
  return byEnding.find(([ending]) => ending.test(key))?.[1];
}

const prefixed: readonly (readonly [prefix: string, role: Role])[] = [
  ['A->B.', 'mirror-source'],
  ['A->B.', 'mirror-checkpoint'],
  ['B->A.', 'mirror-heartbeat'],
  ['', 'mirror-source'],
  ['', 'mirror-checkpoint'],
  ['A.', 'connect-distributed'],
];

/** A key of a flow, of a cluster or of all connectors, with the property that it sets. */
export function keyOfMirrorMaker(random: Random, existing: (property: Property) => boolean): { key: string; property: Property } {
  const [prefix, role] = random.pick(prefixed);
  const property = random.pick(propertiesOf(role).filter(existing));
  return { key: prefix + property.name, property };
}

/** What makes the file complete: both clusters of the other keys. */
export const mirrorMakerBase = [
  ['clusters', 'A,B'],
  ['A.bootstrap.servers', '127.0.0.1:1'],
  ['B.bootstrap.servers', '127.0.0.1:2'],
] as const;
