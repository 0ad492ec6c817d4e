import { compareAnswers, unexplainedIn, type Difference } from './compare.js';
import type { Case, Comparison, Framework } from './comparison.js';

/** A file, and one unexplained difference that it shows. */
export interface Found {
  readonly file: Case;
  readonly difference: Difference;
}

/** The shortest file that still differs at the same key: lines are left out while the difference stays, many at once and then one by one. */
export async function shrink(comparison: Comparison, framework: Framework, found: Found): Promise<Found> {
  let best = found;
  let lines = found.file.text.split('\n');
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < lines.length;) {
      const fewer = [...lines.slice(0, from), ...lines.slice(from + size)];
      const next = await differenceOf(comparison, framework, { ...found.file, text: fewer.join('\n') }, found.difference.key);
      if (next) [best, lines] = [next, fewer];
      else from += size;
    }
  }
  return best;
}

async function differenceOf(comparison: Comparison, framework: Framework, file: Case, key: string): Promise<Found | undefined> {
  const compared = compareAnswers(comparison, file, await framework.ask(file), comparison.resolve(file));
  const difference = unexplainedIn(compared).find(one => one.key === key);
  return difference && { file, difference };
}
