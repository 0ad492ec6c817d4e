import { springCloudStream } from '../../server/src/carriers/spring-cloud-stream/spring-cloud-stream.js';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import { resolveConfigs } from '../../server/src/config/resolve.js';
import type { Reading } from '../../server/src/config/setting.js';
import type { Role } from '../../server/src/kafka/property.js';
import { parseVersion } from '../../server/src/kafka/version.js';
import { syntaxOf } from '../../server/src/syntax/registry.js';
import type { Document } from '../../server/src/syntax/syntax.js';
import { readBy } from './read.js';

const properties = 'application.properties';

/** What the carrier for Spring Cloud Stream makes of the text; undefined where nothing in it is its own. */
export function readStream(text: string, path = properties): Reading | undefined {
  return readBy(springCloudStream, documentOf(text, path), path);
}

/** The names of its scopes, in their order. */
export function scopesIn(text: string, path = properties): readonly string[] {
  return readStream(text, path)?.scopes.map(({ name }) => name) ?? [];
}

/** The configuration of a role in the scope of that name; undefined where there is none. */
export function clientIn(text: string, role: Role, scope: string, path = properties, version = '4.3'): EffectiveConfig | undefined {
  const reading = readStream(text, path);
  const kafka = parseVersion(version);
  if (!reading || !kafka) throw new Error(`Nobody reads for ${version}:\n${text}`);
  const configs = resolveConfigs(reading, [], { version: kafka, versionKnown: true, profile: 'production' });
  return configs.find(one => one.role === role && one.scope.name === scope);
}

/** The text as its syntax reads it. */
export function documentOf(text: string, path = properties): Document {
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  return syntax.parse(text);
}
