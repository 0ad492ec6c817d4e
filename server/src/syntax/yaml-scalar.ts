// The patterns of SnakeYAML's `Resolver` (2.x), in its order. Spring Boot's `OriginTrackedYamlLoader` leaves out timestamps.
const BOOLEAN = /^(?:(yes|Yes|YES|true|True|TRUE|on|On|ON)|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER =
  /^(?:[-+]?0b_*[01][01_]*|[-+]?0_*[0-7][0-7_]*|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x_*[0-9a-fA-F][0-9a-fA-F_]*|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;

/** Only a scalar that starts so can be anything but text. */
const MAY_RESOLVE = /^(?:$|[-+.0-9~nNyYtTfFoO])/;

/** Nobody configures longer numbers, and converting one of millions of digits takes seconds. */
const LONGEST_NUMBER = 400;

/**
 * The text that Java shows of a plain YAML 1.1 scalar as SnakeYAML loads it: `yes` gives `true`, `012` gives `10`.
 * Null gives an empty text, because Spring Boot's YAML loader puts one in its place.
 */
export function javaText(source: string): string {
  if (!MAY_RESOLVE.test(source) || source.length > LONGEST_NUMBER) return source;
  if (NULL.test(source)) return '';
  const boolean = BOOLEAN.exec(source);
  if (boolean) return boolean[1] === undefined ? 'false' : 'true';
  if (INTEGER.test(source)) return javaInteger(source);
  return javaFloat(source) ?? source;
}

/** What Java holds for a plain YAML 1.1 scalar as SnakeYAML loads it: `1` is no text. */
export function javaKind(source: string): 'text' | 'number' | 'boolean' | 'null' {
  if (!MAY_RESOLVE.test(source) || source.length > LONGEST_NUMBER) return 'text';
  if (NULL.test(source)) return 'null';
  if (BOOLEAN.test(source)) return 'boolean';
  return INTEGER.test(source) || javaFloat(source) !== undefined ? 'number' : 'text';
}

/** The Java text of a scalar under an explicit tag such as `!!int`; tags that SnakeYAML does not resolve leave the text. */
export function javaTextOfTagged(text: string, tag: string): string {
  if (text.length > LONGEST_NUMBER) return text;
  switch (tag) {
    case 'tag:yaml.org,2002:null':
      return '';
    case 'tag:yaml.org,2002:bool':
      return BOOLEAN.test(text) ? javaText(text) : text;
    case 'tag:yaml.org,2002:int':
      return INTEGER.test(text) ? javaInteger(text) : text;
    case 'tag:yaml.org,2002:float':
      return (INTEGER.test(text) ? javaFloat(`${text}.`) : javaFloat(text)) ?? text;
    default:
      return text;
  }
}

function javaInteger(source: string): string {
  const negative = source.startsWith('-');
  const digits = source.replace(/^[-+]/, '').replaceAll('_', '');
  let value: bigint;
  if (digits.includes(':')) value = digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
  else if (/^0[0-7]/.test(digits)) value = BigInt(`0o${digits}`);
  else value = BigInt(digits);
  return String(negative ? -value : value);
}

function javaFloat(source: string): string | undefined {
  if (NOT_A_NUMBER.test(source)) return 'NaN';
  const sign = source.startsWith('-') ? -1 : 1;
  if (INFINITE.test(source)) return javaDouble(sign * Infinity);
  if (!FLOAT.test(source)) return undefined;
  const digits = source.replace(/^[-+]/, '').replaceAll('_', '');
  const value = digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number.isNaN(value) ? undefined : javaDouble(sign * value);
}

/** `Double.toString`: plain decimals from 10^-3 up to 10^7, else one digit, the fraction and `E` with the exponent. */
export function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size === 0) return `${sign}0.0`;
  // Java writes at least two digits, and this value has but one.
  if (size === Number.MIN_VALUE) return `${sign}4.9E-324`;
  if (size >= 1e-3 && size < 1e7) return sign + (Number.isInteger(size) ? `${String(size)}.0` : String(size));
  const [mantissa = '', exponent = ''] = size.toExponential().split('e');
  return `${sign}${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}
