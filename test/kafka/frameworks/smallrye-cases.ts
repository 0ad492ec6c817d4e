import { versionOf } from '../../../server/src/analysis/options.js';
import { existsIn, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { randomOf, type Random } from '../differential/random.js';
import { usualValue } from '../differential/values.js';
import type { Case } from './comparison.js';

/** Of the clients that the Quarkus of `smallrye.xml` brings along. */
export const kafkaVersion = '4.2.1';

const lines = (about: string, ...text: readonly string[]): Case => ({
  path: 'application.properties',
  text: text.map(line => `${line}\n`).join(''),
  about,
});
const yaml = (about: string, text: string): Case => ({ path: 'application.yaml', text, about });
const within = (profile: string, one: Case): Case => ({
  ...one,
  about: `${one.about ?? ''}, profile ${profile}`,
  circumstances: { profile },
});

const out = 'mp.messaging.outgoing.orders';
const into = 'mp.messaging.incoming.prices';
const kafka = `${out}.connector=smallrye-kafka`;
const reads = `${into}.connector=smallrye-kafka`;

const profiled = lines(
  'keys of profiles',
  kafka,
  `${out}.acks=1`,
  `%prod.${out}.acks=all`,
  `%dev.${out}.acks=0`,
  `%dev,test.${out}.linger.ms=1`,
  `%{dev,test}.${out}.retries=1`,
  `%prod.${out}.batch.size=7`,
  `%staging.${out}.acks=all`,
);
const levels = lines(
  'the channel over the connector over all clients, whatever the profile',
  kafka,
  'kafka.acks=all',
  'kafka.linger.ms=1',
  'kafka.retries=1',
  '%prod.kafka.retries=2',
  'mp.messaging.connector.smallrye-kafka.linger.ms=2',
  '%prod.mp.messaging.connector.smallrye-kafka.batch.size=3',
  `${out}.batch.size=4`,
);
const nested = yaml(
  'nested keys, a section of a profile, a value beside keys below it',
  'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        acks: all\n        delivery:\n          timeout:\n            ms: 30000\n    incoming:\n      "eu.prices":\n        connector: smallrye-kafka\n        enable:\n          auto:\n            commit: yes\n        fetch:\n          ~: 1\n"%dev":\n  mp:\n    messaging:\n      outgoing:\n        orders:\n          acks: 0\nkafka:\n  retries:\n    ~: 7\n',
);

export const cases: readonly Case[] = [
  lines('the defaults of an outgoing channel', kafka),
  lines('the defaults of an incoming channel', reads),
  lines(
    'the connector by its short name',
    `${out}.connector=kafka`,
    'mp.messaging.connector.kafka.acks=all',
    'mp.messaging.connector.smallrye-kafka.acks=0',
  ),
  lines('the connector by its older key', `${out}.type=smallrye-kafka`, `${out}.acks=all`),
  lines('channels without a connector', `${out}.acks=all`, `${into}.topic=prices`),
  lines('channels of another connector', kafka, `${into}.connector=smallrye-amqp`, `${into}.group.id=g`),
  lines('nothing that speaks for Kafka', `${out}.topic=orders`, `${into}.topic=prices`),
  profiled,
  within('dev', profiled),
  within('test', profiled),
  within('staging', profiled),
  levels,
  within('dev', levels),
  nested,
  within('dev', nested),
  yaml(
    'keys with dots, which YAML keeps in quotes',
    'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        max.block.ms: 5\n        "delivery.timeout.ms": 6\n        linger:\n          ms: 7\nkafka:\n  bootstrap.servers: kafka1:9092\n',
  ),
  yaml('dots where the keys begin', 'mp.messaging.outgoing.orders.acks: 1\nmp.messaging:\n  outgoing:\n    orders:\n      acks: 0\n'),
  yaml(
    'values as YAML makes them',
    'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        acks: -1\n        retries: 012\n        linger:\n          ms: 1_000\n        batch:\n          size: 1e3\n        enable:\n          idempotence: off\n        max:\n          block:\n            ms: "0x10"\n',
  ),
  yaml(
    'nothing, lists and scalars where maps are due',
    'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        acks: ~\n        retries: [1, 2]\n      payments: x\n    incoming: [a, b]\nkafka: 3\n',
  ),
  yaml(
    'several documents',
    'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        acks: 1\n---\nmp:\n  messaging:\n    outgoing:\n      orders:\n        acks: all\n',
  ),
  yaml(
    'the same key twice',
    'mp:\n  messaging:\n    outgoing:\n      orders:\n        connector: smallrye-kafka\n        acks: 1\n        acks: all\n',
  ),
  lines('the same key twice', kafka, `${out}.acks=1`, `${out}.acks=0`),
  lines(
    'names with dots in quotes',
    'mp.messaging.outgoing."eu.orders".connector=smallrye-kafka',
    'mp.messaging.outgoing."eu.orders".acks=all',
  ),
  lines('a name without dots in quotes', kafka, 'mp.messaging.outgoing."payments".acks=0'),
  lines(
    'numbers as Java prints them',
    kafka,
    `${out}.max.block.ms=9999999999`,
    `${out}.client.id=007`,
    `${out}.retry.backoff.ms=5d`,
    `${out}.linger.ms=+5`,
    `${out}.batch.size=1e3`,
  ),
  lines('blanks around values', kafka, `${out}.acks= all `, `${out}.batch.size= 5 `, `${out}.enable.idempotence= TRUE `),
  lines('empty values', kafka, `${out}.acks=`, reads, `${into}.group.id=`),
  lines(
    'names of environment variables',
    kafka,
    `${out}.max_block_ms=7`,
    `${out}.ACKS=0`,
    `${out}.linger_ms=1`,
    `${out}.linger.ms=2`,
    'kafka.batch_size=9',
  ),
  lines(
    'placeholders',
    kafka,
    `${out}.acks=\${NOBODY_HAS_IT:all}`,
    `${out}.retries=\${tries}`,
    'tries=3',
    `${out}.linger.ms=\${wait:5}`,
    'wait=6',
  ),
  lines('placeholders inside of others', kafka, `${out}.acks=\${a:\${b:0}}`, 'b=all', `${out}.linger.ms=\${c}0`, 'c=${d}', 'd=4'),
  lines('a placeholder that depends on the profile', kafka, `${out}.acks=\${a:0}`, 'a=1', '%prod.a=all'),
  lines('a placeholder that nobody fills', kafka, `${out}.acks=\${NOBODY_HAS_IT}`),
  lines('placeholders in a circle', kafka, `${out}.linger.ms=\${a}`, 'a=${b}', 'b=${a}'),
  lines('the group of the application', 'quarkus.application.name=shop', reads),
  lines('a group for all', 'quarkus.application.name=shop', 'kafka.group.id=all', reads, 'mp.messaging.incoming.returns.group.id=own'),
  lines('automatic commits', reads, `${into}.enable.auto.commit=true`),
  lines('automatic commits for all, not for one', reads, 'kafka.enable.auto.commit=true', `${into}.enable.auto.commit=no`),
  lines(
    'attributes',
    reads,
    `${into}.commit-strategy=latest`,
    `${into}.failure-strategy=ignore`,
    `${into}.fail-on-deserialization-failure=off`,
    `${into}.throttled.unprocessed-record-max-age.ms=0`,
  ),
  lines(
    'attributes for all',
    reads,
    kafka,
    'kafka.commit-strategy=ignore',
    'mp.messaging.connector.smallrye-kafka.waitForWriteCompletion=nein',
    'mp.messaging.connector.smallrye-kafka.failure-strategy=dead-letter-queue',
  ),
  lines(
    'a share group',
    reads,
    `${into}.share-group=true`,
    `${into}.auto.offset.reset=earliest`,
    `${into}.enable.auto.commit=true`,
    `${into}.share.acknowledgement.mode=implicit`,
  ),
  lines('keys that begin with quarkus win', `quarkus.messaging.outgoing.orders.acks=all`, kafka, `%prod.${out}.acks=0`, `${out}.retries=3`),
  lines('another connector in a profile', kafka, `%test.${out}.connector=smallrye-in-memory`, `${out}.acks=0`),
  within('test', lines('another connector in a profile', kafka, `%test.${out}.connector=smallrye-in-memory`, `${out}.acks=0`)),
  within(
    'dev',
    lines(
      'the connector in production only',
      `%prod.${out}.connector=smallrye-kafka`,
      `%dev.${out}.connector=smallrye-in-memory`,
      `${out}.acks=0`,
    ),
  ),
  lines('a channel of a profile only', kafka, '%dev.mp.messaging.outgoing.audit.acks=0'),
  within('dev', lines('a channel of a profile only', kafka, '%dev.mp.messaging.outgoing.audit.acks=0')),
  { ...lines('a file of a profile', kafka, `${out}.acks=0`), path: 'application-dev.properties', circumstances: { profile: 'dev' } },
  { ...lines('a file of another profile', kafka, `${out}.acks=0`), path: 'application-dev.properties' },
  lines(
    'keys of the other client',
    kafka,
    `${out}.group.id=g`,
    `${out}.enable.auto.commit=true`,
    `${out}.key.deserializer=K`,
    reads,
    `${into}.acks=0`,
    `${into}.key.serializer=S`,
  ),
  lines(
    'keys that look like those for all clients',
    kafka,
    'kafka-streams.acks=0',
    'kafka.ui.acks=0',
    'kafkas.acks=0',
    'mp.messaging.connector.smallrye-amqp.acks=0',
  ),
  lines('half-typed keys', kafka, 'mp.messaging.outgoing.', 'mp.messaging.outgoing.orders.', `${out}.ack`, 'kafka.', `${out}.acks=all`),
];

const often: Readonly<Record<'outgoing' | 'incoming', readonly string[]>> = {
  outgoing: [
    ...[
      'acks=0',
      'acks=1',
      'acks=all',
      'acks=-1',
      'acks= all ',
      'acks=${NOBODY_HAS_IT:1}',
      'acks=${my.acks:0}',
      'retries=0',
      'retries=3',
      'retries=2147483647',
    ],
    ...[
      'enable.idempotence=true',
      'enable.idempotence=FALSE',
      'linger.ms=5',
      'delivery.timeout.ms=30000',
      'max.block.ms=9223372036854775807',
    ],
    ...[
      'waitForWriteCompletion=false',
      'waitForWriteCompletion=Y',
      'topic=orders',
      'merge=true',
      'max_request_size=5',
      'value.serializer=a.B',
    ],
  ],
  incoming: [
    ...[
      'enable.auto.commit=true',
      'enable.auto.commit=false',
      'auto.offset.reset=earliest',
      'auto.offset.reset=latest',
      'group.id=g',
      'group.id=007',
    ],
    ...[
      'commit-strategy=latest',
      'commit-strategy=throttled',
      'failure-strategy=ignore',
      'failure-strategy=dead-letter-queue',
      'share-group=true',
    ],
    ...[
      'fail-on-deserialization-failure=false',
      'throttled.unprocessed-record-max-age.ms=0',
      'topic=prices',
      'isolation.level=read_committed',
    ],
    ...['max_poll_records=5', 'dead-letter-queue.topic=dead', 'value.deserializer=a.B', 'health-enabled=false'],
  ],
};
const channels = [
  ['outgoing', 'orders'],
  ['outgoing', 'payments'],
  ['outgoing', 'eu.orders'],
  ['incoming', 'prices'],
  ['incoming', 'returns'],
  ['incoming', 'eu.prices'],
] as const;
const profiles = [...Array.from({ length: 12 }, () => ''), '%prod.', '%prod.', '%dev.', '%dev.', '%test.', '%dev,test.', '%staging.'];

interface Line {
  readonly profile: string;
  /** Words of the key, of which only the name of a channel has dots. */
  readonly words: readonly string[];
  readonly value: string;
}

/** A file with some channels, and a profile that it is read in. */
export function generate(next: () => number): Case {
  const random = randomOf(next);
  const written: Line[] = [];
  const used = random.some(channels, 0.4);
  const others = random.chance(0.15);
  for (const [direction, name] of used.length > 0 ? used : [channels[0]]) {
    const prefix = ['messaging', direction, name];
    if (others || random.chance(0.6)) {
      const connector = others && random.chance(0.4) ? 'smallrye-amqp' : random.chance(0.07) ? 'kafka' : 'smallrye-kafka';
      written.push({ profile: random.chance(0.06) ? '%prod.' : '', words: ['mp', ...prefix, 'connector'], value: connector });
    }
    if (random.chance(0.1)) written.push({ profile: '%test.', words: ['mp', ...prefix, 'connector'], value: 'smallrye-in-memory' });
    for (let left = random.below(6); left > 0; left--) {
      const [key, value] = settingOf(random, direction);
      written.push({
        profile: random.pick(profiles),
        words: [random.chance(0.06) ? 'quarkus' : 'mp', ...prefix, ...key.split('.')],
        value,
      });
    }
  }
  for (let left = random.below(5); left > 0; left--) {
    const [key, value] = settingOf(random, random.chance(0.5) ? 'outgoing' : 'incoming');
    const connector = ['mp', 'messaging', 'connector', random.chance(0.9) ? 'smallrye-kafka' : 'kafka'];
    written.push({ profile: random.pick(profiles), words: [...(random.chance(0.5) ? connector : ['kafka']), ...key.split('.')], value });
  }
  if (random.chance(0.3)) written.push({ profile: '', words: ['quarkus', 'application', 'name'], value: 'shop' });
  if (random.chance(0.2)) written.push({ profile: '', words: ['my', 'acks'], value: 'all' });
  const circumstances = { profile: random.pick(['prod', 'prod', 'prod', 'dev', 'test']) };
  if (random.chance(0.5)) return { path: 'application.properties', text: shuffled(written, random).map(lineOf).join(''), circumstances };
  return { path: random.chance(0.8) ? 'application.yaml' : 'application.yml', text: yamlOf(written, random), circumstances };
}

function settingOf(random: Random, direction: 'outgoing' | 'incoming'): readonly [string, string] {
  const [key = '', value = ''] = random.pick(often[direction]).split('=');
  if (random.chance(0.65)) return [key, value];
  const role: Role = direction === 'outgoing' ? 'producer' : 'consumer';
  const version = versionOf(kafkaVersion);
  const property = random.pick(
    propertiesOf(role).filter(one => existsIn(one, version) && !['class', 'password', 'list'].includes(one.type)),
  );
  const usual = usualValue(property, version, random);
  return [property.name, /^[\w:.-]+$/.test(usual) ? usual : 'a'];
}

function shuffled(written: readonly Line[], random: Random): readonly Line[] {
  return written
    .map(line => ({ line, at: random.below(1e6) }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

function lineOf({ profile, words, value }: Line): string {
  return `${profile}${words.map(word => (word.includes('.') ? `"${word}"` : word)).join('.')}=${value}\n`;
}

type Tree = Map<string, Tree | string>;

/** Nested at every dot; some keys stay in one piece, and a key that is both a value and a mapping has its value at `~`. */
function yamlOf(written: readonly Line[], random: Random): string {
  const root: Tree = new Map();
  for (const { profile, words, value } of written) {
    const all = profile === '' ? words : [profile.slice(0, -1), ...words];
    // in quotes it would be part of the name of a channel that has dots itself
    const mayJoin = !words[3]?.includes('.') && words.length > 5;
    const cut = mayJoin && random.chance(0.15) ? all.length - 2 : all.length - 1;
    const steps = [...all.slice(0, cut), all.slice(cut).join('.')];
    let tree = root;
    for (const step of steps.slice(0, -1)) {
      const below = tree.get(step);
      const next: Tree = typeof below === 'object' ? below : new Map<string, Tree | string>(below === undefined ? [] : [['~', below]]);
      tree.set(step, next);
      tree = next;
    }
    const last = steps.at(-1) ?? '';
    const there = tree.get(last);
    if (typeof there === 'object') there.set('~', value);
    else tree.set(last, value);
  }
  const linesOf = (tree: Tree, indent: string): readonly string[] =>
    [...tree].flatMap(([key, below]) => {
      const name = key.startsWith('%') || random.chance(0.05) ? (key === '~' ? key : `"${key}"`) : key;
      if (typeof below === 'object') return [`${indent}${name}:\n`, ...linesOf(below, `${indent}  `)];
      const text = random.chance(0.3) || /[%{}]/.test(below) ? `"${below}"` : below;
      return [`${indent}${name}: ${text}\n`];
    });
  return linesOf(root, '').join('');
}
