import type { Embedded, Reader } from '../embedded.js';
import { withPrefix, type VariableNames } from './names.js';

/** What runs in containers of an image, and how it gets its settings from the environment. */
export interface Program {
  readonly names: VariableNames;
  readonly reader: Reader;
  /** What the file is called that the start-up script writes. */
  readonly path: string;
  /** Keys to which the image gives a value of its own; undefined where it is not known which. */
  readonly defaults?: Embedded['defaults'];
  readonly facts?: Embedded['facts'];
  /** The version of Kafka by the tag of the image. */
  versionOf?(tag: string): string | undefined;
}

interface Image {
  /** Of the name without registry, tag and digest, where that ends. */
  readonly name: RegExp;
  readonly program: Program;
}

const broker = { reader: { kind: 'role', role: 'broker' }, path: 'server.properties' } as const;

/** Source: kafka.docker.KafkaDockerWrapper.Constants.ExcludeServerPropsEnv, Kafka 4.1. */
const ofApache = new Set([
  ...['KAFKA_VERSION', 'KAFKA_HEAP_OPTS', 'KAFKA_LOG4J_OPTS', 'KAFKA_OPTS', 'KAFKA_JMX_OPTS', 'KAFKA_JVM_PERFORMANCE_OPTS'],
  ...['KAFKA_GC_LOG_OPTS', 'KAFKA_LOG4J_ROOT_LOGLEVEL', 'KAFKA_LOG4J_LOGGERS', 'KAFKA_TOOLS_LOG4J_LOGLEVEL', 'KAFKA_JMX_HOSTNAME'],
]);
/** Others leave these out too, and some more of their own. */
const ofOthers = new Set([
  ...ofApache,
  ...['KAFKA_JMX_PORT', 'KAFKA_LOG4J_TOOLS_ROOT_LOGLEVEL', 'KAFKA_CREATE_TOPICS', 'KAFKA_PORT_NUMBER', 'KAFKA_ADVERTISED_HOST_COMMAND'],
]);

/** The data stays outside of temporary directories, and listeners are made of what is advertised. */
const byScript = {
  defaults: ['log.dir', 'log.dirs'].map(property => ({ property, value: undefined })),
  facts: ['listeners-made-up'],
} as const;

/** Confluent's 7.x has Kafka 3.x, and 8.x has 4.x. */
function confluentVersion(tag: string): string | undefined {
  const [, major, minor] = /^([78])\.(\d+)(?:\.|$|-)/.exec(tag) ?? [];
  return minor === undefined ? undefined : `${Number(major) - 4}.${minor}`;
}

function kafkaVersion(tag: string): string | undefined {
  return /^\d+\.\d+(\.\d+)?(?=$|-)/.exec(tag)?.[0];
}

const images: readonly Image[] = [
  { name: /(^|\/)apache\/kafka(-native)?$/, program: { ...broker, names: withPrefix('KAFKA_', ofApache), versionOf: kafkaVersion } },
  {
    name: /(^|\/)cp-(kafka|server|enterprise-kafka)$/,
    program: { ...broker, ...byScript, names: withPrefix('KAFKA_', ofOthers), versionOf: confluentVersion },
  },
  { name: /(^|\/)wurstmeister\/kafka$/, program: { ...broker, ...byScript, names: withPrefix('KAFKA_', ofOthers) } },
  {
    name: /(^|\/)bitnami(legacy|secure)?\/kafka$/,
    program: { ...broker, ...byScript, names: withPrefix('KAFKA_CFG_'), versionOf: kafkaVersion },
  },
  {
    name: /(^|\/)cp-(kafka|server)-connect(-base|-datagen)?$|(^|\/)kafka-connect-datagen$/,
    program: {
      names: withPrefix('CONNECT_'),
      reader: { kind: 'role', role: 'connect-distributed' },
      path: 'connect-distributed.properties',
    },
  },
  {
    name: /(^|\/)cp-kafka-rest$/,
    program: { names: withPrefix('KAFKA_REST_'), reader: { kind: 'carrier', id: 'rest-proxy' }, path: 'kafka-rest.properties' },
  },
  {
    name: /(^|\/)(cp-)?ksqldb-server$/,
    program: { names: withPrefix('KSQL_'), reader: { kind: 'carrier', id: 'ksqldb' }, path: 'ksql-server.properties' },
  },
];

/** A broker whose image nobody knows: its variables are those that most images have. */
export const anyBroker: Program = { ...broker, ...byScript, names: withPrefix('KAFKA_', ofOthers) };

/** What runs in a container, by the name of its image; undefined for other images. */
export function programOf(image: string): Program | undefined {
  const { name } = partsOf(image);
  return images.find(one => one.name.test(name))?.program;
}

/** The version of Kafka that an image gives away by its tag. */
export function versionOf(image: string, program: Program): string | undefined {
  return program.versionOf?.(partsOf(image).tag);
}

/** The name and the tag, without a digest; what a variable stands for is nobody's. */
function partsOf(image: string): { readonly name: string; readonly tag: string } {
  const whole = image.replace(/\$\{[^}]*\}|\$\w+|\{\{.*?\}\}/g, 'x').replace(/@.*$/, '');
  const [, name = whole, tag = ''] = /^(.*?):([^:/]*)$/.exec(whole) ?? [];
  return { name, tag };
}

/** Whether the image is a name at all, and not a variable that may hold any. */
export function isNamed(image: string): boolean {
  return image !== '' && !/^(\$\{[^}]*\}|\$\w+|\{\{.*\}\})$/.test(image.trim());
}
