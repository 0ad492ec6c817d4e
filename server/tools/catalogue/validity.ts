import type { Validity } from '../../src/kafka/property.js';
import type { DumpedValidator } from './dumped.js';

/**
 * What a validator accepts, as data; undefined for one that only refuses null, which no file can write. Of the classes that Kafka made for
 * one purpose the name is kept, and of the validators made in passing (lambdas) what they say of themselves.
 */
export function validityOf(validator: DumpedValidator): Validity | undefined {
  const name = simpleName(validator.class);
  const { text, validStrings, validators } = validator;
  switch (name) {
    case 'Range':
      return {
        kind: 'range',
        ...(validator.min !== undefined && { min: Number(validator.min) }),
        ...(validator.max !== undefined && { max: Number(validator.max) }),
      };
    case 'ValidString':
    case 'CaseInsensitiveValidString':
      // null among them means that the key may be left out
      return {
        kind: 'one-of',
        values: (validStrings ?? []).filter(value => value !== null),
        ignoreCase: name === 'CaseInsensitiveValidString',
      };
    case 'ValidList':
      // lists could always be empty before KIP-1161 (Kafka 4.2)
      return { kind: 'list-of', values: (validStrings ?? []).map(String), mayBeEmpty: validator.isEmptyAllowed ?? true };
    case 'NonEmptyString':
      return { kind: 'non-empty' };
    case 'NonEmptyStringWithoutControlChars':
      return { kind: 'non-empty', withoutControlCharacters: true };
    case 'ListSize':
      return { kind: 'list-size', max: Number(validator.maxSize) };
    case 'NonNullValidator':
      return undefined;
    case 'CompositeValidator':
      return together((validators ?? []).map(validityOf).filter(part => part !== undefined));
  }
  // a class of its own may take more than its words say: MetadataVersionValidator lists 3.9-IV0 and takes 3.9 too
  const words = anonymous.test(name) ? text : undefined;
  const known = bespoke[words ?? name] ?? (words === undefined ? undefined : parseValidity(words));
  return known ?? { kind: 'checked-by', validators: [words ?? name] };
}

/** Classes without a name of their own, or named Validator inside of what they belong to. */
const anonymous = /^LambdaValidator$|\$Lambda$|\$\d+$|\$Validator$/;

const optimizations: Validity = { kind: 'checked-by', validators: ['topology.optimization'] };

/** Validators whose own words tell too little. Each was asked with values on both sides of its border. */
const bespoke: Readonly<Record<string, Validity>> = {
  // ShareAcquireMode of 4.3.1 and WorkerConfig's connect.protocol of 3.9.2 take their words in any case, unlike others that say the same
  '[batch_optimized, record_limit]': { kind: 'one-of', values: ['batch_optimized', 'record_limit'], ignoreCase: true },
  '[eager, compatible]': { kind: 'one-of', values: ['eager', 'compatible'], ignoreCase: true },
  '[eager, compatible, sessioned]': { kind: 'one-of', values: ['eager', 'compatible', 'sessioned'], ignoreCase: true },
  // thread pools of tiered storage in 3.9.2
  'The default value of -1 means that this will be set to the configured value of remote.log.manager.thread.pool.size, if available; otherwise, it defaults to 10.':
    { kind: 'range', min: -1, except: [0] },
  // silent in 0.11 and 1.0
  ConnectorConfig$1: { kind: 'checked-by', validators: ['unique transformation aliases'] },
  // one of the first two alone, or any of the others; silent in 3.4 to 3.6
  '[all, none, reuse.ktable.source.topics, merge.repartition.topics, single.store.self.join]': optimizations,
  StreamsConfig$$Lambda: optimizations,
};

/** `a.b.ConfigDef$Range` as `Range`; `StreamsConfig$1` and `Mode$Validator` keep what they are inside of, a Scala object loses its `$`. */
function simpleName(name: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1).replace(/(?<=\w)\$$/, '');
  const inner = /^\w+\$([A-Z]\w*)$/.exec(last)?.[1];
  return inner === undefined || inner === 'Validator' ? last : inner;
}

/** Several validators of one key: the one that is data; those that only have names, all of them. */
function together(parts: readonly Validity[]): Validity | undefined {
  const named = parts.flatMap(part => (part.kind === 'checked-by' ? part.validators : []));
  if (named.length === parts.length) return named.length === 0 ? undefined : { kind: 'checked-by', validators: named };
  if (parts.length > 1) throw new Error(`several checks of one key cannot be stored: ${JSON.stringify(parts)}`);
  return parts[0];
}

/** What the text says that a validator gives of itself, or the name of its class; undefined for a text that is not understood. */
export function parseValidity(text: string): Validity | undefined {
  if (/^\w+Validator$/.test(text)) return { kind: 'checked-by', validators: [text] };
  return parseRange(text) ?? parseList(text) ?? parseOneOf(text);
}

function parseRange(text: string): Validity | undefined {
  // Connect's words for the same as `[1,...] or -1`
  if (/^Positive number\b.*, or -1 /.test(text)) return { kind: 'range', min: -1, except: [0] };
  const match = /^\[(-?[\d.]+),\.\.\.(?:,(-?[\d.]+))?\]( or -1)?$/.exec(text);
  if (!match) return undefined;
  const [, min, max, orMinusOne] = match;
  const upper = max === undefined ? {} : { max: Number(max) };
  return orMinusOne === undefined ? { kind: 'range', min: Number(min), ...upper } : { kind: 'range', min: -1, ...upper, except: [0] };
}

/** `list [compact, delete]` in the table for the versions before 0.11. */
function parseList(text: string): Validity | undefined {
  const values = /^list \[(.*)\]$/.exec(text)?.[1];
  return values === undefined ? undefined : { kind: 'list-of', values: values.split(', '), mayBeEmpty: true };
}

function parseOneOf(text: string): Validity | undefined {
  const match = /^(\(case insensitive\) )?\[([\w.@-]+(?:, [\w.@:-]+)*)\]$/.exec(text);
  const all = match?.[2]?.split(', ');
  if (!all) return undefined;
  const duration = all.some(value => value.startsWith('by_duration:'));
  const values = all.filter(value => value !== 'null' && !value.startsWith('by_duration:'));
  return { kind: 'one-of', values, ignoreCase: match?.[1] !== undefined, ...(duration && { orDuration: true }) };
}
