import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { EffectiveConfig } from '../../../server/src/config/effective.js';
import { findProperty } from '../../../server/src/kafka/catalogue/catalogue.js';
import { springBootAttributes } from '../../../server/src/kafka/frameworks/spring-boot.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { rules } from '../../../server/src/rules/registry.js';
import { provideFramework } from '../jars.js';
import { compileJava, startJava } from '../java.js';
import type { Answer, Case, ClientMaps, Comparison, Framework } from './comparison.js';
import { clientIn, givenTo, known } from './resolved.js';
import { cases } from './spring-boot-cases.js';
import { deliberate } from './spring-boot-deliberate.js';
import { generate } from './spring-boot-files.js';
import { configsIn, hasStreams, readCase, scopeIn, type ReadCase } from './spring-boot-reading.js';
import { bootOf, kafkaOf, lacking, type Boot } from './spring-boot-versions.js';

/** Put there by every client for itself, or a place that depends on the machine. */
const unknowable: ReadonlySet<string> = new Set(['ssl.keystore.location', 'ssl.truststore.location']);
const ofStreamsClients: ReadonlySet<string> = new Set([
  ...unknowable,
  'client.id',
  'group.id',
  'group.instance.id',
  'key.deserializer',
  'value.deserializer',
  'key.serializer',
  'value.serializer',
]);

/** Each client by the name that it has here, with its role, and whether it is one of Kafka Streams. */
const clients: Readonly<Record<string, readonly [role: Role, ofStreams: boolean]>> = {
  producer: ['producer', false],
  consumer: ['consumer', false],
  admin: ['admin', false],
  streams: ['streams', true],
  'streams producer': ['producer', true],
  'streams consumer': ['consumer', true],
  'streams admin': ['admin', true],
};

/** Spring Boot, by an application with its Kafka part and no code, in three versions. */
export const springBootKafka: Comparison = { name: 'spring-boot', cases, generate, start, resolve, deliberate };

function resolve(file: Case): Answer {
  const read = readCase(file);
  const configs = Object.entries(clients)
    .filter(([, [, ofStreams]]) => !ofStreams || hasStreams(file))
    .map(([client, [role, ofStreams]]) => [client, clientIn(read.reading, role, scopeIn(read, ofStreams), kafkaOf(file))] as const);
  const refusal = refusalIn(read);
  if (refusal !== undefined) return { refused: refusal };
  const maps = configs.map(([client, config]) => [client, namedIn(client, givenTo(config))] as const);
  const all = configs.map(([, config]) => config);
  return { maps: { ...Object.fromEntries(maps), ...transactionsIn(all), ...attributesIn(all, file) } };
}

/** What a rule says stops the application or one of its clients, in the scope in question. */
function refusalIn(read: ReadCase): string | undefined {
  const stopping = ['duplicate-key', 'not-yaml', 'malformed-escape'];
  const problem = read.document.problems.find(({ kind }) => stopping.includes(kind));
  if (problem) return problem.message;
  for (const config of configsIn(read)) {
    for (const rule of rules.filter(({ roles }) => roles.includes(config.role))) {
      const stops = [...(rule.check?.(config) ?? [])].find(({ refusedByKafka }) => refusedByKafka);
      if (stops) return `${rule.id}: ${JSON.stringify(stops.data ?? {})}`;
    }
  }
  return undefined;
}

/** What both sides can know of a client, lists with their items side by side. */
function namedIn(client: string, props: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [role, ofStreams] = clients[client] ?? ['producer', false];
  const given = known(role, props, ofStreams && client !== 'streams' ? ofStreamsClients : unknowable);
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name !== 'transactional.id')
      .map(([name, value]) => [name, comparable(role, name, value)]),
  );
}

function comparable(role: Role, name: string, value: string): string {
  const text =
    findProperty(role, name)?.type === 'list'
      ? value
          .split(',')
          .map(item => item.trim())
          .join(',')
      : value;
  return text.trim();
}

/** spring-kafka takes a transactional id for a prefix. */
function transactionsIn(configs: readonly EffectiveConfig[]): ClientMaps {
  const [producer] = configs;
  const prefix = producer?.text('spring:transaction-id-prefix') ?? producer?.text('transactional.id');
  return prefix === undefined ? {} : { transactions: { prefix } };
}

/** Spring's own keys, those of the listener containers apart. */
function attributesIn(configs: readonly EffectiveConfig[], file: Case): ClientMaps {
  const values = springBootAttributes.flatMap(({ name, role }) => {
    const value = configs.find(config => config.role === role && (role !== 'producer' || config === configs[0]))?.effective(name)?.text;
    const short = name.slice('spring:'.length);
    return value === undefined || lacking(file).includes(short) ? [] : [[short, decimal(value)] as const];
  });
  const isListeners = ([name]: readonly [string, string]): boolean => name.startsWith('listener.');
  return {
    attributes: Object.fromEntries(values.filter(one => !isListeners(one))),
    listener: Object.fromEntries(values.filter(isListeners).map(([name, value]) => [name.slice('listener.'.length), value])),
  };
}

/** `3` and `3.0` are one number, of which Java keeps as much as a float holds. */
function decimal(value: string): string {
  return /^-?\d+(\.\d+)?(E\d+)?$/.test(value) ? String(Math.fround(Number(value))) : value;
}

type Said = { readonly id: number } & (Answer | { readonly broken: string });

/** A Spring Boot application of each version that is asked for, which answers for one file after the other. */
function start(): Promise<Framework> {
  const running = new Map<Boot, Promise<Framework>>();
  return Promise.resolve({
    ask: async file => {
      const boot = bootOf(file);
      const framework = running.get(boot) ?? startBoot(boot);
      running.set(boot, framework);
      return (await framework).ask(file);
    },
    stop: async () => {
      for (const framework of running.values()) await (await framework).stop();
    },
  });
}

async function startBoot(boot: Boot): Promise<Framework> {
  const jars = await provideFramework(boot);
  const classes = await compileJava('frameworks-spring-boot', jars);
  const java = startJava([classes, `${jars}/*`], 'SpringBootOracle', []);
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let last = 0;
  let printed = '';
  java.stderr.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-2000)));
  createInterface({ input: java.stdout }).on('line', line => {
    const said = JSON.parse(line) as Said;
    const asked = waiting.get(said.id);
    waiting.delete(said.id);
    if ('broken' in said) asked?.reject(new Error(`Spring Boot has no answer: ${said.broken}`));
    else asked?.resolve('maps' in said ? { maps: said.maps } : { refused: said.refused });
  });
  // an end of the JVM is told below
  java.stdin.on('error', () => undefined);
  const ended = once(java, 'close').then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The JVM of Spring Boot ended. It printed last: ${printed}`));
    waiting.clear();
  });
  return {
    ask: file =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const { path, text, circumstances } = file;
        const answered = (answer: Answer): void => {
          resolve('maps' in answer ? { maps: knownTo(answer.maps, hasStreams(file)) } : answer);
        };
        waiting.set(id, { resolve: answered, reject });
        java.stdin.write(`${JSON.stringify({ id, path, text, circumstances })}\n`);
      }),
    stop: async () => {
      java.stdin.end();
      await ended;
    },
  };
}

/** The keys that the catalogue knows, and the attributes that Ackguard has. */
function knownTo(maps: ClientMaps, streams: boolean): ClientMaps {
  const names = new Set(springBootAttributes.map(({ name }) => name.slice('spring:'.length)));
  return Object.fromEntries(
    Object.entries(maps).map(([client, props]) => {
      if (client in clients) return [client, namedIn(client, props)] as const;
      const prefix = client === 'listener' ? 'listener.' : '';
      const kept = Object.entries(props).filter(
        ([name]) => client === 'transactions' || (names.has(prefix + name) && (streams || !name.startsWith('streams.'))),
      );
      return [client, Object.fromEntries(kept.map(([name, value]) => [name, client === 'transactions' ? value : decimal(value)]))] as const;
    }),
  );
}
