/** Set by `npm run test:unit`, the loop while somebody works: a tenth of the random texts is enough there. */
const isQuick = process.env.ACKGUARD_QUICK === '1';

/** How often a property is tried: so many times by `npm test`. */
export function times(count: number): { readonly numRuns: number } {
  return { numRuns: isQuick ? Math.ceil(count / 10) : count };
}
