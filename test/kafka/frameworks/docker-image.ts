import { programOf } from '../../../server/src/embedded/environment/images.js';
import { propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { env } from '../../../server/src/syntax/env.js';
import { textOf } from '../../../server/src/syntax/key-text.js';
import { randomOf, type Random } from '../differential/random.js';
import { provideFramework } from '../jars.js';
import { compileJava, startJava } from '../java.js';
import { askJava } from './ask-java.js';
import type { Case, Comparison } from './comparison.js';

const image = programOf('apache/kafka:4.3.1');

function variables(about: string | undefined, names: readonly string[]): Case {
  const text = names.map((name, i) => `${name}=${String(i)}\n`).join('');
  return { path: 'kafka.env', text, ...(about === undefined ? {} : { about }) };
}

const options = [
  ...['VERSION', 'HEAP_OPTS', 'LOG4J_OPTS', 'OPTS', 'JMX_OPTS', 'JVM_PERFORMANCE_OPTS', 'GC_LOG_OPTS', 'LOG4J_ROOT_LOGLEVEL'],
  ...['LOG4J_LOGGERS', 'TOOLS_LOG4J_LOGLEVEL', 'JMX_HOSTNAME', 'JMX_PORT', 'DEBUG', 'LOG_DIR', 'HOME', 'CLUSTER_ID', 'CREATE_TOPICS'],
].map(name => `KAFKA_${name}`);

const cases: readonly Case[] = [
  variables('settings', ['KAFKA_MIN_INSYNC_REPLICAS', 'KAFKA_NODE_ID', 'KAFKA_PROCESS_ROLES', 'KAFKA_LOG_DIRS']),
  variables('options of the image and what looks like them', options),
  variables('underscores and dashes', ['KAFKA_A__B', 'KAFKA_A___B', 'KAFKA_A____B', 'KAFKA_A_____B', 'KAFKA_A______B', 'KAFKA_A_______B']),
  variables('underscores at the ends', ['KAFKA__A', 'KAFKA___A', 'KAFKA_A_', 'KAFKA_A__', 'KAFKA_A___', 'KAFKA__', 'KAFKA___']),
  variables('other letters', ['KAFKA_log_Dirs', 'kafka_a', 'Kafka_B', 'KAFKA_log.dir', 'KAFKA_a-b', 'KAFKA_1', 'KAFKA_[a]']),
  variables('other names', ['KAFKA', 'KAFKAX', 'XKAFKA_A', 'KAFKA.A', 'CONFLUENT_A', 'CLUSTER_ID', 'KAFKA_KAFKA_A', 'KAFKA_KAFKA_']),
];

const letters = ['a', 'b', 'log', 'id', 'x9', 'SSL', 'ReplicationFactor'];

function nameFrom(random: Random): string {
  const role = random.pick(['broker', 'broker', 'topic'] as const);
  if (random.chance(0.5)) return `KAFKA_${random.pick(propertiesOf(role)).name.replaceAll('.', '_').replaceAll('-', '___').toUpperCase()}`;
  if (random.chance(0.1)) return random.pick(options);
  const words = Array.from(
    { length: 1 + random.below(4) },
    () => random.pick(letters) + random.pick(['_', '_', '__', '___', '.', '-', '_'.repeat(random.below(8))]),
  );
  const word = words.join('');
  return (
    random.pick(['KAFKA_', 'KAFKA_', 'KAFKA_', 'KAFKA__', 'KAFKA', 'kafka_', 'CONNECT_']) + (random.chance(0.7) ? word.toUpperCase() : word)
  );
}

/** The image of Apache Kafka, by the class that makes a file of its environment. */
export const dockerImage: Comparison = {
  name: 'docker-image',
  cases,
  generate: next => {
    const random = randomOf(next);
    const names = Array.from({ length: 40 }, () => nameFrom(random));
    // of two variables for one setting the order of a map decides
    return variables(undefined, [
      ...new Map(names.map(name => [name.toLowerCase().replaceAll('-', '___').replaceAll('.', '_'), name])).values(),
    ]);
  },
  start: async () => {
    const jars = await provideFramework('docker-image');
    const classes = await compileJava('frameworks-docker-image', jars);
    const { ask, stop } = askJava(startJava([classes, `${jars}/*`], 'kafka.docker.DockerImageOracle', []), 'the image');
    return { ask: file => ask({ props: environmentOf(file) }), stop };
  },
  resolve: file => {
    const settings = Object.entries(environmentOf(file)).flatMap(([name, value]) => {
      const key = image?.names.keyOf(name);
      return key === undefined ? [] : [[key, value] as const];
    });
    return { maps: { broker: Object.fromEntries(settings) } };
  },
  deliberate: (_, key) => (key === 'broker: ' ? 'a setting without a name, which nobody reads' : undefined),
};

function environmentOf({ text }: Case): Readonly<Record<string, string>> {
  return Object.fromEntries(env.parse(text).entries.map(({ path, value }) => [path.map(textOf).join(), value]));
}
