import { messageOf } from '../describe/messages.js';
import { sameSpan, type Span } from '../text/span.js';
import type { Diagnosis } from './diagnosis.js';
import { grade, type Raw } from './judge.js';
import { locate } from './locate.js';
import type { AnalysisOptions } from './options.js';
import type { Places } from './places.js';
import type { RuleFailure } from './run.js';

/** Grades findings for the user, finds their places and puts them into words; one that has no words costs itself only. */
export function present(found: readonly Raw[], places: Places, options: AnalysisOptions, onFailure: RuleFailure): readonly Diagnosis[] {
  return found.flatMap((raw): readonly Diagnosis[] => {
    const { rule, finding, config } = raw;
    const grading = grade(raw, options);
    if (!grading) return [];
    try {
      const span = places.of(config, locate(rule, finding, config));
      const others = othersOf(raw, span, places);
      return [
        {
          rule,
          finding,
          config,
          ...grading,
          refusedByKafka: finding.refusedByKafka === true,
          span,
          related: (finding.related ?? []).map(setting => ({ setting, span: places.ofSetting(setting) })),
          others,
          message: messageOf(rule, finding, config, others.length),
        },
      ];
    } catch (error) {
      onFailure(rule.id, error);
      return [];
    }
  });
}

/** Nodes may share the place: an anchor, or a service that they extend. */
function othersOf({ rule, finding, others = [] }: Raw, span: Span, places: Places): Diagnosis['others'] {
  const seen = [span];
  return others.flatMap(config => {
    const other = places.of(config, locate(rule, finding, config));
    if (seen.some(one => sameSpan(one, other))) return [];
    seen.push(other);
    return [{ config, span: other }];
  });
}
