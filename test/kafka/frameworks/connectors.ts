import { connector } from '../../../server/src/carriers/connector/connector.js';
import { connectorsIn } from '../../../server/src/carriers/connector/files.js';
import { connectorFile, isMirror } from '../../../server/src/carriers/connector/layout.js';
import { hasProducer } from '../../../server/src/carriers/connector/overrides.js';
import { recognizeConnector } from '../../../server/src/carriers/connector/recognition.js';
import type { FlatFile } from '../../../server/src/carriers/shared/flat.js';
import { scopeBeside } from '../../../server/src/carriers/shared/layout.js';
import { versionOf } from '../../../server/src/analysis/options.js';
import { resolveValue } from '../../../server/src/config/placeholder.js';
import type { Reading } from '../../../server/src/config/setting.js';
import { existsIn, findProperty } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { syntaxes, syntaxOf } from '../../../server/src/syntax/registry.js';
import type { ClientMaps, Comparison } from './comparison.js';
import { connectorCases, connectorText } from './connector-cases.js';
import { startKafka, versionIn } from './kafka-programs.js';
import { clientIn, givenTo, known, readingOf } from './resolved.js';

const nowhere = '127.0.0.1:1';
const converter = 'org.apache.kafka.connect.converters.ByteArrayConverter';
/** What runs the connectors: a worker that says nothing of its clients, and allows everything. */
const worker = {
  'bootstrap.servers': nowhere,
  'key.converter': converter,
  'value.converter': converter,
  'group.id': 'connect',
  'offset.storage.topic': 'o',
  'config.storage.topic': 'c',
  'status.storage.topic': 's',
  'connector.client.config.override.policy': 'All',
};
/** Made up for every connector and task. */
const unknowable: ReadonlySet<string> = new Set(['client.id', 'group.id', 'transactional.id']);
/** What Connect itself says of the topics that it creates. */
const numbers = ['replication.factor', 'partitions'] as const;

/** The role of a client or topic by its name, which begins with the place of its connector in the file. */
function roleOf(client: string): Role {
  const name = client.replace(/^\d+ /, '');
  if (name.startsWith('topics of ')) return 'topic';
  return name === 'producer' || name === 'offset syncs' ? 'producer' : name === 'consumer' ? 'consumer' : 'admin';
}

function shown(client: string, props: ClientMaps[string]): ClientMaps[string] {
  const role = roleOf(client);
  const numbersOfTopics =
    role === 'topic' ? numbers.flatMap(name => (props[name] === undefined ? [] : [[name, props[name]] as const])) : [];
  const { 'bootstrap.servers': servers, ...rest } = known(role, props, unknowable);
  // a connector says nothing of the worker's address
  const elsewhere = servers === undefined || servers === nowhere ? {} : { 'bootstrap.servers': servers };
  return { ...rest, ...elsewhere, ...Object.fromEntries(numbersOfTopics) };
}

/** The clients that one connector has, each with the map that Ackguard resolves. */
function clientsOf(file: FlatFile, reading: Reading, version: string): Readonly<Record<string, ClientMaps[string]>> {
  const role = recognizeConnector(file)?.roles[0] ?? 'connector';
  const found = connectorFile(role, file);
  const scopes = new Map(reading.scopes.map(scope => [scope.name, scope]));
  const own = scopes.get(file.scope.name);
  const beside = (name: string) => scopes.get(scopeBeside(file.scope, name).name);
  const groups = reading.scopes.flatMap(({ name }) => {
    const group = /topics of (.*)$/.exec(name)?.[1] ?? '';
    return group !== '' && scopeBeside(file.scope, `topics of ${group}`).name === name ? [group] : [];
  });
  const clients: readonly (readonly [string, Role, ReturnType<typeof beside>])[] = [
    ...(hasProducer(found) ? [['producer', 'producer', own] as const] : []),
    ...(['sink-connector', 'connector', 'mirror-source'].includes(role) ? [['consumer', 'consumer', own] as const] : []),
    ['admin', 'admin', own],
    ['offset syncs', 'producer', beside('offset syncs')],
    ['source cluster', 'admin', beside('source cluster')],
    ['target cluster', 'admin', beside('target cluster')],
  ];
  const maps = clients.flatMap(([name, client, scope]) =>
    scope ? [[name, known(client, givenTo(clientIn(reading, client, scope, version)), unknowable)] as const] : [],
  );
  const creates = file.keys.some(key => key.startsWith('topic.creation.')) && !isMirror(role);
  const topics = groups.flatMap(group => {
    const scope = beside(`topics of ${group}`);
    const given = scope && creates ? givenTo(clientIn(reading, 'topic', scope, version)) : undefined;
    const counted = numbers.map(name => [
      name,
      found.text(`topic.creation.${group}.${name}`) ?? found.text(`topic.creation.default.${name}`) ?? '',
    ]);
    return given ? [[`topics of ${group}`, { ...known('topic', given, unknowable), ...Object.fromEntries(counted) }] as const] : [];
  });
  return Object.fromEntries([...maps, ...topics]);
}

/** Connectors in JSON and `.properties`, by the classes with which Connect and MirrorMaker's connectors read them and make clients. */
export const connectors: Comparison = {
  name: 'connectors',
  cases: connectorCases,
  generate: connectorText,
  start: () =>
    startKafka(
      (oracle, file) =>
        oracle.askConnectors(versionIn(file), worker, { path: file.path, text: file.text, kinds: file.circumstances?.kinds ?? '' }),
      shown,
    ),
  resolve: file => {
    const document = (syntaxOf(file.path, undefined) ?? syntaxes.properties).parse(file.text);
    const files = connectorsIn(document, file.path);
    if (files.length === 0) return { maps: {} };
    const reading = readingOf(connector, file);
    const maps = files.flatMap((one, i) =>
      Object.entries(clientsOf(one, reading, versionIn(file))).map(([client, props]) => [`${i} ${client}`, shown(client, props)] as const),
    );
    return { maps: Object.fromEntries(maps) };
  },
  deliberate: (file, key, theirs, ours) => {
    if (key === 'refused' && theirs !== undefined) return reasonOfRefusal(theirs);
    const [client = '', name = ''] = key.split(': ');
    if (theirs !== undefined && !resolveValue(theirs, 'kafka').known)
      return 'a value that is put in before Kafka sees it is not known here';
    const property = findProperty(roleOf(client), name);
    if (property && !existsIn(property, versionOf(versionIn(file)))) return 'a key that the client of this version does not know';
    if (client.endsWith('offset syncs') && versionIn(file).startsWith('2.') && file.text.includes('offset-syncs.topic.location'))
      return 'offset syncs are always written to the source before 3.0, which does not know the key';
    const same = theirs !== undefined && theirs === ours?.trim().toLowerCase();
    return same ? 'a value that Connect or MirrorMaker forces, in other letters: who writes it has what he wants' : undefined;
  },
};

function reasonOfRefusal(sentence: string): string | undefined {
  if (/^(MismatchedInput|JsonParse|UnrecognizedProperty)Exception/.test(sentence))
    return 'JSON that Connect does not take: the rest of it is judged while somebody mends it';
  return sentence.startsWith('ConfigException') ? 'whether Connect takes a connector is compared by npm run differential' : undefined;
}
