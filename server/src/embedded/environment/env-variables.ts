import { env } from '../../syntax/env.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { entryVariable } from './entry-writer.js';
import type { EntryVariable } from './variables.js';

/** The variable that a line of a file of variables sets. */
export function lineVariable(document: Document, entry: Entry): EntryVariable {
  return entryVariable(document, entry, entry.path.map(textOf).join(), entry.value);
}

/** The values in a file of variables by their names; of several lines for one the last. */
export function valuesIn(text: string): ReadonlyMap<string, string> {
  const document = env.parse(text);
  return new Map(document.entries.map(entry => lineVariable(document, entry)).map(({ name, value }) => [name, value]));
}

/** A path that a file names, counted from its own folder; both with forward slashes. */
export function pathFrom(file: string, named: string): string {
  const written = named.replaceAll('\\', '/').split('/');
  const isAbsolute = /^(\/|[a-z]:)/i.test(named);
  const parts: string[] = [];
  for (const part of isAbsolute ? written : [...file.split('/').slice(0, -1), ...written]) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
