import { findProperty, rolesKnowing } from '../kafka/catalogue/catalogue.js';
import { removedIn } from '../kafka/lifecycle.js';
import type { Role } from '../kafka/property.js';

/** Who reads a plain Kafka file. */
export interface Recognition {
  readonly roles: readonly Role[];
  /** Nothing but the file's name says so. */
  readonly inferred: boolean;
}

/** One such key is enough: no other program uses it without a prefix. */
const discriminating: readonly (readonly [Role, ReadonlySet<string>])[] = [
  [
    'broker',
    new Set([
      'process.roles',
      'broker.id',
      'controller.quorum.voters',
      'controller.quorum.bootstrap.servers',
      'controller.listener.names',
      'advertised.listeners',
      'inter.broker.listener.name',
      'listener.security.protocol.map',
      'security.inter.broker.protocol',
      'inter.broker.protocol.version',
      'log.dirs',
      'log.segment.bytes',
      'log.retention.hours',
      'log.retention.bytes',
      'num.replica.fetchers',
      'num.recovery.threads.per.data.dir',
      'auto.create.topics.enable',
      'default.replication.factor',
      'offsets.topic.replication.factor',
      'transaction.state.log.replication.factor',
      'transaction.state.log.min.isr',
    ]),
  ],
  [
    'producer',
    new Set([
      'acks',
      'enable.idempotence',
      'max.in.flight.requests.per.connection',
      'delivery.timeout.ms',
      'transactional.id',
      'linger.ms',
      'buffer.memory',
      'max.block.ms',
      'max.request.size',
      'key.serializer',
      'value.serializer',
    ]),
  ],
  [
    'consumer',
    new Set([
      'auto.offset.reset',
      'enable.auto.commit',
      'auto.commit.interval.ms',
      'max.poll.records',
      'max.poll.interval.ms',
      'isolation.level',
      'partition.assignment.strategy',
      'group.protocol',
      'fetch.max.wait.ms',
      'key.deserializer',
      'value.deserializer',
      'auto.commit.enable',
      'consumer.timeout.ms',
    ]),
  ],
];

/** Files of other programs that use Kafka's keys without a prefix but mean other defaults; their carriers will read them. */
const othersKey = anyOf([
  // Kafka Streams
  /^(processing\.guarantee|num\.stream\.threads|num\.standby\.replicas|default\.(key|value)\.serde|(default\.)?deserialization\.exception\.handler|application\.server)$/,
  // Kafka Connect workers and connectors
  /^((key|value|header)\.converter|(offset|config|status)\.storage\.\S+|connector\.class|tasks\.max|plugin\.path|rest\.port|rest\.advertised\.\S+)$/,
  // MirrorMaker 2
  /^(clusters|(source|target)\.cluster\.(alias|bootstrap\.servers))$|->/,
  // librdkafka: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
  /^(metadata\.broker\.list|queue\.buffering\.\S+|request\.required\.acks|message\.send\.max\.retries|message\.timeout\.ms|enable\.auto\.offset\.store|enable\.partition\.eof|queued\.(min|max)\.messages\S*|statistics\.interval\.ms|api\.version\.request|broker\.(address\.family|version\.fallback)|sasl\.(mechanisms|username|password)|max\.in\.flight|log_level|debug)$/,
  // ksqlDB, REST Proxy, Schema Registry, Cruise Control
  /^(ksql\.|kafkastore\.|kafka\.rest\.|metric\.sampler\.class$|hard\.goals$|default\.goals$)/,
]);

const nameHints: readonly (readonly [Role, RegExp])[] = [
  ['producer', /producer/],
  ['consumer', /consumer/],
  ['topic', /topic/],
  ['admin', /admin|client|command/],
  ['broker', /server|broker|kraft|controller|kafka/],
];

/** Names that only say one thing, such as `orders-producer.properties`; a `server.properties` may be anybody's. */
const ownNames = /(^|[-_.])(producer|consumer)[-_.]/;

/** Whose keys these are, by the keys above all and then by the file's name; undefined where it is not a plain Kafka file. */
export function recognizePlain(path: string, keys: readonly string[]): Recognition | undefined {
  const present = discriminating.flatMap(([role, names]) => (keys.some(key => names.has(key)) ? [role] : []));
  if (present.includes('broker')) return { roles: ['broker'], inferred: false };
  if (keys.some(key => othersKey.test(key))) return undefined;
  // Streams has no key of its own in its simplest form but its application id, which only names an application elsewhere
  if (keys.includes('application.id') && keys.includes('bootstrap.servers')) return undefined;
  if (present.length > 0) return { roles: present, inferred: false };

  const name = baseName(path);
  for (const [role, pattern] of nameHints) {
    const known = keys.filter(key => knows(role, key));
    if (!pattern.test(name) || known.length * 2 <= keys.length) continue;
    const certain = ownNames.test(name) || known.some(key => rolesKnowing(key).length === 1);
    return { roles: [role], inferred: !certain };
  }
  return undefined;
}

/** Whose file an empty one will be, by its name; undefined where the name is not one of Kafka's. */
export function recognizeEmpty(path: string): Recognition | undefined {
  const role = nameHints.find(([, pattern]) => pattern.test(baseName(path)))?.[0];
  return role && { roles: [role], inferred: true };
}

/** Whether the role reads the key in any Kafka version, or read it before the catalogue begins. */
export function knows(role: Role, key: string): boolean {
  return findProperty(role, key) !== undefined || removedIn(role, key) !== undefined;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** One pattern for all, as it is tried on every key of every properties file. */
function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}
