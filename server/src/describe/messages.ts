import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import type { Finding, Rule } from '../rules/rule.js';
import { shorten, shownName, shownValue } from './values.js';

/** Rules put lists of names into their data, which may be longer than one value is shown. */
const longestData = 600;

/**
 * The text of a finding: the rule's template with its data; `{property}`, `{value}` and `{version}` come from what it points at.
 * `others`: of how many other nodes of its cluster the same is said.
 */
export function messageOf(rule: Rule, finding: Finding, config: EffectiveConfig, others = 0): string {
  const template = rule.messages[finding.message];
  if (template === undefined) throw new Error(`Rule ${rule.id} has no message "${finding.message}".`);
  const given: Record<string, string | number> = { version: config.version.text, ...wordsOfTarget(finding, config), ...finding.data };
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = given[name];
    if (value === undefined) throw new Error(`Message "${finding.message}" of rule ${rule.id} wants {${name}}.`);
    return typeof value === 'number' ? String(value) : shorten(value, longestData);
  });
  const told =
    others === 0
      ? text
      : `${text} ${others === 1 ? 'It is the same in another node' : `It is the same in ${others} other nodes`} of this cluster.`;
  return placeholderOf(finding) ? `${told} (judged by the value that the placeholder has by default)` : told;
}

function wordsOfTarget(finding: Finding, config: EffectiveConfig): Record<string, string> {
  const { at } = finding;
  if (at === 'absent' || 'message' in at) return {};
  if ('key' in at) return { property: at.key };
  return { property: shownName(at.property), value: shownValue(at, config.property(at.property)) };
}

function placeholderOf(finding: Finding): boolean {
  const settings: readonly Setting[] = [...(isSetting(finding.at) ? [finding.at] : []), ...(finding.related ?? [])];
  return settings.some(setting => setting.value.known && setting.value.placeholder);
}

/** Whether a finding points at a setting, and not at an unknown key, a problem of the syntax or an absent key. */
export function isSetting(target: Finding['at']): target is Setting {
  return typeof target === 'object' && 'property' in target;
}

/** What is said at another node of the cluster: a finding about an absent key holds for it, too. */
export const sameHere = 'It is the same here.';

/** What is said at another place that takes part in a finding: the setting there. */
export function relatedText(setting: Setting, config: EffectiveConfig): string {
  return `${shownName(setting.property)}=${shownValue(setting, config.property(setting.property))}`;
}
