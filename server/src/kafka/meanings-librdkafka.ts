/** What the keys of librdkafka decide, each in one sentence; only those whose meaning is not that of Java's key of the same name. */
export const librdkafkaMeanings: Readonly<Record<string, string>> = {
  retries: 'How often a failed send is repeated; small numbers are used up in seconds, delivery.timeout.ms is the better limit.',
  'delivery.timeout.ms':
    'Milliseconds until a record that is not acknowledged is reported as failed, all retries included; 0 waits without an end.',
  'enable.idempotence':
    'Lets the broker drop what a retry sends twice and keeps the order; off unless set, and then acks, retries and requests in flight follow.',
  'enable.gapless.guarantee': 'Stops the producer for good rather than leave a record out between others; needs enable.idempotence=true.',
  'queue.buffering.max.messages':
    'Most records that wait to be sent; produce() refuses further ones, and the application has to hand them over again.',
  'queue.buffering.max.kbytes': 'Most kilobytes that wait to be sent; produce() refuses what goes beyond.',
  'delivery.report.only.error': 'Reports only what could not be delivered, so that the application sees no confirmation of the rest.',
  'dotnet:EnableDeliveryReports': 'Whether the client for .NET tells the application what became of each record.',
  'queuing.strategy': 'Whether records leave in their order (fifo) or the newest first (lifo).',
  'request.timeout.ms': 'Milliseconds that the leader waits for the other replicas before it reports a failure.',
  'socket.timeout.ms': 'Milliseconds to wait for an answer of a broker before the request counts as failed.',
  'message.max.bytes': 'Largest request of this client in bytes, so about the largest record that it sends.',
  'enable.auto.commit': 'Commits in the background, on a timer, whatever offsets are stored; processed or not is nothing it knows.',
  'enable.auto.offset.store':
    'Stores the offset of a record for the next commit when the record is handed out; false leaves that to the application, when it is done.',
  'auto.commit.interval.ms': 'Milliseconds between two commits in the background; 0 turns them off.',
  'auto.offset.reset':
    'Where to start in a partition without a valid committed offset: the oldest record (earliest), only new ones (latest), or an error.',
  'isolation.level':
    'Whether records of open and aborted transactions are handed out (read_uncommitted) or held back (read_committed, the default here).',
  'check.crcs': 'Verifies the checksum of each batch; off unless set, and then damage on disk or on the way is read as data.',
  'partition.assignment.strategy': 'Names of the strategies that deal out partitions in a classic group, the preferred one first.',
  'fetch.error.backoff.ms': 'Milliseconds until a partition is asked again after an error.',
};
