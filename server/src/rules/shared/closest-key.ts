import { editDistance } from '../../kafka/edit-distance.js';
import { remembering } from '../../text/remembering.js';

/** Longer keys are nobody's typo, and comparing them costs time. */
const longestKey = 100;
const slips = 2;
const units: ReadonlySet<string | undefined> = new Set(['ms', 'bytes']);

type Search = (written: string) => string | undefined;

/** By the list of known keys, for as long as somebody has it; a text is judged anew with every stroke, and most of its keys stay. */
const searches = new WeakMap<readonly string[], Search>();

/**
 * Finds the known key that a written one most likely stands for: the same letters and digits in another spelling, at most two typing
 * slips, or one dotted word too many, too few or exchanged. Of the same list the answers are remembered.
 */
export function closestKeyAmong(known: readonly string[]): Search {
  const search = searches.get(known) ?? remembering(searchAmong(known));
  searches.set(known, search);
  return search;
}

function searchAmong(known: readonly string[]): Search {
  const byLetters = new Map(known.map(key => [lettersOf(key), key]));
  const prepared = known.map(key => ({ key, words: key.split('.'), mask: maskOf(key) }));
  return written => {
    if (written.length > longestKey) return undefined;
    return byLetters.get(lettersOf(written)) ?? byTyping(written, prepared) ?? byWords(written, prepared);
  };
}

interface Known {
  readonly key: string;
  readonly words: readonly string[];
  readonly mask: number;
}

function byTyping(written: string, known: readonly Known[]): string | undefined {
  // in a short key two slips turn anything into anything
  if (written.length < 5) return undefined;
  const letters = countsOf(written);
  const mask = maskOf(written);
  const near = known.filter(one => Math.abs(one.key.length - written.length) <= slips && shareLetters(mask, one.mask));
  return nearest(
    written,
    near.map(({ key }) => key).filter(key => mayBeNear(letters, key) && editDistance(written, key) <= slips),
  );
}

function byWords(written: string, known: readonly Known[]): string | undefined {
  const words = written.split('.');
  const near = known.filter(one => differByOneWord(words, one.words));
  return nearest(
    written,
    near.map(({ key }) => key),
  );
}

/** The unit is what people leave out most. An exchanged word counts in longer keys only: `log.retention.seconds` may mean two things. */
function differByOneWord(one: readonly string[], other: readonly string[]): boolean {
  const fewest = Math.min(one.length, other.length);
  if (one.length + 1 === other.length && units.has(other.at(-1)) && one.every((word, i) => word === other[i])) return true;
  if (Math.abs(one.length - other.length) > 1 || fewest < (one.length === other.length ? 4 : 3)) return false;
  let before = 0;
  while (before < fewest && one[before] === other[before]) before++;
  let after = 0;
  while (after < fewest - before && one[one.length - 1 - after] === other[other.length - 1 - after]) after++;
  return Math.max(one.length, other.length) - before - after === 1;
}

function nearest(written: string, keys: readonly string[]): string | undefined {
  const measured = keys.map(key => ({ key, distance: editDistance(written, key) }));
  return measured.reduce<(typeof measured)[number] | undefined>(
    (best, one) => (best && best.distance <= one.distance ? best : one),
    undefined,
  )?.key;
}

function lettersOf(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** One bit for each letter that occurs; other characters share bits. */
function maskOf(key: string): number {
  let mask = 0;
  for (let i = 0; i < key.length; i++) mask |= 1 << (key.charCodeAt(i) % 32);
  return mask;
}

/** A slip brings at most one letter that the other key has nowhere; the cheapest thing to see. */
function shareLetters(one: number, other: number): boolean {
  return bitsIn(one & ~other) <= slips && bitsIn(other & ~one) <= slips;
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0 && count <= slips; rest &= rest - 1) count++;
  return count;
}

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** A slip brings at most one letter that the other key has too few of; far cheaper to see than the distance. */
function mayBeNear(counts: ReadonlyMap<string, number>, key: string): boolean {
  const left = new Map(counts);
  let missing = 0;
  for (const letter of key) {
    const count = left.get(letter) ?? 0;
    if (count > 0) left.set(letter, count - 1);
    else if (++missing > slips) return false;
  }
  return true;
}
