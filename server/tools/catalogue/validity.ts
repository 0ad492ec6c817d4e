import type { Validity } from '../../src/kafka/property.js';

/**
 * What a validator accepts, from the text that it gives of itself (`ConfigDef.Validator.toString()`; `list … may be empty` stands
 * for ConfigDef.ValidList, which does not tell). Undefined for a text that is not understood: then nothing is refused.
 */
export function parseValidity(text: string): Validity | undefined {
  return (
    parseRange(text) ?? parseList(text) ?? parseOneOf(text) ?? (text.startsWith('non-empty string') ? { kind: 'non-empty' } : undefined)
  );
}

function parseRange(text: string): Validity | undefined {
  // "Positive number …, or -1 …" is Connect's way to say the same as `[1,...] or -1`
  if (/^Positive number\b.*, or -1 /.test(text)) return { kind: 'range', min: -1, except: [0] };
  const match = /^\[(-?[\d.]+),\.\.\.(?:,(-?[\d.]+))?\]( or -1)?$/.exec(text) ?? /^atLeast\((-?\d+)L?\)$/.exec(text);
  if (!match) return undefined;
  const [, min, max, orMinusOne] = match;
  const upper = max === undefined ? {} : { max: Number(max) };
  return orMinusOne === undefined ? { kind: 'range', min: Number(min), ...upper } : { kind: 'range', min: -1, ...upper, except: [0] };
}

function parseList(text: string): Validity | undefined {
  // lists before Kafka 4.2 ("old") could always be empty: KIP-1161
  const match = /^list (?:\[(.*)\] )?(may be empty|not empty|old)$/.exec(text);
  return match ? { kind: 'list-of', values: match[1]?.split(', ') ?? [], mayBeEmpty: match[2] !== 'not empty' } : undefined;
}

function parseOneOf(text: string): Validity | undefined {
  const match = /^(\(case insensitive\) )?\[([\w.@-]+(?:, [\w.@:-]+)*)\]$/.exec(text);
  const all = match?.[2]?.split(', ');
  if (!all) return undefined;
  const duration = all.some(value => value.startsWith('by_duration:'));
  // `null` in a list means that the key may be left out, not that the word is accepted
  const values = all.filter(value => value !== 'null' && !value.startsWith('by_duration:'));
  return { kind: 'one-of', values, ignoreCase: match?.[1] !== undefined, ...(duration && { orDuration: true }) };
}
