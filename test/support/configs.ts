import { chooseCarriers } from '../../server/src/analysis/choose.js';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import { resolveConfigs } from '../../server/src/config/resolve.js';
import type { Reading } from '../../server/src/config/setting.js';
import type { Role } from '../../server/src/kafka/property.js';
import { parseVersion } from '../../server/src/kafka/version.js';
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
