import { existsIn } from './catalogue/catalogue.js';
import { durationMs } from './duration.js';
import { nearestValue } from './nearest.js';
import type { Property, Validity, ValueType } from './property.js';
import { validityIn } from './validity-history.js';
import type { KafkaVersion } from './version.js';

/** A value as Kafka holds it; whole numbers of type long are bigints, so that none is rounded. */
export type ParsedValue =
  | { readonly ok: true; readonly value: number | bigint | boolean | string | readonly string[] }
  | { readonly ok: false; readonly why: 'not-boolean' | 'not-integer' | 'not-number' | 'out-of-type-range' };

/** Why Kafka refuses a value. `nearest`: a value close to it that is accepted, if there is one. */
export type Violation = { readonly nearest: string | undefined } & Refusal;

export type Refusal =
  | { readonly kind: 'not-boolean' | 'not-integer' | 'not-number' | 'empty' | 'empty-item' | 'bad-duration' }
  | { readonly kind: 'out-of-type-range'; readonly min: string; readonly max: string }
  | { readonly kind: 'below-minimum'; readonly min: number }
  | { readonly kind: 'above-maximum'; readonly max: number }
  | { readonly kind: 'excluded-number'; readonly excluded: number }
  | { readonly kind: 'not-one-of'; readonly allowed: readonly string[]; readonly orDuration: boolean }
  | { readonly kind: 'not-in-list'; readonly item: string; readonly allowed: readonly string[] };

const wholeNumberLimits = { int: 2n ** 31n, short: 2n ** 15n, long: 2n ** 63n } as const;

/** Reads a value as `org.apache.kafka.common.config.ConfigDef.parseType` does, by the Java methods it calls. */
export function parseValue(type: ValueType, text: string): ParsedValue {
  const trimmed = javaTrim(text);
  switch (type) {
    case 'boolean':
      return /^(true|false)$/i.test(trimmed) ? { ok: true, value: trimmed.toLowerCase() === 'true' } : { ok: false, why: 'not-boolean' };
    case 'int':
    case 'short':
    case 'long':
      return parseWhole(type, trimmed);
    case 'double':
      return parseDouble(trimmed);
    case 'list':
      // Java's \s is ASCII only; a negative limit keeps empty items at the end
      return { ok: true, value: trimmed === '' ? [] : trimmed.split(/[ \t\n\v\f\r]*,[ \t\n\v\f\r]*/) };
    case 'string':
    case 'class':
    case 'password':
      return { ok: true, value: trimmed };
  }
}

/** Why a Kafka of this version refuses the value; undefined where it is accepted, or the property does not exist in that version. */
export function violationOf(property: Property, text: string, version: KafkaVersion): Violation | undefined {
  if (property.defaults.length > 0 && !existsIn(property, version)) return undefined;
  const validity = validityIn(property, version);
  const refusal = refusalOf(property.type, validity, text);
  if (!refusal) return undefined;
  return {
    ...refusal,
    nearest: nearestValue(property, validity, javaTrim(text), value => refusalOf(property.type, validity, value) === undefined),
  };
}

function refusalOf(type: ValueType, validity: Validity | undefined, text: string): Refusal | undefined {
  const parsed = parseValue(type, text);
  if (!parsed.ok) return parsed.why === 'out-of-type-range' ? outOfTypeRange(type) : { kind: parsed.why };
  const { value } = parsed;
  switch (validity?.kind) {
    case 'range':
      return typeof value === 'number' || typeof value === 'bigint' ? rangeRefusal(validity, value) : undefined;
    case 'one-of':
      return oneOfRefusal(validity, String(value));
    case 'list-of':
      return listRefusal(validity, Array.isArray(value) ? value : [String(value)]);
    case 'non-empty':
      return value === '' ? { kind: 'empty' } : undefined;
    case 'list-size':
    case 'checked-by':
    case undefined:
      return undefined;
  }
}

function rangeRefusal({ min, max, except }: Extract<Validity, { kind: 'range' }>, value: number | bigint): Refusal | undefined {
  // a number and a bigint compare exactly; NaN passes, as in ConfigDef.Range
  if (min !== undefined && value < min) return { kind: 'below-minimum', min };
  if (max !== undefined && value > max) return { kind: 'above-maximum', max };
  const excluded = except?.find(refused => Number(value) === refused);
  return excluded === undefined ? undefined : { kind: 'excluded-number', excluded };
}

function oneOfRefusal({ values, ignoreCase, orDuration }: Extract<Validity, { kind: 'one-of' }>, value: string): Refusal | undefined {
  if (values.some(allowed => (ignoreCase ? allowed.toUpperCase() === value.toUpperCase() : allowed === value))) return undefined;
  if (orDuration && value.startsWith('by_duration:')) {
    const length = durationMs(value.slice('by_duration:'.length));
    return length === undefined || length < 0 ? { kind: 'bad-duration' } : undefined;
  }
  return { kind: 'not-one-of', allowed: values, orDuration: orDuration === true };
}

function listRefusal({ values, mayBeEmpty }: Extract<Validity, { kind: 'list-of' }>, items: readonly string[]): Refusal | undefined {
  if (items.length === 0) return mayBeEmpty ? undefined : { kind: 'empty' };
  if (items.includes('')) return { kind: 'empty-item' };
  const item = values.length === 0 ? undefined : items.find(one => !values.includes(one));
  return item === undefined ? undefined : { kind: 'not-in-list', item, allowed: values };
}

function outOfTypeRange(type: ValueType): Refusal {
  const limit = wholeNumberLimits[type as keyof typeof wholeNumberLimits];
  return { kind: 'out-of-type-range', min: String(-limit), max: String(limit - 1n) };
}

function parseWhole(type: keyof typeof wholeNumberLimits, text: string): ParsedValue {
  if (!/^[+-]?\d+$/.test(text)) return { ok: false, why: 'not-integer' };
  const value = BigInt(text.replace('+', ''));
  const limit = wholeNumberLimits[type];
  if (value < -limit || value >= limit) return { ok: false, why: 'out-of-type-range' };
  return { ok: true, value: type === 'long' ? value : Number(value) };
}

/** `Double.parseDouble`, except for hexadecimal numbers, which nobody writes. */
function parseDouble(text: string): ParsedValue {
  const match = /^([+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))[fd]?$/i.exec(text);
  const value = match && (/nan|infinity/i.test(text) ? namedNumber(text) : Number(match[1]));
  return typeof value === 'number' ? { ok: true, value } : { ok: false, why: 'not-number' };
}

function namedNumber(text: string): number | undefined {
  const match = /^([+-]?)(NaN|Infinity)$/.exec(text);
  if (!match) return undefined;
  return match[2] === 'NaN' ? NaN : match[1] === '-' ? -Infinity : Infinity;
}

/** `String.trim()` of Java: cuts control characters and the blank, but not NBSP. */
function javaTrim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}
