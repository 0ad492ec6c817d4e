import { editDistance } from './edit-distance.js';
import type { Property, Validity, ValueType } from './property.js';
import { recommendedValue } from './recommended.js';

/**
 * The accepted value that a refused one most likely stands for: the same without its comment, quotes or unit, the word in the right
 * case, the nearest bound, the closest word, else the recommended value. Undefined where none of them is accepted.
 */
export function nearestValue(
  property: Property,
  validity: Validity | undefined,
  text: string,
  accepts: (value: string) => boolean,
): string | undefined {
  const bare = withoutTrimmings(text);
  const bounded = (value: string): string => clamp(property.type, validity, value);
  const candidates = [
    ...bare.flatMap(value => [value, ...numbersIn(property.name, value)]),
    ...bare.flatMap(value => [bounded(value), ...wordsNear(property.type, validity, value)]),
    property.type === 'list' ? listWithoutHoles(text) : undefined,
    recommendedValue(property.role, property.name),
  ];
  return candidates.find((value): value is string => value !== undefined && value !== text && accepts(value));
}

/** The text as it is, then without what people put around a value and a properties file keeps: comments, quotes, `;` or `,`. */
function withoutTrimmings(text: string): string[] {
  const uncommented = text.replace(/(?<!\s)\s+(#|!|\/\/).*$/, '');
  const unquoted = uncommented.replace(/^(["'])(.*)\1$/, '$2').trim();
  return [...new Set([text, uncommented, unquoted, unquoted.replace(/[;,]+$/, '').trim()])];
}

const millisOfUnit: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['min', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);
const bytesOfUnit: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['k', 2 ** 10],
  ['kb', 2 ** 10],
  ['m', 2 ** 20],
  ['mb', 2 ** 20],
  ['g', 2 ** 30],
  ['gb', 2 ** 30],
]);

/** `1_000` and `1 000` as 1000, `3.0` as 3; by the key's unit `5s` as 5000 and `1MB` as 1048576. */
function numbersIn(name: string, text: string): string[] {
  const plain = text.replace(/(?<=\d)[_ ](?=\d)/g, '').replace(/\.0+$/, '');
  const units = name.endsWith('.ms') ? millisOfUnit : name.endsWith('.bytes') ? bytesOfUnit : undefined;
  const measured = /^(\d{1,9}) ?([a-z]+)$/i.exec(plain);
  const factor = units?.get(measured?.[2]?.toLowerCase() ?? '');
  return factor === undefined ? [plain] : [plain, String(Number(measured?.[1]) * factor)];
}

function clamp(type: ValueType, validity: Validity | undefined, text: string): string {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return text;
  const { min, max } = validity?.kind === 'range' ? validity : {};
  // beyond the type's own limits Number() is exact enough to tell the side, and the bound is what is written
  const [lowest, highest] = [min ?? typeLimits.get(type)?.[0], max ?? typeLimits.get(type)?.[1]];
  if (lowest !== undefined && Number(text) < Number(lowest)) return String(lowest);
  return highest !== undefined && Number(text) > Number(highest) ? String(highest) : text;
}

const typeLimits: ReadonlyMap<ValueType, readonly [string, string]> = new Map([
  ['int', ['-2147483648', '2147483647']],
  ['short', ['-32768', '32767']],
  ['long', ['-9223372036854775808', '9223372036854775807']],
]);

const truths: ReadonlyMap<string, string> = new Map([
  ...['yes', 'on', '1', 'y', 't', 'enable', 'enabled'].map(word => [word, 'true'] as const),
  ...['no', 'off', '0', 'n', 'f', 'disable', 'disabled'].map(word => [word, 'false'] as const),
]);

// smallest and largest: the names of the 0.8 consumer; the others are librdkafka's, whose error is Java's none
const otherNames: ReadonlyMap<string, string> = new Map([
  ['smallest', 'earliest'],
  ['beginning', 'earliest'],
  ['largest', 'latest'],
  ['end', 'latest'],
  ['none', 'error'],
]);

function wordsNear(type: ValueType, validity: Validity | undefined, text: string): string[] {
  if (type === 'boolean') return [truths.get(text.toLowerCase()), ...closest(text, ['true', 'false'])].filter(word => word !== undefined);
  if (validity?.kind === 'list-of')
    return [
      text
        .split(',')
        .map(item => closest(item.trim(), validity.values)[0] ?? item.trim())
        .join(','),
    ];
  if (validity?.kind !== 'one-of') return [];
  if (validity.orDuration === true && /^by_duration\b/i.test(text)) return ['by_duration:PT6M'];
  const renamed = otherNames.get(text.toLowerCase());
  return [...(renamed === undefined ? [] : [renamed]), ...closest(text, validity.values)];
}

/** The words that differ only in case or by `-` for `_`, then those within two typing slips of a word at least twice that long. */
function closest(text: string, words: readonly string[]): string[] {
  const folded = text.toLowerCase().replaceAll('-', '_');
  const distances = words.map(word => ({ word, distance: editDistance(folded, word.toLowerCase().replaceAll('-', '_')) }));
  return distances
    .filter(({ word, distance }) => distance === 0 || (distance <= 2 && distance * 2 <= Math.min(word.length, text.length)))
    .sort((one, other) => one.distance - other.distance)
    .map(({ word }) => word);
}

function listWithoutHoles(text: string): string {
  return text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '')
    .join(',');
}
