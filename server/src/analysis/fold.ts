import type { Cluster } from '../config/cluster.js';
import type { EffectiveConfig } from '../config/effective.js';
import singleNodeCluster from '../rules/single-node-cluster.js';
import { foldsHere, type Raw } from './judge.js';
import type { AnalysisOptions } from './options.js';

/** In each development scope, replaces the findings that mean "this is no production cluster" by one remark that names them. */
export function foldDevelopment(found: readonly Raw[], clusters: readonly Cluster[], options: AnalysisOptions): readonly Raw[] {
  const folds = (raw: Raw): boolean =>
    raw.rule.foldsInDevelopment === true && raw.finding.refusedByKafka !== true && foldsHere(raw.config, clusters, options);
  const folded = found.filter(folds);
  const kept = found.filter(raw => !folds(raw));
  // what stands beside a cluster is folded with it
  const besides = clusters[0]?.brokers[0];
  const ownerOf = ({ config }: Raw): EffectiveConfig =>
    config.role !== 'broker' && config.facts.has('cluster-in-sight') && besides ? besides : config;
  const configs = new Map(folded.map(raw => [ownerOf(raw).scope, ownerOf(raw)]));
  const remarks = [...configs].map(([scope, config]): Raw => {
    const names = [...new Set(folded.filter(raw => ownerOf(raw).scope === scope).map(raw => raw.rule.id))];
    const message = names.length === 1 ? 'foldedOne' : 'folded';
    const finding = { message, at: 'absent', data: { rules: names.join(', '), count: names.length } } as const;
    return { rule: singleNodeCluster, config, versionDependent: false, finding };
  });
  return [...kept, ...remarks];
}
