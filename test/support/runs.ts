/** Set by `npm run test:unit`, the loop while somebody works: a tenth of the random texts is enough there. */
const isQuick = process.env.ACKGUARD_QUICK === '1';

/** All of them for `npm test`; one of eight in the quick loop, other ones for each turn. */
export function some<T>(all: readonly T[], turn: number): readonly T[] {
  return isQuick ? all.filter((_, i) => (i + turn) % 8 === 0) : all;
}

/** How often a property is tried: so many times by `npm test`. */
export function times(count: number): { readonly numRuns: number } {
  return { numRuns: isQuick ? Math.ceil(count / 10) : count };
}
