import { messageOf } from '../describe/messages.js';
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
      const message = messageOf(rule, finding, config);
      return [
        {
          rule,
          finding,
          config,
          ...grading,
          refusedByKafka: finding.refusedByKafka === true,
          span: places.of(config, locate(rule, finding, config)),
          related: (finding.related ?? []).map(setting => ({ setting, span: places.ofSetting(setting) })),
          message,
        },
      ];
    } catch (error) {
      onFailure(rule.id, error);
      return [];
    }
  });
}
