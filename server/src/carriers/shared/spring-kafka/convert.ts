import { durationMs } from '../../../kafka/duration.js';
import { bare } from '../names.js';

/**
 * How Spring converts the text before Kafka or its own class sees it: numbers to whole ones, lengths of time to ms or seconds, sizes to
 * bytes. `int`: of a length or size only the lowest 32 bits get through, as Spring Boot takes the number's intValue. The names of an
 * enumeration are those that Kafka or the rules know, in the order of the Java type.
 */
export type LeafType =
  | 'text'
  | 'list'
  /** A file or another resource, of which Kafka gets the path. */
  | 'resource'
  | 'boolean'
  | 'whole'
  | 'decimal'
  | { readonly duration: 'ms' | 's'; readonly int?: true }
  | { readonly size: 'bytes'; readonly int?: true }
  | readonly string[];

/** What YAML makes of a value that has no quotes; everything is text in `.properties`. */
export type Kind = 'text' | 'number' | 'boolean' | 'null';

/** A text as its reader gets it, or as it is written where Spring refuses it. */
export interface Converted {
  readonly text: string;
  readonly unfit?: 'duration' | 'size';
}

/**
 * The value as its reader gets it; undefined where Spring takes it for "not set", or where nobody knows it here. What Spring would refuse
 * stays as it is, and what is no length and no size says so; of the rest the check of the property refuses the same. Every answer is
 * Spring Boot's own; `npm run frameworks` asks again.
 */
export function convert(text: string, type: LeafType, kind: Kind): Converted | undefined {
  if (type === 'text' || type === 'list') return { text };
  if (type === 'resource' || text.trim() === '') return undefined;
  return typeof type === 'string' || isNames(type) ? { text: plain(text, type, kind) } : measure(text, type, kind);
}

function plain(text: string, type: 'boolean' | 'whole' | 'decimal' | readonly string[], kind: Kind): string {
  if (type === 'boolean') return kind === 'number' ? text : (springBoolean(text) ?? text);
  if (kind === 'boolean') return text;
  if (type === 'whole') return (kind === 'number' ? wholeOf(text) : springWhole(text)) ?? text;
  return type === 'decimal' ? text.replace(/\s/g, '') : (named(text, type, kind) ?? text);
}

function measure(text: string, type: Extract<LeafType, { int?: true }>, kind: Kind): Converted {
  const isSize = 'size' in type;
  const value = kind === 'boolean' ? undefined : isSize ? springBytes(text) : springDuration(text, type.duration);
  if (value === undefined) return { text, unfit: isSize ? 'size' : 'duration' };
  return { text: String(type.int ? BigInt.asIntN(32, value) : value) };
}

/** Whether the type is an enumeration; `Array.isArray` does not tell a readonly one. */
export function isNames(type: LeafType): type is readonly string[] {
  return Array.isArray(type);
}

/** Source: StringToBooleanConverter of spring-core. */
function springBoolean(text: string): string | undefined {
  const word = text.trim();
  if (/^(true|on|yes|1)$/i.test(word)) return 'true';
  return /^(false|off|no|0)$/i.test(word) ? 'false' : undefined;
}

/** A number of YAML, of which an Integer has what stands before the point. Source: NumberUtils#convertNumberToTargetClass of spring-core. */
function wholeOf(text: string): string | undefined {
  const number = Number(text);
  return /^[+-]?\d+$/.test(text) || !Number.isFinite(number) ? undefined : String(Math.trunc(number));
}

/** `0x1F4` and `#1F4` are hexadecimal, and blanks do not count. Source: NumberUtils#parseNumber of spring-core. */
function springWhole(text: string): string {
  const digits = text.replace(/\s/g, '');
  const [, sign = '', hexadecimal] = /^(-?)(?:0x|#)([\da-f]{1,20})$/i.exec(digits) ?? [];
  if (hexadecimal !== undefined) return sign + String(BigInt(`0x${hexadecimal}`));
  return /^[+-]?\d{1,20}$/.test(digits) ? String(BigInt(digits)) : digits;
}

/** By letters and digits, and by the place in the list for a number. Source: LenientObjectToEnumConverterFactory of Spring Boot, IntegerToEnumConverterFactory. */
function named(text: string, names: readonly string[], kind: Kind): string | undefined {
  return kind === 'number' ? names[/^\d+$/.test(text) ? Number(text) : -1] : names.find(name => bare(name) === bare(text));
}

const nanosPerUnit: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
};

/** `5s`, `500`, `PT5S`; a number alone has the unit of the leaf. Source: org.springframework.boot.convert.DurationStyle. */
function springDuration(text: string, unit: 'ms' | 's'): bigint | undefined {
  const per = unit === 's' ? 1_000_000_000n : 1_000_000n;
  const [, count, suffix = ''] = /^([+-]?\d{1,20})([a-z]{0,2})$/i.exec(text.trim()) ?? [];
  const factor = nanosPerUnit[suffix === '' ? unit : suffix.toLowerCase()];
  if (count !== undefined) return factor === undefined ? undefined : (BigInt(count) * factor) / per;
  const ms = durationMs(text.trim());
  return ms === undefined ? undefined : (BigInt(Math.trunc(ms)) * 1_000_000n) / per;
}

const bytesPerUnit: Readonly<Record<string, bigint>> = { '': 1n, B: 1n, KB: 1n << 10n, MB: 1n << 20n, GB: 1n << 30n, TB: 1n << 40n };

/** `16KB`, in bytes. Source: org.springframework.util.unit.DataSize. */
function springBytes(text: string): bigint | undefined {
  const [, count, suffix = ''] = /^([+-]?\d{1,20})([A-Z]{0,2})$/i.exec(text.replace(/\s/g, '')) ?? [];
  const factor = bytesPerUnit[suffix];
  return count === undefined || factor === undefined ? undefined : BigInt(count) * factor;
}
