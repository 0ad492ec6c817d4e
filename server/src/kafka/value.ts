import { remembering } from '../text/remembering.js';
import { existsIn, typeIn } from './catalogue/catalogue.js';
import { durationMs } from './duration.js';
import { isLibrdkafka, librdkafkaProperty } from './frameworks/librdkafka.js';
import { librdkafkaRefusal, librdkafkaText } from './frameworks/librdkafka-value.js';
import { javaTrim } from './java-text.js';
import { parseDouble, parseWhole, wholeNumberLimits } from './java-number.js';
import { formWanted, isClassName } from './named-checks.js';
import { nearestValue } from './nearest.js';
import type { Property, Role, Validity, ValueType } from './property.js';
import { validitiesIn } from './validity-history.js';
import type { KafkaVersion } from './version.js';

/** A value as Kafka holds it; whole numbers of type long are bigints, so that none is rounded. */
export type ParsedValue =
  | { readonly ok: true; readonly value: number | bigint | boolean | string | readonly string[] }
  | { readonly ok: false; readonly why: 'not-boolean' | 'not-integer' | 'not-number' | 'out-of-type-range' };

/** Why Kafka refuses a value. `nearest`: a value close to it that is accepted, if there is one. */
export type Violation = { readonly nearest: string | undefined } & Refusal;

export type Refusal =
  | {
      readonly kind:
        'not-boolean' | 'not-integer' | 'not-number' | 'empty' | 'empty-item' | 'bad-duration' | 'not-a-class' | 'control-character';
    }
  | { readonly kind: 'bad-form'; readonly form: string }
  | { readonly kind: 'too-many-items'; readonly max: number }
  | { readonly kind: 'out-of-type-range'; readonly min: string; readonly max: string }
  | { readonly kind: 'below-minimum'; readonly min: number }
  | { readonly kind: 'above-maximum'; readonly max: number }
  | { readonly kind: 'excluded-number'; readonly excluded: number }
  | { readonly kind: 'not-one-of'; readonly allowed: readonly string[]; readonly orDuration: boolean }
  | { readonly kind: 'unknown-word'; readonly allowed: readonly string[] }
  | { readonly kind: 'not-in-list'; readonly item: string; readonly allowed: readonly string[] };

/** Reads a value as `org.apache.kafka.common.config.ConfigDef.parseType` does, by the Java methods it calls. */
export function parseValue(type: ValueType, text: string): ParsedValue {
  const trimmed = javaTrim(text);
  switch (type) {
    case 'boolean':
      // Java's equalsIgnoreCase takes the long s for an s, as the flag u does
      return /^(true|false)$/iu.test(trimmed) ? { ok: true, value: /^t/i.test(trimmed) } : { ok: false, why: 'not-boolean' };
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

/** The value as its reader holds it: without the blanks around it, and where librdkafka reads it in the spelling that it prints itself. */
export function heldText(role: Role, name: string, text: string): string {
  const trimmed = javaTrim(text);
  const property = isLibrdkafka(role) ? librdkafkaProperty(name) : undefined;
  return property ? librdkafkaText(property, trimmed) : trimmed;
}

/** Why a Kafka of this version refuses the value; undefined where it is accepted, or the property does not exist in that version. */
export function violationOf(property: Property, text: string, version: KafkaVersion): Violation | undefined {
  const byVersion = judges.get(property) ?? new Map<string, Judge>();
  judges.set(property, byVersion);
  const judge = byVersion.get(version.text) ?? remembering(value => judgeValue(property, value, version));
  byVersion.set(version.text, judge);
  return judge(text);
}

type Judge = (text: string) => Violation | undefined;

/** By property and version: most values of a text that is typed stay as they are. */
const judges = new WeakMap<Property, Map<string, Judge>>();

function judgeValue(property: Property, text: string, version: KafkaVersion): Violation | undefined {
  if (property.defaults.length > 0 && !existsIn(property, version)) return undefined;
  const validities = validitiesIn(property, version);
  const librdkafka = isLibrdkafka(property.role) ? librdkafkaProperty(property.name) : undefined;
  const judge = (value: string): Refusal | undefined =>
    librdkafka ? librdkafkaRefusal(librdkafka, javaTrim(value)) : firstRefusal(property, validities, value, version);
  const refusal = judge(text);
  if (!refusal) return undefined;
  const accepts = (value: string): boolean => judge(value) === undefined;
  return { ...refusal, nearest: nearestValue(property, validities.at(-1), javaTrim(text), accepts) };
}

function firstRefusal(property: Property, validities: readonly Validity[], text: string, version: KafkaVersion): Refusal | undefined {
  for (const validity of [undefined, ...validities]) {
    const refusal = refusalOf(property, validity, text, version);
    if (refusal) return refusal;
  }
  return undefined;
}

function refusalOf(property: Property, validity: Validity | undefined, text: string, version: KafkaVersion): Refusal | undefined {
  const type = typeIn(property, version);
  const parsed = parseValue(type, text);
  if (!parsed.ok) return parsed.why === 'out-of-type-range' ? outOfTypeRange(type) : { kind: parsed.why };
  const { value } = parsed;
  if (type === 'class' && !isClassName(String(value))) return { kind: 'not-a-class' };
  switch (validity?.kind) {
    case 'range':
      return typeof value === 'number' || typeof value === 'bigint' ? rangeRefusal(validity, value) : undefined;
    case 'one-of':
      return oneOfRefusal(validity, String(value));
    case 'list-of':
      return listRefusal(validity, Array.isArray(value) ? value : [String(value)]);
    case 'non-empty':
      if (value === '') return { kind: 'empty' };
      return validity.withoutControlCharacters && /\p{Cc}/u.test(String(value)) ? { kind: 'control-character' } : undefined;
    case 'list-size':
      return Array.isArray(value) && value.length > validity.max ? { kind: 'too-many-items', max: validity.max } : undefined;
    case 'checked-by': {
      const form = formWanted(validity.validators, Array.isArray(value) ? value : [String(value)], version);
      return form === undefined ? undefined : { kind: 'bad-form', form };
    }
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
  if (ignoreCase) return { kind: 'unknown-word', allowed: values };
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
