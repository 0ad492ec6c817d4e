/** What the keys of Kafka Streams decide about records and state, each in one sentence. */
export const streamsMeanings: Readonly<Record<string, string>> = {
  'application.id': 'Name of the application: its consumer group and the beginning of its internal topics.',
  'processing.guarantee':
    'Whether a failure can process a record twice (at_least_once) or its results are written in transactions (exactly_once_v2).',
  'replication.factor': "Copies of the internal topics that hold state and data on their way; -1 takes the broker's default.",
  'num.standby.replicas': 'Spare copies of each local state on other instances; they save time after a failure, not data.',
  'state.dir': 'Directory of local state; below /tmp it may be gone after a restart and is then read again from its topic.',
  'commit.interval.ms': 'Milliseconds between two commits; with exactly-once also the time until results become visible.',
  'deserialization.exception.handler': 'Class that decides whether an unreadable record stops the application or is skipped.',
  'default.deserialization.exception.handler': 'Class that decides whether an unreadable record stops the application or is skipped.',
  'production.exception.handler': 'Class that decides whether a failed send stops the application or drops the result.',
  'default.production.exception.handler': 'Class that decides whether a failed send stops the application or drops the result.',
  'processing.exception.handler': 'Class that decides whether an error of the processing code stops the application or skips the record.',
  'errors.dead.letter.queue.topic.name': 'Topic for the records that an exception handler skips.',
  'default.timestamp.extractor': 'Class that finds the time of each record; some skip records without a valid one.',
  'group.protocol': 'Who deals out the work: the instances (classic) or the broker (streams).',
};

/** What the keys of a Connect worker decide about offsets and state, each in one sentence. */
export const connectMeanings: Readonly<Record<string, string>> = {
  'group.id': 'Name of the group of workers that share the connectors.',
  'config.storage.topic': 'Topic that holds the configuration of all connectors.',
  'config.storage.replication.factor': 'Copies of the topic that holds all connector configurations; with 1 a lost broker loses them.',
  'offset.storage.topic': 'Topic that holds how far each source connector has read.',
  'offset.storage.replication.factor':
    'Copies of the topic that holds the source offsets; with 1 a lost broker makes connectors start over.',
  'offset.storage.file.filename': 'File in which a standalone worker keeps its source offsets; below /tmp a restart may lose them.',
  'status.storage.topic': 'Topic that holds the state of connectors and tasks.',
  'status.storage.replication.factor': 'Copies of the topic that holds the state of connectors and tasks.',
  'exactly.once.source.support': 'Lets source connectors write records and offsets in one transaction.',
  'connector.client.config.override.policy': 'Which client settings a connector may change with producer., consumer. or admin. overrides.',
  'offset.flush.interval.ms': 'Milliseconds between two commits of source offsets; after a crash this much is read again.',
};

/** What the keys of source and sink connectors decide, each in one sentence. */
export const connectorMeanings: Readonly<Record<string, string>> = {
  'errors.tolerance': 'Whether a record that cannot be processed stops the task (none) or is skipped (all).',
  'errors.deadletterqueue.topic.name': 'Topic for records that a sink skipped; without it nothing of them is left.',
  'errors.deadletterqueue.topic.replication.factor': 'Copies of the dead-letter topic, if the connector creates it.',
  'errors.deadletterqueue.context.headers.enable': 'Adds headers to each dead letter that say where it came from and why it failed.',
  'errors.retry.timeout': 'Milliseconds for which a failed operation is repeated; 0 does not repeat it, -1 without end.',
  'exactly.once.support': 'Whether the connector must run exactly once (required) or may do with less (requested).',
  topics: 'Topics that a sink connector reads.',
  'topics.regex': 'Pattern for the topics that a sink connector reads; not together with topics.',
};

/** What the keys of MirrorMaker 2 decide about the copy, each in one sentence. */
export const mirrorMeanings: Readonly<Record<string, string>> = {
  topics: 'Topics of the source cluster that are copied, as names or patterns; topics.exclude takes some out again.',
  'replication.factor': 'Copies of each topic that MirrorMaker creates in the target cluster.',
  'offset-syncs.topic.replication.factor': 'Copies of the topic that maps the offsets of source and target.',
  'checkpoints.topic.replication.factor': 'Copies of the topic that holds the translated offsets of consumer groups.',
  'heartbeats.topic.replication.factor': 'Copies of the topic that shows that the mirror is alive.',
  'sync.group.offsets.enabled': 'Writes translated offsets into the target, so that a group can go on there after a failover.',
  'emit.checkpoints.enabled': 'Whether offsets of consumer groups are translated for the target at all.',
  'emit.offset-syncs.enabled': 'Whether the offsets of source and target are recorded side by side; checkpoints need it.',
};
