import { defaultIn } from '../kafka/catalogue/catalogue.js';
import { propertyNamed } from '../kafka/frameworks/frameworks.js';
import type { Property, Role } from '../kafka/property.js';
import { heldText, parseValue } from '../kafka/value.js';
import { atLeast, before, type KafkaVersion } from '../kafka/version.js';
import type { Entry, SyntaxProblem } from '../syntax/syntax.js';
import { derivedValue } from './derived.js';
import type { Effective, EffectiveConfig, Overridden } from './effective.js';
import type { Fact, FrameworkDefault, Profile, Reading, Scope, Setting, UnknownKey } from './setting.js';

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
export function resolveConfigs(reading: Reading, problems: readonly SyntaxProblem[], judged: Judged): readonly EffectiveConfig[] {
  const configs: EffectiveConfig[] = [];
  const inForce = new Set<Entry>();
  const settingsOf = groupedByScope(reading.settings);
  const unknownKeysOf = groupedByScope(reading.unknownKeys);
  const defaultsOf = groupedByScope(reading.frameworkDefaults);
  for (const scope of reading.scopes) {
    const siblings: EffectiveConfig[] = [];
    // a scope that adds nothing for a role is its base's affair
    const written = [...settingsOf(scope), ...unknownKeysOf(scope)];
    for (const role of new Set([...(scope.clients ?? []), ...written.map(one => one.role)])) {
      const first = configs.length === 0 && siblings.length === 0;
      const chain = scopesUpwards(scope);
      const settings = chain.flatMap(one => settingsOf(one).filter(setting => one === scope || setting.inherited !== false));
      const unknownKeys = unknownKeysOf(scope);
      const defaults = [...chain, undefined].flatMap(defaultsOf);
      siblings.push(
        resolveConfig({
          reading,
          settings,
          unknownKeys,
          defaults,
          scope,
          role,
          judged,
          siblings,
          inForce,
          problems: first ? problems : [],
        }),
      );
    }
    configs.push(...siblings);
  }
  return configs;
}

/** A file may have thousands of documents: looking through everything for each of them would take minutes. */
export function groupedByScope<T extends { readonly scope?: Scope }>(items: readonly T[]): (scope: Scope | undefined) => readonly T[] {
  const groups = new Map<Scope | undefined, T[]>();
  for (const item of items) {
    const group = groups.get(item.scope);
    if (group) group.push(item);
    else groups.set(item.scope, [item]);
  }
  return scope => groups.get(scope) ?? [];
}

interface Parts {
  readonly reading: Reading;
  /** Of this scope and of those it inherits from. */
  readonly settings: readonly Setting[];
  readonly unknownKeys: readonly UnknownKey[];
  /** Of the framework, in these scopes and everywhere. */
  readonly defaults: readonly FrameworkDefault[];
  readonly scope: Scope;
  readonly role: Role;
  readonly judged: Judged;
  readonly siblings: readonly EffectiveConfig[];
  /** What some configuration of the document has in force; each adds its own. */
  readonly inForce: Set<Entry>;
  readonly problems: readonly SyntaxProblem[];
}

function resolveConfig({ reading, scope, role, judged, siblings, inForce, problems, ...written }: Parts): EffectiveConfig {
  const chain = scopesUpwards(scope);
  const all = written.settings.filter(setting => setting.role === role);
  const isIgnored = ({ ignored }: Setting): boolean => ignored !== undefined && holdsIn(ignored, judged.version);
  const { winners, overridden } = compete(
    all.filter(setting => !isIgnored(setting)),
    chain,
  );
  for (const { entry } of winners.values()) inForce.add(entry);
  const settings = [...winners.values()].sort((a, b) => a.entry.span.start - b.entry.span.start);
  const frameworkDefaults = defaultsIn(written.defaults, role, chain, judged.version);

  const property = (name: string): Property | undefined => propertyNamed(role, name);
  const kafkaDefault: EffectiveConfig['kafkaDefault'] = name => {
    const known = property(name);
    return known ? defaultIn(known, judged.version) : { kind: 'absent' };
  };
  const text = (name: string): string | undefined => {
    const value = winners.get(name)?.value;
    return value?.known ? heldText(role, name, value.text) : undefined;
  };
  const fallback = (name: string): Effective | undefined => {
    const framework = frameworkDefaults.get(name);
    if (framework) return framework.value === undefined ? undefined : { origin: 'framework', text: framework.value, setting: undefined };
    const derived = derivedValue(name, { role, version: judged.version, isSet: other => winners.has(other), text });
    if (derived !== undefined) return { origin: 'kafka', text: derived, setting: undefined };
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
    // known only when all configurations of the document are
    get overridden() {
      return overridden.filter(({ setting }) => setting.scope === scope && !inForce.has(setting.entry));
    },
    ignored: all.filter(setting => isIgnored(setting) && setting.scope === scope),
    unknownKeys: written.unknownKeys.filter(key => key.role === role),
    problems,
    siblings,
    ...judged,
    facts: factsIn(reading, chain),
    nodes: reading.nodes ?? 1,
    trust: reading.trust,
    framework: scope.framework ?? reading.framework,
    speaks: scope.clients?.includes(role) === true || settings.some(setting => setting.own && !speaksForNobody.test(setting.property)),
    opener: reading.openers.find(opener => opener.scope === scope && opener.role === role)?.span,
    explicit: name => winners.get(name),
    text,
    effective,
    fallback,
    kafkaDefault,
    number: name => {
      const known = effective(name)?.text;
      if (known === undefined) return undefined;
      // whole numbers may have digits of any script, fractions not
      const asWhole = parseValue('long', known);
      const parsed = asWhole.ok ? asWhole : parseValue('double', known);
      const value = parsed.ok ? Number(parsed.value) : NaN;
      return Number.isNaN(value) ? undefined : value;
    },
    flag: name => {
      const parsed = parseValue('boolean', effective(name)?.text ?? '');
      return parsed.ok && typeof parsed.value === 'boolean' ? parsed.value : undefined;
    },
    isOwn: setting => setting.scope === scope && setting.elsewhere !== true,
    property,
  };
}

/** The framework's values by property; of several the one of the nearest scope. */
function defaultsIn(
  defaults: readonly FrameworkDefault[],
  role: Role,
  chain: readonly Scope[],
  version: KafkaVersion,
): ReadonlyMap<string, FrameworkDefault> {
  const found = new Map<string, FrameworkDefault>();
  const distance = ({ scope }: FrameworkDefault): number => (scope ? chain.indexOf(scope) : chain.length);
  for (const one of defaults) {
    if (one.role !== role || !holdsIn(one, version)) continue;
    const other = found.get(one.property);
    if (!other || distance(one) <= distance(other)) found.set(one.property, one);
  }
  return found;
}

function holdsIn({ since, before: end }: Pick<FrameworkDefault, 'since' | 'before'>, version: KafkaVersion): boolean {
  return (since === undefined || atLeast(version, since)) && (end === undefined || before(version, end));
}

function factsIn({ facts }: Reading, chain: readonly Scope[]): ReadonlySet<Fact> {
  const more = chain.flatMap(scope => [...(scope.facts ?? [])]);
  return more.length === 0 ? facts : new Set([...facts, ...more]);
}

function scopesUpwards(scope: Scope): readonly Scope[] {
  return scope.base ? [scope, ...scopesUpwards(scope.base)] : [scope];
}

/** The higher rank wins, then the nearer scope, then the later place in the text. */
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
    return by?.scope === setting.scope && setting.own === by.own ? [{ setting, by }] : [];
  });
  return { winners, overridden };
}

/** Rank first: Spring's documents override each other key by key, and the key with the higher rank may stand in the base. */
function strength(setting: Setting, chain: readonly Scope[]): number {
  return setting.rank * 1e3 + chain.length - chain.indexOf(setting.scope);
}
