import { analyze } from '../../../server/src/analysis/analyze.js';
import { defaultOptions } from '../../../server/src/analysis/options.js';
import { propertiesOf } from '../../../server/src/kafka/catalogue/catalogue.js';
import { librdkafkaProperty } from '../../../server/src/kafka/frameworks/librdkafka.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { startLibrdkafka } from '../librdkafka.js';
import type { Answer, Case, Comparison } from './comparison.js';
import { cases } from './librdkafka-cases.js';
import { handedOver } from './librdkafka-files.js';
import { generate, leftOut } from './librdkafka-generate.js';

const roleOf = (file: Case): Role => (file.circumstances?.client === 'consumer' ? 'librdkafka-consumer' : 'librdkafka-producer');

/** Clients of librdkafka, by librdkafka itself, which is asked what it sets, what it refuses, and what is in force in the end. */
export const librdkafkaClients: Comparison = {
  name: 'librdkafka',
  cases,
  generate,
  start: async () => {
    const librdkafka = await startLibrdkafka();
    return {
      ask: async file => {
        const client = roleOf(file) === 'librdkafka-consumer' ? 'consumer' : 'producer';
        const verdict = await librdkafka.ask(client, handedOver(file, client));
        if ('refused' in verdict) return verdict;
        const pairs = Object.entries(verdict.values).map(([name, value]) => [librdkafkaProperty(name)?.name ?? name, value] as const);
        return { maps: { [client]: withoutDefaults(roleOf(file), new Map(pairs)) } };
      },
      stop: () => librdkafka.stop(),
    };
  },
  resolve,
  deliberate: (file, key, theirs, ours) => {
    if (key === 'refused' && ours === undefined && isSaidTwice(file, theirs ?? ''))
      return 'of several lines for one property the last is judged, which the rule on duplicates tells; librdkafka refuses the first too';
    if (key.endsWith(': api.version.request') && theirs === undefined)
      return 'librdkafka turns it on again, as broker.version.fallback names a broker that knows it; no rule looks at it';
    return theirs !== undefined && Number(theirs) === Number(ours) ? 'a fraction that C prints in other digits' : undefined;
  },
};

/** Whether the file sets the property that librdkafka complains about again further down. */
function isSaidTwice(file: Case, complaint: string): boolean {
  const client = roleOf(file) === 'librdkafka-consumer' ? 'consumer' : 'producer';
  const names = handedOver(file, client).map(([key]) => librdkafkaProperty(key)?.name);
  const refused = librdkafkaProperty(/"([a-z.]+)"/g.exec(complaint.replace(/value "[^"]*"/, ''))?.[1] ?? '');
  return refused !== undefined && names.filter(name => name === refused.name).length > 1;
}

function resolve(file: Case): Answer {
  const role = roleOf(file);
  const context = {
    options: defaultOptions,
    onRuleFailure: (rule: string, error: unknown) => {
      throw new Error(`${rule} failed`, { cause: error });
    },
  };
  const { carried, diagnoses } = analyze(file, context);
  if (carried.some(({ carrier }) => carrier.id !== 'librdkafka')) return { maps: {} };
  const refused = diagnoses.find(({ finding }) => finding.refusedByKafka ?? finding.message === 'java');
  if (refused) return { refused: refused.message };
  const configs = carried.flatMap(one => one.configs).filter(config => config.role === role);
  const config = configs.at(-1);
  if (!config) return { maps: {} };
  const values = propertiesOf(role).map(({ name }) => [name, config.effective(name)?.text ?? ''] as const);
  return { maps: { [role.replace('librdkafka-', '')]: withoutDefaults(role, new Map(values)) } };
}

/** Defaults are compared one by one when the table is asked for; here is what differs from them. */
function withoutDefaults(role: Role, values: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const compared = propertiesOf(role).filter(({ name }) => !leftOut.test(name));
  return Object.fromEntries(
    compared.flatMap(({ name }) => {
      const value = values.get(name) ?? '';
      return value === (librdkafkaProperty(name)?.byDefault ?? '') ? [] : [[name, value] as const];
    }),
  );
}
