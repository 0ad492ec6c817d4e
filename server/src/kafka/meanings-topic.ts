/** What the settings of one topic decide, each in one sentence; they go before the broker's. */
export const topicMeanings: Readonly<Record<string, string>> = {
  'min.insync.replicas': "Replicas that must be in sync for an acks=all write to this topic; goes before the broker's value.",
  'unclean.leader.election.enable':
    'Lets a replica of this topic that lags behind become leader when no other is left; what it lacks is lost.',
  'cleanup.policy': 'delete drops old segments, compact keeps the newest record of each key; with both, old segments go as well.',
  'retention.ms': 'Milliseconds until a closed segment of this topic is deleted, read or not; -1 keeps it, 0 deletes at once.',
  'retention.bytes': 'Bytes that each partition may hold before its oldest segments are deleted, read or not; -1 sets no limit.',
  'delete.retention.ms': 'Milliseconds that the mark of a deleted key stays in a compacted topic; a slower reader misses the deletion.',
  'min.compaction.lag.ms': 'Milliseconds that a record of this topic is safe from compaction.',
  'max.compaction.lag.ms': 'Milliseconds after which a record of this topic must be considered for compaction.',
  'flush.messages': 'Records after which this topic is forced to disk; 1 forces each one and costs much throughput.',
  'flush.ms': 'Milliseconds after which this topic is forced to disk; replication is the usual protection.',
  'max.message.bytes': 'Largest batch that this topic accepts, in bytes; a larger record fails at the producer and is not retried.',
  'message.timestamp.type': 'Which time a record carries: that of its producer (CreateTime) or that of its arrival; retention goes by it.',
  'message.timestamp.after.max.ms':
    "How many milliseconds a record's time may lie in the future; later ones are refused, since 4.0 after one hour.",
  'message.timestamp.before.max.ms': "How many milliseconds a record's time may lie in the past; older records are refused.",
  'segment.bytes': 'Size of one file of a partition in bytes; only closed files are deleted or compacted.',
  'segment.ms': 'Milliseconds after which a new file is begun; the shorter, the sooner recent records can be deleted.',
  'remote.storage.enable': 'Moves closed segments of this topic to remote storage; not for compacted topics.',
  'local.retention.ms': 'Milliseconds that a segment stays on the local disk after it was copied away; -2 means as long as retention.ms.',
  'local.retention.bytes': 'Bytes of a partition that stay on the local disk after they were copied away; -2 means as retention.bytes.',
  'remote.log.copy.disable': 'Stops copying new segments of this topic to remote storage; what is there already can still be read.',
  'remote.log.delete.on.disable': 'Deletes what lies in remote storage when tiered storage is switched off for this topic.',
  'errors.deadletterqueue.group.enable': 'Allows share groups to use this topic as their dead-letter topic.',
  'compression.type': 'How this topic is stored: as the producer sent it, or compressed anew in the given way.',
};

/** What the settings of one consumer, share or streams group decide. */
export const groupMeanings: Readonly<Record<string, string>> = {
  'share.auto.offset.reset': 'Where a new share group starts: with the oldest record, a length of time back, or only with new ones.',
  'share.isolation.level': 'Whether a share group gets records of open and aborted transactions too, or only committed ones.',
  'share.delivery.count.limit':
    'How often a record is handed to the members of a share group before it is dropped or goes to a dead-letter topic.',
  'share.record.lock.duration.ms': 'Milliseconds that a member has for a record before it is handed out again, which counts as a delivery.',
  'errors.deadletterqueue.topic.name': 'Topic for records that a share group could not process; without it they are dropped.',
  'errors.deadletterqueue.copy.record.enable':
    'Copies key and value into the dead-letter topic; without it only headers tell which record it was.',
  'consumer.session.timeout.ms': 'Milliseconds without a heartbeat after which a member of this group loses its partitions.',
  'consumer.heartbeat.interval.ms':
    "Milliseconds between the heartbeats of this group's members, which also bring news of added partitions.",
  'streams.num.standby.replicas': 'Spare copies of each local state of this streams group, for a quicker take-over.',
};
