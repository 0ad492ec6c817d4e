import { sameSpan } from '../text/span.js';
import type { Diagnosis } from './diagnosis.js';

const ranks = { error: 0, warning: 1, information: 2, hint: 3 };

/** One cause, one squiggle: drops what another rule's finding at the same setting covers and what is said twice; sorts by place. */
export function arrange(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const sorted = diagnoses
    .filter(diagnosis => !diagnoses.some(other => hides(other, diagnosis)))
    .sort((a, b) => a.span.start - b.span.start || ranks[a.severity] - ranks[b.severity] || (a.rule.id < b.rule.id ? -1 : 1));
  return sorted.filter((diagnosis, i) => !sorted.slice(Math.max(0, i - 20), i).some(earlier => repeats(diagnosis, earlier)));
}

function hides(one: Diagnosis, other: Diagnosis): boolean {
  return one.rule.hides?.includes(other.rule.id) === true && one.config.scope === other.config.scope && sharesSetting(one, other);
}

function sharesSetting(one: Diagnosis, other: Diagnosis): boolean {
  const entries = [one, other].map(({ finding: { at } }) => (typeof at === 'object' && 'entry' in at ? at.entry : undefined));
  return entries[0] !== undefined && entries[0] === entries[1];
}

/** A line that serves two roles, or two uses of one anchor, is one line to the reader. */
function repeats(one: Diagnosis, other: Diagnosis): boolean {
  return one.rule === other.rule && sameSpan(one.span, other.span) && one.message === other.message;
}
