import type { DefaultRange, Importance, Property, Role, Validity, ValueType } from '../property.js';
import { encodedLibrdkafka } from './librdkafka-data.js';
import type { EncodedLibrdkafka, EncodedLibrdkafkaProperty, LibrdkafkaType } from './librdkafka-encoding.js';

/** Words that stand for one number, the one that librdkafka itself prints first. */
export interface Words {
  readonly number: number;
  readonly texts: readonly string[];
}

/** A property of librdkafka as librdkafka itself defines it, beside what it is for rules. */
export interface LibrdkafkaProperty {
  /** Java's name where librdkafka knows that name too, else its own. */
  readonly name: string;
  /** All names under which a file may set it, the canonical one first. */
  readonly names: readonly string[];
  readonly reader: 'producer' | 'consumer' | 'both';
  readonly type: LibrdkafkaType;
  /** What is in force where nothing is set; undefined where that is nothing, or depends on the build. */
  readonly byDefault: string | undefined;
  readonly least: number;
  readonly most: number;
  readonly words: readonly Words[];
  readonly hidden: boolean;
  readonly secret: boolean;
  readonly importance: Importance;
}

const encoded = JSON.parse(encodedLibrdkafka) as EncodedLibrdkafka;
/** Every property that librdkafka itself defines. */
export const librdkafkaTable: readonly LibrdkafkaProperty[] = encoded.properties.map(decode);
const byName: ReadonlyMap<string, LibrdkafkaProperty> = new Map(
  librdkafkaTable.flatMap(one => one.names.map(name => [name, one] as const)),
);

/** The version of librdkafka that defaults and limits are of. */
export const librdkafkaVersion = encoded.version;

/** Keys of Java's clients that librdkafka knows by name, and refuses with advice. */
export const refusedByLibrdkafka: readonly string[] = encoded.refused;

/** The clients that are made with librdkafka. */
export const librdkafkaRoles: readonly Role[] = ['librdkafka-producer', 'librdkafka-consumer'];

/** Whether a client of librdkafka reads it, not one of Java. */
export function isLibrdkafka(role: Role): boolean {
  return role === 'librdkafka-producer' || role === 'librdkafka-consumer';
}

/** Every name that a file may use. */
export function librdkafkaNames(): readonly string[] {
  return [...byName.keys()];
}

/** The property that a file sets under this name, which may be an alias; undefined where librdkafka knows none. */
export function librdkafkaProperty(name: string): LibrdkafkaProperty | undefined {
  return byName.get(name);
}

/**
 * The properties that one of the two clients reads, by canonical name, with the same default in all lines given: librdkafka has
 * versions of its own. A key of the other client is not among them: librdkafka takes it, and does nothing with it.
 */
export function librdkafkaProperties(role: Role, lines: readonly string[]): ReadonlyMap<string, Property> {
  const reader = role === 'librdkafka-producer' ? 'producer' : 'consumer';
  const own = librdkafkaTable.filter(one => one.reader === 'both' || one.reader === reader);
  return new Map(own.map(one => [one.name, propertyOf(one, role, lines)]));
}

const types: Readonly<Record<LibrdkafkaType, ValueType>> = {
  string: 'string',
  patterns: 'string',
  bool: 'boolean',
  int: 'int',
  double: 'double',
  word: 'string',
  flags: 'list',
};

function propertyOf(one: LibrdkafkaProperty, role: Role, lines: readonly string[]): Property {
  const range = { from: String(lines[0]), to: String(lines.at(-1)) };
  const value: DefaultRange['value'] = one.byDefault === undefined ? { kind: 'null' } : { kind: 'value', text: one.byDefault };
  return {
    name: one.name,
    role,
    type: one.secret ? 'password' : types[one.type],
    defaults: [{ ...range, value }],
    validity: validityOf(one),
    importance: one.importance,
    ...(one.hidden && { internal: [range] }),
  };
}

function validityOf({ type, least, most, words }: LibrdkafkaProperty): Validity | undefined {
  switch (type) {
    case 'int':
    case 'double':
      return { kind: 'range', min: least, max: most };
    case 'word':
      return { kind: 'one-of', values: allWords(words), ignoreCase: true };
    case 'flags':
      return { kind: 'list-of', values: allWords(words), mayBeEmpty: true };
    case 'string':
    case 'patterns':
    case 'bool':
      return undefined;
  }
}

/** All words that a property takes. */
export function allWords(words: readonly Words[]): readonly string[] {
  return words.flatMap(({ texts }) => texts);
}

function decode([name, others, traits, type, byDefault, least, most, words]: EncodedLibrdkafkaProperty): LibrdkafkaProperty {
  return {
    name,
    names: [name, ...others],
    reader: traits.startsWith('P') ? 'producer' : traits.startsWith('C') ? 'consumer' : 'both',
    type,
    byDefault: byDefault ?? undefined,
    least: least ?? 0,
    most: most ?? 0,
    words: (words ?? []).map(([number, ...texts]) => ({ number, texts })),
    hidden: traits.includes('h'),
    secret: traits.includes('s'),
    importance: traits.includes('H') ? 'high' : traits.includes('M') ? 'medium' : 'low',
  };
}
