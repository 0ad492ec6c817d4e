import { findProperty, lastLine, versionLines } from './catalogue/catalogue.js';
import { deprecations, type Deprecation } from './deprecations.js';
import type { Role } from './property.js';

/** A key that Kafka does not read any more from a version on. */
export interface Removal {
  /** The first line without it. */
  readonly since: string;
  /** The key that took its place, with the same kind of value. */
  readonly replacement: string | undefined;
  /** What it asked for no longer holds, and messages can be lost or kept by that. */
  readonly changesDurability: boolean;
}

interface Note {
  readonly since?: string;
  readonly replacement?: string;
  readonly changesDurability?: true;
}

// kafka.producer.ProducerConfig, AsyncProducerConfig and SyncProducerConfigShared of 1.1.1, gone in 2.0; the Java producer never read them
const scalaProducer: Readonly<Record<string, Note>> = {
  'request.required.acks': { since: '2.0', replacement: 'acks', changesDurability: true },
  'message.send.max.retries': { since: '2.0', replacement: 'retries', changesDurability: true },
  'producer.type': { since: '2.0', changesDurability: true },
  'metadata.broker.list': { since: '2.0', replacement: 'bootstrap.servers' },
  'serializer.class': { since: '2.0' },
  'key.serializer.class': { since: '2.0' },
  'compression.codec': { since: '2.0', replacement: 'compression.type' },
  'compressed.topics': { since: '2.0' },
  'topic.metadata.refresh.interval.ms': { since: '2.0', replacement: 'metadata.max.age.ms' },
  'queue.buffering.max.ms': { since: '2.0', replacement: 'linger.ms' },
  'queue.buffering.max.messages': { since: '2.0' },
  'queue.enqueue.timeout.ms': { since: '2.0', changesDurability: true },
  'batch.num.messages': { since: '2.0' },
};

// kafka.consumer.ConsumerConfig and ZKConfig of 1.1.1, gone in 2.0
const scalaConsumer: Readonly<Record<string, Note>> = {
  'auto.commit.enable': { since: '2.0', replacement: 'enable.auto.commit', changesDurability: true },
  'zookeeper.connect': { since: '2.0' },
  'zookeeper.session.timeout.ms': { since: '2.0' },
  'zookeeper.connection.timeout.ms': { since: '2.0' },
  'zookeeper.sync.time.ms': { since: '2.0' },
  'consumer.timeout.ms': { since: '2.0' },
  'consumer.id': { since: '2.0' },
  'offsets.storage': { since: '2.0' },
  'dual.commit.enabled': { since: '2.0' },
  'offsets.channel.backoff.ms': { since: '2.0' },
  'offsets.channel.socket.timeout.ms': { since: '2.0' },
  'offsets.commit.max.retries': { since: '2.0' },
  'fetch.message.max.bytes': { since: '2.0', replacement: 'max.partition.fetch.bytes' },
  'fetch.wait.max.ms': { since: '2.0', replacement: 'fetch.max.wait.ms' },
  'socket.receive.buffer.bytes': { since: '2.0', replacement: 'receive.buffer.bytes' },
  'socket.timeout.ms': { since: '2.0', replacement: 'request.timeout.ms' },
  'num.consumer.fetchers': { since: '2.0' },
  'queued.max.message.chunks': { since: '2.0' },
  'rebalance.backoff.ms': { since: '2.0' },
  'rebalance.max.retries': { since: '2.0' },
  'refresh.leader.backoff.ms': { since: '2.0', replacement: 'retry.backoff.ms' },
};

/** What the catalogue cannot say of a key that it saw go, and the keys from before its first line. */
const notes: Readonly<Partial<Record<Role, Readonly<Record<string, Note>>>>> = {
  producer: {
    ...scalaProducer,
    // KIP-19 put request.timeout.ms and max.block.ms in their place
    'timeout.ms': { replacement: 'request.timeout.ms' },
    'metadata.fetch.timeout.ms': { replacement: 'max.block.ms', changesDurability: true },
    'block.on.buffer.full': { changesDurability: true },
  },
  consumer: scalaConsumer,
  broker: {
    // KIP-937
    'log.message.timestamp.difference.max.ms': { replacement: 'log.message.timestamp.before.max.ms', changesDurability: true },
    // KIP-1041: commits of offsets always wait for all in-sync replicas since
    'offsets.commit.required.acks': { changesDurability: true },
    // KIP-966: the feature eligible.leader.replicas.version decides since
    'eligible.leader.replicas.enable': { changesDurability: true },
    'delegation.token.master.key': { replacement: 'delegation.token.secret.key' },
  },
  topic: { 'message.timestamp.difference.max.ms': { replacement: 'message.timestamp.before.max.ms', changesDurability: true } },
  streams: {
    'key.serde': { replacement: 'default.key.serde' },
    'value.serde': { replacement: 'default.value.serde' },
    'timestamp.extractor': { replacement: 'default.timestamp.extractor' },
    // KIP-572: task.timeout.ms decides since, by time instead of a count
    retries: { changesDurability: true },
  },
  // KIP-629, the exclude lists replace the blacklists
  'mirror-source': {
    'topics.blacklist': { replacement: 'topics.exclude' },
    'config.properties.blacklist': { replacement: 'config.properties.exclude' },
  },
  'mirror-checkpoint': { 'groups.blacklist': { replacement: 'groups.exclude' } },
};

/** Whether and since when a key of this role is not read any more; undefined for one that is, and for one that never was. */
export function removedIn(role: Role, name: string): Removal | undefined {
  const property = findProperty(role, name);
  const note = ownNote(role, name);
  const since = property ? lineAfter(lastLine(property)) : note?.since;
  if (since === undefined) return undefined;
  return { since, replacement: note?.replacement, changesDurability: note?.changesDurability === true };
}

/**
 * Whether and since when a key of this role is deprecated: as the documentation says, else as its class is marked. A removal, where there
 * is one too, comes later.
 */
export function deprecatedIn(role: Role, name: string): Deprecation | undefined {
  const documented = deprecations[role];
  if (documented && Object.hasOwn(documented, name)) return documented[name];
  const since = findProperty(role, name)?.deprecatedSince;
  if (since === undefined) return undefined;
  const removal = removedIn(role, name);
  const why = `Kafka marks it as deprecated, and ${removal ? removal.since : 'a later release'} removes it.`;
  return { since, replacement: removal?.replacement, why };
}

function ownNote(role: Role, name: string): Note | undefined {
  const known = notes[role];
  return known && Object.hasOwn(known, name) ? known[name] : undefined;
}

function lineAfter(line: string | undefined): string | undefined {
  return versionLines[versionLines.findIndex(known => known === line) + 1];
}
