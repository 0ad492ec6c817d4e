import { resolveValue } from '../../config/placeholder.js';
import type { SettingValue } from '../../config/setting.js';
import { parseDouble, parseWhole } from '../../kafka/java-number.js';
import type { ValueType } from '../../kafka/property.js';
import type { Document, Entry } from '../../syntax/syntax.js';
import { javaDouble, javaKind } from '../../syntax/yaml-scalar.js';
import { slice } from '../../text/span.js';
import type { NamedEntry } from './names.js';

/** Values that refer to each other are resolved so often. */
const deepest = 10;
const longest = 10_000;

/** Reads values of one document, in which one may refer to another by its name. */
export type ValueReader = (entry: Entry) => SettingValue;

/** A value as the application gets it from SmallRye Config. Empty ones are taken for "not set", and perhaps half typed: nothing is known. */
export function valueReader(document: Document, named: readonly NamedEntry[]): ValueReader {
  let defined: ReadonlyMap<string, string | undefined> | undefined;
  return remembered(entry => {
    const written = writtenText(entry, document);
    defined ??= written.includes('${') ? definedIn(named, document) : undefined;
    const value = resolveValue(defined ? expanded(written, defined) : written, 'spring');
    return value.known && value.text.trim() === '' ? { known: false } : value;
  });
}

/** A value as it reaches a Kafka client. */
export function kafkaReader(valueOf: ValueReader): ValueReader {
  return remembered(entry => {
    const value = valueOf(entry);
    return value.known ? { ...value, text: kafkaText(value.text) } : value;
  });
}

/** A line may be read by many clients. */
function remembered(read: ValueReader): ValueReader {
  const found = new Map<Entry, SettingValue>();
  return entry => {
    const value = found.get(entry) ?? read(entry);
    found.set(entry, value);
    return value;
  };
}

/** YamlConfigSource keeps numbers as they are written: `012` does not become 10. */
function writtenText(entry: Entry, { syntax, text }: Document): string {
  const written = slice(text, entry.valueSpan);
  return syntax === 'yaml' && javaKind(written) === 'number' ? written : entry.value;
}

/** The values that other values can refer to; undefined for those that depend on a profile. */
function definedIn(named: readonly NamedEntry[], document: Document): ReadonlyMap<string, string | undefined> {
  const profiled = new Set(named.filter(({ profiles }) => profiles.length > 0).map(({ name }) => name));
  return new Map(named.map(({ name, entry }) => [name, profiled.has(name) ? undefined : writtenText(entry, document)]));
}

/** References to keys of the same file replaced; others stay, and so does the default of what depends on a profile not. */
function expanded(text: string, defined: ReadonlyMap<string, string | undefined>): string {
  let result = text;
  for (let round = 0; round < deepest && result.length < longest; round++) {
    const next = result.replace(/\$\{([^${}:]+)(?::[^${}]*)?\}/g, (whole, name: string) =>
      defined.has(name) ? (defined.get(name) ?? `\${${name}}`) : whole,
    );
    if (next === result) return result;
    result = next;
  }
  return result;
}

/**
 * The text that reaches the Kafka client: numbers as Java prints them, those beyond an Integer as a Double does (`9.999999999E9`, which Kafka
 * refuses where it wants a whole number). Source: io.smallrye.reactive.messaging.kafka.impl.JsonHelper.extractConfigKey.
 */
function kafkaText(text: string): string {
  const trimmed = text.trim();
  if (!mayBeNumber.test(trimmed)) return /^(true|false)$/i.test(trimmed) ? trimmed.toLowerCase() : trimmed;
  const whole = parseWhole('int', trimmed);
  if (whole.ok) return String(whole.value);
  const double = parseDouble(trimmed);
  if (double.ok) return javaDouble(Number(double.value));
  return trimmed;
}

/** With digits of any script, and what a Double has for numbers that are none. */
const mayBeNumber = /^[-+.\d]|^NaN$|^Infinity$|^[^\0-\x7f]/;

/** The value of one of the connector's own attributes. Source: io.smallrye.config.Converters.BooleanConverter. */
export function attributeText(text: string, type: ValueType | undefined): string {
  const trimmed = text.trim();
  if (type !== 'boolean') return trimmed;
  if (/^(true|1|yes|y|on|ja|j|si|sim|oui)$/i.test(trimmed)) return 'true';
  return /^(false|0|no|n|off|nein|não|non)$/i.test(trimmed) ? 'false' : trimmed;
}
