import type { Role } from './property.js';

type Values = Readonly<Record<string, string>>;

const longestInt = '2147483647';

/**
 * Values that keep acknowledged messages safe on three brokers. Sources: the production server configuration in Kafka's operations
 * documentation, and Strimzi's con-producer-, con-consumer- and con-broker-config-properties.
 */
const recommended: Readonly<Partial<Record<Role, Values>>> = {
  producer: {
    acks: 'all',
    'enable.idempotence': 'true',
    retries: longestInt,
    'delivery.timeout.ms': '120000',
    'max.in.flight.requests.per.connection': '5',
    'max.block.ms': '60000',
    'request.timeout.ms': '30000',
  },
  consumer: {
    'enable.auto.commit': 'false',
    'auto.offset.reset': 'earliest',
    'isolation.level': 'read_committed',
    'check.crcs': 'true',
    'allow.auto.create.topics': 'false',
    'max.poll.interval.ms': '300000',
    'share.acknowledgement.mode': 'explicit',
    'metadata.recovery.strategy': 'rebootstrap',
  },
  'librdkafka-producer': {
    acks: 'all',
    'enable.idempotence': 'true',
    retries: longestInt,
    'delivery.timeout.ms': '300000',
    'max.in.flight.requests.per.connection': '5',
  },
  'librdkafka-consumer': {
    'auto.offset.reset': 'earliest',
    'isolation.level': 'read_committed',
    'check.crcs': 'true',
    'enable.auto.offset.store': 'false',
    'allow.auto.create.topics': 'false',
    'max.poll.interval.ms': '300000',
    'metadata.recovery.strategy': 'rebootstrap',
  },
  broker: {
    'default.replication.factor': '3',
    'min.insync.replicas': '2',
    'unclean.leader.election.enable': 'false',
    'auto.create.topics.enable': 'false',
    'controlled.shutdown.enable': 'true',
    'offsets.topic.replication.factor': '3',
    'offsets.commit.required.acks': '-1',
    'offsets.retention.minutes': '10080',
    'transaction.state.log.replication.factor': '3',
    'transaction.state.log.min.isr': '2',
    'transaction.partition.verification.enable': 'true',
    'share.coordinator.state.topic.replication.factor': '3',
    'share.coordinator.state.topic.min.isr': '2',
    'log.cleanup.policy': 'delete',
    'log.retention.hours': '168',
  },
  topic: {
    'min.insync.replicas': '2',
    'unclean.leader.election.enable': 'false',
    'cleanup.policy': 'delete',
  },
  group: {
    'share.auto.offset.reset': 'earliest',
    'share.isolation.level': 'read_committed',
    'errors.deadletterqueue.copy.record.enable': 'true',
  },
  streams: {
    'replication.factor': '3',
    'num.standby.replicas': '1',
    'processing.guarantee': 'exactly_once_v2',
  },
  'connect-distributed': {
    'config.storage.replication.factor': '3',
    'offset.storage.replication.factor': '3',
    'status.storage.replication.factor': '3',
  },
  'mirror-source': { 'replication.factor': '3', 'offset-syncs.topic.replication.factor': '3' },
  'mirror-checkpoint': { 'checkpoints.topic.replication.factor': '3', 'sync.group.offsets.enabled': 'true' },
  'mirror-heartbeat': { 'heartbeats.topic.replication.factor': '3' },
  'sink-connector': { 'errors.deadletterqueue.topic.replication.factor': '3', 'errors.deadletterqueue.context.headers.enable': 'true' },
};

/** The value to propose first for a property; undefined where none is better than the default for everyone. */
export function recommendedValue(role: Role, name: string): string | undefined {
  const values = recommended[role];
  return values && Object.hasOwn(values, name) ? values[name] : undefined;
}
