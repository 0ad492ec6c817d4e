import { dotsOnly, noNames, withAliases, withNamed, withPrefix } from './names.js';
import { bitnami } from './bitnami.js';
import { broker, type Program } from './program.js';
import { byScript, intoShippedFile, kafkaVersion, oneCopy, set } from './scripts.js';

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

const oldConfluent = ['0.10.0', '0.10.1', '0.10.2', '0.11.0'];

/**
 * 3.x has the last Kafka before 1.0, 4.x Kafka 1.x, 5.x 2.x, which 6.x goes on counting, 7.x has Kafka 3.x, and 8.x 4.x. Sources:
 * docs.confluent.io, the compatibility matrix in platform/7.9/streams/upgrade-guide (3.0 to 7.9), and
 * platform/current/streams/upgrade-guide (8.3 is Kafka 4.3).
 */
export function confluentVersion(tag: string): string | undefined {
  const [, major, minor] = /(?:^|-)([3-8])\.(\d+)(?:\.|$|-)/.exec(tag) ?? [];
  if (minor === undefined) return undefined;
  if (major === '3') return oldConfluent[Number(minor)];
  if (major === '4' || major === '5') return `${String(Number(major) - 3)}.${minor}`;
  return major === '6' ? `2.${String(Number(minor) + 6)}` : `${String(Number(major) - 4)}.${minor}`;
}

/** The version of Scala and that of Kafka. The last image has 2.8.1. Source: Dockerfile and CHANGELOG.md of wurstmeister/kafka-docker. */
function wurstmeisterVersion(tag: string): string | undefined {
  return /^(latest)?$/.test(tag) ? '2.8.1' : /^2\.1\d-(\d+\.\d+\.\d+)/.exec(tag)?.[1];
}

const worker = { reader: { kind: 'role', role: 'connect-distributed' }, path: 'connect-distributed.properties' } as const;

/**
 * Source: connect-base/3.0/docker-entrypoint.sh of debezium/container-images. Some settings have variables of their own, which take the
 * place of those with the prefix; that of the topic of statuses does so only where it is set. The rest is written into the file that Kafka
 * is shipped with, config/connect-distributed.properties.
 */
const debezium: Program = {
  ...worker,
  names: withNamed(
    withAliases(withPrefix('CONNECT_', isOptionOfWorker, dotsOnly), new Map([['STATUS_STORAGE_TOPIC', 'status.storage.topic']])),
    {
      BOOTSTRAP_SERVERS: 'bootstrap.servers',
      GROUP_ID: 'group.id',
      CONFIG_STORAGE_TOPIC: 'config.storage.topic',
      OFFSET_STORAGE_TOPIC: 'offset.storage.topic',
      KEY_CONVERTER: 'key.converter',
      VALUE_CONVERTER: 'value.converter',
      OFFSET_FLUSH_INTERVAL_MS: 'offset.flush.interval.ms',
      OFFSET_FLUSH_TIMEOUT_MS: 'offset.flush.timeout.ms',
      SHUTDOWN_TIMEOUT: 'task.shutdown.graceful.timeout.ms',
    },
  ),
  defaults: set({
    'config.storage.replication.factor': '1',
    'offset.storage.replication.factor': '1',
    'status.storage.replication.factor': '1',
    'offset.flush.interval.ms': '60000',
    'offset.flush.timeout.ms': '5000',
    'task.shutdown.graceful.timeout.ms': '10000',
  }),
};

const images: readonly Image[] = [
  // source: kafka.docker.KafkaDockerWrapper, which is compared with this in npm run frameworks
  {
    name: /(^|\/)apache\/kafka(-native)?$/,
    program: { ...broker, names: withPrefix('KAFKA_', variable => ofApache.has(variable)), versionOf: kafkaVersion },
  },
  // source: kafka and server of confluentinc/kafka-images, etc/confluent/docker/{configure,kafka.properties.template}; names: ConvertKey in
  // base-java/ub/ub.go of confluentinc/common-docker, before 8.0 env_to_props in dub.py of confluent-docker-utils. Neither list of what is
  // left out has all options: where a comma is missing in the older one, two more reach the broker
  {
    name: /(^|\/)cp-(kafka|server|enterprise-kafka)$/,
    program: { ...broker, ...byScript('/var/lib/kafka/data'), names: withPrefix('KAFKA_', isOption), versionOf: confluentVersion },
  },
  // source: local of confluentinc/kafka-images, etc/confluent/docker/configureDefaults, which makes it a broker of its own, and
  // kafka-propertiesSpec.json, as there is a REST Proxy beside it
  {
    name: /(^|\/)confluent-local$/,
    program: {
      ...broker,
      names: withPrefix('KAFKA_', variable => isOption(variable) || variable.startsWith('KAFKA_REST_')),
      defaults: [...byScript('/tmp/kraft-combined-logs').defaults, ...set(oneCopy)],
      facts: ['listeners-made-up', 'partly-seen', 'only-broker'],
      versionOf: confluentVersion,
    },
  },
  // source: start-kafka.sh of wurstmeister/kafka-docker
  {
    name: /(^|\/)wurstmeister\/kafka$/,
    program: {
      ...{ ...broker, ...intoShippedFile('/kafka/kafka-logs-$HOSTNAME') },
      ...{ names: withPrefix('KAFKA_', isOption, dotsOnly), versionOf: wurstmeisterVersion },
    },
  },
  { name: /(^|\/)bitnami(legacy|secure)?\/kafka$/, program: bitnami },
  // source: docker-images/kafka-based/kafka/scripts/kafka_run.sh of strimzi/strimzi-kafka-operator: everything is in a file of the operator;
  // who starts it otherwise hands arguments to the broker
  { name: /(^|\/)strimzi\/kafka$/, program: { ...broker, names: noNames, versionOf: tag => /-kafka-(\d+\.\d+\.\d+)/.exec(tag)?.[1] } },
  // source: kafka-connect-base and server-connect-base of confluentinc/kafka-images, etc/confluent/docker/kafka-connect.properties.template
  {
    name: /(^|\/)cp-(kafka|server)-connect(-base|-datagen)?$|(^|\/)kafka-connect-datagen$/,
    program: { ...worker, names: withPrefix('CONNECT_', isOptionOfWorker), versionOf: confluentVersion },
  },
  { name: /(^|\/)debezium\/connect(-base)?$/, program: debezium },
  // source: kafka-rest of confluentinc/kafka-rest-images, etc/confluent/docker/kafka-rest.properties.template
  {
    name: /(^|\/)cp-kafka-rest$/,
    program: {
      names: withPrefix('KAFKA_REST_', isOptionOfWorker),
      ...{ reader: { kind: 'carrier', id: 'rest-proxy' }, path: 'kafka-rest.properties', versionOf: confluentVersion },
    },
  },
  // source: cp-ksqldb-server of confluentinc/ksql-images, etc/confluent/docker/{configure,ksqldb-server.properties.template}
  {
    name: /(^|\/)(cp-)?ksql(db)?-server$/,
    program: {
      names: withPrefix('KSQL_', variable => isOptionOfWorker(variable) || variable.startsWith('KSQL_CONNECT_')),
      beside: { ...worker, names: withPrefix('KSQL_CONNECT_', isOptionOfWorker), needs: 'group.id', versionOf: confluentVersion },
      ...{ reader: { kind: 'carrier', id: 'ksqldb' }, path: 'ksql-server.properties', versionOf: confluentVersion },
    },
  },
];

/** A broker whose image nobody knows: its variables are those that most images have. */
export const anyBroker: Program = { ...broker, ...byScript(undefined), names: withPrefix('KAFKA_', isOption) };

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
