import { dotsOnly, noNames, withNamed, withPrefix } from './names.js';
import { broker, type Program } from './program.js';

interface Image {
  /** Of the name without registry, tag and digest, where that ends. */
  readonly name: RegExp;
  readonly program: Program;
}

/** Source: kafka.docker.KafkaDockerWrapper.Constants.ExcludeServerPropsEnv, Kafka 4.1. */
const ofApache: ReadonlySet<string> = new Set([
  ...['KAFKA_VERSION', 'KAFKA_HEAP_OPTS', 'KAFKA_LOG4J_OPTS', 'KAFKA_OPTS', 'KAFKA_JMX_OPTS', 'KAFKA_JVM_PERFORMANCE_OPTS'],
  ...['KAFKA_GC_LOG_OPTS', 'KAFKA_LOG4J_ROOT_LOGLEVEL', 'KAFKA_LOG4J_LOGGERS', 'KAFKA_TOOLS_LOG4J_LOGLEVEL', 'KAFKA_JMX_HOSTNAME'],
]);

/** What scripts and the JVM take for themselves, be it that some script hands it to the broker as well, which has no such key. */
const isOption = (variable: string): boolean =>
  ofApache.has(variable) ||
  /^KAFKA_(HOME|DEBUG|LOG4J_.*|JMX_PORT|CREATE_TOPICS|PORT_NUMBER|(ADVERTISED_)?PROTOCOL_NAME|ADVERTISED_HOST_COMMAND)$/.test(variable);
const isOptionOfWorker = (variable: string): boolean => /^(CONNECT|KSQL|KAFKA_REST)_(LOG4J_.*|(.*_)?OPTS|CLASSPATH)$/.test(variable);

/** The data stays outside of temporary directories, and listeners are made of what is advertised. Source: the script `configure` of cp-kafka. */
const byScript = {
  defaults: ['log.dir', 'log.dirs'].map(property => ({ property, value: undefined })),
  facts: ['listeners-made-up'],
} as const;

/** Scripts that write into the file that Kafka is shipped with, which has one copy of internal topics. Source: config/server.properties. */
const intoShippedFile = {
  ...byScript,
  defaults: [
    ...byScript.defaults,
    ...['offsets.topic.replication.factor', 'transaction.state.log.replication.factor', 'transaction.state.log.min.isr'].map(property => ({
      property,
      value: '1',
    })),
  ],
};

/** 5.x has Kafka 2.x, 6.x goes on counting, 7.x has Kafka 3.x, and 8.x has 4.x. By Confluent’s table of supported versions, which was not at hand. */
export function confluentVersion(tag: string): string | undefined {
  const [, major, minor] = /(?:^|-)([5-8])\.(\d+)(?:\.|$|-)/.exec(tag) ?? [];
  if (minor === undefined) return undefined;
  if (major === '5') return `2.${minor}`;
  return major === '6' ? `2.${String(Number(minor) + 6)}` : `${String(Number(major) - 4)}.${minor}`;
}

function kafkaVersion(tag: string): string | undefined {
  return /^\d+\.\d+(\.\d+)?(?=$|-)/.exec(tag)?.[0];
}

/** The version of Scala and that of Kafka. The last image has 2.8.1. Source: Dockerfile of wurstmeister/kafka-docker. */
function wurstmeisterVersion(tag: string): string | undefined {
  return /^(latest)?$/.test(tag) ? '2.8.1' : /^2\.1\d-(\d+\.\d+\.\d+)/.exec(tag)?.[1];
}

const worker = { reader: { kind: 'role', role: 'connect-distributed' }, path: 'connect-distributed.properties' } as const;

/**
 * Source: docker-entrypoint.sh of connect-base, debezium/container-images. Some settings have variables of their own, which win over those
 * with the prefix, and the rest is written into the file that Kafka is shipped with, config/connect-distributed.properties.
 */
const debezium: Program = {
  ...worker,
  names: withNamed(withPrefix('CONNECT_', isOptionOfWorker, dotsOnly), {
    BOOTSTRAP_SERVERS: 'bootstrap.servers',
    GROUP_ID: 'group.id',
    CONFIG_STORAGE_TOPIC: 'config.storage.topic',
    OFFSET_STORAGE_TOPIC: 'offset.storage.topic',
    STATUS_STORAGE_TOPIC: 'status.storage.topic',
    KEY_CONVERTER: 'key.converter',
    VALUE_CONVERTER: 'value.converter',
    OFFSET_FLUSH_INTERVAL_MS: 'offset.flush.interval.ms',
    OFFSET_FLUSH_TIMEOUT_MS: 'offset.flush.timeout.ms',
    SHUTDOWN_TIMEOUT: 'task.shutdown.graceful.timeout.ms',
  }),
  defaults: [
    ...['config', 'offset', 'status'].map(topic => ({ property: `${topic}.storage.replication.factor`, value: '1' })),
    { property: 'offset.flush.interval.ms', value: '60000' },
    { property: 'offset.flush.timeout.ms', value: '5000' },
    { property: 'task.shutdown.graceful.timeout.ms', value: '10000' },
  ],
};

/**
 * Read were the scripts that are named above. Those of REST Proxy, ksqlDB and Strimzi were not: they are taken to do what their neighbours do.
 */
const images: readonly Image[] = [
  // source: kafka.docker.KafkaDockerWrapper, which is compared with this in npm run frameworks
  {
    name: /(^|\/)apache\/kafka(-native)?$/,
    program: { ...broker, names: withPrefix('KAFKA_', variable => ofApache.has(variable)), versionOf: kafkaVersion },
  },
  // source: kafka.properties.template of confluentinc/kafka-images and env_to_props in dub.py of confluent-docker-utils
  {
    name: /(^|\/)cp-(kafka|server|enterprise-kafka)$/,
    program: { ...broker, ...byScript, names: withPrefix('KAFKA_', isOption), versionOf: confluentVersion },
  },
  // its Dockerfile sets most of them for a broker of its own
  {
    name: /(^|\/)confluent-local$/,
    program: {
      ...{ ...broker, ...byScript, names: withPrefix('KAFKA_', isOption), versionOf: confluentVersion },
      facts: [...byScript.facts, 'partly-seen', 'only-broker'],
    },
  },
  // source: start-kafka.sh of wurstmeister/kafka-docker
  {
    name: /(^|\/)wurstmeister\/kafka$/,
    program: { ...broker, ...intoShippedFile, names: withPrefix('KAFKA_', isOption, dotsOnly), versionOf: wurstmeisterVersion },
  },
  // source: libkafka.sh of bitnami/containers
  {
    name: /(^|\/)bitnami(legacy|secure)?\/kafka$/,
    program: { ...broker, ...intoShippedFile, names: withPrefix('KAFKA_CFG_', undefined, dotsOnly), versionOf: kafkaVersion },
  },
  // its scripts get everything from the operator; who starts it otherwise hands arguments to the broker
  { name: /(^|\/)strimzi\/kafka$/, program: { ...broker, names: noNames, versionOf: tag => /-kafka-(\d+\.\d+\.\d+)/.exec(tag)?.[1] } },
  // source: kafka-connect.properties.template of confluentinc/kafka-images
  {
    name: /(^|\/)cp-(kafka|server)-connect(-base|-datagen)?$|(^|\/)kafka-connect-datagen$/,
    program: { ...worker, names: withPrefix('CONNECT_', isOptionOfWorker), versionOf: confluentVersion },
  },
  { name: /(^|\/)debezium\/connect(-base)?$/, program: debezium },
  // source: kafka-rest.properties.template and ksqldb-server.properties.template, which are made like the one of Connect
  {
    name: /(^|\/)cp-kafka-rest$/,
    program: {
      names: withPrefix('KAFKA_REST_', isOptionOfWorker),
      ...{ reader: { kind: 'carrier', id: 'rest-proxy' }, path: 'kafka-rest.properties', versionOf: confluentVersion },
    },
  },
  {
    name: /(^|\/)(cp-)?ksql(db)?-server$/,
    program: {
      names: withPrefix('KSQL_', isOptionOfWorker),
      ...{ reader: { kind: 'carrier', id: 'ksqldb' }, path: 'ksql-server.properties', versionOf: confluentVersion },
    },
  },
];

/** A broker whose image nobody knows: its variables are those that most images have. */
export const anyBroker: Program = { ...broker, ...byScript, names: withPrefix('KAFKA_', isOption) };

/** A broker that a command starts with a file and what it says itself. */
export const bareBroker: Program = { ...broker, names: noNames };

/** A worker of Connect whose image nobody knows. */
export const anyWorker: Program = { ...worker, names: withPrefix('CONNECT_', isOptionOfWorker) };

/** What runs in a container, by the name of its image; undefined for other images. */
export function programOf(image: string): Program | undefined {
  const { name } = partsOf(image);
  return images.find(one => one.name.test(name))?.program;
}

/** The version of Kafka that an image gives away by its tag. */
export function versionOf(image: string, program: Program): string | undefined {
  return program.versionOf?.(partsOf(image).tag);
}

/** The name and the tag; what a variable stands for is nobody's, unless it has a default. */
function partsOf(image: string): { readonly name: string; readonly tag: string } {
  const written = image.replace(/\$\{\w+:?-([^}]*)\}/g, '$1').replace(/\$\{[^}]*\}|\$\w+|\{\{.*?\}\}/g, 'x');
  const whole = written.replace(/(:[^:/@]*)?@.*$/, (_, tag?: string) => tag ?? ':x');
  const [, name = whole, tag = ''] = /^(.*?):([^:/]*)$/.exec(whole) ?? [];
  return { name, tag };
}

/** Whether the image is a name at all, and not a variable that may hold any. */
export function isNamed(image: string): boolean {
  return image !== '' && !/^(\$\{[^}]*\}|\$\w+|\{\{.*\}\})$/.test(image.trim());
}
