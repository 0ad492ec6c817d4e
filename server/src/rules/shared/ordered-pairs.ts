/** Two keys of a broker of which Kafka wants the first to be at most as great as the second, or less. */
export interface OrderedPair {
  readonly low: string;
  readonly high: string;
  readonly strictly: boolean;
  readonly since: string;
  /** Compared by what stores records: a controller alone does not read them. */
  readonly forRecords?: true;
}

/** `a.b.min.x <= a.b.x <= a.b.max.x`, and the bounds among themselves. */
function bounded(group: string, name: string, since: string): readonly OrderedPair[] {
  const [least, value, most] = [`${group}.min.${name}`, `${group}.${name}`, `${group}.max.${name}`];
  return [
    { low: least, high: most, strictly: false, since },
    { low: least, high: value, strictly: false, since },
    { low: value, high: most, strictly: false, since },
  ];
}

function groupTimes(group: string, since: string): readonly OrderedPair[] {
  return [
    ...bounded(group, 'heartbeat.interval.ms', since),
    ...bounded(group, 'session.timeout.ms', since),
    ...bounded(group, 'assignment.interval.ms', '4.3'),
    { low: `${group}.heartbeat.interval.ms`, high: `${group}.session.timeout.ms`, strictly: true, since: laterOf(since, '4.0') },
  ];
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** Asked of eleven versions from 0.11.0.3 to 4.4.0; a key that a version does not have is not compared in it. */
export const orderedPairs: readonly OrderedPair[] = [
  // org.apache.kafka.coordinator.group.GroupCoordinatorConfig
  ...groupTimes('group.consumer', '3.6'),
  ...groupTimes('group.share', '3.9'),
  ...groupTimes('group.streams', '4.1'),
  { low: 'group.streams.num.standby.replicas', high: 'group.streams.max.standby.replicas', strictly: false, since: '4.1' },
  { low: 'group.streams.num.warmup.replicas', high: 'group.streams.max.warmup.replicas', strictly: false, since: '4.4' },
  // org.apache.kafka.server.config.ShareGroupConfig
  ...bounded('group.share', 'record.lock.duration.ms', '3.9'),
  ...bounded('group.share', 'delivery.count.limit', '4.3'),
  ...bounded('group.share', 'partition.max.record.locks', '4.3'),
  { low: 'group.share.max.size', high: 'group.share.max.share.sessions', strictly: false, since: '4.1' },
  // LogManager by LogConfig.validateBrokerLogConfigValues
  {
    low: 'log.cleaner.min.compaction.lag.ms',
    high: 'log.cleaner.max.compaction.lag.ms',
    strictly: false,
    since: '3.6',
    forRecords: true,
  },
  // kafka.server.KafkaConfig.validateValues
  { low: 'connection.failed.authentication.delay.ms', high: 'connections.max.idle.ms', strictly: true, since: '2.1' },
];
