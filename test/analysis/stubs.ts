import { clustersOf, type Cluster } from '../../server/src/config/cluster.js';
import type { EffectiveConfig } from '../../server/src/config/effective.js';
import type { Setting } from '../../server/src/config/setting.js';
import type { Carried } from '../../server/src/analysis/analyze.js';
import type { Raw } from '../../server/src/analysis/judge.js';
import type { Finding, Rule } from '../../server/src/rules/rule.js';
import type { Document } from '../../server/src/syntax/syntax.js';
import { analyzeFile, type Circumstances } from '../support/check.js';

/** A file as the analysis has read it, for rules and findings that only a test has. */
export interface Read {
  readonly document: Document;
  readonly carried: Carried;
  readonly configs: readonly EffectiveConfig[];
  readonly clusters: readonly Cluster[];
}

export function read(path: string, text: string, circumstances?: Circumstances): Read {
  const { document, carried } = analyzeFile(path, text, circumstances);
  const [only] = carried;
  if (!document || !only) throw new Error(`Nobody reads ${path}.`);
  return { document, carried: only, configs: only.configs, clusters: clustersOf(only.configs) };
}

/** The configuration of a role; in the scope of this name, if it is given. */
export function configOf({ configs }: Read, role: string, scope = 'file'): EffectiveConfig {
  const config = configs.find(one => one.role === role && one.scope.name === scope);
  if (!config) throw new Error(`There is no ${role} in ${scope}: ${configs.map(one => `${one.role} in ${one.scope.name}`).join(', ')}`);
  return config;
}

export function settingOf(config: EffectiveConfig, property: string): Setting {
  const setting = config.explicit(property);
  if (!setting) throw new Error(`${property} is not set.`);
  return setting;
}

export function ruleWith(parts: Partial<Rule>): Rule {
  return {
    id: 'a-rule',
    roles: ['producer', 'consumer', 'broker'],
    reads: ['acks'],
    severity: 'warning',
    messages: { said: 'It is {property}.', plain: 'It is so.' },
    docs: { summary: 'A rule', why: 'Because.', remedy: 'Do it.', falsePositives: 'None known.', references: [] },
    examples: { bad: [], good: [] },
    ...parts,
  };
}

export function raw(config: EffectiveConfig, finding: Finding, rule: Partial<Rule> = {}, versionDependent = false): Raw {
  return { rule: ruleWith(rule), finding, config, versionDependent };
}
