import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
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
  /** In the text that people see, also where the finding is about an embedded one. */
  readonly span: Span;
  /** The other settings that take part, where they stand in that text. */
  readonly related: readonly { readonly setting: Setting; readonly span: Span }[];
  /** Other nodes of the cluster that it is said for as well, where they stand elsewhere in that text. */
  readonly others: readonly { readonly config: EffectiveConfig; readonly span: Span }[];
  readonly message: string;
}
