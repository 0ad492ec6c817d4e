import type { Outcome } from './compare.js';
import type { Question } from './judge.js';

/** Values to try instead of a long or strange one. */
const simpler = ['1', 'a', ''];

/** The smallest question that still differs for the same reason: without the keys that do not matter, with plainer values. */
export async function shrink(
  found: Extract<Outcome, { kind: 'difference' }>,
  ask: (question: Question) => Promise<Outcome>,
): Promise<Extract<Outcome, { kind: 'difference' }>> {
  let best = found;
  const tryOut = async (props: Readonly<Record<string, string>>): Promise<boolean> => {
    const outcome = await ask({ ...best.question, props });
    if (outcome.kind !== 'difference' || outcome.signature !== found.signature) return false;
    best = outcome;
    return true;
  };
  for (const key of Object.keys(found.question.props)) {
    await tryOut(Object.fromEntries(Object.entries(best.question.props).filter(([other]) => other !== key)));
  }
  for (const [key, value] of Object.entries(best.question.props)) {
    const plainer = [value.trim(), ...simpler].filter(one => one.length < value.length);
    for (const one of plainer) if (await tryOut({ ...best.question.props, [key]: one })) break;
  }
  return best;
}
