import { properties } from '../../../server/src/syntax/properties.js';
import type { Document } from '../../../server/src/syntax/syntax.js';

export type Pair = readonly [key: string, value: string];

/** What `java.util.Properties` keeps: pairs sorted by key, the last of equal keys; or the name of the exception that it throws. */
export type Answer = readonly Pair[] | string;

/** The answer that Java must give if the parser is right about the text. */
export function expectFromJava(text: string): Answer {
  const document = properties.parse(text);
  if (document.problems.some(({ kind }) => kind === 'malformed-escape')) return 'java.lang.IllegalArgumentException';
  return keepLast(pairsOf(document));
}

/** Key and value of each entry, in the order of the text. */
export function pairsOf(document: Document): Pair[] {
  return document.entries.map(({ path, value }) => [path.map(step => (step.kind === 'key' ? step.text : '')).join(), value]);
}

/** Keeps the last value of each key, in the order of the keys' UTF-16 units. */
export function keepLast(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs)].sort(([one], [other]) => (one < other ? -1 : 1));
}
