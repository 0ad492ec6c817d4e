import { rolesKnowing } from '../../kafka/catalogue/catalogue.js';
import { dotnetOwnKey, dotnetOwnKeys, dotnetProperty } from '../../kafka/frameworks/librdkafka-dotnet.js';
import { librdkafkaNames, librdkafkaProperty } from '../../kafka/frameworks/librdkafka.js';
import type { SyntaxId } from '../../syntax/syntax.js';
import type { HeldKey } from '../shared/containers.js';
import { knows } from '../shared/layout.js';

/** Keys that the Scala clients of Kafka 0.8 read under the same name, so that they alone do not tell the two apart. */
const scalaToo: ReadonlySet<string> = new Set([
  'metadata.broker.list',
  'request.required.acks',
  'message.send.max.retries',
  'queue.buffering.max.ms',
  'queue.buffering.max.messages',
  'batch.num.messages',
  'topic.metadata.refresh.interval.ms',
  'compression.codec',
  'auto.commit.enable',
  'fetch.message.max.bytes',
  'fetch.wait.max.ms',
  'socket.timeout.ms',
]);

/** Keys of the Scala clients of Kafka 0.8 that librdkafka never had. Source: kafka.producer.ProducerConfig and kafka.consumer.ConsumerConfig of 0.8.2. */
const scalaAlone: ReadonlySet<string> = new Set([
  'serializer.class',
  'key.serializer.class',
  'partitioner.class',
  'producer.type',
  'compressed.topics',
  'queue.enqueue.timeout.ms',
  'zookeeper.connect',
  'zookeeper.session.timeout.ms',
  'zookeeper.connection.timeout.ms',
  'consumer.timeout.ms',
  'num.consumer.fetchers',
  'rebalance.max.retries',
  'offsets.storage',
  'dual.commit.enabled',
]);

/** Whose a key is: `own` of librdkafka alone, `shared` with the Scala clients of 0.8, `common` with Java, `java` or `scala` not of librdkafka. */
export type Owner = 'own' | 'shared' | 'common' | 'java' | 'scala' | 'nobody';

/** Whose a written key is; words without a dot, such as `debug`, are everybody's. */
export function ownerOf(key: string): Owner {
  if (scalaAlone.has(key)) return 'scala';
  if (dotnetOwnKey(key) !== undefined) return 'own';
  if (librdkafkaProperty(key)) {
    if (scalaToo.has(key)) return 'shared';
    return key.includes('.') && rolesKnowing(key).length === 0 ? 'own' : 'common';
  }
  return key.includes('.') && (knows('producer', key) || knows('consumer', key) || knows('admin', key)) ? 'java' : 'nobody';
}

/** The property that a key sets, by a name of librdkafka or, in JSON, of its classes for .NET; undefined where it is neither. */
export function propertyBy(key: string, syntax: SyntaxId): string | undefined {
  return librdkafkaProperty(key)?.name ?? dotnetOwnKey(key) ?? (syntax === 'json' ? dotnetProperty(key) : undefined);
}

const endings: ReadonlySet<string> = new Set([...librdkafkaNames(), ...dotnetOwnKeys].map(name => name.slice(name.lastIndexOf('.') + 1)));

/** A quick look at the last word of a key: whether {@link propertyBy} can know one that ends so. */
export function mayEnd(word: string, syntax: SyntaxId): boolean {
  return syntax === 'json' || endings.has(word);
}

/** Whether the key is a name in the classes for .NET, which have no dots. */
export function isOfDotnet({ key }: Pick<HeldKey, 'key'>): boolean {
  return !key.includes('.') && librdkafkaProperty(key) === undefined;
}

/** What many files have for all clients alike, as those of Confluent Cloud: it does not make a consumer of them. */
export function isForAnybody(property: string): boolean {
  return property === 'session.timeout.ms';
}
