import type { Cluster } from '../config/cluster.js';
import type { EffectiveConfig } from '../config/effective.js';
import type { Raw } from './judge.js';

/** What several nodes of one cluster lack is one cause: it is said at the first of them, which knows the others. */
export function gatherInClusters(found: readonly Raw[], clusters: readonly Cluster[]): readonly Raw[] {
  const several = clusters.filter(({ brokers }) => brokers.length > 1);
  if (several.length === 0) return found;
  const groups = new Map<string, Raw[]>();
  for (const raw of found) {
    const key = keyOf(raw, several);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(raw);
    else if (key !== undefined) groups.set(key, [raw]);
  }
  const others = new Map<Raw, readonly EffectiveConfig[]>();
  const said = new Set<Raw>();
  for (const [first, ...more] of groups.values()) {
    if (!first || more.length === 0) continue;
    others.set(
      first,
      more.map(({ config }) => config),
    );
    for (const raw of more) said.add(raw);
  }
  return found.flatMap(raw => (said.has(raw) ? [] : [{ ...raw, others: others.get(raw) ?? [] }]));
}

/** Equal for findings that say the same of nodes of one cluster. */
function keyOf({ rule, finding, config, versionDependent }: Raw, clusters: readonly Cluster[]): string | undefined {
  const cluster = finding.at === 'absent' ? clusters.findIndex(({ brokers }) => brokers.includes(config)) : -1;
  if (cluster < 0) return undefined;
  const { message, data = {}, severity } = finding;
  return JSON.stringify([cluster, rule.id, message, data, severity, versionDependent, config.trust, config.scope.development]);
}
