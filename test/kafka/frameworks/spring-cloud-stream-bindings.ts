import { elementsOf } from '../../../server/src/carriers/shared/names.js';
import { splitParts } from '../../../server/src/carriers/shared/spring-scopes.js';
import type { Scope } from '../../../server/src/config/setting.js';
import { syntaxOf } from '../../../server/src/syntax/registry.js';
import type { Case } from './comparison.js';

/** The function of Kafka Streams that the other side has in its code. */
export const streamsOf = 'process';

/** The file with the bindings that the code of its application has: those that it names. Kafka Streams has its own. */
export function bound(file: Case): Case {
  const names = [...new Set(file.text.match(/\b[a-z]+-(?:in|out)-\d\b/g) ?? [])].filter(
    name => file.circumstances?.streams === undefined || !name.startsWith(`${streamsOf}-`),
  );
  const of = (direction: string): Record<string, string> => {
    const some = names.filter(name => name.includes(`-${direction}-`));
    return some.length === 0 ? {} : { [`${direction}puts`]: some.join(',') };
  };
  return { ...file, circumstances: { ...of('in'), ...of('out'), ...file.circumstances } };
}

/** The bindings of that direction, as far as the file still names them where it counts. */
export function bindingsOf(file: Case, direction: 'inputs' | 'outputs'): readonly string[] {
  const names = file.circumstances?.[direction]?.split(',') ?? [];
  return names.filter(name => isNamed(file, name));
}

/** The input of the function of Kafka Streams, if the file names it: of others nobody sees the name. */
export function streamsInput(file: Case): string | undefined {
  const name = `${streamsOf}-in-0`;
  return file.circumstances?.streams !== undefined && isNamed(file, name) ? name : undefined;
}

function isNamed({ path, text, circumstances }: Case, name: string): boolean {
  const syntax = syntaxOf(path, undefined);
  if (!syntax) throw new Error(`${path} has no syntax.`);
  const document = syntax.parse(text);
  const { scopes, scopeOf } = splitParts(document, path);
  const counts = (scope: Scope): boolean => scope === scopes[0] || scope.name === circumstances?.scope;
  return document.entries.some(entry => counts(scopeOf(entry)) && elementsOf(entry.path).some(element => element.text === name));
}
