import type { Property, ValueType } from '../property.js';

/**
 * Keys of ksqlDB's server that decide about durability without being keys of Kafka Streams or its clients. The server makes the
 * handlers of Kafka Streams out of the `fail.on` keys, and creates topics of its own with the numbers of replicas.
 * Source: io.confluent.ksql.util.KsqlConfig and io.confluent.ksql.logging.processing.ProcessingLogConfig (confluentinc/ksql).
 */
export const ksqldbAttributes: readonly Property[] = [
  key('ksql.service.id', 'string'),
  key('ksql.fail.on.deserialization.error', 'boolean'),
  key('ksql.fail.on.production.error', 'boolean'),
  key('ksql.timestamp.throw.on.invalid', 'boolean'),
  key('ksql.internal.topic.replicas', 'short'),
  key('ksql.internal.topic.min.insync.replicas', 'short'),
  key('ksql.logging.processing.rows.include', 'boolean'),
  key('ksql.logging.processing.topic.auto.create', 'boolean'),
  key('ksql.logging.processing.topic.replication.factor', 'short'),
  key('ksql.sink.replicas', 'short'),
];

function key(name: string, type: ValueType): Property {
  return { name: `ksql:${name}`, role: 'streams', type, defaults: [], validity: undefined };
}
