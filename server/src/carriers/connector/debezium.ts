import type { FrameworkDefault, Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import { knows, scopeBeside } from '../shared/layout.js';
import type { ClientKey, Clients, ConnectorFile } from './layout.js';

const text = 'org.apache.kafka.common.serialization.String';

type Default = readonly [role: 'producer' | 'consumer', property: string, value: string];

/** A client that Debezium makes itself, by the beginning of its keys. */
interface Kind {
  readonly name: string;
  readonly prefix: string;
  readonly roles: readonly ('producer' | 'consumer')[];
  /** What it gets where nobody sets the key. */
  readonly defaults: readonly Default[];
  /** The key that may name another place for what would be kept in Kafka. */
  readonly kept?: string;
  /** Where the default is what would be a mistake elsewhere: nothing is said of it. */
  readonly leftAlone?: string;
}

const reader: readonly Default[] = [
  ['consumer', 'fetch.min.bytes', '1'],
  ['consumer', 'session.timeout.ms', '10000'],
  ['consumer', 'auto.offset.reset', 'earliest'],
  ['consumer', 'key.deserializer', `${text}Deserializer`],
  ['consumer', 'value.deserializer', `${text}Deserializer`],
];
const writer: readonly Default[] = [
  ['producer', 'batch.size', '32768'],
  ['producer', 'buffer.memory', '1048576'],
  ['producer', 'key.serializer', `${text}Serializer`],
  ['producer', 'value.serializer', `${text}Serializer`],
];
const history = { roles: ['producer', 'consumer'] } as const;

/**
 * The history of schemas, without which a connector cannot go on, and the topic of signals. Sources: configure of
 * io.debezium.storage.kafka.history.KafkaSchemaHistory as of 3.1, which before was as below, configure of
 * io.debezium.relational.history.KafkaDatabaseHistory, as it was called up to 1.9, and buildKafkaConfiguration of
 * io.debezium.pipeline.signal.channels.KafkaSignalChannel as of 3.2.
 */
const kinds: readonly Kind[] = [
  {
    ...history,
    name: 'schema history',
    prefix: 'schema.history.internal.',
    kept: 'schema.history.internal',
    defaults: [
      ...reader,
      ['consumer', 'enable.auto.commit', 'false'],
      ...writer,
      ['producer', 'max.in.flight.requests.per.connection', '1'],
      ['producer', 'enable.idempotence', 'false'],
    ],
  },
  {
    ...history,
    name: 'database history',
    prefix: 'database.history.',
    kept: 'database.history',
    defaults: [
      ...reader,
      ['consumer', 'enable.auto.commit', 'false'],
      ...writer,
      ['producer', 'acks', '1'],
      ['producer', 'retries', '1'],
      ['producer', 'linger.ms', '0'],
      ['producer', 'max.block.ms', '10000'],
    ],
  },
  {
    name: 'signals',
    prefix: 'signal.',
    roles: ['consumer'],
    defaults: [...reader, ['consumer', 'enable.auto.commit', 'true']],
    leftAlone: 'enable.auto.commit',
  },
];

/** The clients that the connectors of Debezium make for themselves. */
export function debeziumClients(found: ConnectorFile): Clients {
  const present = kinds
    .filter(kind => hasClients(kind, found))
    .map(kind => ({ kind, scope: { ...scopeBeside(found.file.scope, kind.name), framework: 'Debezium' } }));
  return {
    scopes: present.map(({ scope }) => scope),
    defaults: present.flatMap(({ kind, scope }) => defaultsOf(kind, scope, found)),
    read: key => {
      for (const { kind, scope } of present) {
        const client = clientKeyIn(key, kind, scope);
        if (client) return client;
      }
      return undefined;
    },
  };
}

/** Where Kafka keeps nothing for the connector, the keys are without effect, as is much that people copy. */
function hasClients({ prefix, kept }: Kind, { role, file, has, text: textOf }: ConnectorFile): boolean {
  if (role !== 'source-connector' && role !== 'connector') return false;
  const elsewhere = kept !== undefined && has(kept) && textOf(kept)?.includes('Kafka') !== true;
  return (
    !elsewhere &&
    !(kept !== undefined && withoutHistory.test(textOf('connector.class') ?? '')) &&
    file.keys.some(key => key.startsWith(prefix))
  );
}

/** Sources that find the schemas in what they read. */
const withoutHistory = /^io\.debezium\.connector\.(postgresql|mongodb|vitess|spanner|cassandra)\./;

function clientKeyIn(key: string, { prefix, roles, leftAlone }: Kind, scope: Scope): ClientKey | undefined {
  const role = roles.find(one => key.startsWith(`${prefix}${one}.`));
  if (!role) return undefined;
  const property = key.slice(prefix.length + role.length + 1);
  if (property === leftAlone) return { places: [] };
  return knows(role, property) ? { places: [{ role, property, scope }] } : { unknown: property, place: { role, scope } };
}

function defaultsOf({ prefix, roles, defaults }: Kind, scope: Scope, { text: textOf, has }: ConnectorFile): readonly FrameworkDefault[] {
  const servers = `${prefix}kafka.bootstrap.servers`;
  return [
    ...defaults.map(([role, property, value]) => ({ role, property, value, scope })),
    ...(has(servers) ? roles.map(role => ({ role, property: 'bootstrap.servers', value: textOf(servers), scope })) : []),
  ];
}

/** How a property of one of these clients is written; undefined where there is no such client. */
export function debeziumKey(property: string, role: Role, { name }: Pick<Scope, 'name'>): string | undefined {
  const kind = kinds.find(one => one.name === name && one.roles.some(client => client === role) && one.leftAlone !== property);
  return kind && `${kind.prefix}${role}.${property}`;
}
