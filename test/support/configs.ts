import { chooseCarriers } from '../../server/src/analysis/choose.js';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import { resolveValue } from '../../server/src/config/placeholder.js';
import { resolveConfigs } from '../../server/src/config/resolve.js';
import type { Reading } from '../../server/src/config/setting.js';
import type { Role } from '../../server/src/kafka/property.js';
import { parseVersion } from '../../server/src/kafka/version.js';
import { textOf } from '../../server/src/syntax/key-text.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import type { Document } from '../../server/src/syntax/syntax.js';

export interface ReadFile {
  readonly document: Document;
  readonly reading: Reading;
}

/** What the first carrier that reads the file makes of it; undefined where none does. */
export function readFile(path: string, text: string): ReadFile | undefined {
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  const document = syntax.parse(text);
  for (const { carrier, recognition, verdict } of chooseCarriers(document, path, undefined)) {
    const reading = verdict === 'reads' ? carrier.read(document, path, recognition) : undefined;
    if (reading && reading.scopes.length > 0 && document.entries.length > 0) return { document, reading };
  }
  return undefined;
}

/** The configurations of a file that some carrier reads. */
export function configsOf(path: string, text: string, version = '4.3'): readonly EffectiveConfig[] {
  const kafka = parseVersion(version);
  const file = readFile(path, text);
  if (!file || !kafka) throw new Error(`Nobody reads ${path} for ${version}:\n${text}`);
  return resolveConfigs(file.reading, file.document.problems, { version: kafka, versionKnown: true, profile: 'production' });
}

/** The configuration of a role in the base scope, or in the one of that name. */
export function configOf(role: Role, path: string, text: string, scope?: string): EffectiveConfig {
  const config = configsOf(path, text).find(one => one.role === role && (scope === undefined || one.scope.name === scope));
  if (!config) throw new Error(`No ${role} in ${scope ?? 'any scope'} of:\n${text}`);
  return config;
}

/** What is in force, `property=value` each, in the order of the text; `?` for what is not known. */
export function inForce(config: EffectiveConfig): readonly string[] {
  return config.settings.map(({ property, value }) => `${property}=${value.known ? value.text : '?'}`);
}

/** What carriers say of the surroundings, for {@link configWith}. */
export interface Surroundings {
  readonly version?: string;
  readonly facts?: Reading['facts'];
  /** `property=value`: what the framework gives the client by itself. */
  readonly byFramework?: readonly string[];
  readonly scope?: string;
}

/** A configuration of one role with these settings, `property=value` each, as a carrier would hand it over that is not asked for its spelling. */
export function configWith(role: Role, settings: readonly string[], surroundings: Surroundings = {}): EffectiveConfig {
  const kafka = parseVersion(surroundings.version ?? '4.3');
  const scope = { name: surroundings.scope ?? 'file', base: undefined, complete: true, development: false };
  // a colon ends a key in these files
  const lines = settings.map(line => line.replace(/^([^=:]*):([^=]*=)/, '$1\\:$2'));
  const document = syntaxOf('any.properties', undefined)?.parse(lines.join('\n'));
  if (!kafka || !document) throw new Error('There is no such version.');
  const reading: Reading = {
    carrier: 'none',
    framework: 'The framework',
    scopes: [scope],
    settings: document.entries.map(entry => {
      const property = entry.path.map(textOf).join('.');
      const value = resolveValue(entry.value, 'kafka');
      return { property, role, value, entry, scope, rank: 0, own: true, ignored: undefined };
    }),
    unknownKeys: [],
    openers: [],
    frameworkDefaults: (surroundings.byFramework ?? []).map(text => {
      const [property = '', value] = text.split('=');
      return { role, property, value };
    }),
    kafkaVersion: undefined,
    facts: surroundings.facts ?? new Set(),
    trust: 'certain',
  };
  const [config] = resolveConfigs(reading, [], { version: kafka, versionKnown: true, profile: 'production' });
  if (!config) throw new Error('There must be at least one setting.');
  return config;
}
