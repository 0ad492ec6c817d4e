import { carriers } from '../../../server/src/carriers/registry.js';
import type { EffectiveConfig } from '../../../server/src/config/effective.js';
import type { Reading, Scope } from '../../../server/src/config/setting.js';
import type { Role } from '../../../server/src/kafka/property.js';
import { syntaxOf } from '../../../server/src/syntax/registry.js';
import type { Document } from '../../../server/src/syntax/syntax.js';
import type { Case } from './comparison.js';
import { clientIn } from './resolved.js';
import { kafkaVersion } from './spring-cloud-stream-known.js';

/** What Ackguard reads in a file. */
export interface ReadCase {
  readonly file: Case;
  readonly document: Document;
  /** Undefined where nothing in it is the carrier's. */
  readonly reading: Reading | undefined;
}

export function readCase(file: Case): ReadCase {
  const syntax = syntaxOf(file.path, undefined);
  if (!syntax) throw new Error(`${file.path} has no syntax.`);
  const document = syntax.parse(file.text);
  const carrier = carriers.find(({ id }) => id === 'spring-cloud-stream');
  const recognition = carrier?.recognize(document, file.path);
  return { file, document, reading: recognition && carrier?.read(document, file.path, recognition) };
}

/** The configuration of a client of that scope: in the profile in question, or where that says nothing new, without one. */
export function configIn({ file, reading }: ReadCase, role: Role, name: string): EffectiveConfig | undefined {
  if (!reading) return undefined;
  const profile = file.circumstances?.scope;
  const named = (one: string): Scope | undefined => reading.scopes.find(found => found.name === one);
  // a binding may have no dead letters any more there
  const speaks = profile !== undefined && named(`${name.replace('dead letters of', 'binding')}, ${profile}`) !== undefined;
  const scope = named(speaks ? `${name}, ${profile}` : name);
  return scope && clientIn(reading, role, scope, kafkaVersion);
}
