import { springDefaults } from '../../../server/src/carriers/spring-boot/defaults.js';
import { springBoot } from '../../../server/src/carriers/spring-boot/spring-boot.js';
import { splitParts } from '../../../server/src/carriers/shared/spring-scopes.js';
import type { EffectiveConfig } from '../../../server/src/config/effective.js';
import type { Reading, Scope } from '../../../server/src/config/setting.js';
import { syntaxOf } from '../../../server/src/syntax/registry.js';
import type { Document } from '../../../server/src/syntax/syntax.js';
import type { Case } from './comparison.js';
import { clientIn } from './resolved.js';
import { kafkaOf } from './spring-boot-versions.js';

/** What Ackguard reads in a file. */
export interface ReadCase {
  readonly file: Case;
  readonly document: Document;
  readonly reading: Reading;
}

export function readCase(file: Case): ReadCase {
  const syntax = syntaxOf(file.path, undefined);
  if (!syntax) throw new Error(`${file.path} has no syntax.`);
  const document = syntax.parse(file.text);
  return { file, document, reading: readingOf(file, document) };
}

/** A file that says nothing of Kafka leaves the defaults. */
function readingOf({ path }: Case, document: Document): Reading {
  const trust = 'certain';
  const reading = springBoot.read(document, path, { score: 100, readable: true, trust, roles: ['producer'], clues: [] });
  const { scopes } = splitParts(document, path);
  const none = { settings: [], unknownKeys: [], openers: [], kafkaVersion: undefined, facts: new Set<never>(), trust } as const;
  const frameworkDefaults = springDefaults(document, scopes[0], []);
  return reading ?? { carrier: springBoot.id, framework: springBoot.title, scopes, frameworkDefaults, ...none };
}

/** Whether the application has Kafka Streams. */
export function hasStreams({ circumstances }: Case): boolean {
  return circumstances?.streams !== undefined;
}

/** The scope that the circumstances name; where it says nothing that is new, the one that it builds on. */
export function scopeIn({ reading: { scopes }, file: { circumstances } }: ReadCase, ofStreams: boolean): Scope {
  const [base] = scopes;
  const name = circumstances?.scope ?? base?.name;
  const title = 'Kafka Streams';
  const names = ofStreams ? [name === base?.name ? title : `${name ?? ''} ${title}`, title] : [name];
  const scope = names.map(one => scopes.find(found => found.name === one)).find(found => found !== undefined) ?? base;
  if (!scope) throw new Error('There is no scope.');
  return scope;
}

/** The configurations of all roles of which something is written, in the scope in question or one that it builds on. */
export function configsIn(read: ReadCase): readonly EffectiveConfig[] {
  return (hasStreams(read.file) ? [false, true] : [false]).flatMap(ofStreams => {
    const scope = scopeIn(read, ofStreams);
    const written = read.reading.settings.filter(setting => setting.scope === scope || setting.scope === scope.base);
    return [...new Set(written.map(({ role }) => role))].map(role => clientIn(read.reading, role, scope, kafkaOf(read.file)));
  });
}
