import type { Case } from './comparison.js';
import { clients, type Client } from './librdkafka-files.js';

/** Two keys of librdkafka alone, so that the file is known; no broker is there. */
const head = 'metadata.broker.list=127.0.0.1:1\nsocket.keepalive.enable=true\n';

/** Lines of keys, as a program reads them one by one. */
export const one = (client: Client, about: string, ...lines: readonly string[]): Case => ({
  path: `config/librdkafka-${client}.properties`,
  text: `${head}${lines.join('\n')}\n`,
  about,
  circumstances: { client },
});

export const inJson = (client: Client, about: string, content: object): Case => ({
  path: 'config/kafka.json',
  text: `${JSON.stringify(content, undefined, 2)}\n`,
  about,
  circumstances: { client },
});
export const inYaml = (client: Client, about: string, ...lines: readonly string[]): Case => ({
  path: 'config/kafka.yaml',
  text: `${lines.join('\n')}\n`,
  about,
  circumstances: { client },
});
/** A section that .NET binds to a class. */
export const forDotnet = (client: Client, about: string, content: object): Case => ({
  ...inJson(client, about, content),
  path: 'appsettings.json',
});
export const BootstrapServers = '127.0.0.1:1';
export const brokers = { 'metadata.broker.list': '127.0.0.1:1', 'socket.keepalive.enable': true };

/** Files made by hand. */
export const cases: readonly Case[] = [
  ...clients.map(client => one(client, 'nothing but an address')),
  one(
    'producer',
    'its own names',
    'request.required.acks=1',
    'message.send.max.retries=3',
    'message.timeout.ms=0',
    'queue.buffering.max.ms=7',
  ),
  one('producer', 'Java’s names', 'acks=1', 'retries=3', 'delivery.timeout.ms=0', 'linger.ms=0.5', 'compression.type=LZ4'),
  one('producer', 'words for all replicas', 'acks=All'),
  one('producer', 'numbers in the ways of C', 'acks=0x1', 'retries=010', 'message.max.bytes=5000 bytes', 'linger.ms=.5e1x'),
  one('producer', 'a number that is cut to 32 bits', 'retries=4294967300'),
  one('producer', 'an idempotent producer', 'enable.idempotence=T'),
  one('producer', 'an idempotent producer with too few confirmations', 'enable.idempotence=true', 'acks=1'),
  one('producer', 'an idempotent producer that does not retry', 'enable.idempotence=true', 'retries=0'),
  one('producer', 'an idempotent producer with much in flight', 'max.in.flight=6', 'enable.idempotence=true'),
  one('producer', 'a transactional producer', 'transactional.id=t', 'transaction.timeout.ms=30000'),
  one('producer', 'a transactional producer without idempotence', 'transactional.id=t', 'enable.idempotence=false'),
  one('producer', 'a transactional id that is empty', 'transactional.id=', 'enable.idempotence=false'),
  one('producer', 'a transaction that ends before its records', 'transactional.id=t', 'message.timeout.ms=60001'),
  one('producer', 'records that expire while they wait', 'message.timeout.ms=10', 'linger.ms=10'),
  one('producer', 'a wait that is shortened', 'message.timeout.ms=3'),
  one('producer', 'no gaps without idempotence', 'enable.gapless.guarantee=true'),
  one('producer', 'a key of the other client', 'group.id=g', 'auto.offset.reset=nonsense'),
  one('producer', 'a key of Java', 'buffer.memory=33554432'),
  one('producer', 'the same key under two names', 'acks=1', 'request.required.acks=all'),
  one('producer', 'an empty value', 'retries='),
  one('consumer', 'where to start', 'auto.offset.reset=END', 'group.id=g', 'enable.auto.offset.store=f'),
  one('consumer', 'where Java would start', 'auto.offset.reset=none'),
  one('consumer', 'a session longer than the work', 'group.id=g', 'session.timeout.ms=400000'),
  one('consumer', 'a session in the newer protocol', 'group.id=g', 'group.protocol=consumer', 'session.timeout.ms=40000'),
  one('consumer', 'the newer protocol', 'group.id=g', 'group.protocol=Consumer', 'max.poll.interval.ms=1000'),
  one('consumer', 'fetches that hold no message', 'fetch.max.bytes=999999'),
  one('consumer', 'answers that hold no fetch', 'receive.message.max.bytes=1000000'),
  one('consumer', 'a small queue', 'queued.max.messages.kbytes=100', 'message.max.bytes=200000'),
  one('consumer', 'strategies', 'group.id=g', 'partition.assignment.strategy=range, cooperative-sticky'),
  one('consumer', 'an unknown strategy', 'group.id=g', 'partition.assignment.strategy=sticky'),
  one('consumer', 'Azure', 'bootstrap.servers=a.servicebus.azure.example:1', 'topic.metadata.refresh.interval.ms=-1'),
  {
    path: 'config/getting-started.properties',
    text: '[default]\nbootstrap.servers=127.0.0.1:1\n[consumer]\ngroup.id=g\nauto.offset.reset=earliest\n',
    about: 'the sections of the examples in Python',
    circumstances: { client: 'consumer' },
  },
  {
    path: 'fluent-bit.properties',
    text: '[OUTPUT]\n    Name kafka\n    rdkafka.bootstrap.servers 127.0.0.1:1\n    rdkafka.request.required.acks 0\n    rdkafka.log.connection.close false\n',
    about: 'the prefix of Fluent Bit',
    circumstances: { client: 'producer' },
  },
  {
    path: 'fluent-bit.conf',
    text: '[OUTPUT]\n    Name kafka\n    rdkafka.bootstrap.servers 127.0.0.1:1\n    rdkafka.queue.buffering.max.ms 7\n    rdkafka.retries 0\n',
    about: 'the file of Fluent Bit',
    circumstances: { client: 'producer' },
  },
  inJson('producer', 'Node, its own names', { kafka: { ...brokers, 'request.required.acks': 0, 'message.send.max.retries': '3' } }),
  inJson('producer', 'Node, numbers and booleans without quotes', { ...brokers, acks: -1, 'enable.idempotence': true, 'linger.ms': 0.5 }),
  inJson('consumer', 'Node, a map for the topic', {
    kafka: { consumer: { ...brokers, 'group.id': 'g', topic: { 'auto.offset.reset': 'end' } } },
  }),
  inJson('consumer', 'what holds for all around', {
    kafka: { ...brokers, 'client.id': 'app', consumer: { 'group.id': 'g', 'client.id': 'own' } },
  }),
  inJson('producer', 'keys in several maps', { producer: { ...brokers, queue: { buffering: { max: { messages: 5 } } }, retries: 1 } }),
  inJson('producer', 'a value that is refused', { ...brokers, acks: 'some' }),
  inYaml('producer', 'YAML', 'kafka:', '  metadata.broker.list: 127.0.0.1:1', '  message.timeout.ms: 5000', '  compression.codec: ZSTD'),
  inYaml(
    'consumer',
    'YAML, nested',
    'kafka:',
    '  consumer:',
    '    bootstrap.servers: "127.0.0.1:1"',
    '    enable: {auto: {offset: {store: false}}}',
  ),
  forDotnet('producer', '.NET, names of enumerations', {
    Kafka: { Producer: { BootstrapServers, Acks: 'Leader', CompressionType: 'Lz4', Partitioner: 'Murmur2Random', LingerMs: 7 } },
  }),
  forDotnet('producer', '.NET, its names for what has several', {
    Kafka: { Producer: { BootstrapServers, MaxInFlight: 3, MessageSendMaxRetries: 2, MessageTimeoutMs: 0, EnableIdempotence: true } },
  }),
  forDotnet('producer', '.NET, what its classes do not have', {
    Kafka: { Producer: { BootstrapServers, Retries: 1, DeliveryTimeoutMs: 5, GroupId: 'g', Topic: 'orders', Acks: 'all' } },
  }),
  forDotnet('producer', '.NET, what librdkafka does not get', {
    Kafka: { Producer: { BootstrapServers, EnableDeliveryReports: false, DeliveryReportFields: 'none', Acks: 'None' } },
  }),
  forDotnet('producer', '.NET, an idempotent producer with too few confirmations', {
    Kafka: { Producer: { BootstrapServers, Acks: 1, EnableIdempotence: true } },
  }),
  forDotnet('consumer', '.NET, numbers for names', {
    Kafka: { Consumer: { BootstrapServers, AutoOffsetReset: 0, IsolationLevel: 0, GroupId: 'g' } },
  }),
  forDotnet('consumer', '.NET, names in other cases and text for numbers', {
    Kafka: { Consumer: { BootstrapServers, AutoOffsetReset: 'error', IsolationLevel: 'readUncommitted', SessionTimeoutMs: '30000' } },
  }),
  forDotnet('consumer', '.NET, what holds for all around', {
    Kafka: { BootstrapServers, ClientId: 'app', Consumer: { GroupId: 'g', EnableAutoCommit: false } },
  }),
  forDotnet('consumer', '.NET, a strategy', {
    Kafka: { Consumer: { BootstrapServers, GroupId: 'g', PartitionAssignmentStrategy: 'RoundRobin' } },
  }),
  forDotnet('consumer', '.NET, fetches that hold no message', { Kafka: { Consumer: { BootstrapServers, FetchMaxBytes: 999999 } } }),
];
