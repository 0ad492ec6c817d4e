import type { Entry } from '../syntax/syntax.js';
import { sameSpan } from '../text/span.js';
import type { Diagnosis } from './diagnosis.js';
import type { Raw } from './judge.js';

const ranks = { error: 0, warning: 1, information: 2, hint: 3 };

/** One cause, one squiggle: drops what another rule's finding at the same entry of the same scope covers. */
export function dropCovered(found: readonly Raw[]): readonly Raw[] {
  const covering = new Map<Entry, Raw[]>();
  for (const raw of found) {
    const entry = entryOf(raw);
    if (!entry || !raw.rule.hides) continue;
    const here = covering.get(entry) ?? [];
    covering.set(entry, here);
    here.push(raw);
  }
  return found.filter(raw => {
    const entry = entryOf(raw);
    const here = entry && covering.get(entry);
    return !here?.some(other => other.config.scope === raw.config.scope && other.rule.hides?.includes(raw.rule.id));
  });
}

/** Sorts by place and drops what is said twice. */
export function arrange(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const sorted = [...diagnoses].sort(
    (a, b) => a.span.start - b.span.start || ranks[a.severity] - ranks[b.severity] || (a.rule.id < b.rule.id ? -1 : 1),
  );
  return sorted.filter((diagnosis, i) => !repeatsEarlier(sorted, i, diagnosis));
}

function entryOf({ finding: { at } }: Raw): Entry | undefined {
  return typeof at === 'object' && 'entry' in at ? at.entry : undefined;
}

/** A line that serves two roles or two frameworks, or two uses of one anchor, is one line to the reader: the first finding stands for both. */
function repeatsEarlier(sorted: readonly Diagnosis[], index: number, diagnosis: Diagnosis): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const earlier = sorted[i];
    if (earlier?.span.start !== diagnosis.span.start) return false;
    const samePlace = earlier.rule === diagnosis.rule && sameSpan(earlier.span, diagnosis.span);
    if (samePlace && (earlier.message === diagnosis.message || servesAnother(earlier, diagnosis))) return true;
  }
  return false;
}

function servesAnother({ config }: Diagnosis, { config: other }: Diagnosis): boolean {
  return config.role !== other.role || config.framework !== other.framework;
}
