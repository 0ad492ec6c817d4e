import type { Role } from '../../src/kafka/property.js';
import { samplesOf } from './sample.js';

type Keys = Readonly<Record<string, string | number>>;

const of = (connectorClass: string, more: Keys = {}): Keys => ({ name: 'orders', 'connector.class': connectorClass, ...more });
const mirror = (name: string): Keys => of(`org.apache.kafka.connect.mirror.${name}`);
const source = of('com.example.OrdersSource');
const sink = of('com.example.OrdersSink');
const deadLetters = { ...sink, 'errors.deadletterqueue.topic.name': 'bad-orders' };
const creating = { ...source, 'topic.creation.default.replication.factor': 3, 'topic.creation.default.partitions': 6 };
const withHistory = { ...source, 'schema.history.internal.kafka.topic': 'history' };

const properties = (keys: Keys): string =>
  Object.entries(keys)
    .map(([key, value]) => `${key}=${String(value)}\n`)
    .join('');
/** The body of POST /connectors. */
const body = ({ name, ...config }: Keys): string => `${JSON.stringify({ name, config }, undefined, 2)}\n`;
/** The body of PUT /connectors/orders/config. */
const flat = (keys: Keys): string => `${JSON.stringify(keys, undefined, 2)}\n`;

const files: readonly (readonly [Role, Keys, scope?: string])[] = [
  ['connector', of('com.example.Orders')],
  ['source-connector', source],
  ['sink-connector', sink],
  ['mirror-source', mirror('MirrorSourceConnector')],
  ['mirror-checkpoint', mirror('MirrorCheckpointConnector')],
  ['mirror-heartbeat', mirror('MirrorHeartbeatConnector')],
  ['producer', source],
  ['producer', deadLetters],
  ['producer', withHistory, 'schema history'],
  ['producer', mirror('MirrorSourceConnector'), 'offset syncs'],
  ['consumer', sink],
  ['consumer', mirror('MirrorSourceConnector')],
  ['admin', source],
  ['topic', creating, 'topics of default'],
];

/** What a playbook or a chart sends to Connect. */
const listed = ({ name, ...config }: Keys): string =>
  `connectors:\n  - name: ${String(name)}\n    config:\n${Object.entries(config)
    .map(([key, value]) => `      ${key}: ${String(value)}\n`)
    .join('')}`;

export const connectorSamples = [
  ...files.flatMap(([role, keys, ...scope]) =>
    samplesOf('connector', [
      [role, 'config/orders.properties', properties(keys), ...scope],
      [role, 'connectors/orders.json', body(keys), ...scope],
    ]),
  ),
  ...samplesOf('connector', [
    ['producer', 'connectors.yml', listed(source)],
    ['sink-connector', 'connectors.yml', listed(sink)],
    ['topic', 'connectors.yml', listed(creating), 'topics of default'],
    ['producer', 'connectors/orders-config.json', flat(source)],
    ['consumer', 'connectors/all.json', `[${body(source).trimEnd()}, ${body(sink).trimEnd()}]\n`, 'connector orders #2'],
  ]),
];
