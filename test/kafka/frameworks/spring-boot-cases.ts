import { isNames } from '../../../server/src/carriers/shared/spring-kafka/convert.js';
import { leaves, type Leaf } from '../../../server/src/carriers/shared/spring-kafka/leaves.js';
import type { Case } from './comparison.js';
import { bootVersions } from './spring-boot-versions.js';

type Circumstances = NonNullable<Case['circumstances']>;

const yaml = (about: string, text: string, circumstances: Circumstances = {}): Case => ({
  path: 'application.yml',
  text,
  about,
  circumstances,
});
const lines = (about: string, text: string, circumstances: Circumstances = {}): Case => ({
  path: 'application.properties',
  text,
  about,
  circumstances,
});
/** The same file for each version. */
const everywhere = (file: Case): readonly Case[] =>
  bootVersions.map(boot => ({
    ...file,
    about: `${file.about ?? ''}, Spring Boot ${boot}`,
    circumstances: { ...file.circumstances, boot },
  }));
const streams = { streams: 'yes' };

/** Texts below a client's key, each a file of its own. */
const values = (about: string, key: string, texts: readonly string[]): readonly Case[] =>
  texts.map(text => yaml(`${about}: ${text}`, `spring.kafka.${key}: ${text}\n`));

const ordinary = `spring:
  application:
    name: orders
  kafka:
    bootstrap-servers: kafka1:9092,kafka2:9092
    client-id: orders
    properties:
      request.timeout.ms: 20000
      security.protocol: SASL_SSL
    producer:
      acks: all
      retries: 10
      batch-size: 64KB
      buffer-memory: 64MB
      compression-type: lz4
      key-serializer: org.apache.kafka.common.serialization.StringSerializer
      value-serializer: org.apache.kafka.common.serialization.ByteArraySerializer
      properties:
        enable.idempotence: true
        linger.ms: 20
        max.in.flight.requests.per.connection: 5
        "[delivery.timeout.ms]": 180000
    consumer:
      group-id: orders
      auto-offset-reset: earliest
      enable-auto-commit: false
      isolation-level: read-committed
      max-poll-records: 100
      fetch-max-wait: 500ms
      fetch-min-size: 1KB
      heartbeat-interval: 3s
      properties:
        session.timeout.ms: 45000
        spring.json.trusted.packages: com.example
    listener:
      ack-mode: manual-immediate
      concurrency: 3
      missing-topics-fatal: true
      poll-timeout: 3s
      idle-event-interval: 30s
    template:
      default-topic: orders
    admin:
      fail-fast: true
      properties:
        retries: 5
`;

const profiles = `spring.kafka:
  producer: {acks: "1", retries: 3}
  consumer.group-id: orders
---
spring.config.activate.on-profile: eu
spring.kafka.producer.acks: all
spring.kafka.listener.ack-mode: record
---
spring.config.activate.on-profile: "us | asia"
spring.kafka:
  producer:
    acks: -1
    properties.linger.ms: 50
---
spring.kafka.producer.retries: 7
`;

const ofStreams = `spring:
  application:
    name: orders
  kafka:
    bootstrap-servers: kafka1:9092
    properties:
      acks: 1
      num.stream.threads: 2
    streams:
      replication-factor: 3
      state-dir: /data/streams
      client-id: streams
      cleanup:
        on-startup: true
      properties:
        processing.guarantee: at_least_once
        producer.acks: all
        consumer:
          auto.offset.reset: latest
        main.consumer.max.poll.records: 5
        enable.auto.commit: true
        default.deserialization.exception.handler: org.apache.kafka.streams.errors.LogAndContinueExceptionHandler
---
spring.config.activate.on-profile: eu
spring.kafka.streams.properties.processing.guarantee: exactly_once_v2
---
spring.config.activate.on-profile: us
spring.kafka.streams:
  application-id: orders-us
  properties[producer.linger.ms]: 7
`;

const exactlyOnce = `spring.kafka.streams:
  application-id: orders
  properties.processing.guarantee: exactly_once_v2
---
spring.config.activate.on-profile: test
spring.kafka.streams.properties.processing.guarantee: at_least_once
`;

/** A value that a leaf takes. */
function valueFor({ type, property }: Leaf): string {
  const serializer = /(Des|S)erializer$/.exec(property.replace(/\.(.)/, (_, first: string) => first.toUpperCase()))?.[0];
  if (serializer !== undefined) return `org.apache.kafka.common.serialization.Long${serializer}`;
  const words: Readonly<Record<string, string>> = {
    'auto.offset.reset': 'none',
    'compression.type': 'zstd',
    'enable.auto.commit': 'false',
    'security.protocol': 'SSL',
  };
  if (isNames(type)) return type.at(-1) ?? '';
  if (typeof type === 'object') return '8';
  return words[property] ?? { boolean: 'true', whole: '3', decimal: '1.5', list: 'a:1, b:2', text: 'all', resource: 'x' }[type];
}

/** Every leaf of Spring Boot that is no file and no secret. */
const everyLeaf = leaves
  .filter(({ type, path }) => type !== 'resource' && !path.includes('ssl'))
  .map(leaf => `spring.kafka.${leaf.path.join('.')}=${leaf.path.at(-1) === 'type' ? 'single' : valueFor(leaf)}\n`)
  .join('');

/** Files that show one thing each. */
export const cases: readonly Case[] = [
  ...everywhere(yaml('an ordinary application', ordinary)),
  ...everywhere(lines('every leaf', everyLeaf, streams)),
  yaml('nothing of Kafka', 'server.port: 8080\n'),
  yaml('an empty file', ''),
  ...[{}, { profiles: 'eu', scope: 'profile eu' }, { profiles: 'asia', scope: 'profile us | asia' }, { profiles: 'other' }].map(
    circumstances => yaml(`documents with profiles: ${circumstances.profiles ?? 'none'}`, profiles, circumstances),
  ),
  ...[{}, { profiles: 'eu', scope: 'profile eu' }, { profiles: 'us', scope: 'profile us' }].map(circumstances =>
    yaml(`Streams in profiles: ${circumstances.profiles ?? 'none'}`, ofStreams, { ...streams, ...circumstances }),
  ),
  yaml('Streams exactly once', exactlyOnce, streams),
  yaml('Streams at least once in a profile of tests', exactlyOnce, { ...streams, profiles: 'test', scope: 'profile test' }),
  ...everywhere(
    yaml('Streams with the name of the application', 'spring.application.name: orders\nspring.kafka.streams.state-dir: /data\n', streams),
  ),
  {
    ...yaml(
      'a file of a profile, with documents',
      'spring.kafka.producer.acks: 1\n---\nspring.config.activate.on-profile: us\nspring.kafka.producer.acks: all\n',
    ),
    path: 'application-eu.yml',
    circumstances: { profiles: 'eu,us', scope: 'profile us' },
  },
  { ...lines('the bootstrap file', 'spring.kafka.producer.acks=1\n'), path: 'bootstrap.properties' },
  yaml(
    'a document for a cloud platform',
    'spring.kafka.producer.acks: 1\n---\nspring.config.activate.on-cloud-platform: kubernetes\nspring.kafka.producer.acks: all\n',
  ),
  yaml('documents without a condition', 'spring.kafka.producer:\n  acks: 1\n  properties.acks: 0\n---\nspring.kafka.producer.acks: all\n'),
  lines(
    'documents of a properties file',
    'spring.kafka.producer.acks=1\n#---\nspring.config.activate.on-profile=eu\nspring.kafka.producer.acks=0\n!---\nspring.kafka.producer.retries=3\n',
    { profiles: 'eu', scope: 'profile eu' },
  ),

  yaml(
    'a map over a leaf over what is for all',
    'spring.kafka:\n  client-id: a\n  properties.client.id: b\n  producer:\n    client-id: c\n    properties.client.id: d\n  consumer.client-id: e\n',
  ),
  yaml(
    'a leaf under what is for all',
    'spring.kafka:\n  properties: {group.id: a, max.poll.records: 5}\n  consumer: {max-poll-records: 7}\n',
  ),
  yaml(
    'what Spring Boot always writes',
    'spring.kafka.properties:\n  isolation.level: read_committed\n  key.serializer: org.apache.kafka.common.serialization.LongSerializer\n  value.deserializer: org.apache.kafka.common.serialization.LongDeserializer\n',
  ),
  yaml('transactions', 'spring.kafka.producer.transaction-id-prefix: orders-\nspring.kafka.template.transaction-id-prefix: other-\n'),
  yaml(
    'a transactional id',
    'spring.kafka.producer.properties.transactional.id: orders\nspring.kafka.producer.properties.enable.idempotence: true\n',
  ),
  yaml('transactions and a weak acknowledgement', 'spring.kafka.producer:\n  transaction-id-prefix: orders-\n  acks: 1\n'),
  ...everywhere(
    yaml(
      'automatic commits and acknowledging by hand',
      'spring.kafka:\n  consumer.enable-auto-commit: true\n  listener.ack-mode: manual\n',
    ),
  ),
  ...everywhere(
    yaml(
      'automatic commits and asynchronous acknowledgements',
      'spring.kafka:\n  consumer.enable-auto-commit: true\n  listener: {async-acks: true, ack-mode: batch}\n',
    ),
  ),
  yaml('automatic commits in a map', 'spring.kafka:\n  consumer.properties.enable.auto.commit: true\n  listener.ack-mode: record\n'),
  ...everywhere(yaml('batches and single acknowledgements', 'spring.kafka.listener:\n  type: batch\n  ack-mode: record\n')),
  yaml('batches and asynchronous acknowledgements', 'spring.kafka.listener:\n  type: batch\n  ack-mode: record\n  async-acks: true\n'),
  yaml(
    'servers of all and of one',
    'spring.kafka:\n  bootstrap-servers: a:1, b:2\n  producer.bootstrap-servers: [c:3, d:4]\n  consumer:\n    bootstrap-servers:\n      - e:5\n',
  ),
  yaml('servers in a map', 'spring.kafka:\n  properties.bootstrap.servers: a:1\n'),
  lines('a list by its numbers', 'spring.kafka.bootstrap-servers[0]=a:1\nspring.kafka.bootstrap-servers[1]=b:2\n'),

  yaml(
    'names in all cases',
    'spring:\n  kafka:\n    producer: {clientId: a, compression_type: lz4, BATCH-SIZE: 5}\n    CONSUMER: {groupid: g, "max poll records": 7, enableAutoCommit: true}\n',
  ),
  yaml('capitals from the beginning', 'SPRING:\n  Kafka:\n    Producer:\n      Acks: 1\n'),
  yaml(
    'the canonical spelling, first and last',
    'spring.kafka.producer:\n  client-id: a\n  clientId: b\nspring.kafka.consumer:\n  groupId: c\n  group-id: d\n',
  ),
  lines(
    'spellings of which none is canonical',
    'spring.kafka.consumer.enableAutoCommit=true\nspring.kafka.consumer.enable_auto_commit=false\nspring.kafka.producer.CLIENT_ID=a\nspring.kafka.producer.clientId=b\nspring.kafka.Producer.batch-size=5\nspring.kafka.producer.batchSize=6\n',
  ),
  yaml(
    'keys in brackets',
    'spring:\n  kafka:\n    producer:\n      "properties[acks]": 1\n      properties:\n        "[linger.ms]": 5\n    "[consumer]":\n      group-id: g\n',
  ),
  yaml(
    'one key of a map in several spellings',
    'spring.kafka.producer:\n  properties:\n    "[acks]": 0\n    acks: 1\n    linger.ms: 5\n    linger: {ms: 6}\n  PROPERTIES.retries: 1\n  properties.retries: 2\n',
  ),
  yaml(
    'nesting at every dot',
    'spring:\n  kafka:\n    consumer:\n      properties:\n        session:\n          timeout:\n            ms: 30000\n        max.partition:\n          fetch.bytes: 5\n',
  ),
  yaml('signs that a map does not keep', 'spring.kafka.producer.properties:\n  "linger_ms": 5\n  "acks/": 1\n  "Retries": 3\n'),
  yaml(
    'lists and maps where a text is due',
    'spring.kafka:\n  producer:\n    acks: [all]\n    client-id: {a: b}\n    properties:\n      interceptor.classes: [a.B]\n  consumer.group-id: g\n',
  ),
  yaml(
    'keys in the wrong place',
    'spring.kafka:\n  acks: 1\n  producer: {enable-idempotence: false, group-id: x, client.id: y, linger.ms: 5}\n  consumer: {session-timeout-ms: 3, ack-mode: manual}\n  listener: {max-poll-records: 5}\n  streams: {num-stream-threads: 2}\n',
  ),
  yaml(
    'sections of the application’s own',
    'spring.kafka:\n  topic: orders\n  topics.orders: {name: orders, partitions: 3}\n  consumer.topic: orders\n',
  ),

  yaml('a key of the same file', 'app.acks: all\nspring.kafka.producer.acks: ${app.acks:1}\n'),
  yaml('a key of the same file by its canonical name', 'app.kafkaAcks: all\nspring.kafka.producer.acks: ${app.kafka-acks:1}\n'),
  yaml('a key that is written otherwise', 'app.kafka-acks: all\nspring.kafka.producer.acks: ${app.kafkaAcks:1}\n'),
  yaml(
    'keys that name others',
    'a: ${b}\nb: ${c:all}\nspring.kafka.producer.acks: ${x:${a}}\nspring.kafka.producer.retries: ${y:1${z:2}}\n',
  ),
  yaml('a key whose name is in another', 'name: level\nlevel: all\nspring.kafka.producer.acks: ${${name}}\n'),
  yaml('an item of a list of the same file', 'app:\n  levels: [0, all]\nspring.kafka.producer.acks: ${app.levels[1]:1}\n'),
  yaml('a key of the same profile', 'spring.config.activate.on-profile: eu\napp.acks: all\nspring.kafka.producer.acks: ${app.acks:1}\n', {
    profiles: 'eu',
    scope: 'profile eu',
  }),
  yaml('a key of a profile', 'spring.kafka.producer.acks: ${app.acks:1}\n---\nspring.config.activate.on-profile: eu\napp.acks: all\n'),
  yaml('a placeholder without a default', 'spring.kafka.producer.client-id: ${NOBODY_SETS_THIS}\n'),

  yaml('the same key twice', 'spring.kafka.producer:\n  acks: 1\n  acks: all\n'),
  yaml('the same key twice, of another’s', 'server: {port: 1, port: 2}\nspring.kafka.producer.acks: all\n'),
  yaml('a dotted and a nested key', 'spring.kafka.producer.acks: 1\nspring:\n  kafka:\n    producer:\n      acks: all\n'),
  lines('the same key twice in a properties file', 'spring.kafka.producer.acks=1\nspring.kafka.producer.acks=all\n'),
  lines('a malformed escape', 'spring.kafka.producer.acks=\\u00zz\n'),
  yaml('no YAML', 'spring: {kafka: [}\n'),
  yaml('a key of Spring Boot 1 and 2', 'spring.profiles: eu\nspring.kafka.producer.acks: 0\n'),
  yaml('a section without keys', 'spring:\n  kafka:\n    consumer:\n    producer:\n      acks: all\n'),
  yaml(
    'half-typed keys',
    'spring.kafka:\n  producer:\n    retries:\n    compression-type: ~\n  listener:\n    concurrency:\n    ack-mode:\n',
  ),

  ...values('a boolean', 'consumer.enable-auto-commit', ['yes', 'off', '"1"', '"no"', '1', '0', 'y', '1.5', '${X:1}']),
  ...values('a primitive boolean', 'listener.missing-topics-fatal', ['on', '"0"', '1', 'maybe']),
  ...values('a whole number', 'consumer.max-poll-records', [
    '012',
    '"012"',
    '0x1F4',
    '"#10"',
    '1_000',
    '"1_000"',
    '5.7',
    '"5.7"',
    '" 7 "',
    '"5 0"',
    '1e2',
    '5000000000',
    'yes',
    '190:20',
    '.inf',
  ]),
  ...values('a length of time', 'consumer.heartbeat-interval', [
    '5',
    '5s',
    '"5 s"',
    'PT5S',
    '5.0',
    '2M',
    '-5s',
    '100us',
    '5000000s',
    '1w',
    'yes',
    '1d',
    '0x10',
    '+7s',
  ]),
  ...values('a length of time in seconds', 'listener.monitor-interval', ['5', '2m', '1500ms', '5ms']),
  ...values('a size', 'producer.batch-size', ['16KB', '16kb', '1 MB', '5GB', '1TB', '1.5MB', '16K', '0x10', '-1']),
  ...values('a large size', 'producer.buffer-memory', ['5GB', '8TB']),
  ...values('a level', 'consumer.isolation-level', [
    'READ_COMMITTED',
    'readCommitted',
    '"read committed"',
    '1',
    '0',
    '2',
    '"1"',
    'committed',
    'yes',
  ]),
  ...values('a mode', 'listener.ack-mode', ['MANUAL_IMMEDIATE', 'countTime', '4', '7', 'never', 'no']),
  ...values('a number with a point', 'listener.no-poll-threshold', ['3', '2.5', '"4"', 'x']),
  ...values('a number that is too small', 'listener', ['{concurrency: 0}', '{ack-count: 0}', '{ack-time: 0s}', '{monitor-interval: 0}']),
];
