import type { Cluster } from '../config/cluster.js';
import singleNodeCluster from '../rules/single-node-cluster.js';
import { foldsHere, type Raw } from './judge.js';
import type { AnalysisOptions } from './options.js';

/** In each development scope, replaces the findings that mean "this is no production cluster" by one remark that names them. */
export function foldDevelopment(found: readonly Raw[], clusters: readonly Cluster[], options: AnalysisOptions): readonly Raw[] {
  const folds = (raw: Raw): boolean =>
    raw.rule.foldsInDevelopment === true && raw.finding.refusedByKafka !== true && foldsHere(raw.config, clusters, options);
  const folded = found.filter(folds);
  const kept = found.filter(raw => !folds(raw));
  const remarks = [...new Set(folded.map(raw => raw.config.scope))].flatMap((scope): readonly Raw[] => {
    const here = folded.filter(raw => raw.config.scope === scope);
    const names = [...new Set(here.map(raw => raw.rule.id))].filter(id => options.severities[id] !== 'off');
    const [first] = here;
    if (!first || names.length === 0) return [];
    const finding = {
      message: names.length === 1 ? 'foldedOne' : 'folded',
      at: 'absent' as const,
      data: { rules: names.join(', '), count: names.length },
    };
    return [{ rule: singleNodeCluster, config: first.config, versionDependent: false, finding }];
  });
  return [...kept, ...remarks];
}
