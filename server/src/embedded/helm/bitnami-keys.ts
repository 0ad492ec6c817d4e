import type { EntryItem } from '../yaml-map.js';

/**
 * The values of bitnami/kafka up to chart 23 that are settings of the broker. Source: bitnami/kafka/templates/statefulset.yaml of
 * bitnami/charts, which makes variables of them; logRetentionCheckIntervalMs is left out, as its variable is that of no key.
 */
export const keysOfValues: ReadonlyMap<string, string> = new Map([
  ['defaultReplicationFactor', 'default.replication.factor'],
  ['offsetsTopicReplicationFactor', 'offsets.topic.replication.factor'],
  ['transactionStateLogReplicationFactor', 'transaction.state.log.replication.factor'],
  ['transactionStateLogMinIsr', 'transaction.state.log.min.isr'],
  ['autoCreateTopicsEnable', 'auto.create.topics.enable'],
  ['deleteTopicEnable', 'delete.topic.enable'],
  ['logFlushIntervalMessages', 'log.flush.interval.messages'],
  ['logFlushIntervalMs', 'log.flush.interval.ms'],
  ['logRetentionBytes', 'log.retention.bytes'],
  ['logRetentionHours', 'log.retention.hours'],
  ['logSegmentBytes', 'log.segment.bytes'],
  ['logsDirs', 'log.dirs'],
  ['maxMessageBytes', 'message.max.bytes'],
  ['numIoThreads', 'num.io.threads'],
  ['numNetworkThreads', 'num.network.threads'],
  ['numPartitions', 'num.partitions'],
  ['numRecoveryThreadsPerDataDir', 'num.recovery.threads.per.data.dir'],
  ['socketReceiveBufferBytes', 'socket.receive.buffer.bytes'],
  ['socketRequestMaxBytes', 'socket.request.max.bytes'],
  ['socketSendBufferBytes', 'socket.send.buffer.bytes'],
  ['zookeeperConnectionTimeoutMs', 'zookeeper.connection.timeout.ms'],
  ['authorizerClassName', 'authorizer.class.name'],
  ['allowEveryoneIfNoAclFound', 'allow.everyone.if.no.acl.found'],
  ['superUsers', 'super.users'],
]);

/** Those that are Kafka's wherever they stand. */
export const tellingValues = [...keysOfValues.keys()].slice(0, 4);

/** What that chart has for them. Source: bitnami/kafka/values.yaml of bitnami/charts, of the chart with Kafka 2.8. */
export const valuesOfChart = [
  { property: 'default.replication.factor', value: '1' },
  { property: 'offsets.topic.replication.factor', value: '1' },
  { property: 'transaction.state.log.replication.factor', value: '1' },
  { property: 'transaction.state.log.min.isr', value: '1' },
  { property: 'auto.create.topics.enable', value: 'true' },
  { property: 'delete.topic.enable', value: 'false' },
  { property: 'log.flush.interval.messages', value: '10000' },
  { property: 'log.flush.interval.ms', value: '1000' },
  { property: 'log.dirs', value: '/bitnami/kafka/data' },
  { property: 'log.dir', value: '/bitnami/kafka/data' },
];

/** A number may begin with an underscore, which saves it from the notation for large ones; the template takes it out. */
export function withoutUnderscore(item: EntryItem): EntryItem {
  return /^_\d+$/.test(item.value) ? { ...item, value: item.value.slice(1) } : item;
}
