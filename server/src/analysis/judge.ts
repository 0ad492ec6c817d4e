import type { Cluster } from '../config/cluster.js';
import type { EffectiveConfig } from '../config/effective.js';
import { isSetting } from '../describe/messages.js';
import type { Finding, Rule, Severity } from '../rules/rule.js';
import singleNodeCluster from '../rules/single-node-cluster.js';
import type { AnalysisOptions } from './options.js';

/** A finding before it is graded, with the configuration that it is about. */
export interface Raw {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly config: EffectiveConfig;
  /** Another plausible Kafka version would not say it. */
  readonly versionDependent: boolean;
  /** Other nodes of its cluster of which the same is to be said. */
  readonly others?: readonly EffectiveConfig[];
}

export interface Grade {
  readonly severity: Severity;
  readonly certainty: 'certain' | 'assumed';
}

const lowered: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'information', information: 'hint', hint: 'hint' };

/** Rules that a configuration for at-most-once delivery breaks on purpose. */
const againstAtMostOnce = /^(acks|retries|auto-commit|offset-reset|idempotence)-|^send-without-confirmation$/;

/** The severity and certainty of a finding by the conventions of the rule catalogue; undefined where it is not to be shown. */
export function grade(raw: Raw, options: AnalysisOptions): Grade | undefined {
  const { rule, finding, config } = raw;
  const wanted = options.severities[rule.id];
  if (wanted === 'off') return undefined;
  const refused = finding.refusedByKafka === true;
  if (options.profile === 'at-most-once' && againstAtMostOnce.test(rule.id) && !refused) return undefined;

  const absent = finding.at === 'absent';
  const strict = options.profile === 'strict' && !absent ? rule.strictSeverity : undefined;
  let severity = strict ?? finding.severity ?? rule.severity;
  if (absent && !refused && severity === 'error') severity = 'warning';
  const guessed = raw.versionDependent || config.trust === 'inferred';
  if (!refused) {
    if (guessed) severity = lowered[severity];
    if (config.scope.development && rule !== singleNodeCluster) severity = lowered[severity];
  }
  if (config.trust === 'assumed' && severity !== 'hint') severity = 'information';
  const assumed = (guessed && !refused) || absent || finding.certainty === 'assumed' || config.trust === 'assumed';
  return { severity: wanted ?? severity, certainty: assumed ? 'assumed' : 'certain' };
}

/** Whether an absent key means anything here: something must be written for the role, and its base must be in sight and silent. */
export function absenceCounts(config: EffectiveConfig, base: EffectiveConfig | undefined): boolean {
  return config.speaks && config.scope.complete && !config.facts.has('partly-seen') && base?.speaks !== true;
}

/**
 * A scope that inherits is judged on what it changes: a finding that points at an inherited setting moves to a setting of the scope
 * that takes part in it; undefined where none does, as the base reports it then.
 */
export function pointToOwn(finding: Finding, config: EffectiveConfig): Finding | undefined {
  const { at } = finding;
  if (!isSetting(at) || config.isOwn(at)) return finding;
  const related = finding.related ?? [];
  const own = related.find(setting => config.isOwn(setting));
  return own && { ...finding, at: own, related: [at, ...related.filter(setting => setting !== own)] };
}

/** Whether rules about replication are folded into one remark: a scope or a cluster that is made for development. */
export function foldsHere(config: EffectiveConfig, clusters: readonly Cluster[], options: AnalysisOptions): boolean {
  if (options.profile === 'single-node' || config.scope.development) return true;
  if (config.role === 'broker') return clusters.some(cluster => cluster.development && cluster.brokers.includes(config));
  // what stands beside such clusters alone is made for development too
  return config.facts.has('cluster-in-sight') && clusters.length > 0 && clusters.every(cluster => cluster.development);
}
