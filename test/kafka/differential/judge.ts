import { workerLayout } from '../../../server/src/carriers/connect-worker/layout.js';
import { connectorLayout } from '../../../server/src/carriers/connector/layout.js';
import { mirrorLayout } from '../../../server/src/carriers/mirror-maker/layout.js';
import { sharedLayout } from '../../../server/src/carriers/plain/layout.js';
import { readLayout } from '../../../server/src/carriers/shared/flat.js';
import { fileScope, type Layout } from '../../../server/src/carriers/shared/layout.js';
import { streamsLayout } from '../../../server/src/carriers/shared/streams.js';
import { runRules } from '../../../server/src/analysis/run.js';
import { versionOf } from '../../../server/src/analysis/options.js';
import type { EffectiveConfig } from '../../../server/src/config/effective.js';
import { resolveConfigs } from '../../../server/src/config/resolve.js';
import type { Reading, Setting, UnknownKey } from '../../../server/src/config/setting.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { rules } from '../../../server/src/rules/registry.js';
import type { Entry } from '../../../server/src/syntax/syntax.js';

/** The roles whose configurations both sides are asked about. */
export const judgedRoles = [
  'producer',
  'consumer',
  'admin',
  'topic',
  'broker',
  'streams',
  'connect-distributed',
  'connect-standalone',
  'source-connector',
  'sink-connector',
  'mirror-maker',
] as const;
export type JudgedRole = (typeof judgedRoles)[number];

const clients: ReadonlySet<Role> = new Set(['producer', 'consumer', 'admin', 'topic']);

/** One configuration and the Kafka that is to read it. */
export interface Question {
  readonly version: string;
  readonly role: JudgedRole;
  readonly props: Readonly<Record<string, string>>;
}

/** A finding that says that Kafka does not start with this configuration. */
export interface Refusal {
  readonly rule: string;
  readonly message: string;
  /** The property it points at; undefined for what is absent. */
  readonly property: string | undefined;
}

export interface Judgement {
  readonly refusals: readonly Refusal[];
  /** What a hover shows as the value in force; undefined where there is none or it is not known. */
  effective(property: string): string | undefined;
}

/** What Ackguard says of a configuration whose role and version it knows for certain. */
export function judge({ version, role, props }: Question): Judgement {
  const reading = readingOf(role, props);
  const resolved = resolveConfigs(reading, [], { version: versionOf(version), versionKnown: true, profile: 'production' });
  // the clients inside a program are questions of their own
  const configs = clients.has(role) ? resolved : resolved.filter(config => !clients.has(config.role));
  const found = runRules(rules, configs, [], (ruleId, error) => {
    throw new Error(`Rule ${ruleId} failed for ${version} ${role} ${JSON.stringify(props)}`, { cause: error });
  });
  return {
    refusals: found
      .filter(({ finding }) => finding.refusedByKafka === true)
      .map(({ rule, finding }) => ({ rule: rule.id, message: finding.message, property: propertyAt(finding.at) })),
    effective: property => ownConfig(configs, role)?.effective(property)?.text,
  };
}

function propertyAt(at: Setting | UnknownKey | object | string): string | undefined {
  if (typeof at !== 'object') return undefined;
  return 'property' in at ? at.property : 'key' in at ? at.key : undefined;
}

function ownConfig(configs: readonly EffectiveConfig[], role: Role): EffectiveConfig | undefined {
  return configs.find(config => config.role === role);
}

/** The map as a plain file of that role would be read, without its text. */
function readingOf(role: JudgedRole, props: Readonly<Record<string, string>>): Reading {
  const keys = Object.keys(props);
  const entries = keys.map((key, i) => entryOf(key, props[key] ?? '', i));
  const recognition = { score: 100, readable: true, trust: 'certain', roles: [role], clues: [] } as const;
  return readLayout({ id: 'plain', title: 'Kafka' }, entries, layoutOf(role, keys, entries), recognition);
}

function layoutOf(role: JudgedRole, keys: readonly string[], entries: readonly Entry[]): Layout {
  switch (role) {
    case 'streams':
      return streamsLayout(keys, entries);
    case 'connect-distributed':
    case 'connect-standalone':
      return workerLayout(role, keys, entries);
    case 'source-connector':
    case 'sink-connector':
      return connectorLayout(role, { keys, entries, scope: fileScope() });
    case 'mirror-maker':
      return mirrorLayout(keys, entries);
    case 'producer':
    case 'consumer':
    case 'admin':
    case 'topic':
    case 'broker':
      return sharedLayout([role], keys);
  }
}

/** Places only have to be different. */
function entryOf(key: string, value: string, index: number): Entry {
  const span = { start: 2 * index, end: 2 * index + 1 };
  return { path: [{ kind: 'key', text: key, span }], part: 0, keySpan: span, value, valueSpan: span, span, section: undefined };
}
