import { sameSpan } from '../text/span.js';
import type { Entry } from '../syntax/syntax.js';
import type { Diagnosis } from './diagnosis.js';

const ranks = { error: 0, warning: 1, information: 2, hint: 3 };

/** One cause, one squiggle: drops what another rule's finding at the same setting covers and what is said twice; sorts by place. */
export function arrange(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const hidden = hiddenBy(diagnoses);
  const sorted = diagnoses
    .filter(diagnosis => !hidden(diagnosis))
    .sort((a, b) => a.span.start - b.span.start || ranks[a.severity] - ranks[b.severity] || (a.rule.id < b.rule.id ? -1 : 1));
  return sorted.filter((diagnosis, i) => !repeatsEarlier(sorted, i, diagnosis));
}

/** Tells what is hidden by another finding at the same entry of the same scope. */
function hiddenBy(diagnoses: readonly Diagnosis[]): (diagnosis: Diagnosis) => boolean {
  const ids = new Map<Entry, { readonly scope: unknown; readonly id: string }[]>();
  for (const { rule, finding, config } of diagnoses) {
    const entry = entryOf(finding.at);
    if (!entry || !rule.hides) continue;
    const here = ids.get(entry) ?? [];
    ids.set(entry, here);
    here.push(...rule.hides.map(id => ({ scope: config.scope, id })));
  }
  return ({ rule, finding, config }) => {
    const entry = entryOf(finding.at);
    return entry !== undefined && (ids.get(entry)?.some(one => one.scope === config.scope && one.id === rule.id) ?? false);
  };
}

function entryOf(at: Diagnosis['finding']['at']): Entry | undefined {
  return typeof at === 'object' && 'entry' in at ? at.entry : undefined;
}

/** A line that serves two roles, or two uses of one anchor, is one line to the reader. */
function repeatsEarlier(sorted: readonly Diagnosis[], index: number, diagnosis: Diagnosis): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const earlier = sorted[i];
    if (!earlier || earlier.span.start !== diagnosis.span.start) return false;
    if (earlier.rule === diagnosis.rule && sameSpan(earlier.span, diagnosis.span) && earlier.message === diagnosis.message) return true;
  }
  return false;
}
