// the pattern of java.time.Duration.parse, which ignores case; a sign may stand before all and before each number
const isoDuration = /^([-+]?)P(?=.)(?:([-+]?\d+)D)?(?:T(?=.)(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,](\d{0,9}))?S)?)?$/i;

/**
 * The milliseconds of an ISO-8601 length of time as java.time.Duration.parse reads it: `PT6M`, `P1DT2H`, `-PT0.5S`; a part of a
 * millisecond is cut off. Undefined for anything else, `P1M` and `P1W` included, which are periods and not durations.
 */
export function durationMs(text: string): number | undefined {
  const match = isoDuration.exec(text);
  if (!match) return undefined;
  const [, sign, days, hours, minutes, seconds, fraction = ''] = match;
  const whole = part(days) * 86_400n + part(hours) * 3_600n + part(minutes) * 60n + part(seconds);
  const nanos = BigInt(fraction.padEnd(9, '0')) * (seconds?.startsWith('-') === true ? -1n : 1n);
  const total = (whole * 1_000_000_000n + nanos) * (sign === '-' ? -1n : 1n);
  // java.time.Duration holds seconds in a long, rounded down, and refuses more
  if (whole < -longest || whole >= longest || total < -longest * 1_000_000_000n || total >= longest * 1_000_000_000n) return undefined;
  return Number(total / 1_000_000n);
}

const longest = 2n ** 63n;

function part(digits: string | undefined): bigint {
  return BigInt((digits ?? '0').replace('+', ''));
}
