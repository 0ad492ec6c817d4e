import type { Role } from '../../server/src/kafka/property.js';
import type { Change, Finding, Rule } from '../../server/src/rules/rule.js';
import { configWith, type Surroundings } from './configs.js';

/** What one rule says of these settings, before it is graded; for rules about surroundings that a sample file does not have. */
export function findingsOf(rule: Rule, role: Role, settings: readonly string[], surroundings?: Surroundings): readonly Finding[] {
  return [...(rule.check?.(configWith(role, settings, surroundings)) ?? [])];
}

/** The same as `severity message at`, with what each fix sets: `information byDefault absent: a=1; b=2`. */
export function spoken(rule: Rule, role: Role, settings: readonly string[], surroundings?: Surroundings): readonly string[] {
  return findingsOf(rule, role, settings, surroundings).map(({ severity, message, at, fixes }) => {
    const place = typeof at === 'object' && 'property' in at ? at.property : at === 'absent' ? at : 'key' in at ? at.key : at.kind;
    const ways = (fixes ?? []).map(fix => fix.changes.map(shown).join(', ')).join('; ');
    return `${severity ?? rule.severity} ${message} ${place}: ${ways}`;
  });
}

function shown(change: Change): string {
  return change.kind === 'set' ? `${change.property}=${change.value}` : change.kind;
}
