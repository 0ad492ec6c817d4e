import { versionOf } from '../../../server/src/analysis/options.js';
import { isOff, readClients } from '../../../server/src/carriers/micronaut/layout.js';
import { micronaut } from '../../../server/src/carriers/micronaut/micronaut.js';
import { mayBeKafka } from '../../../server/src/carriers/micronaut/names.js';
import type { Reading, Scope } from '../../../server/src/config/setting.js';
import { existsIn, findProperty, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { micronautAttributes } from '../../../server/src/kafka/frameworks/micronaut.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { syntaxOf } from '../../../server/src/syntax/registry.js';
import { randomOf, type Random } from '../differential/random.js';
import { usualValue } from '../differential/values.js';
import type { Answer, Case, ClientMaps, Comparison, Framework } from './comparison.js';
import { startJavaFramework } from './java-framework.js';
import { clientIn, givenTo, known } from './resolved.js';

/** Of the clients of micronaut-kafka 5.9.0. */
const version = '3.9.2';
const roles = ['consumer', 'producer', 'streams'] as const;
/** Made of the application's name or by the code. */
const unknowable: ReadonlySet<string> = new Set(['application.id']);
const handler = 'default-listener-exception-handler';

const yaml = (about: string, text: string): Case => ({ path: 'application.yml', text, about });
const lines = (about: string, ...text: readonly string[]): Case => ({
  path: 'application.properties',
  text: text.map(line => `${line}\n`).join(''),
  about,
});

const cases: readonly Case[] = [
  yaml('nothing but the section', 'kafka:\n  bootstrap:\n    servers: kafka1:9092\n'),
  yaml(
    'no client inherits from the default one',
    'kafka:\n  acks: 1\n  producers:\n    default:\n      acks: all\n      linger.ms: 7\n    payments:\n      retries: 3\n  consumers:\n    default:\n      auto.offset.reset: earliest\n    orders:\n      max.poll.records: 5\n',
  ),
  yaml(
    'names in kebab case, and in others, which are not found',
    'kafka:\n  producers:\n    order-events: {acks: "1"}\n    orderAudit: {acks: "1"}\n    order_log: {acks: "1"}\n    ORDERS: {acks: "1"}\n  consumers:\n    Order Group: {max.poll.records: 5}\n    order-2b: {max.poll.records: 5}\n    order2B: {max.poll.records: 6}\n',
  ),
  lines(
    'a name ends with the first dot',
    'kafka.consumers.order.group.max.poll.records=3',
    'kafka.producers.a.b.acks=0',
    'kafka.consumers.order.max.poll.records=4',
  ),
  lines(
    'keys for all clients in other spellings',
    'kafka.enableIdempotence=false',
    'kafka.delivery-timeout-ms=1000',
    'kafka.linger_ms=5',
    'kafka.ACKS=1',
    'kafka.Retries=3',
    'kafka.request.timeoutMs=3',
  ),
  lines('keys of a client in other spellings', 'kafka.producers.default.Acks=1', 'kafka.producers.default.enable-idempotence=false'),
  lines('the first key in capitals', 'Kafka.acks=1', 'KAFKA.retries=3', 'Kafka.producers.default.linger.ms=5'),
  yaml(
    'keys nested at every dot',
    'kafka:\n  producers:\n    default:\n      enable:\n        idempotence: false\n      max:\n        block:\n          ms: 5\n',
  ),
  yaml(
    'keys in one line',
    'kafka.producers.default:\n  acks: 1\nkafka:\n  producers.default.linger.ms: 0\nkafka.consumers.orders.fetch.min.bytes: 2\n',
  ),
  yaml(
    'values as YAML makes them',
    'kafka:\n  retries: 012\n  enable.idempotence: yes\n  linger.ms: 1_000\n  producers:\n    default:\n      retries: 0x10\n      enable.idempotence: off\n      client.id: 2024-01-01\n      acks: -1\n',
  ),
  yaml(
    'several documents',
    'kafka:\n  acks: 1\n  producers.default.acks: 0\n---\nkafka:\n  acks: all\n---\nkafka:\n  producers:\n    default:\n      acks: 1\n',
  ),
  yaml('the same key twice', 'kafka:\n  acks: 1\n  acks: 0\n  producers:\n    default:\n      linger.ms: 1\n      linger.ms: 2\n'),
  yaml(
    'lists',
    'kafka:\n  bootstrap.servers: [a:1, b:2]\n  producers:\n    default:\n      interceptor.classes:\n        - a.B\n        - c.D\n',
  ),
  lines('a list in a properties file', 'kafka.bootstrap.servers[0]=a:1', 'kafka.bootstrap.servers[1]=b:2', 'kafka.acks=1'),
  yaml(
    'placeholders',
    'kafka:\n  acks: ${ACKS_OF_NOBODY:1}\n  producers:\n    default:\n      linger.ms: ${LINGER_OF_NOBODY:`7`}\n      retries: 3${NOBODY:4}\n',
  ),
  yaml('a placeholder without a default', 'kafka:\n  acks: ${ACKS_OF_NOBODY}\n'),
  yaml('a half-typed key', 'kafka:\n  producers:\n    default:\n      acks:\n'),
  yaml('a half-typed key of all clients', 'kafka:\n  acks:\n'),
  yaml('turned off', 'kafka:\n  enabled: false\n  acks: 1\n'),
  yaml('turned on', 'kafka:\n  enabled: true\n  acks: 1\n'),
  yaml('lists and scalars where a map is due', 'kafka:\n  producers: [a, b]\n  consumers: x\n  streams: 3\n  acks: 1\n'),
  yaml('a client without a map', 'kafka:\n  producers:\n    default: x\n    1:\n      acks: "0"\n    a: 3\n'),
  yaml('groups of their own', 'kafka:\n  group.id: all\n  consumers:\n    default:\n      group.id: g\n    orders:\n      group.id: h\n'),
  yaml(
    'listeners',
    'kafka:\n  default-listener-exception-handler:\n    skip-record-on-deserialization-failure: false\n    commitRecordOnDeserializationFailure: true\n',
  ),
  yaml(
    'sections of Micronaut’s own',
    'kafka:\n  health:\n    enabled: false\n  embedded:\n    enabled: false\n    topics: [a]\n  producers-of-mine: 3\n  streamsX.acks: 1\n  acks: 1\n',
  ),
  yaml(
    'streams',
    'kafka:\n  max.poll.records: 5\n  streams:\n    default:\n      num.stream.threads: 2\n    myStream:\n      processing.guarantee: exactly_once_v2\n      producer.acks: 1\n      rack.aware.assignment.non_overlap_cost: 3\n',
  ),
  yaml(
    'streams and the application',
    'micronaut:\n  application:\n    name: demo\nkafka:\n  num.stream.threads: 3\n  streams:\n    other:\n      replication.factor: 3\n',
  ),
  { ...yaml('an environment', 'kafka:\n  acks: 1\n'), path: 'application-dev.yml', circumstances: { environments: 'dev' } },
  { ...yaml('the bootstrap context', 'kafka:\n  acks: 1\n'), path: 'bootstrap.yml' },
  yaml('no Kafka', 'micronaut:\n  application:\n    name: demo\n'),
];

/** Micronaut, by the classes of micronaut-kafka that make the configurations of its clients. */
export const micronautKafka: Comparison = {
  name: 'micronaut',
  cases,
  generate,
  start,
  resolve,
  deliberate: (file, key, _theirs, ours) => {
    if (key === 'refused' && /\$\{[^}:]*\}/.test(file.text)) return 'a placeholder is filled by the environment, which nobody sees here';
    if (key === 'refused') return 'a key without a value, as it is while somebody types: Ackguard judges the others';
    if (key.endsWith(': enable.auto.commit') && ours === undefined)
      return 'the annotation of the listener decides, which is not in the file';
    if (key === 'consumer: group.id') return 'the group of a listener that has no section of its own is in its annotation';
    const [client = '', property = ''] = key.split(': ');
    const role = ([...roles, 'admin'] as const).find(one => client.split(' ')[0] === one);
    if (ours === undefined && /servers|interceptor/.test(property) && /[[-]/.test(file.text))
      return 'a list is one value, which no entry of the file holds';
    const found = role && findProperty(role, property);
    if (found && !existsIn(found, versionOf(version))) return 'a key for all clients that this version does not know yet';
    if (spelledTwice(file, property)) return 'which of two spellings of one key wins is chance in .properties: Java keeps them in no order';
    if (!/^["']?k/m.test(file.text)) return 'where no key at all begins with a small k, Micronaut finds clients in every spelling';
    return undefined;
  },
};

/** Whether lines of `.properties` end in the property in different letters. */
function spelledTwice({ path, text }: Case, property: string): boolean {
  const endings = text.split('\n').map(line => (/^\s*([^=:\s]+)/.exec(line)?.[1] ?? '').slice(-property.length));
  const spellings = new Set(endings.filter(ending => ending.toLowerCase() === property));
  return path.endsWith('.properties') && spellings.size > 1;
}

function resolve({ path, text }: Case): Answer {
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  const document = syntax.parse(text);
  if (isOff(document) || !document.entries.some(mayBeKafka)) return { maps: {} };
  const { defaults, ...clients } = readClients(document, path);
  const reading: Reading = {
    ...clients,
    ...{ carrier: micronaut.id, framework: micronaut.title, openers: [], frameworkDefaults: defaults },
    ...{ kafkaVersion: undefined, facts: new Set(), trust: 'certain' },
  };
  const [file, ...named] = reading.scopes;
  if (!file) throw new Error('There is no scope.');
  const map = (role: Role, scope: Scope): Readonly<Record<string, string>> =>
    known(role, givenTo(clientIn(reading, role, scope, version)), unknowable);
  const maps: Record<string, Readonly<Record<string, string>>> = { admin: map('admin', file), [handler]: handlerIn(reading, file) };
  for (const role of roles.filter(one => one !== 'streams' || hasStreams(text))) {
    const scopes = named.filter(({ name }) => new RegExp(`^${role} [^ ]+$`).test(name));
    maps[role] = map(role, scopes.find(({ name }) => name === `${role} default`) ?? file);
    for (const scope of scopes.filter(({ name }) => name !== `${role} default`)) maps[scope.name] = map(role, scope);
  }
  return { maps };
}

/** Ackguard thinks of streams only where the file speaks of them. */
function hasStreams(text: string): boolean {
  return /kafka[^#]*streams/is.test(text);
}

function handlerIn(reading: Reading, file: Scope): Readonly<Record<string, string>> {
  const config = clientIn(reading, 'consumer', file, version);
  return Object.fromEntries(
    micronautAttributes.map(({ name }) => [name.slice('micronaut:'.length), config.effective(name)?.text ?? ''] as const),
  );
}

const often = [
  ...['acks=1', 'acks=all', 'acks=0', 'retries=3', 'linger.ms=5', 'enable.idempotence=false', 'delivery.timeout.ms=30000'],
  ...['enable.auto.commit=true', 'enable.auto.commit=false', 'auto.offset.reset=latest', 'auto.offset.reset=earliest', 'group.id=g'],
  ...['max.poll.records=50', 'isolation.level=read_committed', 'num.stream.threads=2', 'bootstrap.servers=kafka1:9092'],
];
const names = ['default', 'default', 'payments', 'order-group', 'orderGroup', 'order_group', 'Orders', 'a1B2c', 'x.y', 'v2'];
const placesFor: readonly (readonly [string, readonly Role[]])[] = [
  ['', ['producer', 'consumer', 'admin', 'streams']],
  ['producers', ['producer']],
  ['consumers', ['consumer']],
  ['streams', ['streams']],
];
const spellings: readonly ((key: string) => string)[] = [
  key => key.replaceAll('.', '-'),
  key => key.replaceAll('.', '_'),
  key => key.replace(/\.([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  key => key.toUpperCase(),
  key => key.replace(/^./, letter => letter.toUpperCase()),
];

function generate(next: () => number): Case {
  const random = randomOf(next);
  const written = new Map<string, string>();
  const first = random.chance(0.05) ? 'Kafka' : 'kafka';
  for (let left = 1 + random.below(10); left > 0; left--) {
    const [section, readers] = random.pick(placesFor);
    const [key, value] = settingOf(random, random.pick(readers));
    const spelled = random.chance(0.15) ? random.pick(spellings)(key) : key;
    const client = section === '' ? '' : `${section}.${random.pick(names)}.`;
    written.set(`${first}.${client}${spelled}`, value);
  }
  if (random.chance(0.2)) written.set(`kafka.${handler}.skip-record-on-deserialization-failure`, random.chance(0.5) ? 'true' : 'false');
  if (random.chance(0.02)) written.set('kafka.enabled', 'false');
  const entries = [...written];
  if (random.chance(0.4)) return { path: 'application.properties', text: entries.map(([key, value]) => `${key}=${value}\n`).join('') };
  return { path: random.chance(0.8) ? 'application.yml' : 'application.yaml', text: yamlOf(random, entries) };
}

function settingOf(random: Random, role: Role): readonly [string, string] {
  const [key = '', value = ''] = random.pick(often).split('=');
  if (random.chance(0.5)) return [key, value];
  const kafka = versionOf(version);
  const property = random.pick(propertiesOf(role).filter(one => existsIn(one, kafka) && !['class', 'password', 'list'].includes(one.type)));
  const usual = usualValue(property, kafka, random);
  return [property.name, /^[\w:-]+$/.test(usual) ? usual : 'a'];
}

type Tree = Map<string, Tree | string>;

/** Nested keys as far as they do not meet a value, the rest of the key dotted; some keys in one piece. */
function yamlOf(random: Random, entries: readonly (readonly [string, string])[]): string {
  const root: Tree = new Map();
  for (const [key, value] of entries) {
    const steps = key.split('.');
    const deep = random.chance(0.15)
      ? 0
      : random.chance(0.15)
        ? steps.length - 1
        : Math.min(steps.length - 1, /\.(producers|consumers|streams)\./.test(key) ? 3 : 1);
    let tree = root;
    let done = 0;
    for (; done < deep; done++) {
      const step = steps[done] ?? '';
      const below: Tree | string = tree.get(step) ?? new Map();
      if (typeof below === 'string') break;
      tree.set(step, below);
      tree = below;
    }
    const rest = steps.slice(done).join('.');
    if (!tree.has(rest)) tree.set(rest, random.chance(0.3) ? `"${value}"` : value);
  }
  const linesOf = (tree: Tree, indent: string): readonly string[] =>
    [...tree].flatMap(([key, below]) =>
      typeof below === 'string' ? [`${indent}${key}: ${below}\n`] : [`${indent}${key}:\n`, ...linesOf(below, `${indent}  `)],
    );
  return linesOf(root, '').join('');
}

/** A Micronaut application that answers for one file after the other. */
async function start(): Promise<Framework> {
  // without a folder for temporary files the environment "test" changes nothing of streams
  const application = await startJavaFramework({ name: 'micronaut', main: 'MicronautOracle', flags: ['-Djava.io.tmpdir='] });
  return {
    ask: async file => {
      const answer = await application.ask(file);
      return 'maps' in answer ? { maps: knownTo(answer.maps, file.text) } : answer;
    },
    stop: () => application.stop(),
  };
}

/** The keys that the catalogue knows. */
function knownTo(maps: ClientMaps, text: string): ClientMaps {
  const compared = Object.entries(maps).filter(([client]) => !client.startsWith('streams') || hasStreams(text));
  return Object.fromEntries(
    compared.map(([client, props]) => {
      const role = ([...roles, 'admin'] as const).find(one => client.split(' ')[0] === one);
      return [client, role ? known(role, props, unknowable) : props] as const;
    }),
  );
}
