import { env } from '../../syntax/env.js';
import { textOf } from '../../syntax/key-text.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import type { EntryVariable } from './variables.js';

/** The variable that a line of a file of variables sets; a name alone hands on the variable of that name outside. */
export function lineVariable({ text }: Document, entry: Entry): EntryVariable {
  const { keySpan, span, path } = entry;
  const name = path.map(textOf).join();
  const isAlone = entry.valueSpan.start === keySpan.end;
  const quoted = /^(["'])(.*)\1$/s.exec(text.slice(entry.valueSpan.start, entry.valueSpan.end));
  const isPlain = quoted?.[2] === entry.value;
  const valueSpan = isPlain ? { start: entry.valueSpan.start + 1, end: entry.valueSpan.end - 1 } : entry.valueSpan;
  return { name, value: isAlone ? `\${${name}}` : entry.value, entry, keySpan, valueSpan, span };
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
