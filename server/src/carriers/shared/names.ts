import type { PathSegment } from '../../syntax/syntax.js';
import { textOf } from '../../syntax/key-text.js';
import { remembering } from '../../text/remembering.js';

/** One element of a Spring configuration name; a bracketed one (`[enable.idempotence]`) is taken to the letter. */
export interface Element {
  readonly text: string;
  readonly bracketed: boolean;
}

/**
 * Splits written keys into Spring's name elements: dots separate, brackets protect, list places become their numbers.
 * Source: org.springframework.boot.context.properties.source.ConfigurationPropertyName.
 */
export function elementsOf(path: readonly PathSegment[]): readonly Element[] {
  const elements: Element[] = [];
  for (const segment of path) {
    if (segment.kind === 'item') elements.push({ text: textOf(segment), bracketed: true });
    else elements.push(...splitName(segment.text));
  }
  return elements;
}

/** A quick look at the first key, as most entries of an application are none of Spring's. */
export function mayBeSpring([first]: readonly PathSegment[]): boolean {
  return first?.kind === 'key' && /^spring/i.test(first.text);
}

/** The elements of one written key, e.g. `spring.kafka.producer.properties[max.block.ms]`. */
export const splitName = remembering(elementsIn);

function elementsIn(name: string): readonly Element[] {
  // most keys are one word, and a file has many
  if (!/[.[\]]/.test(name)) return name === '' ? [] : [{ text: name, bracketed: false }];
  const elements: Element[] = [];
  for (const match of name.matchAll(/\[([^\][]*)\]|[^.[]+/g)) {
    elements.push(match[1] === undefined ? { text: match[0], bracketed: false } : { text: match[1], bracketed: true });
  }
  return elements;
}

/**
 * Relaxed binding: `enableAutoCommit`, `enable_auto_commit` and `enable-auto-commit` are one name, of which letters and digits count alone.
 * Source: ConfigurationPropertyName#equals.
 */
export function relaxed(text: string): string {
  return bare(text);
}

/** Whether the elements begin with these kebab-case names. */
export function startsWith(elements: readonly Element[], names: readonly string[]): boolean {
  return names.every((name, i) => elements[i] !== undefined && relaxed(elements[i].text) === relaxed(name));
}

/** The key of a map entry: outside brackets only letters, digits, `-`, `_` and `.` count, and nested keys join with dots. */
export function mapKey(elements: readonly Element[]): string {
  return elements.map(element => (element.bracketed ? element.text : element.text.replace(/[^A-Za-z0-9._-]/g, ''))).join('.');
}

/** A name reduced to its letters and digits, to find the property that a wrong spelling means. */
export const bare = remembering(name => name.toLowerCase().replace(/[^a-z0-9]/g, ''));

/** How the leaves of a file are written. */
export type Naming = 'kebab' | 'camel' | 'snake';

/** The naming in use among these written leaf names; kebab case, which Spring recommends, if none shows. */
export function namingOf(names: readonly string[]): Naming {
  if (names.some(name => /[a-z][A-Z]/.test(name))) return 'camel';
  return names.some(name => name.includes('_')) && !names.some(name => name.includes('-')) ? 'snake' : 'kebab';
}

/** A kebab-case leaf in another naming. */
export function named(leaf: string, naming: Naming): string {
  if (naming === 'kebab') return leaf;
  return naming === 'snake' ? leaf.replace(/-/g, '_') : leaf.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
