import { connector } from '../../../server/src/carriers/connector/connector.js';
import { connectorsIn } from '../../../server/src/carriers/connector/files.js';
import type { FlatFile } from '../../../server/src/carriers/shared/flat.js';
import { propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { syntaxes, syntaxOf } from '../../../server/src/syntax/registry.js';
import { versionOf } from '../../../server/src/analysis/options.js';
import { randomOf, type Random } from '../differential/random.js';
import { usualValue } from '../differential/values.js';
import { provideFramework } from '../jars.js';
import { compileJava, startJava } from '../java.js';
import { askJava } from './ask-java.js';
import type { Case, ClientMaps, Comparison } from './comparison.js';
import { clientIn, givenTo, known, readingOf } from './resolved.js';

/** The releases that are asked, with the Kafka version of the clients that each is asked with, and what clients it makes. */
const releases = {
  '3.4.1': { jars: 'debezium', kafka: '4.1.2', scopes: ['schema history', 'signals'] },
  '1.9.8': { jars: 'debezium-1', kafka: '3.2.3', scopes: ['database history'] },
} as const;
type Release = keyof typeof releases;
const names = Object.keys(releases) as readonly Release[];

/** Made up where nobody names them. */
const unknowable: ReadonlySet<string> = new Set(['client.id', 'group.id']);
const roles = ['producer', 'consumer'] as const;

const sources = ['mysql.MySqlConnector', 'sqlserver.SqlServerConnector', 'oracle.OracleConnector', 'mariadb.MariaDbConnector'];
const prefixOf: Readonly<Record<Release, string>> = { '3.4.1': 'schema.history.internal', '1.9.8': 'database.history' };

/** The lines of a connector of that release, with the places of its history and of its signals. */
function linesOf(release: Release, lines: readonly string[], source = 'mysql.MySqlConnector'): readonly string[] {
  const prefix = prefixOf[release];
  return [
    `connector.class=io.debezium.connector.${source}`,
    `${prefix}.kafka.bootstrap.servers=kafka:9092`,
    `${prefix}.kafka.topic=history`,
    'signal.kafka.bootstrap.servers=kafka:9093',
    ...lines.map(line => line.replace(/^history/, prefix)),
  ];
}

function properties(about: string | undefined, release: Release, lines: readonly string[]): Case {
  const text = lines.map(line => `${line}\n`).join('');
  return { path: 'connector.properties', text, circumstances: { release }, ...(about === undefined ? {} : { about }) };
}

function json(about: string | undefined, release: Release, lines: readonly string[]): Case {
  const config = Object.fromEntries(lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const text = `${JSON.stringify({ name: 'inventory', config }, undefined, 2)}\n`;
  return { path: 'connector.json', text, circumstances: { release }, ...(about === undefined ? {} : { about }) };
}

const security = ['producer', 'consumer'].flatMap(client => [
  `history.${client}.security.protocol=SASL_SSL`,
  `history.${client}.sasl.mechanism=PLAIN`,
]);
const both: readonly (readonly [about: string, ...lines: string[]])[] = [
  ['nothing said of the clients'],
  ['how to be let in', ...security],
  ['acknowledgements', 'history.producer.acks=all'],
  ['weak ones', 'history.producer.acks=0', 'history.producer.retries=0'],
  ['what Debezium says itself', 'history.producer.batch.size=1', 'history.producer.buffer.memory=2', 'history.consumer.fetch.min.bytes=3'],
  ['idempotence', 'history.producer.enable.idempotence=true', 'history.producer.max.in.flight.requests.per.connection=5'],
  ['where to begin', 'history.consumer.auto.offset.reset=latest', 'history.consumer.enable.auto.commit=true'],
  ['time', 'history.producer.delivery.timeout.ms=1000', 'history.producer.max.block.ms=1', 'history.consumer.session.timeout.ms=1'],
  ['other brokers', 'history.producer.bootstrap.servers=other:9092'],
  ['the class that is the default', 'history=KAFKA', 'history.producer.acks=1'],
  ['a history in a file', 'history=io.debezium.storage.file.history.FileSchemaHistory', 'history.producer.acks=1'],
  ['signals', 'signal.consumer.max.poll.records=5', 'signal.consumer.auto.offset.reset=latest', 'signal.kafka.topic=signals'],
  ['half-typed keys', 'history.producer.=1', 'history.producer=1', 'history.producers.acks=1', 'history.consumer=x', 'signal.consumer.=1'],
  ['values with blanks', 'history.producer.acks= all', 'history.consumer.max.poll.records=7 '],
  ['the worker’s clients', 'producer.override.acks=1', 'producer.acks=0', 'acks=0'],
];
const kafkaClass: Readonly<Record<Release, string>> = {
  '3.4.1': 'io.debezium.storage.kafka.history.KafkaSchemaHistory',
  '1.9.8': 'io.debezium.relational.history.KafkaDatabaseHistory',
};

const cases: readonly Case[] = names.flatMap(release =>
  both.flatMap(([about, ...lines]) => {
    const all = linesOf(release, lines).map(line => line.replace('KAFKA', kafkaClass[release]));
    return [properties(about, release, all), json(`${about}, in JSON`, release, all)];
  }),
);

const often = ['acks=1', 'acks=all', 'retries=3', 'enable.idempotence=true', 'linger.ms=5', 'auto.offset.reset=latest', 'max.block.ms=5'];
const plainTypes: ReadonlySet<string> = new Set(['boolean', 'string', 'int', 'short', 'long', 'double']);

function line(random: Random): string {
  const [prefix, role] = random.pick([
    ['history.producer.', 'producer'],
    ['history.consumer.', 'consumer'],
    ['signal.consumer.', 'consumer'],
    ['producer.override.', 'producer'],
  ] as const);
  if (random.chance(0.4)) return prefix + random.pick(often);
  const property = random.pick(propertiesOf(role).filter(({ type }) => plainTypes.has(type)));
  const value = usualValue(property, versionOf('4.1.2'), random);
  return `${prefix}${property.name}=${/^[!-~]+$/.test(value) ? value : 'a'}`;
}

/** The keys of a connector as Connect hands them to it. */
function propsOf({ keys, entries }: FlatFile): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key, i) => [key, entries[i]?.value ?? ''] as const));
}

function fileOf({ path, text }: Case): FlatFile | undefined {
  return connectorsIn((syntaxOf(path, undefined) ?? syntaxes.properties).parse(text), path)[0];
}

function releaseOf({ circumstances }: Case): Release {
  return names.find(name => name === circumstances?.release) ?? '3.4.1';
}

/** The clients that Debezium's connectors make themselves, by the classes that make them. How Connect reads the files is compared elsewhere. */
export const debeziumClients: Comparison = {
  name: 'debezium',
  cases,
  generate: next => {
    const random = randomOf(next);
    const release = random.pick(names);
    const lines = linesOf(
      release,
      Array.from({ length: random.below(10) }, () => line(random)),
      random.pick(sources),
    );
    return (random.chance(0.5) ? json : properties)(undefined, release, lines);
  },
  start: async () => {
    const folders: string[] = [];
    for (const name of names) folders.push(await provideFramework(releases[name].jars));
    const classes = await compileJava('frameworks-debezium');
    const { ask, stop } = askJava(startJava([classes], 'DebeziumOracle', folders), 'Debezium');
    return {
      ask: async file => {
        const found = fileOf(file);
        const answer = await ask({ jars: names.indexOf(releaseOf(file)), props: found ? propsOf(found) : {} });
        if (!('maps' in answer)) return answer;
        const maps = Object.entries(answer.maps).map(([client, props]) => [client, known(roleIn(client), props, unknowable)] as const);
        return { maps: Object.fromEntries(maps) };
      },
      stop,
    };
  },
  resolve: file => {
    const { kafka, scopes } = releases[releaseOf(file)];
    const reading = readingOf(connector, file);
    const maps: Record<string, ClientMaps[string]> = {};
    for (const name of scopes) {
      const scope = reading.scopes.find(one => one.name === name);
      for (const role of name === 'signals' ? (['consumer'] as const) : roles) {
        if (scope) maps[`${name} ${role}`] = known(role, givenTo(clientIn(reading, role, scope, kafka)), unknowable);
      }
    }
    return { maps };
  },
  deliberate: (_, key) =>
    key === 'signals consumer: enable.auto.commit' ? 'commits of signals are Debezium’s own default: nothing is said of them' : undefined,
};

function roleIn(client: string): 'producer' | 'consumer' {
  return client.endsWith('producer') ? 'producer' : 'consumer';
}
