/** What the keys of a producer decide, each in one sentence. */
export const producerMeanings: Readonly<Record<string, string>> = {
  acks: 'How many replicas must have a record before the send counts as done: none (0), the leader alone (1), or all that are in sync (all).',
  'enable.idempotence': 'Lets the broker drop what a retry sends twice and keeps the order of a partition; needs acks=all and retries.',
  retries: 'How often a failed send is repeated; small numbers are used up in seconds, delivery.timeout.ms is the better limit.',
  'delivery.timeout.ms': 'Milliseconds that a record has from send() to its acknowledgement, all retries included; then it fails for good.',
  'max.in.flight.requests.per.connection':
    'Requests under way to one broker at a time; above 1 a retry can change the order unless idempotence is on.',
  'request.timeout.ms':
    'Milliseconds to wait for one answer of the broker; shorter than its replica.lag.time.max.ms brings needless retries.',
  'max.block.ms': 'Milliseconds that send() waits for metadata or room in the buffer; then the record is refused and never leaves.',
  'buffer.memory': 'Bytes for records that wait to be sent; what is in there when the process dies is lost.',
  'linger.ms': 'Milliseconds that a batch waits for more records; all that time they exist in this process only.',
  'batch.size': 'Largest batch for one partition in bytes; decides on throughput, not on safety.',
  'retry.backoff.ms': 'Milliseconds before the first retry; with few retries it decides how soon they are used up.',
  'retry.backoff.max.ms': 'Longest wait between two retries in milliseconds; the wait doubles until then.',
  'transactional.id':
    'Names this producer over restarts, so that its transactions can be finished; two instances with one name shut each other out.',
  'transaction.timeout.ms':
    'Milliseconds after which the broker aborts an open transaction; must not exceed its transaction.max.timeout.ms.',
  'transaction.two.phase.commit.enable':
    'Leaves the end of each transaction to an outside coordinator; the broker never aborts one by itself then.',
  'max.request.size':
    'Largest request in bytes, so the largest record; one that is larger than the broker accepts fails and is not retried.',
  'compression.type': 'How batches are compressed: none, gzip, snappy, lz4 or zstd; it costs processor time and saves network and disk.',
  'metadata.max.age.ms': 'Milliseconds until the producer looks for new partitions; it may write to one before the consumers know of it.',
  'block.on.buffer.full': 'Before 0.11: true made send() wait when the buffer was full, false made it throw the record away with an error.',
  'timeout.ms': 'Before 0.11: milliseconds that the leader waited for the other replicas.',
  'metadata.fetch.timeout.ms': 'Before 0.11: milliseconds that send() waited for metadata of the topic.',
  'key.serializer': 'Class that turns keys into bytes.',
  'value.serializer': 'Class that turns values into bytes.',
  'partitioner.class': 'Class that chooses the partition of each record.',
};
