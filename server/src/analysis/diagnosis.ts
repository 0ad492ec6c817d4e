import type { EffectiveConfig } from '../config/effective.js';
import type { Finding, Rule, Severity } from '../rules/rule.js';
import type { Span } from '../text/span.js';

/** A finding with its place in the text, graded for the user's options and put into words. */
export interface Diagnosis {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly config: EffectiveConfig;
  readonly severity: Severity;
  readonly certainty: 'certain' | 'assumed';
  readonly refusedByKafka: boolean;
  readonly span: Span;
  readonly message: string;
}
