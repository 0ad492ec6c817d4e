import type { EffectiveConfig } from '../../../server/src/config/effective.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { rules } from '../../../server/src/rules/registry.js';
import type { Answer, Case, ClientMaps, Comparison, Framework } from './comparison.js';
import { startJavaFramework } from './java-framework.js';
import { givenTo } from './resolved.js';
import { bindingsOf, streamsInput } from './spring-cloud-stream-bindings.js';
import { cases } from './spring-cloud-stream-cases.js';
import { deliberate } from './spring-cloud-stream-deliberate.js';
import { generate } from './spring-cloud-stream-files.js';
import { attributesOf, knownTo } from './spring-cloud-stream-known.js';
import { configIn, readCase, type ReadCase } from './spring-cloud-stream-reading.js';

/** Spring Cloud Stream's binders for Kafka and for Kafka Streams, by an application whose code has the bindings that the file names. */
export const springCloudStream: Comparison = { name: 'spring-cloud-stream', cases, generate, start, resolve, deliberate };

/** A client by the name that it has here, and the scope in which Ackguard has it. */
type Client = readonly [name: string, role: Role, scope: string];

function clientsOf(file: Case): readonly Client[] {
  const inputs = bindingsOf(file, 'inputs').flatMap((name): readonly Client[] => [
    [`${name} consumer`, 'consumer', `binding ${name}`],
    [`${name} dead letters`, 'producer', `dead letters of ${name}`],
  ]);
  const outputs = bindingsOf(file, 'outputs').map((name): Client => [`${name} producer`, 'producer', `binding ${name}`]);
  const ofStreams = streamsInput(file);
  return [...inputs, ...outputs, ...(ofStreams === undefined ? [] : streamsClients(ofStreams))];
}

const streamsClients = (input: string): readonly Client[] => [
  [`${input} streams`, 'streams', `binding ${input}`],
  [`${input} streams consumer`, 'consumer', `binding ${input}`],
  [`${input} streams producer`, 'producer', `binding ${input}`],
  [`${input} dead letters`, 'producer', `dead letters of ${input}`],
];

function resolve(file: Case): Answer {
  const read = readCase(file);
  const found = clientsOf(file).flatMap(([name, role, scope]) => {
    const config = configIn(read, role, scope);
    return config ? [[name, config] as const] : [];
  });
  const refusal = refusalIn(
    read,
    found.map(([, config]) => config),
  );
  if (refusal !== undefined) return { refused: refusal };
  return { maps: Object.fromEntries(found.map(([name, config]) => [name, mapOf(name, config)])) };
}

function mapOf(name: string, config: EffectiveConfig): Readonly<Record<string, string>> {
  return knownTo(name, { ...givenTo(config), ...attributesOf(name, config) });
}

/** What a rule says stops the application or one of its clients. */
function refusalIn(read: ReadCase, configs: readonly EffectiveConfig[]): string | undefined {
  const stopping = ['duplicate-key', 'not-yaml', 'malformed-escape'];
  const problem = read.document.problems.find(({ kind }) => stopping.includes(kind));
  if (problem) return problem.message;
  for (const config of configs) {
    for (const rule of rules.filter(({ roles }) => roles.includes(config.role))) {
      const stops = [...(rule.check?.(config) ?? [])].find(({ refusedByKafka }) => refusedByKafka);
      if (stops) return `${rule.id}: ${JSON.stringify(stops.data ?? {})}`;
    }
  }
  return undefined;
}

/** Compiles and starts the program that answers for one file after the other. */
async function start(): Promise<Framework> {
  const framework = await startJavaFramework({ name: 'spring-cloud-stream', main: 'SpringCloudStreamOracle' });
  return {
    ...framework,
    ask: async file => {
      const named = { inputs: bindingsOf(file, 'inputs').join(','), outputs: bindingsOf(file, 'outputs').join(',') };
      const answer = await framework.ask({ ...file, circumstances: { ...file.circumstances, ...named } });
      return 'maps' in answer ? { maps: namedIn(file, answer.maps) } : answer;
    },
  };
}

/** The clients that the file names, and of each what both sides can know. */
function namedIn(file: Case, maps: ClientMaps): ClientMaps {
  const names = new Set(clientsOf(file).map(([name]) => name));
  return Object.fromEntries(
    Object.entries(maps)
      .filter(([name]) => names.has(name))
      .map(([name, props]) => [name, knownTo(name, props)]),
  );
}
