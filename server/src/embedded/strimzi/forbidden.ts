import type { Ignored } from '../../config/setting.js';
import type { Forbidden } from '../resources.js';

const takenOut: Ignored = { why: 'reserved', by: 'Strimzi', worksAs: undefined };

/**
 * What begins with one of these words is taken out, whatever its capitals, unless it is an exception, word for word.
 * Source: filterForbidden of io.strimzi.operator.cluster.model.AbstractConfiguration.
 */
function byPrefix(prefixes: readonly string[], exceptions: readonly string[]): Forbidden {
  return key => {
    const small = key.toLowerCase();
    return prefixes.some(prefix => small.startsWith(prefix)) && !exceptions.includes(key) ? takenOut : undefined;
  };
}

/** Source: io.strimzi.api.kafka.model.connector.AbstractConnectorSpec.FORBIDDEN_PARAMETERS, whole names. */
const ofConnectors = new Set(['name', 'connector.class', 'tasks.max', 'connector.plugin.version']);

export const forbiddenInConnectors: Forbidden = key => (ofConnectors.has(key.toLowerCase()) ? takenOut : undefined);

/**
 * Source: io.strimzi.api.kafka.model.kafka.KafkaClusterSpec.FORBIDDEN_PREFIXES and its exceptions, 1.2.0; listeners may have keys of their
 * own by ALLOWED_PER_LISTENER_CONFIGS. zookeeper.clientCnxnSocket is left out: as keys are compared in small letters, it takes nothing out.
 */
const inBrokers = byPrefix(
  [
    ...['listeners', 'advertised.', 'broker.', 'listener.', 'host.name', 'port', 'inter.broker.listener.name', 'sasl.', 'ssl.'],
    ...['security.', 'password.', 'log.dir', 'zookeeper.connect', 'zookeeper.set.acl', 'zookeeper.ssl'],
    ...['authorizer.', 'super.user', 'cruise.control.metrics.topic', 'cruise.control.metrics.reporter.bootstrap.servers', 'node.id'],
    ...['process.roles', 'controller.', 'metadata.log.dir', 'zookeeper.metadata.migration.enable'],
    ...['client.quota.callback.static.kafka.admin.', 'client.quota.callback.static.produce', 'client.quota.callback.static.fetch'],
    'client.quota.callback.static.storage.per.volume.limit.min.available.',
    'client.quota.callback.static.excluded.principal.name.list',
    ...['prometheus.metrics.reporter.', 'cordoned.log.dirs'],
  ],
  [
    ...['zookeeper.connection.timeout.ms', 'sasl.server.max.receive.size', 'ssl.cipher.suites', 'ssl.protocol', 'ssl.enabled.protocols'],
    ...['ssl.secure.random.implementation', 'cruise.control.metrics.topic.num.partitions'],
    ...['cruise.control.metrics.topic.replication.factor', 'cruise.control.metrics.topic.retention.ms'],
    ...['cruise.control.metrics.topic.auto.create.retries', 'cruise.control.metrics.topic.auto.create.timeout.ms'],
    ...['cruise.control.metrics.topic.min.insync.replicas', 'broker.session.timeout.ms', 'broker.heartbeat.interval.ms'],
    ...['controller.socket.timeout.ms', 'controller.quorum.election.backoff.max.ms', 'controller.quorum.election.timeout.ms'],
    'controller.quorum.fetch.timeout.ms',
  ],
);

const perListener = /^listener\.name\.[^.]+\.(connections\.max\.reauth\.ms|max\.connections|max\.connection\.creation\.rate)$/;

export const forbiddenInBrokers: Forbidden = key => (perListener.test(key) ? undefined : inBrokers(key));

const ofClients = ['ssl.endpoint.identification.algorithm', 'ssl.cipher.suites', 'ssl.protocol', 'ssl.enabled.protocols'];
const ofWorkers = [
  ...['ssl.', 'sasl.', 'security.', 'listeners', 'plugin.path', 'rest.', 'bootstrap.servers'],
  ...['consumer.interceptor.classes', 'producer.interceptor.classes', 'prometheus.metrics.reporter.'],
];
const ofGroups = ['group.id', 'config.storage.topic', 'offset.storage.topic', 'status.storage.topic'];

/**
 * Source: io.strimzi.api.kafka.model.connect.KafkaConnectSpec and mirrormaker2.KafkaMirrorMaker2ClusterSpec, FORBIDDEN_PREFIXES and their
 * exceptions, 0.45.0 and 1.2.0: version v1 has fields for the names of the group and its topics.
 */
export function forbiddenInWorkers(apiVersion: string): Forbidden {
  return byPrefix(apiVersion.endsWith('/v1') ? [...ofGroups, ...ofWorkers] : ofWorkers, ofClients);
}

/** Source: FORBIDDEN_PREFIXES of KafkaBridgeProducerSpec, KafkaBridgeConsumerSpec and KafkaBridgeAdminClientSpec in io.strimzi.api.kafka.model.bridge. */
export const forbiddenInClients = byPrefix(['ssl.', 'bootstrap.servers', 'sasl.', 'security.'], ofClients);

export const forbiddenInConsumers = byPrefix(['ssl.', 'bootstrap.servers', 'group.id', 'sasl.', 'security.'], ofClients);
