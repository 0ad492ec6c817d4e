import type { EffectiveConfig } from '../config/effective.js';
import { fixTitle } from '../describe/fixes.js';
import type { Change, Fix } from '../rules/rule.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import { overlaps } from '../text/span.js';
import type { Analysis, Carried } from './analyze.js';
import { editsOf, spelledKey } from './changes.js';
import type { Diagnosis } from './diagnosis.js';

/** A fix ready to be offered. */
export interface OfferedFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  /** The one to take without thinking: the first fix of a finding, if it is safe. */
  readonly preferred: boolean;
  /** It writes a key that is not there yet. */
  readonly addsKey: boolean;
  readonly edits: readonly TextEdit[];
}

/** The ways out of one finding that its file can spell, the best first. */
export function fixesOf(diagnosis: Diagnosis, { carried }: Analysis): readonly OfferedFix[] {
  const source = carried.find(one => one.configs.includes(diagnosis.config));
  if (!source) return [];
  return (diagnosis.finding.fixes ?? []).flatMap((fix, i) => {
    const own = outerEdits(editsOf(fix, diagnosis, source), source);
    if (!own || own.length === 0) return [];
    const elsewhere = diagnosis.others.map(({ config }) => editsIn(config, fix, diagnosis, carried));
    const edits = joined([own, ...elsewhere]);
    const nodes = 1 + elsewhere.filter(one => one !== undefined).length;
    const title = fixTitle(diagnosis.rule, fix, diagnosis.config, change => spelledKey(change, diagnosis, source), nodes);
    const addsKey = fix.changes.some(change => addsKeyTo(diagnosis.config, change));
    return [{ title, safety: fix.safety, preferred: i === 0 && fix.safety === 'safe', addsKey, edits }];
  });
}

/** The edits for another node of which the same is said. */
function editsIn(config: EffectiveConfig, fix: Fix, diagnosis: Diagnosis, carried: Analysis['carried']): readonly TextEdit[] | undefined {
  const source = carried.find(one => one.configs.includes(config));
  return source && outerEdits(editsOf(fix, { ...diagnosis, config }, source), source);
}

/** What nodes share is written once. */
function joined(all: readonly (readonly TextEdit[] | undefined)[]): readonly TextEdit[] {
  return all.reduce<readonly TextEdit[]>((before, edits = []) => {
    const own = edits.filter(edit => !before.some(other => overlaps(edit.span, other.span)));
    return [...before, ...own];
  }, []);
}

/** The edits of the text that people see for those of an embedded one. */
function outerEdits(edits: readonly TextEdit[] | undefined, { embedded, document }: Carried): readonly TextEdit[] | undefined {
  return edits && embedded ? embedded.outerEdits(applyEdits(document.text, edits)) : edits;
}

/** Whether the change writes a key into a scope that has it not, be it that the scope inherits one. */
function addsKeyTo(config: EffectiveConfig, change: Change): boolean {
  const setting = change.kind === 'set' ? config.explicit(change.property) : undefined;
  return change.kind === 'set' && !(setting && config.isOwn(setting));
}

/** The edits of every safe fix of an explicit value that is an error or a warning; of fixes that touch each other the first. */
export function fixAllEdits(analysis: Analysis): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const diagnosis of analysis.diagnoses) {
    if (diagnosis.finding.at === 'absent' || !['error', 'warning'].includes(diagnosis.severity)) continue;
    const fix = fixesOf(diagnosis, analysis).find(offered => offered.safety === 'safe' && !offered.addsKey);
    if (fix && !fix.edits.some(edit => taken.some(other => overlaps(edit.span, other.span)))) taken.push(...fix.edits);
  }
  return taken;
}
