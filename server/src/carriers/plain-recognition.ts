import { rolesKnowing } from '../kafka/catalogue/catalogue.js';
import type { Role } from '../kafka/property.js';
import type { Entry } from '../syntax/syntax.js';
import { recognizeApplication, type Application } from './plain-applications.js';
import { knows } from './plain-layout.js';

/** Who reads a plain Kafka file. */
export interface Recognition {
  readonly roles: readonly [Role, ...Role[]];
  /** Nothing but the file's name says so, or keys that others use as well. */
  readonly inferred: boolean;
  /** Undefined for the file of a broker, of clients or of a topic. */
  readonly application: Application | undefined;
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
export function recognizePlain(path: string, keys: readonly string[], entries: readonly Entry[]): Recognition | undefined {
  const [first, ...more] = discriminating.flatMap(([role, names]) => (keys.some(key => names.has(key)) ? [role] : []));
  const application = recognizeApplication(path, keys, entries);
  // no broker has keys of a flow from one cluster to another
  if (first === 'broker' && !(typeof application === 'object' && application.kind === 'mirror-maker'))
    return { roles: ['broker'], inferred: false, application: undefined };
  if (application === 'hidden' || keys.some(key => othersKey.test(key))) return undefined;
  if (application) return { roles: [application.role], inferred: application.inferred, application };
  if (first) return { roles: [first, ...more], inferred: false, application: undefined };

  const name = baseName(path);
  for (const [role, pattern] of nameHints) {
    const known = keys.filter(key => knows(role, key));
    if (!pattern.test(name) || known.length * 2 <= keys.length) continue;
    const certain = ownNames.test(name) || known.some(key => rolesKnowing(key).length === 1);
    return { roles: [role], inferred: !certain, application: undefined };
  }
  return undefined;
}

/** Whose file an empty one will be, by its name; undefined where the name is not one of Kafka's. */
export function recognizeEmpty(path: string): Recognition | undefined {
  const role = nameHints.find(([, pattern]) => pattern.test(baseName(path)))?.[0];
  return role && { roles: [role], inferred: true, application: undefined };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** One pattern for all, as it is tried on every key of every properties file. */
function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}
