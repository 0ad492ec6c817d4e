import { versionOf } from '../../../server/src/analysis/options.js';
import { camel } from '../../../server/src/carriers/camel/camel.js';
import { camelRoles, optionOf, type CamelRole } from '../../../server/src/carriers/camel/options.js';
import { existsIn, findProperty, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { randomOf, type Random } from '../differential/random.js';
import { usualValue } from '../differential/values.js';
import type { Answer, Case, Comparison } from './comparison.js';
import { startJavaFramework } from './java-framework.js';
import { clientIn, givenTo, known, readingOf } from './resolved.js';

/** Of the clients of Camel 4.14.0. */
const version = '3.9.1';
const key = 'camel.component.kafka.';

const file = (about: string, ...lines: readonly string[]): Case => ({
  path: 'application.properties',
  text: ['brokers=kafka1:9092', ...lines].map(line => (line.startsWith('!') ? `${line.slice(1)}\n` : `${key}${line}\n`)).join(''),
  about,
});

const cases: readonly Case[] = [
  file('nothing but the brokers'),
  file('what a producer waits for', 'request-required-acks=1', 'retries=0', 'enable-idempotence=false', 'max-in-flight-request=10'),
  file('the same in camel case', 'requestRequiredAcks=1', 'enableIdempotence=false', 'maxInFlightRequest=10'),
  file(
    'a group and brokers as they are',
    'additional-properties[group.id]=g',
    'additional-properties[bootstrap.servers]=a:1',
    'additional-properties[group.instance.id]=i',
  ),
  file('in capitals and with lost ones', 'REQUEST-REQUIRED-ACKS=1', 'lingerms=7', 'maxPOLLrecords=8', 'Auto-Offset-Reset=earliest'),
  file(
    'where a consumer starts and commits',
    'auto-offset-reset=latest',
    'auto-commit-enable=false',
    'group-id=orders',
    'isolation-level=read_committed',
  ),
  file(
    'options that have another name',
    'producer-batch-size=1',
    'buffer-memory-size=40000000',
    'compression-codec=lz4',
    'fetch-wait-max-ms=9',
  ),
  file('a time of two names', 'request-timeout-ms=7000', 'consumer-request-timeout-ms=8000'),
  file(
    'options of both clients',
    'client-id=c',
    'connection-max-idle-ms=7',
    'no-of-metrics-sample=3',
    'metric-reporters=a.B',
    'interceptor-classes=a.B',
  ),
  file('classes', 'partitioner=a.B', 'partition-assignor=a.B', 'key-serializer=a.B', 'value-deserializer=a.B'),
  file('a member that stays', 'group-id=g', 'group-instance-id=i'),
  file('inside of configuration', 'configuration.request-required-acks=0', 'configuration.maxPollRecords=5'),
  file('beside configuration and inside', 'configuration.linger-ms=6', 'linger-ms=5'),
  file('inside of configuration and beside', 'linger-ms=5', 'configuration.lingerMs=6'),
  file('the same option twice', 'linger-ms=5', 'lingerMs=6'),
  file('the same option twice the other way', 'lingerMs=6', 'linger-ms=5'),
  file('keys as they are', 'additional-properties[max.block.ms]=1', 'additionalProperties[acks]=1', 'additional-properties.retries=3'),
  file('a key as it is and an option', 'additional-properties[acks]=1', 'request-required-acks=0'),
  file('a key as it is inside of configuration', 'configuration.additional-properties[linger.ms]=1', 'configuration.linger-ms=2'),
  file(
    'a key as it is that only one client knows',
    'additional-properties[enable.auto.commit]=false',
    'additional-properties[allow.auto.create.topics]=false',
  ),
  file('batches', 'batching=true', 'auto-commit-enable=true'),
  file('batches and a key as it is', 'batching=TRUE', 'additional-properties[enable.auto.commit]=true'),
  file('no batches', 'batching=false', 'auto-commit-enable=true'),
  file('commits by hand', 'allow-manual-commit=true', 'auto-commit-enable=false', 'break-on-first-error=true'),
  file('options that reach no client', 'poll-timeout-ms=5', 'consumers-count=3', 'seek-to=BEGINNING', 'record-metadata=false'),
  file('a transaction', 'transactional-id=t', 'delivery-timeout-ms=30000'),
  file('lengths of time', 'session-timeout-ms=50s', 'delivery-timeout-ms=1m30s', 'heartbeat-interval-ms=2s'),
  file('what Camel takes for nothing', 'max-poll-records=50_0', 'buffer-memory-size=32MB', 'fetch-min-bytes=+5'),
  file('words in capitals', 'request-required-acks=ALL', 'auto-offset-reset=LATEST', 'auto-commit-enable=FALSE'),
  file('words that Kafka does not know', 'request-required-acks=most', 'isolation-level=committed'),
  file(
    'placeholders with a default',
    'request-required-acks={{acks.of.nobody:1}}',
    'linger-ms={{LINGER_OF_NOBODY:7}}',
    'retries={{env:NOBODY:3}}',
  ),
  file('a placeholder in another', 'request-required-acks={{acks.of.nobody:{{acks.of.all:0}}}}'),
  file('a placeholder for a part', 'group-id=orders-{{stage.of.nobody:dev}}'),
  file('a placeholder that the file fills', '!acks.of.orders=1', 'request-required-acks={{acks.of.orders}}'),
  file('a placeholder that nobody needs', 'request-required-acks={{?ACKS_OF_NOBODY}}'),
  file('a placeholder of the system', 'linger-ms={{sys:linger.of.nobody:7}}'),
  file('a placeholder without a default', 'linger-ms={{linger.of.nobody}}'),
  file('blanks', 'linger-ms = 5 ', 'auto-offset-reset:earliest'),
  file('another component', '!camel.component.kafka2.linger-ms=5', '!camel.component.seda.concurrent-consumers=3'),
  file('another first word', '!Camel.component.kafka.linger-ms=5', '!kafka.linger-ms=5', '!linger-ms=5'),
  file('Kafka’s name of a key', 'linger.ms=5'),
  file('an option of nobody', 'acks=1'),
  file('snake case', 'linger_ms=5'),
  file('a half-typed option', 'linger-ms='),
  file('a word for a number', 'retries=three'),
  file('a word for a truth', 'auto-commit-enable=yes'),
  file('turned on', 'enabled=true', 'linger-ms=5'),
];

/** Camel Main, by the endpoint of a route whose address says nothing else. */
export const camelComponent: Comparison = {
  name: 'camel',
  cases,
  generate,
  start: async () => {
    const application = await startJavaFramework({ name: 'camel', main: 'CamelOracle' });
    return {
      ask: async asked => {
        const answer = await application.ask(asked);
        return 'maps' in answer ? { maps: mapsOf(role => asWritten(answer.maps[role] ?? {})) } : answer;
      },
      stop: () => application.stop(),
    };
  },
  resolve: asked => {
    const reading = readingOf(camel, asked);
    const [scope] = reading.scopes;
    if (!scope) throw new Error('There is no scope.');
    return { maps: mapsOf(role => givenTo(clientIn(reading, role, scope, version))) };
  },
  deliberate: (asked, found, theirs, ours) => {
    if (found === 'refused') return 'an option or a value that Camel does not know stops the application: Ackguard judges the others';
    const [role = '', property = ''] = found.split(': ');
    const unsaid: Readonly<Record<string, string>> = {
      'producer: acks': 'all',
      'producer: enable.idempotence': 'true',
      'consumer: enable.auto.commit': 'true',
      'consumer: auto.offset.reset': 'latest',
    };
    if (ours === undefined && unsaid[found] === theirs) return 'a default that addresses of routes change so often that nobody knows it';
    if (/^(ssl|sasl)\./.test(property) || found === 'consumer: send.buffer.bytes')
      return 'what belongs to encrypted connections, by no rule looked at';
    if (ours === undefined && /^\d*[a-z]|^0$|^\d+$/.test(theirs ?? '') && hasOddNumber(asked, role, property))
      return 'a number that is none is a length of time to Camel, or 0: nobody writes it on purpose';
    const known = findProperty(role === 'producer' ? 'producer' : 'consumer', property);
    if (known && ours === undefined && !existsIn(known, versionOf(version))) return 'a key as it is that this client does not know yet';
    if (ours === undefined && asked.text.includes('{{acks.of.orders}}'))
      return 'a placeholder is filled by another key, which may be in another file';
    if (isOddlyRepeated(asked, property))
      return 'an option in several spellings: the order is not that of the file if one is in other letters, or comes again';
    return undefined;
  },
};

function isOddlyRepeated({ text }: Case, property: string): boolean {
  const names = camelRoles.flatMap(role => optionOf(property, role, false) ?? []);
  const written = names.flatMap(name => text.match(new RegExp(`\\b${name.replaceAll('-', '-?')}(?==)`, 'gi')) ?? []);
  const spellings = new Set(written);
  return spellings.size > 1 && (written.length > spellings.size || written.some(one => !/^[a-z]+((-[a-z]+)+|([A-Z][a-z]+)+)$/.test(one)));
}

function mapsOf(propsOf: (role: CamelRole) => Readonly<Record<string, string>>): Extract<Answer, { maps: unknown }>['maps'] {
  return Object.fromEntries(camelRoles.map(role => [role, known(role, propsOf(role), new Set())]));
}

/** Camel hands a default of its own over as a class, and makes a group up for each start. */
function asWritten(props: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = Object.entries(props).filter(
    ([name, value]) => name !== 'group.id' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  );
  return Object.fromEntries(named.map(([name, value]) => [name, value.replace(/^class /, '')]));
}

function hasOddNumber({ text }: Case, role: string, property: string): boolean {
  const option = optionOf(property, role === 'producer' ? 'producer' : 'consumer', false) ?? property;
  return new RegExp(`${option}[\\]]?=(?!-?\\d+$)[-+]?\\d`, 'im').test(text.replace(/([a-z])([A-Z])/g, '$1-$2'));
}

const often: readonly (readonly [CamelRole, string, string])[] = [
  ['producer', 'acks', '1'],
  ['producer', 'acks', 'all'],
  ['producer', 'acks', '0'],
  ['producer', 'enable.idempotence', 'false'],
  ['producer', 'retries', '0'],
  ['producer', 'max.in.flight.requests.per.connection', '1'],
  ['producer', 'request.timeout.ms', '20000'],
  ['consumer', 'request.timeout.ms', '20000'],
  ['consumer', 'enable.auto.commit', 'false'],
  ['consumer', 'enable.auto.commit', 'true'],
  ['consumer', 'auto.offset.reset', 'earliest'],
  ['consumer', 'auto.offset.reset', 'none'],
  ['consumer', 'group.id', 'orders'],
  ['consumer', 'isolation.level', 'read_committed'],
  ['consumer', 'max.poll.records', '50'],
];
const others = [
  'batching=true',
  'batching=false',
  'configuration.batching=true',
  'consumers-count=3',
  'topic-is-pattern=true',
  'allow-manual-commit=true',
];

function generate(next: () => number): Case {
  const random = randomOf(next);
  const lines = Array.from({ length: 1 + random.below(10) }, () => (random.chance(0.1) ? random.pick(others) : lineOf(random)));
  return { path: random.chance(0.8) ? 'application.properties' : 'application-prod.properties', text: file('', ...lines).text };
}

function lineOf(random: Random): string {
  const [role, property, value] = random.chance(0.5) ? random.pick(often) : anySetting(random);
  const written = random.chance(0.12) ? `{{${random.pick(['some.key', 'SOME_KEY', 'env:SOME_KEY', 'sys:some.key'])}:${value}}}` : value;
  const inside = random.chance(0.15) ? 'configuration.' : '';
  const option = optionOf(property, role, random.chance(0.4));
  if (option === undefined || random.chance(0.1)) {
    const name = random.chance(0.7) ? 'additional-properties' : 'additionalProperties';
    return `${inside}${name}${/^\w+$/.test(property) && random.chance(0.5) ? `.${property}` : `[${property}]`}=${written}`;
  }
  return `${inside}${random.chance(0.05) ? option.toUpperCase() : option}=${written}`;
}

function anySetting(random: Random): readonly [CamelRole, string, string] {
  const role = random.pick(camelRoles);
  const kafka = versionOf(version);
  const plain = propertiesOf(role).filter(
    one => existsIn(one, kafka) && !['class', 'password'].includes(one.type) && !/^(ssl|sasl)\./.test(one.name),
  );
  const property = random.pick(plain);
  const usual = usualValue(property, kafka, random);
  return [role, property.name, /^[\w:.-]+$/.test(usual) ? usual : 'a'];
}
