import type { Property } from '../../../server/src/kafka/property.js';
import { defaultIn } from '../../../server/src/kafka/catalogue/catalogue.js';
import { validitiesIn } from '../../../server/src/kafka/validity-history.js';
import type { KafkaVersion } from '../../../server/src/kafka/version.js';
import type { Random } from './random.js';
import { namedValues } from './named-values.js';

const durations = [
  '0',
  '1',
  '99',
  '100',
  '300',
  '500',
  '1000',
  '3000',
  '5000',
  '9999',
  '10000',
  '15000',
  '29999',
  '30000',
  '30001',
  '30004',
  '30005',
];
const longer = ['45000', '60000', '119999', '120000', '300000', '604800000', '-1', '-2', '2147483647'];
const counts = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '10',
  '100',
  '1024',
  '65536',
  '1048575',
  '1048576',
  '1048577',
  '134217728',
  '-1',
  '-2',
  '2147483647',
];
const limits: Readonly<Record<'short' | 'int' | 'long', readonly string[]>> = {
  short: ['32767', '32768', '-32768', '-32769'],
  int: ['2147483647', '2147483648', '-2147483648', '-2147483649'],
  long: ['9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809', '9007199254740993'],
};
/** Digits of other scripts count in Java, `\u00a0` is no blank for it, and what stands behind a number belongs to it. */
const oddNumbers = [
  '',
  ' ',
  '+5',
  '-0',
  '007',
  '0x10',
  '1e3',
  '5ms',
  '1_000',
  '1.0',
  ' 7 ',
  '\t8',
  '٣',
  '１２',
  '१०',
  '5 # five',
  '"5"',
  '+',
  '-',
  '--1',
  '5\u00a0',
  '𝟗',
  'null',
  '5L',
];
const oddDoubles = [
  '',
  '0.5',
  '1',
  '0',
  '-1',
  '1.0000001',
  '-0.0',
  'NaN',
  '-NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '1e-400',
  '0x1p3',
  '0x1.8p1',
  '0x1',
  '-0X.8P-1f',
  '1f',
  '1D',
  '.5',
  '5.',
  '.',
  '1,5',
  '٣',
  'nan',
  'Infinityd',
  '1e',
  '50%',
];
const truths = [
  'true',
  'false',
  'true',
  'false',
  'TRUE',
  'False',
  ' true ',
  'false\t',
  'yes',
  'no',
  '1',
  '0',
  '',
  'on',
  '"true"',
  'true # yes',
  'true,false',
  '\u00a0true',
  'trüe',
  'falſe',
];
const names = ['a', 'orders', 'x-1', ' a ', '', ' ', 'A b', 'ümlaut', 'a\u0000b', 'a\tb', 'x'.repeat(300)];
const classes = [
  '',
  ' ',
  'java.lang.String',
  'no.such.Class',
  'org.apache.kafka.common.NoSuchClass',
  'org.apache.kafka.common.serialization.StringSerializer',
  'org.apache.kafka.common.serialization.StringDeserializer',
  'String',
  'a b',
];

/** A value that this Kafka probably takes. */
export function usualValue(property: Property, version: KafkaVersion, random: Random): string {
  const named = namedValues(property.role, property.name);
  if (named && random.chance(0.7)) return random.pick(named.usual);
  const { words, numbers } = mentionedIn(validitiesIn(property, version));
  const byDefault = defaultIn(property, version);
  if (byDefault.kind === 'value' && random.chance(0.15)) return byDefault.text;
  switch (property.type) {
    case 'boolean':
      return random.pick(['true', 'false']);
    case 'int':
    case 'short':
    case 'long':
      if (numbers.length > 0 && random.chance(0.2)) return String(random.pick(numbers));
      return random.pick(property.name.endsWith('.ms') ? [...durations, ...longer] : counts);
    case 'double':
      return random.pick(['0.5', '0.8', '0', '1', '0.05', '1.5']);
    case 'list':
      return words.length > 0
        ? random.some(words, 0.5).join(random.pick([',', ', ']))
        : byDefault.kind === 'value'
          ? byDefault.text
          : 'a,b';
    case 'class':
      return byDefault.kind === 'value' ? byDefault.text : random.pick(classes);
    case 'string':
    case 'password':
      return words.length > 0 ? random.pick(words) : byDefault.kind === 'value' ? byDefault.text : random.pick(names);
  }
}

/** Any value, most of them near what Kafka just takes or just refuses. */
export function edgeValue(property: Property, version: KafkaVersion, random: Random): string {
  const named = namedValues(property.role, property.name);
  if (named && random.chance(0.5)) return random.pick(named.edge);
  const { words, numbers } = mentionedIn(validitiesIn(property, version));
  const near = numbers.flatMap(number => [number - 1, number, number + 1]).filter(Number.isSafeInteger);
  if (random.chance(0.2)) return around(usualValue(property, version, random), random);
  if (random.chance(0.05)) return random.pick([...oddNumbers, ...truths, ...names, ...classes]);
  switch (property.type) {
    case 'boolean':
      return random.pick(truths);
    case 'int':
    case 'short':
    case 'long':
      if (near.length > 0 && random.chance(0.5)) return String(random.pick(near));
      return random.pick([...limits[property.type], ...limits.int, ...oddNumbers, ...counts]);
    case 'double':
      if (numbers.length > 0 && random.chance(0.3)) return String(random.pick(numbers) + random.pick([0, 0.001, -0.001, 1, -1]));
      return random.pick(oddDoubles);
    case 'list':
      return listOf(words.length > 0 ? words : ['a', 'b', 'A'], random);
    case 'class':
      return random.pick(classes);
    case 'string':
    case 'password':
      return words.length > 0 && random.chance(0.8) ? misspelled(random.pick(words), random) : random.pick(names);
  }
}

/** What people and programs put around a value. */
function around(value: string, random: Random): string {
  return random.pick([
    ` ${value}`,
    `${value} `,
    `\t${value}\n`,
    `"${value}"`,
    `'${value}'`,
    `${value},`,
    `${value};`,
    `${value} # why`,
    `\u00a0${value}`,
    `${value}\u2003`,
    `\u0000${value}`,
  ]);
}

function misspelled(word: string, random: Random): string {
  return random.pick([
    word,
    word.toUpperCase(),
    word.toLowerCase(),
    `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
    ` ${word} `,
    `${word}s`,
    word.slice(1),
    '',
    word.replaceAll('i', 'İ'),
  ]);
}

function listOf(words: readonly string[], random: Random): string {
  const items = Array.from({ length: random.below(4) }, () =>
    random.chance(0.8) ? random.pick(words) : random.pick(['', ' ', 'x', misspelled(random.pick(words), random)]),
  );
  return items.join(random.pick([',', ', ', ' ,', ',,', ';', '\u00a0,'])) + random.pick(['', '', '', ',', ' ']);
}

/** The words and numbers that a check names, whatever its shape. */
function mentionedIn(validity: unknown): { readonly words: readonly string[]; readonly numbers: readonly number[] } {
  const words: string[] = [];
  const numbers: number[] = [];
  const visit = (part: unknown): void => {
    if (typeof part === 'string') words.push(part);
    else if (typeof part === 'number') numbers.push(part);
    else if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null) {
      for (const [key, value] of Object.entries(part)) if (key !== 'kind' && key !== 'validators') visit(value);
    }
  };
  visit(validity);
  return { words, numbers };
}
