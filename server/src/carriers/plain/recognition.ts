import { rolesKnowing } from '../../kafka/catalogue/catalogue.js';
import type { Role } from '../../kafka/property.js';
import { scores, type Recognition } from '../recognition.js';
import type { FlatFile } from '../shared/flat.js';
import { knows } from '../shared/layout.js';

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

/** Files of other programs that use Kafka's keys without a prefix but mean other defaults. */
const othersKey = anyOf([
  // librdkafka: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
  /^(metadata\.broker\.list|queue\.buffering\.\S+|request\.required\.acks|message\.send\.max\.retries|message\.timeout\.ms|enable\.auto\.offset\.store|enable\.partition\.eof|queued\.(min|max)\.messages\S*|statistics\.interval\.ms|api\.version\.request|broker\.(address\.family|version\.fallback)|sasl\.(mechanisms|username|password)|max\.in\.flight|log_level|debug)$/,
  // Schema Registry, Cruise Control
  /^(kafkastore\.|metric\.sampler\.class$|hard\.goals$|default\.goals$)/,
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
export function recognizePlain(file: FlatFile): Recognition | undefined {
  return byKeys(file) ?? byName(file);
}

function byKeys({ keys, entries }: FlatFile): Recognition | undefined {
  const found = discriminating.flatMap(([role, names]) => {
    const at = keys.findIndex(key => names.has(key));
    return at < 0 ? [] : [{ role, entry: entries[at] }];
  });
  const forBrowsers = entries.find((entry, i) => keys[i] === 'listeners' && /^\s*https?:/i.test(entry.value));
  const [first, ...more] = found;
  const othersEntry = entries.find((_, i) => othersKey.test(String(keys[i])));
  if (first?.role === 'broker') {
    const clues = [{ why: 'own-key', entry: first.entry }] as const;
    return { score: scores.decisive, readable: !forBrowsers, trust: 'certain', roles: ['broker'], clues };
  }
  // others have listeners too, for browsers
  const foreign = othersEntry ?? forBrowsers;
  if (foreign) {
    const clues = [{ why: 'others-key', entry: foreign }] as const;
    return { score: scores.doubtful, readable: false, trust: 'inferred', roles: [first?.role ?? 'producer'], clues };
  }
  if (!first) return undefined;
  const clues = found.map(({ entry }) => ({ why: 'own-key', entry }) as const);
  return { score: scores.client, readable: true, trust: 'certain', roles: [first.role, ...more.map(({ role }) => role)], clues };
}

function byName({ path, keys, entries }: FlatFile): Recognition | undefined {
  const name = baseName(path);
  for (const [role, pattern] of nameHints) {
    const known = keys.filter(key => knows(role, key));
    const fits = keys.length === 0 || known.length * 2 > keys.length;
    if (!pattern.test(name) || !fits) continue;
    const certain = keys.length > 0 && (ownNames.test(name) || known.some(key => rolesKnowing(key).length === 1));
    const entry = entries.find((_, i) => knows(role, String(keys[i])));
    return {
      score: certain ? scores.name : scores.guess,
      readable: true,
      trust: certain ? 'certain' : 'inferred',
      roles: [role],
      clues: [{ why: 'file-name', entry: undefined }, ...(entry ? [{ why: 'known-keys', entry } as const] : [])],
    };
  }
  return undefined;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** One pattern for all, as it is tried on every key of every properties file. */
function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}
