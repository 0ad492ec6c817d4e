/** What the keys of a consumer decide, each in one sentence. */
export const consumerMeanings: Readonly<Record<string, string>> = {
  'enable.auto.commit':
    'Commits offsets on a timer inside poll(), whether or not other threads are done with the records; those can then be lost.',
  'auto.commit.interval.ms': 'Milliseconds between two automatic commits; a longer time means more records twice after a crash.',
  'auto.offset.reset':
    'Where to start in a partition without a valid committed offset: the oldest record, only new ones, or fail with an error.',
  'metadata.max.age.ms':
    'Milliseconds until the consumer sees an added partition; with auto.offset.reset=latest it skips what came before.',
  'isolation.level':
    'Whether records of transactions that are open or aborted are handed out (read_uncommitted) or held back (read_committed).',
  'group.id': 'Name of the group that shares the partitions and under which offsets are committed; without it a restart forgets its place.',
  'max.poll.interval.ms':
    'Longest time in milliseconds between two calls of poll(); a slower consumer loses its partitions and its commit fails.',
  'max.poll.records': 'Most records that one poll() returns; the whole batch must be done within max.poll.interval.ms.',
  'session.timeout.ms': 'Milliseconds without a heartbeat after which the group takes the partitions away from this consumer.',
  'heartbeat.interval.ms': 'Milliseconds between heartbeats to the group coordinator; at most a third of session.timeout.ms is usual.',
  'partition.assignment.strategy': 'Classes that deal out the partitions among the members of a classic group, the preferred one first.',
  'group.protocol':
    'Who deals out the partitions: the consumers (classic) or the broker (consumer), which also notices new partitions sooner.',
  'group.remote.assignor': "Which of the broker's assignors to use; only with group.protocol=consumer.",
  'allow.auto.create.topics': 'Whether subscribing to a missing topic may create it, with the replication that the broker has by default.',
  'check.crcs': 'Verifies the checksum of each batch; without it damage on disk or on the way is read as data.',
  'group.instance.id': 'Fixed name of this member, so that a quick restart gets the same partitions back without a rebalance.',
  'share.acknowledgement.mode':
    'In a share group: implicit accepts all records of the last poll at the next one, explicit lets the code say so for each.',
  'share.acquire.mode': 'In a share group: whether a fetch takes whole batches or keeps strictly to max.poll.records.',
  'request.timeout.ms': 'Milliseconds to wait for one answer of a broker before the request is repeated or fails.',
  'key.deserializer': 'Class that turns bytes into keys; what it cannot read stops the consumer unless someone handles the error.',
  'value.deserializer': 'Class that turns bytes into values; what it cannot read stops the consumer unless someone handles the error.',
  'fetch.max.wait.ms': 'Milliseconds that a broker may hold back an answer until fetch.min.bytes are there.',
  'fetch.min.bytes': 'Bytes that a broker collects before it answers a fetch; decides on latency, not on safety.',
};
