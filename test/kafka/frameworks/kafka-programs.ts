import { versionOf } from '../../../server/src/analysis/options.js';
import { existsIn, propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { randomOf, type Random } from '../differential/random.js';
import { usualValue } from '../differential/values.js';
import { provideJars } from '../jars.js';
import { startOracle, type Oracle, type Program, type ProgramMaps } from '../oracle.js';
import { releaseOf } from '../versions.js';
import type { Case, ClientMaps, Framework } from './comparison.js';
import { propsOf } from './resolved.js';

/** The newest version, and the last ones of the two major versions before it. */
export const programVersions = ['4.3.1', '3.9.2', '2.8.2'] as const;

/** The Kafka version that a case is asked for. */
export function versionIn({ circumstances }: Case): string {
  return circumstances?.version ?? programVersions[0];
}

/** Picks of a client's configuration what Ackguard can know, or drops the client. */
export type Shown = (client: string, props: ClientMaps[string], file: Case) => ClientMaps[string] | undefined;

/** Kafka's own program, as it hands configurations to its clients. */
export function startProgram(program: (file: Case) => Program, shown: Shown): Promise<Framework> {
  return startKafka((oracle, file) => oracle.askMaps(versionIn(file), program(file), propsOf(file), connectorIn(file)), shown);
}

/** Kafka's own classes in every version that is compared, asked in one way. */
export async function startKafka(ask: (oracle: Oracle, file: Case) => Promise<ProgramMaps>, shown: Shown): Promise<Framework> {
  for (const version of programVersions) await provideJars(releaseOf(version));
  const oracle = await startOracle();
  return {
    ask: async file => {
      const answer = await ask(oracle, file);
      if (!('maps' in answer)) return { refused: answer.error };
      const maps: Record<string, ClientMaps[string]> = {};
      for (const [client, props] of Object.entries(answer.maps)) {
        const picked = shown(client, props, file);
        if (picked) maps[client] = picked;
      }
      return { maps };
    },
    stop: () => oracle.stop(),
  };
}

function connectorIn({ circumstances }: Case): Readonly<Record<string, string>> | undefined {
  return circumstances?.connector === undefined ? undefined : propsOf({ path: 'connector.properties', text: circumstances.connector });
}

/** Makes random lines for the files of Kafka's programs. */
export interface Lines {
  readonly random: Random;
  readonly version: string;
  /** A key that the role has in this version, with a value that it takes. */
  readonly property: (role: Role, prefix: string) => string;
}

/** Lines for a version that the random numbers choose. */
export function linesFrom(next: () => number): Lines {
  const random = randomOf(next);
  const version = random.chance(0.5) ? programVersions[0] : random.pick(programVersions);
  const kafka = versionOf(version);
  return {
    random,
    version,
    property: (role, prefix) => {
      const property = random.pick(propertiesOf(role).filter(one => existsIn(one, kafka) && plainTypes.has(one.type)));
      const value = usualValue(property, kafka, random);
      // a properties file would need escapes, which are compared elsewhere
      return `${prefix}${property.name}=${/^[!-~]+$/.test(value) ? value : 'a'}`;
    },
  };
}

/** Classes and passwords would have to exist. */
const plainTypes: ReadonlySet<string> = new Set(['boolean', 'string', 'int', 'short', 'long', 'double']);

/** The lines in another order, some of them twice. */
export function shuffled(random: Random, lines: readonly string[]): readonly string[] {
  const order = lines.map(line => ({ line, at: random.below(1e9) })).sort((a, b) => a.at - b.at);
  return order.map(({ line }) => line);
}
