import { dotsOnly, withAliases, withPrefix } from './names.js';
import { broker, type Program } from './program.js';
import { intoShippedFile, kafkaVersion } from './scripts.js';

/**
 * Variables without the prefix that are still taken for those with it. Source: kafka_create_alias_environment_variables in libkafka.sh of
 * bitnami/containers, bitnami/kafka 2 to 4.0; LOG_RETENTION_CHECK_INTERVALS_MS is left out, as its key is none.
 */
const aliasesOfBitnami: ReadonlyMap<string, string> = new Map([
  ...[
    ...['ADVERTISED_LISTENERS', 'BROKER_ID', 'NODE_ID', 'CONTROLLER_QUORUM_VOTERS', 'PROCESS_ROLES', 'DEFAULT_REPLICATION_FACTOR'],
    ...['DELETE_TOPIC_ENABLE', 'INTER_BROKER_LISTENER_NAME', 'LISTENERS', 'LISTENER_SECURITY_PROTOCOL_MAP', 'LOG_DIRS'],
    ...['LOG_FLUSH_INTERVAL_MESSAGES', 'LOG_FLUSH_INTERVAL_MS', 'LOG_MESSAGE_FORMAT_VERSION', 'LOG_RETENTION_BYTES', 'LOG_RETENTION_HOURS'],
    ...['LOG_SEGMENT_BYTES', 'MESSAGE_MAX_BYTES', 'NUM_IO_THREADS', 'NUM_NETWORK_THREADS', 'NUM_PARTITIONS'],
    ...['NUM_RECOVERY_THREADS_PER_DATA_DIR', 'OFFSETS_TOPIC_REPLICATION_FACTOR', 'SOCKET_RECEIVE_BUFFER_BYTES', 'SOCKET_REQUEST_MAX_BYTES'],
    ...['SOCKET_SEND_BUFFER_BYTES', 'SSL_ENDPOINT_IDENTIFICATION_ALGORITHM', 'TRANSACTION_STATE_LOG_MIN_ISR'],
    ...['TRANSACTION_STATE_LOG_REPLICATION_FACTOR', 'ZOOKEEPER_CONNECT', 'ZOOKEEPER_CONNECTION_TIMEOUT_MS', 'AUTO_CREATE_TOPICS_ENABLE'],
  ].map(name => [`KAFKA_${name}`, dotsOnly.keyOf(name)] as const),
  ['KAFKA_LOGS_DIRS', 'log.dirs'],
  ['KAFKA_SEGMENT_BYTES', 'log.segment.bytes'],
  ['KAFKA_MAX_MESSAGE_BYTES', 'message.max.bytes'],
  ['KAFKA_ZOOKEEPER_CONNECT_TIMEOUT_MS', 'zookeeper.connection.timeout.ms'],
]);

/** Source: libkafka.sh and kafka-env.sh of bitnami/containers, bitnami/kafka 2, 3.7 and 4.0. */
export const bitnami: Program = {
  ...{ ...broker, ...intoShippedFile('/bitnami/kafka/data') },
  ...{ names: withAliases(withPrefix('KAFKA_CFG_', undefined, dotsOnly), aliasesOfBitnami), versionOf: kafkaVersion },
};
