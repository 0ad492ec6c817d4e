import { envFile } from '../../../server/src/embedded/environment/env-file.js';
import { streamNames } from '../../../server/src/embedded/environment/spring-cloud-stream.js';
import { env } from '../../../server/src/syntax/env.js';
import { textOf } from '../../../server/src/syntax/key-text.js';
import { syntaxOf } from '../../../server/src/syntax/registry.js';
import { randomOf } from '../differential/random.js';
import type { Case, Comparison } from './comparison.js';
import { springCloudStream } from './spring-cloud-stream.js';
import { bound, streamsOf } from './spring-cloud-stream-bindings.js';

const prefix = 'SPRING_CLOUD_STREAM_';
const ordinary = ['orders-in-0', 'orders-out-0'];

/** What the application's own file has: it names the bindings in both maps, and says nothing else. */
function fileOf(names: readonly string[]): string {
  return names
    .flatMap(name => {
      if (name.startsWith(`${streamsOf}-`)) return [`bindings.${name}.destination=a`, `kafka.streams.bindings.${name}.consumer.dlq-name=d`];
      const own = name.includes('-in-') ? 'consumer.dlq-name=d' : 'producer.use-topic-header=false';
      return [`bindings.${name}.destination=a`, `kafka.bindings.${name}.${own}`];
    })
    .map(line => `spring.cloud.stream.${line}\n`)
    .join('');
}

function variables(about: string | undefined, lines: readonly string[], names: readonly string[], streams = false): Case {
  const text = lines.map(line => `${line}\n`).join('');
  const { circumstances } = bound({ path: '', text: names.join(' '), ...(streams ? { circumstances: { streams: streamsOf } } : {}) });
  return { path: '.env', text, circumstances: { ...circumstances, names: names.join(',') }, ...(about === undefined ? {} : { about }) };
}

const one = (about: string, ...lines: readonly string[]): Case =>
  variables(
    about,
    lines.map(line => prefix + line),
    ordinary,
  );
const ofStreams = (about: string, ...lines: readonly string[]): Case =>
  variables(
    about,
    lines.map(line => prefix + line),
    [`${streamsOf}-in-0`],
    true,
  );

const cases: readonly Case[] = [
  one(
    'bindings',
    'BINDINGS_ORDERS_IN_0_GROUP=g',
    'BINDINGS_ORDERS_IN_0_CONSUMER_MAX_ATTEMPTS=7',
    'BINDINGS_ORDERS_IN_0_CONSUMER_CONCURRENCY=3',
  ),
  one('without the dashes', 'BINDINGS_ORDERSIN0_GROUP=g', 'BINDINGS_ORDERSIN0_CONSUMER_MAXATTEMPTS=7'),
  one('some dashes without', 'BINDINGS_ORDERSIN0_GROUP=g', 'BINDINGS_ORDERSIN0_CONSUMER_MAX_ATTEMPTS=7'),
  one(
    'bindings of Kafka',
    'BINDINGS_ORDERS_IN_0_GROUP=g',
    'KAFKA_BINDINGS_ORDERS_IN_0_CONSUMER_START_OFFSET=latest',
    'KAFKA_BINDINGS_ORDERS_IN_0_CONSUMER_ENABLE_DLQ=true',
    'KAFKA_BINDINGS_ORDERS_OUT_0_PRODUCER_SYNC=true',
  ),
  one(
    'maps of a binding, whose name must have no dashes',
    'KAFKA_BINDINGS_ORDERS_IN_0_CONSUMER_CONFIGURATION_MAX_POLL_RECORDS=5',
    'KAFKA_BINDINGS_ORDERSIN0_CONSUMER_CONFIGURATION_FETCH_MIN_BYTES=7',
    'KAFKA_BINDINGS_ORDERSOUT0_PRODUCER_CONFIGURATION_ACKS=1',
  ),
  one(
    'dead letters',
    'BINDINGS_ORDERSIN0_GROUP=g',
    'KAFKA_BINDINGS_ORDERSIN0_CONSUMER_ENABLEDLQ=true',
    'KAFKA_BINDINGS_ORDERSIN0_CONSUMER_DLQPRODUCERPROPERTIES_CONFIGURATION_ACKS=1',
  ),
  one('the binder', 'KAFKA_BINDER_BROKERS=kafka1:9092', 'KAFKA_BINDER_REQUIRED_ACKS=1', 'KAFKA_BINDER_CONFIGURATION_LINGER_MS=9'),
  one('maps of the binder', 'KAFKA_BINDER_PRODUCERPROPERTIES_BATCH_SIZE=77', 'KAFKA_BINDER_CONSUMER_PROPERTIES_MAX_POLL_RECORDS=6'),
  one(
    'defaults of all bindings',
    'DEFAULT_GROUP=g',
    'DEFAULT_CONSUMER_MAX_ATTEMPTS=9',
    'KAFKA_DEFAULT_CONSUMER_START_OFFSET=latest',
    'KAFKA_DEFAULT_CONSUMER_CONFIGURATION_MAX_POLL_RECORDS=8',
    'KAFKA_DEFAULT_PRODUCER_CONFIGURATION_ACKS=0',
  ),
  variables('with keys of Spring Boot', [`${prefix}KAFKA_BINDER_REQUIRED_ACKS=all`, 'SPRING_KAFKA_PRODUCER_ACKS=1'], ordinary),
  variables('small letters', ['spring_cloud_stream_kafka_binder_required_acks=1'], ordinary),
  variables('the keys themselves', ['spring.cloud.stream.kafka.binder.required-acks=1'], ordinary),
  ofStreams(
    'Kafka Streams',
    'KAFKA_STREAMS_BINDER_BROKERS=kafka1:9092',
    'KAFKA_STREAMS_BINDER_CONFIGURATION_NUM_STANDBY_REPLICAS=2',
    'KAFKA_STREAMS_BINDINGS_PROCESS_IN_0_CONSUMER_APPLICATION_ID=app',
    'BINDINGS_PROCESS_IN_0_CONSUMER_CONCURRENCY=3',
  ),
];

/** Variables of Spring Cloud Stream, by an application with its binders whose environment they are. */
export const springCloudStreamEnvironment: Comparison = {
  name: 'spring-cloud-stream-environment',
  cases,
  generate: next => {
    const random = randomOf(next);
    const { path, text, circumstances = {} } = springCloudStream.generate(next);
    const entries = syntaxOf(path, undefined)?.parse(text).entries ?? [];
    const withoutDashes = random.chance(0.3);
    const lines = entries.flatMap(({ path: steps, value }) => {
      const key = steps.map(textOf).join('.');
      if (!/^spring\.cloud\.stream\.[\w.-]+$/.test(key) || !/^[\w.:/-]{1,60}$/.test(value)) return [];
      // with several binders another file has them
      if (/\.binders\.|[.-]binder$/i.test(key)) return [];
      const name = random.chance(0.1) ? key : streamNames.variableOf(withoutDashes ? key.replaceAll('-', '') : key);
      return [[name.replace(/[^a-z0-9]/gi, '').toLowerCase(), `${name}=${value}`] as const];
    });
    const streams = circumstances.streams !== undefined;
    const names = [...(circumstances.inputs ?? '').split(','), ...(circumstances.outputs ?? '').split(',')].filter(name => name !== '');
    // of two spellings of one key the application takes either
    return variables(undefined, [...new Map(lines).values()], [...names, ...(streams ? [`${streamsOf}-in-0`] : [])], streams);
  },
  start: async () => {
    const spring = await springCloudStream.start();
    return {
      ask: ({ text, circumstances }) =>
        spring.ask({
          path: 'application.properties',
          text: ownFile(circumstances),
          circumstances: { ...circumstances, environment: text },
        }),
      stop: () => spring.stop(),
    };
  },
  resolve: file => springCloudStream.resolve(asRead(file)),
  deliberate: (file, key, ...values) => {
    if (key.endsWith('servers') && /_\d+=/.test(file.text))
      return 'a place in a list is left alone, as a list of several variables is one value';
    if (key.includes(' dead letters: ') && /BINDINGS_[A-Z]+_IN_\d/.test(file.text) && /BINDINGS_[A-Z]+IN\d/.test(file.text))
      return 'of a binding in two spellings Spring loses the properties of dead letters';
    return springCloudStream.deliberate(asRead(file), key, ...values);
  },
};

function ownFile(circumstances: Case['circumstances']): string {
  return fileOf((circumstances?.names ?? '').split(',').filter(name => name !== ''));
}

/** The file that Ackguard makes of the variables, and the application's own. */
function asRead({ text, ...file }: Case): Case {
  const [embedded] = envFile.embedded(env.parse(text), '.env');
  return { ...file, path: 'application.properties', text: ownFile(file.circumstances) + (embedded?.document.text ?? '') };
}
