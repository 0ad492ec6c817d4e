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
  const whole = part(days) * 86_400 + part(hours) * 3_600 + part(minutes) * 60 + part(seconds);
  // java.time.Duration holds seconds in a long and refuses more
  if (Math.abs(whole) >= 2 ** 63) return undefined;
  const nanos = Number(fraction.padEnd(9, '0')) * (seconds?.startsWith('-') === true ? -1 : 1);
  const millis = Math.trunc(whole * 1_000 + nanos / 1_000_000);
  return (sign === '-' ? -millis : millis) + 0;
}

function part(digits: string | undefined): number {
  return Number(digits ?? 0);
}
