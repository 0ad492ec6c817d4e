import { defaultIn, findProperty } from '../kafka/catalogue/catalogue.js';
import { findAttribute } from '../kafka/frameworks/frameworks.js';
import type { Property, Role } from '../kafka/property.js';
import { parseValue } from '../kafka/value.js';
import type { KafkaVersion } from '../kafka/version.js';
import type { SyntaxProblem } from '../syntax/syntax.js';
import type { Effective, EffectiveConfig, Overridden } from './effective.js';
import type { Profile, Reading, Scope, Setting } from './setting.js';

/** Keys that say nothing about what a client does: with these alone, an absent key means nothing. */
const speaksForNobody = /^(bootstrap\.|client\.id$|client\.rack$|security\.|ssl\.|sasl\.|metric)/;

/** What a document is judged for. */
export interface Judged {
  readonly version: KafkaVersion;
  /** False where nobody said which Kafka runs. */
  readonly versionKnown: boolean;
  readonly profile: Profile;
}

/** The configurations of one document, one for each scope and role that it sets or inherits something for. */
export function resolveConfigs(
  reading: Reading,
  problems: readonly SyntaxProblem[],
  judged: Judged,
): readonly EffectiveConfig[] {
  const configs: EffectiveConfig[] = [];
  for (const scope of reading.scopes) {
    const siblings: EffectiveConfig[] = [];
    for (const role of rolesOf(reading, scope)) {
      const first = configs.length === 0 && siblings.length === 0;
      siblings.push(resolveConfig({ reading, scope, role, judged, siblings, problems: first ? problems : [] }));
    }
    configs.push(...siblings);
  }
  return configs;
}

/** Roles with something written in the scope itself; a scope that adds nothing for a role is its base's affair. */
function rolesOf(reading: Reading, scope: Scope): readonly Role[] {
  const written = [...reading.settings, ...reading.unknownKeys].filter(one => one.scope === scope);
  return [...new Set(written.map(one => one.role))];
}

interface Parts {
  readonly reading: Reading;
  readonly scope: Scope;
  readonly role: Role;
  readonly judged: Judged;
  readonly siblings: readonly EffectiveConfig[];
  readonly problems: readonly SyntaxProblem[];
}

function resolveConfig({ reading, scope, role, judged, siblings, problems }: Parts): EffectiveConfig {
  const chain = scopesUpwards(scope);
  const all = reading.settings.filter(setting => setting.role === role && chain.includes(setting.scope));
  const { winners, overridden } = compete(
    all.filter(setting => !setting.ignored),
    chain,
  );
  const settings = [...winners.values()].sort((a, b) => a.entry.span.start - b.entry.span.start);
  const frameworkDefaults = reading.frameworkDefaults[role] ?? {};

  const property = (name: string): Property | undefined => findProperty(role, name) ?? findAttribute(role, name);
  const kafkaDefault: EffectiveConfig['kafkaDefault'] = name => {
    const known = property(name);
    return known ? defaultIn(known, judged.version) : { kind: 'absent' };
  };
  const text = (name: string): string | undefined => {
    const value = winners.get(name)?.value;
    return value?.known ? value.text.trim() : undefined;
  };
  const fallback = (name: string): Effective | undefined => {
    const framework = frameworkDefaults[name];
    if (framework !== undefined) return { origin: 'framework', text: framework, setting: undefined };
    const byDefault = kafkaDefault(name);
    return byDefault.kind === 'value' ? { origin: 'kafka', text: byDefault.text, setting: undefined } : undefined;
  };
  const effective = (name: string): Effective | undefined => {
    const setting = winners.get(name);
    if (!setting) return fallback(name);
    const known = text(name);
    return known === undefined ? undefined : { origin: 'explicit', text: known, setting };
  };
  return {
    scope,
    role,
    settings,
    overridden: overridden.filter(one => one.setting.scope === scope),
    ignored: all.filter(setting => setting.ignored && setting.scope === scope),
    unknownKeys: reading.unknownKeys.filter(key => key.role === role && key.scope === scope),
    problems,
    siblings,
    ...judged,
    facts: reading.facts,
    roleInferred: reading.roleInferred,
    speaks: settings.some(setting => setting.own && !speaksForNobody.test(setting.property)),
    opener: reading.openers.find(opener => opener.scope === scope && opener.role === role)?.span,
    explicit: name => winners.get(name),
    text,
    effective,
    fallback,
    kafkaDefault,
    number: name => {
      const known = effective(name)?.text;
      if (known === undefined) return undefined;
      const parsed = parseValue('double', known);
      return parsed.ok && typeof parsed.value === 'number' && !Number.isNaN(parsed.value) ? parsed.value : undefined;
    },
    flag: name => {
      const parsed = parseValue('boolean', effective(name)?.text ?? '');
      return parsed.ok && typeof parsed.value === 'boolean' ? parsed.value : undefined;
    },
    isOwn: setting => setting.scope === scope,
    property,
  };
}

function scopesUpwards(scope: Scope): readonly Scope[] {
  return scope.base ? [scope, ...scopesUpwards(scope.base)] : [scope];
}

/** The nearer scope wins, then the higher rank, then the later place in the text. */
function compete(settings: readonly Setting[], chain: readonly Scope[]): { winners: Map<string, Setting>; overridden: Overridden[] } {
  const winners = new Map<string, Setting>();
  const beaten: Setting[] = [];
  for (const setting of settings) {
    const holder = winners.get(setting.property);
    const wins = !holder || strength(setting, chain) >= strength(holder, chain);
    if (wins) winners.set(setting.property, setting);
    const loser = wins ? holder : setting;
    if (loser) beaten.push(loser);
  }
  // a value that a profile replaces is alive in its base, and one line may serve several roles
  const overridden = beaten.flatMap(setting => {
    const by = winners.get(setting.property);
    return by && by.scope === setting.scope && setting.own === by.own ? [{ setting, by }] : [];
  });
  return { winners, overridden };
}

function strength(setting: Setting, chain: readonly Scope[]): number {
  return (chain.length - chain.indexOf(setting.scope)) * 1e6 + setting.rank;
}
