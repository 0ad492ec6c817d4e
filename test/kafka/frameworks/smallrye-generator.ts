import { versionOf } from '../../../server/src/analysis/options.js';
import { existsIn, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { randomOf, type Random } from '../differential/random.js';
import { usualValue } from '../differential/values.js';
import type { Case } from './comparison.js';

/** Of the clients that the Quarkus of `smallrye.xml` brings along. */
export const kafkaVersion = '4.2.1';

type Direction = 'outgoing' | 'incoming';

const often: Readonly<Record<Direction | 'streams', readonly string[]>> = {
  outgoing: [
    ...['acks=0', 'acks=1', 'acks=all', 'acks=-1', 'acks= all ', 'acks=${NOBODY_HAS_IT:1}', 'acks=${my.acks:0}'],
    ...['retries=0', 'retries=3', 'retries=2147483647', 'enable.idempotence=true', 'enable.idempotence=FALSE', 'transactional.id=t'],
    ...['linger.ms=5', 'delivery.timeout.ms=30000', 'max.block.ms=9223372036854775807', 'max_request_size=5', 'value.serializer=a.B'],
    ...['waitForWriteCompletion=false', 'waitForWriteCompletion=Y', 'topic=orders', 'merge=true', 'enabled=false', 'enabled=true'],
  ],
  incoming: [
    ...['enable.auto.commit=true', 'enable.auto.commit=false', 'auto.offset.reset=earliest', 'auto.offset.reset=latest'],
    ...['group.id=g', 'group.id=007', 'group.id=${quarkus.application.name}-x', 'isolation.level=read_committed', 'max_poll_records=5'],
    ...['commit-strategy=latest', 'commit-strategy=throttled', 'failure-strategy=ignore', 'failure-strategy=dead-letter-queue'],
    ...['failure-strategy=dead-letter-queue', 'failure-strategy=delayed-retry-topic', 'share-group=true', 'concurrency=3'],
    ...['fail-on-deserialization-failure=false', 'throttled.unprocessed-record-max-age.ms=0', 'topic=prices', 'enabled=off'],
    ...['dead-letter-queue.topic=dead', 'dead-letter-queue.acks=all', 'dead-letter-queue.acks=1', 'dead-letter-queue.retries=3'],
    ...['dead-letter-queue.value.serializer=a.B', 'acks=all', 'value.deserializer=a.B', 'health-enabled=false', 'request.timeout.ms=5'],
  ],
  streams: [
    ...['acks=1', 'producer.acks=all', 'producer.acks=1', 'linger.ms=5', 'producer.linger.ms=6', 'retries=3', 'replication.factor=3'],
    ...['auto.offset.reset=latest', 'consumer.auto.offset.reset=latest', 'main.consumer.auto.offset.reset=none', 'max.poll.records=9'],
    ...['enable.auto.commit=true', 'consumer.enable.auto.commit=true', 'num.stream.threads=2', 'num.standby.replicas=1'],
    ...['processing.guarantee=exactly_once_v2', 'processing.guarantee=at_least_once', 'global.consumer.max.poll.records=7'],
    ...['application.id=other', 'bootstrap.servers=kafka5:9092', 'topic.min.insync.replicas=2', 'admin.retries=4'],
    ...[
      'commit.interval.ms=100',
      'restore.consumer.max.poll.records=3',
      'state.dir=/data/streams',
      'consumer.isolation.level=read_committed',
    ],
  ],
};
const channels = [
  ['outgoing', 'orders'],
  ['outgoing', 'payments'],
  ['outgoing', 'eu.orders'],
  ['incoming', 'prices'],
  ['incoming', 'returns'],
  ['incoming', 'eu.prices'],
  ['incoming', 'prices$1'],
] as const;
const profiles = [...Array.from({ length: 12 }, () => ''), '%prod.', '%prod.', '%dev.', '%dev.', '%test.', '%dev,test.', '%staging.'];

interface Line {
  readonly profile: string;
  /** Words of the key, of which only the name of a channel has dots. */
  readonly words: readonly string[];
  readonly value: string;
}

/** A file with some channels, or a Streams application, and a profile that it is read in. */
export function generate(next: () => number): Case {
  const random = randomOf(next);
  // another runtime than Quarkus, which reads nothing but channels
  const other = random.chance(0.12);
  const written: Line[] = [];
  const withStreams = !other && random.chance(0.25);
  if (withStreams) written.push(...streamsLines(random));
  if (!withStreams || random.chance(0.5)) written.push(...channelLines(random, other));
  for (let left = random.below(5); left > 0; left--) {
    const [key, value] = settingOf(random, random.chance(0.5) ? 'outgoing' : 'incoming');
    const connector = ['mp', 'messaging', 'connector', random.chance(0.9) ? 'smallrye-kafka' : 'kafka'];
    const spelled = random.chance(0.05) ? key.toUpperCase() : key;
    written.push({
      profile: random.pick(profiles),
      words: [...(random.chance(0.5) ? connector : ['kafka']), ...spelled.split('.')],
      value,
    });
  }
  if (!other && random.chance(0.3)) written.push({ profile: '', words: ['quarkus', 'application', 'name'], value: 'shop' });
  if (random.chance(0.2)) written.push({ profile: random.chance(0.2) ? '%prod.' : '', words: ['my', 'acks'], value: 'all' });
  const profile = random.pick(['prod', 'prod', 'prod', 'dev', 'test']);
  if (other || random.chance(0.5)) {
    const text = shuffled(written, random)
      .map(line => lineOf(line, random))
      .join('');
    if (other) return { path: 'META-INF/microprofile-config.properties', text, circumstances: { runtime: 'other', profile } };
    const file = random.chance(0.05) ? `application-${profile}.properties` : 'application.properties';
    return { path: file, text, circumstances: { profile } };
  }
  return { path: random.chance(0.8) ? 'application.yaml' : 'application.yml', text: yamlOf(written, random), circumstances: { profile } };
}

function channelLines(random: Random, other: boolean): readonly Line[] {
  const written: Line[] = [];
  const used = random.some(channels, 0.35);
  const others = random.chance(0.15);
  for (const [direction, name] of used.length > 0 ? used : [channels[0]]) {
    const prefix = ['messaging', direction, name];
    if (other || others || random.chance(0.6)) {
      const connector = others && random.chance(0.4) ? 'smallrye-amqp' : random.chance(0.07) ? 'kafka' : 'smallrye-kafka';
      written.push({ profile: !other && random.chance(0.06) ? '%prod.' : '', words: ['mp', ...prefix, 'connector'], value: connector });
    }
    if (random.chance(0.1)) written.push({ profile: '%test.', words: ['mp', ...prefix, 'connector'], value: 'smallrye-in-memory' });
    for (let left = random.below(6); left > 0; left--) {
      const [key, value] = settingOf(random, direction);
      const root = !other && random.chance(0.06) ? 'quarkus' : 'mp';
      const ofDeadLetters = direction === 'incoming' && random.chance(0.1);
      const [steps, text] = ofDeadLetters ? nestedSetting(random) : [key.split('.'), value];
      written.push({ profile: random.pick(profiles), words: [root, ...prefix, ...steps], value: text });
    }
  }
  return written;
}

function nestedSetting(random: Random): readonly [readonly string[], string] {
  const [key, value] = settingOf(random, 'outgoing');
  return [['dead-letter-queue', ...key.split('.')], value];
}

function streamsLines(random: Random): readonly Line[] {
  const written: Line[] = [];
  const ofQuarkus = ['quarkus', 'kafka-streams'];
  if (random.chance(0.7)) written.push({ profile: '', words: [...ofQuarkus, 'application-id'], value: 'orders' });
  if (random.chance(0.3))
    written.push({ profile: random.pick(profiles), words: [...ofQuarkus, 'bootstrap-servers'], value: 'kafka1:9092' });
  if (random.chance(0.3)) written.push({ profile: '', words: ['kafka', 'bootstrap', 'servers'], value: 'kafka2:9092' });
  for (let left = 1 + random.below(6); left > 0; left--) {
    const [key, value] = settingOf(random, 'streams');
    const prefix = random.chance(0.8) ? ['kafka-streams'] : ofQuarkus;
    written.push({ profile: random.pick(profiles), words: [...prefix, ...key.split('.')], value });
  }
  return written;
}

function settingOf(random: Random, what: Direction | 'streams'): readonly [string, string] {
  const [key = '', value = ''] = random.pick(often[what]).split('=');
  if (random.chance(0.65)) return [key, value];
  const role: Role = what === 'outgoing' ? 'producer' : what === 'incoming' ? 'consumer' : random.pick(['streams', 'producer', 'consumer']);
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

function lineOf({ profile, words, value }: Line, random: Random): string {
  const separator = random.chance(0.85) ? '=' : random.pick([' = ', ': ', ' ', '\t=']);
  return `${profile}${words.map(word => (word.includes('.') ? `"${word}"` : word)).join('.')}${separator}${value}\n`;
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
