import type { JudgedRole } from './judge.js';

/** Settings, one `key=value` each, of the program that reads them. */
export interface Case {
  readonly role: JudgedRole;
  readonly settings: readonly string[];
}

const inFlight = 'max.in.flight.requests.per.connection';
const v2 = 'processing.guarantee=exactly_once_v2';
const v1 = 'processing.guarantee=exactly_once';

const streams: readonly (readonly string[])[] = [
  [v1],
  [v2],
  ['processing.guarantee=exactly_once_beta'],
  ...[v1, v2].flatMap(guarantee => [
    [guarantee, 'commit.interval.ms=10001'],
    [guarantee, 'commit.interval.ms=10000'],
    [guarantee, 'commit.interval.ms=30000', 'producer.transaction.timeout.ms=60000'],
    [guarantee, 'commit.interval.ms=30000', 'transaction.timeout.ms=60000'],
    [guarantee, 'producer.transaction.timeout.ms=99'],
    [guarantee, `${inFlight}=6`],
    [guarantee, `${inFlight}=1`],
    [guarantee, `${inFlight}=6`, `producer.${inFlight}=5`],
    [guarantee, `consumer.${inFlight}=6`],
    [guarantee, `main.consumer.${inFlight}=6`],
    [guarantee, 'acks=1'],
    [guarantee, 'acks=1', 'producer.acks=all'],
    [guarantee, 'producer.acks=-1'],
    [guarantee, 'producer.retries=0'],
    [guarantee, 'producer.enable.idempotence=false'],
    [guarantee, 'consumer.isolation.level=read_uncommitted'],
  ]),
  ['producer.acks=1'],
  ['rack.aware.assignment.tags=zone'],
  ['rack.aware.assignment.tags=zone', 'client.tag.zone=a'],
  ['rack.aware.assignment.tags=a,,b', 'client.tag.a=1', 'client.tag.b=1'],
  ['rack.aware.assignment.tags=,', 'client.tag.='],
  ['client.tag.zone='],
  ['client.tag.='],
  [`client.tag.zone=${'x'.repeat(30)}`],
  [`client.tag.zone=${'x'.repeat(31)}`],
  [`client.tag.${'x'.repeat(21)}=a`],
  ['a', 'b', 'c', 'd', 'e', 'f'].map(tag => `client.tag.${tag}=1`),
  ...['consumer.', 'main.consumer.', 'admin.', 'producer.', 'restore.consumer.', ''].map(prefix => [`${prefix}enable.metrics.push=false`]),
  ['group.protocol=streams', 'group.instance.id=a'],
  ['group.protocol=Streams', 'main.consumer.group.instance.id='],
  ['group.protocol=classic', 'group.instance.id=a'],
  ['topic.segment.bytes=1000', 'batch.size=1001'],
  ['topic.segment.bytes=1000', 'batch.size=1001', 'producer.batch.size=1000'],
  ['consumer.enable.auto.commit=false'],
  ...['all', 'none', 'none,', 'all,none', '', 'single.store.self.join', 'merge.repartition.topics , reuse.ktable.source.topics', 'x'].map(
    text => [`topology.optimization=${text}`],
  ),
];

const algorithms = 'inter.worker.verification.algorithms';
const distributed: readonly (readonly string[])[] = [
  ['inter.worker.signature.algorithm=HmacSHA1'],
  [`${algorithms}=HmacSHA1`],
  [`${algorithms}=`],
  ['inter.worker.signature.algorithm=HmacSHA1', `${algorithms}=HmacSHA1,HmacSHA256`],
  ['inter.worker.key.generation.algorithm=AES'],
  ['inter.worker.key.size=39'],
  ['inter.worker.key.size=40'],
  ['heartbeat.interval.ms=10000'],
  ['heartbeat.interval.ms=9999'],
  ['heartbeat.interval.ms=-1'],
  ['rebalance.timeout.ms=-1'],
  ['session.timeout.ms=3000'],
  ['config.storage.replication.factor=0'],
  ['config.storage.replication.factor=-1'],
  ['offset.storage.partitions=0'],
  ['exactly.once.source.support=true'],
  ['exactly.once.source.support=Enabled'],
  ['connect.protocol=Eager'],
];

const workers: readonly (readonly string[])[] = [
  ...['', ',', 'connect1:8083', 'ftp://a:1', 'http://a b:1', 'http://:8083', 'HTTPS://[::1]:8443'].map(text => [`listeners=${text}`]),
  ...['', 'a,,b', 'http://:1'].map(text => [`admin.listeners=${text}`]),
  ['rest.host.name=a b'],
  ['rest.host.name=a\u0000b', 'listeners='],
  ...['add', 'add X', 'add X:', 'add X:y', 'put X:y', 'add X y:z', 'add X:y:z', '"add X: y, z"', ' ', '\u00a0', '\u2003'].map(text => [
    `response.http.headers.config=${text}`,
  ]),
];

const both = ['clusters=A,B', 'A.bootstrap.servers=127.0.0.1:1', 'B.bootstrap.servers=127.0.0.1:2'];
const mirror: readonly (readonly string[])[] = [
  both,
  ['clusters=A', 'A.bootstrap.servers=127.0.0.1:1'],
  ['clusters=A,A', 'A.bootstrap.servers=127.0.0.1:1'],
  ['clusters=A,B', 'A.bootstrap.servers=127.0.0.1:1'],
  [...both, 'emit.heartbeats.enabled=false'],
  [...both, 'emit.heartbeats.enabled=false', 'A->B.enabled=true'],
  [...both, 'emit.heartbeats.enabled=false', 'A->B.enabled=true '],
  [...both, 'A->B.emit.heartbeats.enabled=false', 'B->A.emit.heartbeats.enabled=false'],
  [...both, 'emit.checkpoints.enabled=false', 'A->B.enabled=true'],
  [...both, 'A->B.emit.offset-syncs.enabled=false', 'offset-syncs.topic.location=target'],
  [...both, 'A->B.emit.offset-syncs.enabled=false', 'B->A.offset-syncs.topic.location=target'],
  [...both, 'emit.offset-syncs.enabled=false', 'A->B.offset-syncs-source-producer.acks=1'],
  [...both, 'emit.offset-syncs.enabled=false', 'offset-syncs-source-producer.acks=1'],
  ...['A.', 'A->B.', 'A->B.source.', ''].map(prefix => [
    ...both,
    'B.exactly.once.source.support=enabled',
    'A->B.exactly.once.support=required',
    `${prefix}consumer.isolation.level=read_committed`,
  ]),
  [...both, 'A->B.replication.factor=x'],
  [...both, 'replication.factor=0'],
  [...both, 'A.offset.storage.replication.factor=0'],
  [...both, 'offset.storage.replication.factor=0'],
  [...both, 'A.heartbeat.interval.ms=10000'],
  [...both, 'A.listeners=x'],
  [...both, 'A->B.topics=a,a'],
  [...both, 'A->B.tasks.max=0'],
  [...both, 'A->B.enabled=yes'],
];

/** What the differential and its generator found, shrunk, and the cases that the rules are made of. */
export const cases: readonly Case[] = [
  ...streams.map(settings => ({ role: 'streams', settings }) as const),
  ...[...distributed, ...workers].map(settings => ({ role: 'connect-distributed', settings }) as const),
  ...workers.map(settings => ({ role: 'connect-standalone', settings }) as const),
  ...mirror.map(settings => ({ role: 'mirror-maker', settings }) as const),
];

/** The releases that are asked; MirrorMaker is not there for all of them. */
export const versions = ['0.11.0.3', '2.0.1', '2.8.2', '3.0.2', '3.3.2', '3.9.2', '4.0.2', '4.1.2', '4.2.0', '4.3.1'] as const;

/** The settings as the map that their reader gets. */
export function propsOf({ settings }: Case): Readonly<Record<string, string>> {
  return Object.fromEntries(settings.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
