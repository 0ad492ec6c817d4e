import { findProperty, propertiesOf } from '../../kafka/catalogue/catalogue.js';
import { librdkafkaProperty, librdkafkaNames } from '../../kafka/frameworks/librdkafka.js';
import type { Property } from '../../kafka/property.js';
import { bare } from '../shared/names.js';

/** The clients that an application configures in a section of its own. */
export const clientRoles = ['producer', 'consumer'] as const;
export type ClientRole = (typeof clientRoles)[number];

/** What a key means, by its letters; there are no two keys of clients with the same ones. */
const byLetters: ReadonlyMap<string, string> = new Map(
  clientRoles.flatMap(role => propertiesOf(role).map(({ name }) => [bare(name), name] as const)),
);
const longest = Math.max(...[...byLetters.values()].map(({ length }) => length));

/** Other languages begin names with a capital, as .NET does, or have nothing else, as the environment does. */
const asJavaWrites = /^[a-z][A-Za-z0-9]*(?:[._-][a-z][A-Za-z0-9]*)*$/;

/** Kafka's own name of a key of the producer or the consumer, in whichever style it is written; undefined for other keys. */
export function propertyMeant(key: string): string | undefined {
  return key.length <= longest && asJavaWrites.test(key) ? byLetters.get(bare(key)) : undefined;
}

/** Whether the property is read by the one client and not by the other. */
export function isOfOne(property: string, role: ClientRole): boolean {
  return clientRoles.every(one => (findProperty(one, property) !== undefined) === (one === role));
}

/** Programs with clients inside: whatever else stands beside such a key, they read it in their own way. */
const programsOwn: readonly string[] = [
  ...['application.id', 'num.stream.threads', 'processing.guarantee', 'default.key.serde', 'default.value.serde'],
  ...['connector.class', 'tasks.max', 'key.converter', 'value.converter', 'offset.storage.topic', 'config.storage.topic'],
  ...['broker.id', 'node.id', 'process.roles', 'log.dirs', 'advertised.listeners', 'serializer.class', 'producer.type'],
];
const programsLetters: ReadonlySet<string> = new Set(programsOwn.map(bare));

/** Whether the key speaks against a client of Java: it is librdkafka's alone, or that of a program with clients inside. */
export function isOthers(key: string): boolean {
  if (propertyMeant(key) !== undefined) return false;
  const dotted = key
    .replace(/([a-z0-9])([A-Z])/g, '$1.$2')
    .replace(/[-_]/g, '.')
    .toLowerCase();
  return programsLetters.has(bare(key)) || (dotted.includes('.') && librdkafkaProperty(dotted) !== undefined);
}

/** The last words that a key which matters can have, as letters: most keys of a file have others, and need no closer look. */
const endings: ReadonlySet<string> = new Set(
  [...byLetters.values(), ...programsOwn, ...librdkafkaNames()].flatMap(name => {
    const words = name.split(/[._]/);
    return words.map((_, i) => words.slice(i).join(''));
  }),
);

/** A quick look at the last word of a written key: whether it can be the end of one that speaks for or against a client. */
export function mayMatter(word: string): boolean {
  return endings.has(bare(word));
}

/** What stands for a value that is known only at run time. */
const unresolved = /\$\{|\{\{|\$\(|^<.+>$|^@.+@$|^%.+%$/;

/** Whether the text may be meant for the property: documentation and translations have sentences there. */
export function fits(text: string, property: string): boolean {
  const value = text.trim();
  if (value === '') return false;
  if (unresolved.test(value)) return true;
  const known = clientRoles.map(role => findProperty(role, property)).find(one => one !== undefined);
  return known !== undefined && fitsType(value, known);
}

function fitsType(value: string, { type, validity, name }: Property): boolean {
  if (name === 'bootstrap.servers') return /^\[?["']?[A-Za-z0-9_.:/-]+["']?(\s*,\s*["']?[A-Za-z0-9_.:/-]+["']?)*\]?$/.test(value);
  switch (type) {
    case 'boolean':
      return /^(true|false)$/i.test(value);
    case 'int':
    case 'short':
    case 'long':
    case 'double':
      return /^[-+]?[\d_]+(\.\d+)?\s*[a-z]{0,12}$/i.test(value);
    default:
      return validity?.kind === 'one-of' ? canonicalChoice(value, validity.values) !== undefined : !/\s[A-Za-z]+\s/.test(value);
  }
}

/** The one of the values that is meant, also where it is the name of a constant: `READ_COMMITTED`. */
export function canonicalChoice(text: string, values: readonly string[]): string | undefined {
  const folded = (value: string): string => value.toLowerCase().replace(/-/g, '_');
  return values.find(value => value === text) ?? values.find(value => folded(value) === folded(text));
}
