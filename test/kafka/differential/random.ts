/** Numbers that a seed decides; a run with the same seed asks the same questions. */
export interface Random {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Each item with this probability, in order. */
  some<T>(items: readonly T[], probability: number): T[];
}

/** Mulberry32 over a hash of the text, so that every question has numbers of its own. */
export function randomFrom(seed: string): Random {
  let state = hash(seed);
  return randomOf(() => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  });
}

/** From numbers of 0 (included) to 1. */
export function randomOf(next: () => number): Random {
  const random: Random = {
    below: limit => Math.floor(next() * limit),
    chance: probability => next() < probability,
    pick: items => {
      const item = items[random.below(items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    some: (items, probability) => items.filter(() => random.chance(probability)),
  };
  return random;
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}
