import { versionOf } from '../../../server/src/analysis/options.js';
import { envFile } from '../../../server/src/embedded/environment/env-file.js';
import { existsIn, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { env } from '../../../server/src/syntax/env.js';
import { randomOf, type Random } from '../differential/random.js';
import { usualValue } from '../differential/values.js';
import type { Case, Comparison } from './comparison.js';
import { smallryeChannels } from './smallrye.js';
import { kafkaVersion } from './smallrye-generator.js';

function variables(about: string | undefined, lines: readonly string[]): Case {
  const text = ['QUARKUS_LOG_LEVEL=INFO', ...lines].map(line => `${line}\n`).join('');
  return { path: '.env', text, ...(about === undefined ? {} : { about }) };
}

const directions = { OUTGOING: 'producer', INCOMING: 'consumer' } as const;
const opened = (direction: string, channel: string): string => `MP_MESSAGING_${direction}_${channel}_CONNECTOR=smallrye-kafka`;
const both = [opened('OUTGOING', 'ORDERS'), opened('INCOMING', 'PRICES')];

const cases: readonly Case[] = [
  variables('channels', both),
  variables('keys of Kafka', [...both, 'MP_MESSAGING_OUTGOING_ORDERS_ACKS=1', 'MP_MESSAGING_INCOMING_PRICES_MAX_POLL_RECORDS=5']),
  variables('attributes with dashes', [
    ...both,
    'MP_MESSAGING_INCOMING_PRICES_FAILURE_STRATEGY=ignore',
    'MP_MESSAGING_INCOMING_PRICES_COMMIT_STRATEGY=latest',
  ]),
  variables('keys for all clients', [...both, 'KAFKA_BOOTSTRAP_SERVERS=kafka1:9092', 'KAFKA_LINGER_MS=5', 'KAFKA_ENABLE_AUTO_COMMIT=true']),
  variables('keys of the connector', [
    ...both,
    'MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_RETRIES=3',
    'MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GROUP_ID=g',
  ]),
  variables('variables of a profile', [
    ...both,
    'MP_MESSAGING_OUTGOING_ORDERS_ACKS=1',
    '_PROD_MP_MESSAGING_OUTGOING_ORDERS_ACKS=0',
    '_DEV_MP_MESSAGING_OUTGOING_ORDERS_ACKS=all',
    '_PROD_MP_MESSAGING_OUTGOING_ORDERS_LINGER_MS=7',
    '_PROD_KAFKA_BATCH_SIZE=77',
    '_DEV_KAFKA_BATCH_SIZE=78',
    '_PROD_MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_RETRIES=3',
    '_DEV_MP_MESSAGING_INCOMING_PRICES_MAX_POLL_RECORDS=5',
  ]),
  variables('a channel of a profile', [
    '_PROD_MP_MESSAGING_OUTGOING_ORDERS_CONNECTOR=smallrye-kafka',
    '_PROD_MP_MESSAGING_OUTGOING_ORDERS_ACKS=0',
  ]),
  variables('a channel in dev', [
    ...both,
    '_DEV_MP_MESSAGING_OUTGOING_A1_CONNECTOR=smallrye-kafka',
    '_DEV_MP_MESSAGING_OUTGOING_A1_ACKS=0',
  ]),
  variables('Streams', ['QUARKUS_KAFKA_STREAMS_APPLICATION_ID=orders', 'QUARKUS_KAFKA_STREAMS_BOOTSTRAP_SERVERS=kafka1:9092']),
  variables('keys of Streams, of which Quarkus finds no names', [
    'QUARKUS_KAFKA_STREAMS_APPLICATION_ID=orders',
    'KAFKA_STREAMS_NUM_STANDBY_REPLICAS=2',
    'KAFKA_STREAMS_ACKS=0',
    'QUARKUS_KAFKA_STREAMS_ACKS=1',
    'QUARKUS_KAFKA_STREAMS_PRODUCER_LINGER_MS=9',
  ]),
  variables('the keys of Streams themselves', [
    'quarkus.kafka-streams.application-id=orders',
    'kafka-streams.acks=1',
    'kafka-streams.num.standby.replicas=2',
  ]),
  variables('the keys themselves', ['mp.messaging.outgoing.orders.connector=smallrye-kafka', 'mp.messaging.outgoing.orders.acks=all']),
];

function lineOf(random: Random, direction: keyof typeof directions, channel: string): string {
  const version = versionOf(kafkaVersion);
  const property = random.pick(propertiesOf(directions[direction]).filter(one => existsIn(one, version) && plainTypes.has(one.type)));
  const usual = usualValue(property, version, random);
  const value = /^[\w.:-]{1,60}$/.test(usual) ? usual : 'a';
  const section = random.pick([
    `MP_MESSAGING_${direction}_${channel}`,
    `MP_MESSAGING_${direction}_${channel}`,
    'KAFKA',
    'MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA',
  ]);
  return `${section}_${property.name.replaceAll('.', '_').toUpperCase()}=${value}`;
}

/** Classes would have to exist, and lists have several ways to be written. */
const plainTypes: ReadonlySet<string> = new Set(['boolean', 'string', 'int', 'short', 'long', 'double']);

/** Variables of Quarkus and SmallRye, by the source of configuration that reads them. */
export const smallryeEnvironment: Comparison = {
  name: 'smallrye-environment',
  cases,
  generate: next => {
    const random = randomOf(next);
    const lines = new Map<string, string>();
    for (let left = 1 + random.below(3); left > 0; left--) {
      const direction = random.pick(['OUTGOING', 'INCOMING'] as const);
      const channel = random.pick(direction === 'OUTGOING' ? ['ORDERS', 'A1'] : ['PRICES', 'B2']);
      const ofProfile = (line: string): string => (random.chance(0.2) ? `_${random.pick(['PROD', 'DEV'])}_${line}` : line);
      const more = Array.from({ length: random.below(8) }, () => ofProfile(lineOf(random, direction, channel)));
      for (const line of [opened(direction, channel), ...more]) lines.set(line.replace(/=.*/, ''), line);
    }
    return variables(undefined, [...lines.values()]);
  },
  start: () => smallryeChannels.start(),
  resolve: file => smallryeChannels.resolve(asRead(file)),
  deliberate: (file, key, ...values) => {
    const name = key.replace(/^.*: (smallrye:)?/, '').replace(/\W/g, '_');
    return file.text.includes(`_PROD_MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_${name.toUpperCase()}=`)
      ? 'what a profile says of the connector is only found where something else has the name too'
      : smallryeChannels.deliberate(asRead(file), key, ...values);
  },
};

/** The file that Ackguard makes of the variables. */
function asRead({ text, ...file }: Case): Case {
  const [embedded] = envFile.embedded(env.parse(text), '.env');
  return { ...file, path: 'application.properties', text: embedded?.document.text ?? '' };
}
