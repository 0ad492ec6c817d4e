/** What the keys of a broker or controller decide about stored records, each in one sentence. */
export const brokerMeanings: Readonly<Record<string, string>> = {
  'default.replication.factor': 'Copies of each partition of a topic that is created without a number; with 1 a lost disk is lost data.',
  'min.insync.replicas': 'Replicas that must be in sync for an acks=all write to be accepted; with 1 the leader alone is enough.',
  'unclean.leader.election.enable': 'Lets a replica that lags behind become leader when no other is left; what it lacks is lost.',
  'unclean.leader.election.interval.ms':
    'Milliseconds between two looks for partitions that need an unclean election; of no effect while that is off.',
  'auto.create.topics.enable': 'Creates a missing topic at its first use, with default replication; a typing error becomes a topic.',
  'delete.topic.enable': 'Whether topics can be deleted at all; if so, whoever may delete one can destroy its data.',
  'num.partitions': 'Partitions of a topic that is created without a number.',
  'offsets.topic.replication.factor':
    'Copies of the topic that holds all committed offsets; with 1 a lost broker makes groups forget their place.',
  'offsets.commit.required.acks': 'Replicas that must have an offset commit before it is confirmed; anything but -1 can lose commits.',
  'offsets.retention.minutes':
    'Minutes that the offsets of an empty group are kept; after a longer stop it starts where auto.offset.reset says.',
  'transaction.state.log.replication.factor':
    'Copies of the topic that holds the state of transactions; with 1 a lost broker loses open ones.',
  'transaction.state.log.min.isr':
    'Replicas in sync that a write to the transaction state needs; with 1 a decided transaction can be forgotten.',
  'transactional.id.expiration.ms': 'Milliseconds without use after which a transactional id is forgotten.',
  'transaction.max.timeout.ms': 'Longest transaction.timeout.ms that a producer may ask for, in milliseconds.',
  'producer.id.expiration.ms':
    'Milliseconds that the broker remembers what an idle producer sent last; a retry after that is written twice.',
  'transaction.partition.verification.enable':
    'Checks that a transactional write belongs to an open transaction; without it late writes can hang a partition.',
  'transaction.two.phase.commit.enable': 'Whether producers may leave the end of their transactions to an outside coordinator.',
  'replica.lag.time.max.ms':
    'Milliseconds that a follower may lag before it counts as out of sync; long ones slow acks=all, short ones make it flap.',
  'replica.fetch.max.bytes': 'Bytes that a follower asks for per partition; before 0.10.1 larger records could not be replicated.',
  'replica.fetch.wait.max.ms': 'Milliseconds that a leader may hold back an answer to a follower; must be below replica.lag.time.max.ms.',
  'replica.socket.timeout.ms': 'Milliseconds that a follower waits for its leader; at least replica.fetch.wait.max.ms.',
  'message.max.bytes': 'Largest batch that the broker accepts, in bytes; a larger record fails at the producer and is not retried.',
  'log.flush.interval.messages':
    'Records after which a log is forced to disk; replication is the usual protection, forcing costs throughput.',
  'log.flush.interval.ms': 'Milliseconds after which a log is forced to disk; unset leaves it to the operating system and to replication.',
  'log.flush.scheduler.interval.ms': 'Milliseconds between two looks for logs that must be forced to disk.',
  'log.dir': 'Directory of all partitions where log.dirs is not set; by default below /tmp, which a restart may empty.',
  'log.dirs': 'Directories of all partitions, one per disk; what lies below /tmp may be gone after a restart.',
  'metadata.log.dir': "Directory of the cluster's own metadata; the first of log.dirs if not set.",
  'log.retention.hours': 'Hours until a closed segment is deleted, read or not; log.retention.minutes and log.retention.ms go before it.',
  'log.retention.minutes': 'Minutes until a closed segment is deleted, read or not; log.retention.ms goes before it.',
  'log.retention.ms': 'Milliseconds until a closed segment is deleted, read or not; -1 keeps it, and it goes before minutes and hours.',
  'log.retention.bytes': 'Bytes that a partition may hold before its oldest segments are deleted, read or not; -1 sets no limit.',
  'log.cleanup.policy':
    'For all topics: delete drops old segments, compact keeps the newest record of each key and refuses records without one.',
  'log.cleaner.delete.retention.ms': 'Milliseconds that the mark of a deleted key stays; a reader that takes longer misses the deletion.',
  'log.cleaner.min.compaction.lag.ms': 'Milliseconds that a record is safe from compaction.',
  'log.cleaner.enable': 'Runs the log cleaner; without it compacted topics, the committed offsets among them, grow without end.',
  'log.message.timestamp.type':
    'Which time a record carries: that of its producer (CreateTime) or that of its arrival; retention goes by it.',
  'log.message.timestamp.before.max.ms': "How many milliseconds a record's time may lie in the past; older records are refused.",
  'log.message.timestamp.after.max.ms':
    "How many milliseconds a record's time may lie in the future; later ones are refused, since 4.0 after one hour.",
  'log.message.timestamp.difference.max.ms':
    "How many milliseconds a record's time may differ from the broker's before the record is refused.",
  'log.segment.bytes': 'Size of one file of a partition in bytes; only closed files are deleted or compacted.',
  'log.roll.ms': 'Milliseconds after which a new file is begun even if the old one is not full.',
  'broker.rack': 'Rack or zone of this broker; without it all copies of a partition may end up in one zone.',
  'broker.id': 'Number of this broker in the cluster; node.id is its newer name.',
  'node.id': 'Number of this node in the cluster; it belongs to its data directories and must not change.',
  'broker.id.generation.enable': "Whether ZooKeeper may hand out the broker's number.",
  'controlled.shutdown.enable': 'Hands leadership over before the broker stops; without it every restart is a failure for its partitions.',
  'num.replica.fetchers': 'Threads that copy from each other broker; more of them let lagging followers catch up sooner.',
  'process.roles': 'What this node is: broker, controller or both; both in one process is made for development.',
  'controller.quorum.voters': "The controllers that vote on the cluster's metadata; three or five of them survive the loss of one or two.",
  'controller.quorum.bootstrap.servers': 'Addresses at which the controllers are found when their number may change.',
  'controller.listener.names': 'Names of the listeners that the controllers use among themselves and for brokers.',
  listeners: 'Addresses and ports on which this node takes connections.',
  'advertised.listeners': 'Addresses under which clients are told to reach this broker.',
  'listener.security.protocol.map': 'Which security protocol each named listener speaks.',
  'inter.broker.listener.name': 'The listener that brokers use among themselves.',
  'broker.session.timeout.ms': 'Milliseconds without a heartbeat after which the controller takes a broker out of the cluster.',
  'broker.heartbeat.interval.ms': 'Milliseconds between two heartbeats to the controller; at most half of broker.session.timeout.ms.',
  'log.dir.failure.timeout.ms': 'Milliseconds that a broker may fail to report a broken disk before it shuts itself down.',
  'eligible.leader.replicas.enable':
    'In 3.7 to 3.9: remembers replicas that may still become leader safely; a feature version decides since 4.0.',
  'share.coordinator.state.topic.replication.factor':
    'Copies of the topic that holds the progress of share groups; with 1 a lost broker loses it.',
  'share.coordinator.state.topic.min.isr': 'Replicas in sync that a write to the progress of share groups needs.',
  'group.share.delivery.count.limit':
    'How often a share group hands out a record; after the last failed try it is dropped or goes to a dead-letter topic.',
  'errors.deadletterqueue.auto.create.topics.enable': 'Whether a missing dead-letter topic of a share group is created.',
  'remote.log.storage.system.enable': 'Switches on tiered storage: closed segments are moved to a remote store.',
  'log.local.retention.ms':
    'Milliseconds that a segment stays on the local disk after it was copied to remote storage; -2 means as long as retention.',
  'log.local.retention.bytes':
    'Bytes of a partition that stay on the local disk after they were copied to remote storage; -2 means as retention.',
  'log.remote.copy.lag.ms':
    'Milliseconds that copying a closed segment to remote storage is put off; until then only local replicas have it.',
  'log.remote.copy.lag.bytes': 'Bytes by which copying to remote storage may stay behind; until then only local replicas have them.',
  'inter.broker.protocol.version': 'Protocol among brokers until 3.9; below 0.11 a failover can make replicas differ and lose records.',
  'log.message.format.version': 'Record format on disk until 3.9; below 0.11 there is neither idempotence nor a transaction.',
  'group.min.session.timeout.ms': 'Shortest session timeout in milliseconds that a member of a classic group may ask for.',
  'group.max.session.timeout.ms': 'Longest session timeout in milliseconds that a member of a classic group may ask for.',
  'zookeeper.connect': "Addresses of ZooKeeper, which held the cluster's metadata until Kafka 3.9; since 4.0 there is none.",
};
