import type { EffectiveConfig } from '../config/effective.js';
import type { Setting } from '../config/setting.js';
import type { Finding, Rule } from '../rules/rule.js';
import type { Entry } from '../syntax/syntax.js';
import type { Span } from '../text/span.js';

/** Keys that say what a file is for: where a finding about an absent key is shown if nothing nearer is set. */
const discriminatingKeys = [
  'process.roles',
  'broker.id',
  'node.id',
  'connector.class',
  'group.id',
  'transactional.id',
  'key.serializer',
  'key.deserializer',
];

/** The characters that a finding points at. */
export function locate(rule: Rule, finding: Finding, config: EffectiveConfig): Span {
  const { at } = finding;
  if (at === 'absent') return absentSpan(rule, config);
  return 'entry' in at ? entrySpan(at.entry, finding.on ?? 'value') : at.span;
}

/** The setting next to which an absent key belongs: one that the rule reads, or one that says what the file is for. */
export function nearestSetting(rule: Rule, config: EffectiveConfig): Setting | undefined {
  const own = (property: string): Setting | undefined => {
    const setting = config.explicit(property);
    return setting && config.isOwn(setting) ? setting : undefined;
  };
  return firstOf(rule.reads, own) ?? firstOf(discriminatingKeys, own);
}

function absentSpan(rule: Rule, config: EffectiveConfig): Span {
  const read = firstOf(rule.reads, name => config.settings.find(setting => setting.property === name && config.isOwn(setting)));
  if (read) return read.entry.keySpan;
  if (config.opener) return config.opener;
  const own = config.settings.filter(setting => config.isOwn(setting) && setting.own);
  // where the data is says nothing of where keys belong
  const nearest =
    nearestSetting(rule, config) ??
    own.find(({ property }) => !property.startsWith('storage:')) ??
    config.settings.find(({ elsewhere }) => elsewhere === true) ??
    own[0];
  return nearest?.entry.keySpan ?? { start: 0, end: 0 };
}

function entrySpan(entry: Entry, on: 'value' | 'key' | 'entry'): Span {
  if (on === 'entry') return entry.span;
  return on === 'value' && entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : entry.keySpan;
}

function firstOf<T>(names: readonly string[], find: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
