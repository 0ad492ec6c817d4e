import type { ParsedValue } from './value.js';

/** One more than the greatest number of each type; the least is its negative. */
export const wholeNumberLimits = { int: 2n ** 31n, short: 2n ** 15n, long: 2n ** 63n } as const;

/** `Integer.parseInt` and its like: they take the decimal digits of every script in the Basic Multilingual Plane (`Character.digit`). */
export function parseWhole(type: keyof typeof wholeNumberLimits, text: string): ParsedValue {
  const digits = latinDigits(text);
  if (digits === undefined) return { ok: false, why: 'not-integer' };
  const value = BigInt(digits.replace('+', ''));
  const limit = wholeNumberLimits[type];
  if (value < -limit || value >= limit) return { ok: false, why: 'out-of-type-range' };
  return { ok: true, value: type === 'long' ? value : Number(value) };
}

/** The number in our digits; undefined where it is none. */
function latinDigits(text: string): string | undefined {
  // nearly every number, and every default
  if (/^[+-]?[0-9]+$/.test(text)) return text;
  if (!/^[+-]?[\p{Nd}]+$/u.test(text) || /[\u{10000}-\u{10FFFF}]/u.test(text)) return undefined;
  return text.replace(/\p{Nd}/gu, digitOf);
}

/** Unicode keeps the ten digits of a script together, from a code that ends in 0 or in 6 (hexadecimal). */
function digitOf(character: string): string {
  const code = character.charCodeAt(0);
  const last = code % 16;
  const fromZero = last < 10 && /\p{Nd}/u.test(String.fromCharCode(code - last));
  return String(fromZero ? last : last - 6);
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const hexadecimal = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?\d+)$/i;

/** `Double.parseDouble`: decimal and hexadecimal numbers, NaN and Infinity, each with an `f` or `d` behind it if you like. */
export function parseDouble(text: string): ParsedValue {
  const bare = text.replace(/(?<=[\d.])[fd]$/i, '');
  const value = namedNumber(bare) ?? (decimal.test(bare) ? Number(bare) : hexadecimalNumber(bare));
  return value === undefined ? { ok: false, why: 'not-number' } : { ok: true, value };
}

function hexadecimalNumber(text: string): number | undefined {
  const [, sign, whole = '', fraction = '', exponent] = hexadecimal.exec(text) ?? [];
  if (exponent === undefined || whole + fraction === '') return undefined;
  const value = Number(`0x${whole}${fraction}`) * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -value : value;
}

function namedNumber(text: string): number | undefined {
  const [, sign, name] = /^([+-]?)(NaN|Infinity)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  return name === 'NaN' ? NaN : sign === '-' ? -Infinity : Infinity;
}
