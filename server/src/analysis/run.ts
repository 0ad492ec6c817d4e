import type { Cluster } from '../config/cluster.js';
import type { EffectiveConfig } from '../config/effective.js';
import { groupedByScope } from '../config/resolve.js';
import { isSetting } from '../describe/messages.js';
import { isDocumentedIn } from '../kafka/catalogue/catalogue.js';
import { violationOf } from '../kafka/value.js';
import type { KafkaVersion } from '../kafka/version.js';
import type { Finding, Rule } from '../rules/rule.js';
import { absenceCounts, pointToOwn, type Raw } from './judge.js';

/** What is told about a rule that throws: it costs its own findings only. */
export type RuleFailure = (ruleId: string, error: unknown) => void;

/** Runs every rule over every configuration and cluster of one document. */
export function runRules(
  rules: readonly Rule[],
  configs: readonly EffectiveConfig[],
  clusters: readonly Cluster[],
  onFailure: RuleFailure,
): readonly Raw[] {
  const found: Raw[] = [];
  const baseOf = basesOf(configs);
  for (const rule of rules) {
    try {
      for (const raw of findingsOf(rule, configs, clusters, baseOf)) found.push(raw);
    } catch (error) {
      onFailure(rule.id, error);
    }
  }
  return found;
}

type BaseOf = (config: EffectiveConfig) => EffectiveConfig | undefined;

/** Leads from a configuration to that of the same role in the scope it builds on. */
function basesOf(configs: readonly EffectiveConfig[]): BaseOf {
  const inScope = groupedByScope(configs);
  return ({ scope: { base }, role }) => (base ? inScope(base).find(other => other.role === role) : undefined);
}

function findingsOf(rule: Rule, configs: readonly EffectiveConfig[], clusters: readonly Cluster[], baseOf: BaseOf): readonly Raw[] {
  const found: Raw[] = [];
  for (const config of configs) {
    if (!rule.check || !rule.roles.includes(config.role)) continue;
    const cluster = config.role === 'broker' ? clusters.find(({ brokers }) => brokers.includes(config)) : undefined;
    for (const finding of rule.check(config, cluster)) keep(finding, config);
  }
  for (const cluster of clusters) {
    for (const finding of rule.checkCluster?.(cluster) ?? []) {
      const owner = cluster.brokers.find(broker => isSetting(finding.at) && broker.settings.includes(finding.at)) ?? cluster.brokers[0];
      if (owner) keep(finding, owner);
    }
  }
  return found;

  function keep(finding: Finding, config: EffectiveConfig): void {
    if (finding.at === 'absent' && !absenceCounts(config, baseOf(config))) return;
    const own = pointToOwn(finding, config);
    if (own) found.push({ rule, finding: own, config, versionDependent: false });
  }
}

/**
 * Marks what would not be said for the older version: while nobody says which Kafka runs, that is an assumption. Settings that the
 * older version does not know or refuses are no question: the file itself says that a newer one runs.
 */
export function markVersionDependent(found: readonly Raw[], older: readonly Raw[], olderVersion: KafkaVersion): readonly Raw[] {
  const keyOf = keys();
  const said = new Set(older.map(keyOf));
  return found.map(raw => ({ ...raw, versionDependent: !said.has(keyOf(raw)) && plausibleIn(raw, olderVersion) }));
}

function plausibleIn({ finding, config }: Raw, version: KafkaVersion): boolean {
  if (!isSetting(finding.at)) return true;
  const { at } = finding;
  const property = config.property(at.property);
  if (!property) return true;
  return isDocumentedIn(property, version) && !(at.value.known && violationOf(property, at.value.text, version));
}

/** Tells findings apart by what they are about; the scopes and the entries of a text are the same for every version. */
function keys(): (raw: Raw) => string {
  const numbers = new Map<object, number>();
  const numberOf = (one: object): number => {
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  };
  return ({ rule, finding: { at }, config: { scope, role } }) => {
    const place = at === 'absent' ? 'absent' : numberOf('entry' in at ? at.entry : at);
    return `${rule.id} ${numberOf(scope)} ${role} ${place}`;
  };
}
