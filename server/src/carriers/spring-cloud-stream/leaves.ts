import type { LeafType } from '../shared/spring-kafka/convert.js';

/**
 * Which client of a binding gets a value: the consumer of an input, the producer of an output, the one that writes the dead letters of an
 * input, the one of the binder's transactions, all consumers or producers of a binder, the binder's admin client, the topics that the binder creates, or Kafka Streams.
 */
export type Reader = 'input' | 'output' | 'dead-letters' | 'transactions' | 'consumers' | 'producers' | 'admins' | 'topics' | 'streams';

/** A key with a meaning of its own, and what it becomes: a property of Kafka's, or an attribute. */
export interface Leaf {
  /** Keys in kebab case. */
  readonly path: readonly string[];
  readonly reader: Reader;
  readonly property: string;
  readonly type: LeafType;
  /** `weak`: every map of Kafka's keys wins over it, Spring Boot's too. `strong`: it wins over every map. */
  readonly strength: 'weak' | 'plain' | 'strong';
  /** The first line of Kafka of which the binder does not read it any more. */
  readonly goneSince?: string;
}

/** A map of Kafka's own keys. */
export interface LeafMap {
  readonly path: readonly string[];
  readonly reader: Reader;
}

/** What can be written in one kind of section. */
export interface Section {
  readonly leaves: readonly Leaf[];
  readonly maps: readonly LeafMap[];
  /** What else Spring takes there, of which no rule knows; with everything below. */
  readonly others: readonly string[];
}

/** A key with a value of its own. */
export const leaf = (
  path: string,
  reader: Reader,
  property: string,
  type: LeafType = 'text',
  strength: Leaf['strength'] = 'plain',
): Leaf => ({
  path: path.split('.'),
  reader,
  property,
  type,
  strength,
});
/** One that every map wins over. */
export const weak = (path: string, reader: Reader, property: string, type: LeafType = 'text'): Leaf =>
  leaf(path, reader, property, type, 'weak');
/** One that is not read any more. */
export const gone = (path: string, property: string, goneSince: string, reader: Reader = 'input', type: LeafType = 'boolean'): Leaf => ({
  ...leaf(path, reader, property, type),
  goneSince,
});
/** A map of Kafka's keys. */
export const map = (path: string, reader: Reader): LeafMap => ({ path: path.split('.'), reader });

/** What names the group of a binding. */
export const group = 'scs:binding.group';
/** How many replicas the topics get that the binder creates. */
export const replicas = 'scs:topic.replication-factor';
/** What makes the producers of a binder transactional. */
export const transactionPrefix = 'spring:transaction-id-prefix';
