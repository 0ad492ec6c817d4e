import type { Refusal } from '../value.js';
import { allWords, type LibrdkafkaProperty, type Words } from './librdkafka.js';

/** A value as librdkafka takes it: the text that it would print itself, or why it refuses it. */
type Taken = { readonly text: string } | { readonly refusal: Refusal };

/** Values of `rd_kafka_conf_validate_partitioner`, which takes them in small letters only. */
const partitioners = ['random', 'consistent', 'consistent_random', 'murmur2', 'murmur2_random', 'fnv1a', 'fnv1a_random'];

/** The strategies of its own, which `rd_kafka_assignors_init` looks up when a client is created. */
const strategies = ['range', 'roundrobin', 'cooperative-sticky'];

/** Why librdkafka refuses a value, as its `rd_kafka_anyconf_set_prop` does; undefined where it takes it. */
export function librdkafkaRefusal(property: LibrdkafkaProperty, text: string): Refusal | undefined {
  const taken = take(property, text);
  return 'refusal' in taken ? taken.refusal : undefined;
}

/** The value in the one spelling that librdkafka prints: `acks=ALL` is `-1`, `end` is `largest`; as written where it is refused. */
export function librdkafkaText(property: LibrdkafkaProperty, text: string): string {
  const taken = take(property, text);
  return 'text' in taken ? taken.text : text;
}

function take(property: LibrdkafkaProperty, text: string): Taken {
  switch (property.type) {
    case 'string':
    case 'patterns':
      return takeString(property, text);
    case 'bool':
      if (/^(true|t|1)$/i.test(text)) return { text: 'true' };
      return /^(false|f|0)$/i.test(text) ? { text: 'false' } : refused({ kind: text === '' ? 'empty' : 'not-boolean' });
    case 'int':
      return takeInt(property, text);
    case 'double':
      return takeDouble(property, text);
    case 'word': {
      const [printed] = wordsFor(property, text)?.texts ?? [];
      if (printed !== undefined) return { text: printed };
      return refused(text === '' ? { kind: 'empty' } : { kind: 'unknown-word', allowed: allWords(property.words) });
    }
    case 'flags': {
      if (text === '') return refused({ kind: 'empty' });
      const items = text.split(',').map(item => item.trimStart().replace(/^[+-]/, ''));
      const item = items.find(one => one !== '' && !wordsFor(property, one));
      return item === undefined ? { text } : refused({ kind: 'not-in-list', item, allowed: allWords(property.words) });
    }
  }
}

/** An empty string is none: the default holds. */
function takeString({ name, byDefault }: LibrdkafkaProperty, text: string): Taken {
  if (name === 'partitioner' && !partitioners.includes(text)) {
    return refused({ kind: 'not-one-of', allowed: partitioners, orDuration: false });
  }
  if (name === 'sasl.mechanism' && (text === '' || /[, ]/.test(text)))
    return refused({ kind: 'bad-form', form: 'the name of one mechanism' });
  // no strategy is found for another one
  if (name === 'group.protocol.type' && text !== '' && text !== 'consumer') {
    return refused({ kind: 'not-one-of', allowed: ['consumer'], orDuration: false });
  }
  if (name === 'partition.assignment.strategy') {
    const refusal = strategiesRefusal(text);
    if (refusal) return refused(refusal);
  }
  return { text: text === '' ? (byDefault ?? '') : text };
}

function strategiesRefusal(text: string): Refusal | undefined {
  const items = text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
  const item = items.find(one => !strategies.includes(one));
  if (item !== undefined) return { kind: 'not-in-list', item, allowed: strategies };
  const cooperative = items.filter(one => one === 'cooperative-sticky').length;
  return cooperative > 0 && cooperative < items.length
    ? { kind: 'bad-form', form: 'cooperative-sticky alone, or range and roundrobin' }
    : undefined;
}

/** C's `strtol` with base 0: signs, hexadecimal and octal numbers, and whatever follows the digits. */
function takeInt(property: LibrdkafkaProperty, text: string): Taken {
  const value = wholeNumberIn(text) ?? wordsFor(property, text)?.number;
  if (value === undefined) return refused(text === '' ? { kind: 'empty' } : { kind: 'bad-form', form: numberForm(property) });
  if (value < property.least) return refused({ kind: 'below-minimum', min: property.least });
  return value > property.most ? refused({ kind: 'above-maximum', max: property.most }) : { text: String(value) };
}

const longest = 2n ** 63n - 1n;

function wholeNumberIn(text: string): number | undefined {
  const [, sign = '', hex, octal, decimal] = /^\s*([+-]?)(?:0x([0-9a-f]+)|(0[0-7]*)|([1-9]\d*))/i.exec(text) ?? [];
  const digits = hex === undefined ? (octal === undefined ? decimal : `0o${octal}`) : `0x${hex}`;
  if (digits === undefined) return undefined;
  const size = BigInt(digits);
  const long = sign === '-' ? (-size < -longest - 1n ? -longest - 1n : -size) : size > longest ? longest : size;
  // the long becomes an int by its lower half
  return Number(BigInt.asIntN(32, long));
}

/** C's `strtod`, without hexadecimal fractions. */
function takeDouble({ least, most }: LibrdkafkaProperty, text: string): Taken {
  const [number] = /^\s*[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf|nan)/i.exec(text) ?? [];
  if (number === undefined) return refused({ kind: text === '' ? 'empty' : 'not-number' });
  const value = Number(number.trim().replace(/inf$/i, 'Infinity'));
  if (value < least) return refused({ kind: 'below-minimum', min: least });
  if (value > most) return refused({ kind: 'above-maximum', max: most });
  // as printf's %g prints it
  return { text: Number.isNaN(value) ? 'nan' : String(Number(value.toPrecision(6))) };
}

function numberForm(property: LibrdkafkaProperty): string {
  return ['a whole number', ...allWords(property.words)].join(' or ');
}

function wordsFor({ words }: LibrdkafkaProperty, text: string): Words | undefined {
  return words.find(({ texts }) => texts.some(word => word.toLowerCase() === text.toLowerCase()));
}

function refused(refusal: Refusal): Taken {
  return { refusal };
}
