import { describeHistory, existsIn, typeIn, updateModeIn } from '../kafka/catalogue/catalogue.js';
import { isLibrdkafka, librdkafkaVersion } from '../kafka/frameworks/librdkafka.js';
import { meaningOf } from '../kafka/meanings.js';
import type { Default, Property, Validity } from '../kafka/property.js';
import { isSensitive } from '../kafka/property.js';
import { validityIn } from '../kafka/validity-history.js';
import type { KafkaVersion } from '../kafka/version.js';

/** What a property decides, in one sentence; undefined where nobody has written one. */
export function meaningSentence(property: Property): string | undefined {
  return meaningOf(property.role, property.name);
}

/** Type and valid values in that version in a few words: `int, at least 1`. */
export function typeWords(property: Property, version: KafkaVersion): string {
  const valid = validityIn(property, version);
  const validity = valid && validityWords(valid);
  const type = typeIn(property, version);
  return validity === undefined || validity === '' ? type : `${type}, ${validity}`;
}

/** Whether a broker takes a change of the key while it runs; undefined for keys of other roles. */
export function updateWords(property: Property, version: KafkaVersion): string | undefined {
  if (property.role !== 'broker' || !existsIn(property, version)) return undefined;
  switch (updateModeIn(property, version)) {
    case 'per-broker':
      return 'yes, for each broker';
    case 'cluster-wide':
      return 'yes, for the whole cluster';
    case undefined:
      return 'no';
  }
}

/** Empty where everything is valid. */
function validityWords(validity: Validity): string {
  switch (validity.kind) {
    case 'range':
      return [rangeWords(validity.min, validity.max), ...(validity.except ?? []).map(number => `not ${String(number)}`)]
        .filter(words => words !== undefined)
        .join(', ');
    case 'one-of':
      return `one of ${[...validity.values, ...(validity.orDuration === true ? ['by_duration:PT6M'] : [])].map(code).join(', ')}${validity.ignoreCase ? ' in any case' : ''}`;
    case 'list-of':
      return validity.values.length === 0 ? '' : `of ${validity.values.map(code).join(', ')}`;
    case 'non-empty':
      return 'not empty';
    case 'list-size':
      return `at most ${String(validity.max)} items`;
    case 'checked-by':
      return '';
  }
}

function rangeWords(min: number | undefined, max: number | undefined): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (min !== undefined && max !== undefined) return `${String(min)} to ${String(max)}`;
  return min === undefined ? `at most ${String(max)}` : `at least ${String(min)}`;
}

/** The defaults with the versions in which they hold, the newest last: `1` (0.9.0 to 2.8), `all` (3.0 to 4.4). */
export function historyWords(property: Property): string {
  const linesOf = ({ from, to }: { readonly from: string; readonly to: string }): string => (from === to ? from : `${from} to ${to}`);
  return describeHistory(property)
    .filter(range => range.value.kind !== 'absent')
    .map(range => `${defaultWords(property, range.value)} (${isLibrdkafka(property.role) ? librdkafka : linesOf(range)})`)
    .join(', ');
}

const librdkafka = `librdkafka ${librdkafkaVersion}`;

/** Whose default it is: `Kafka 4.3`. The clients of librdkafka have versions of their own, and the newest is assumed. */
export function ownerWords(property: Property, version: KafkaVersion): string {
  return isLibrdkafka(property.role) ? librdkafka : `Kafka ${version.text}`;
}

/** A default as it may be shown. */
export function defaultWords(property: Property, value: Default): string {
  switch (value.kind) {
    case 'value':
      if (isSensitive(property.name, property.type)) return '(hidden)';
      return value.text === '' ? 'empty' : code(value.text);
    case 'null':
      return 'not set';
    case 'required':
      return 'none, it must be set';
    case 'absent':
      return 'unknown there';
  }
}

/** Says that the version in use does not know the property; undefined if it does, and for what is a framework's. */
export function absentWords(property: Property, version: KafkaVersion): string | undefined {
  return existsIn(property, version) || property.defaults.length === 0 ? undefined : `Kafka ${version.text} does not know this key.`;
}

/** Markdown code whose fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
