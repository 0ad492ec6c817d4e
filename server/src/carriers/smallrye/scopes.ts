import type { Fact, Scope, Setting } from '../../config/setting.js';
import { isDevelopmentProfile } from '../shared/spring-scopes.js';
import { production, type Placed } from './application.js';

/** The running configurations of one client: that of production, and one for each other profile that changes something. */
export interface ClientScopes {
  readonly main: Scope;
  /** Holds what has an effect in some profiles only, or for other clients only: nothing is said of it. */
  readonly hidden: Scope;
  /** By the name of the profile. */
  readonly profiles: ReadonlyMap<string, Scope>;
  /** Where an entry holds, and whether in that scope alone. */
  readonly targets: (entry: Placed) => readonly { readonly scope: Scope; readonly inherited: boolean }[];
}

/** The profile that the whole file is for: `application-dev.properties`. */
export function fileProfile(path: string): string | undefined {
  return /(?:^|\/)(?:application|microprofile-config)-([^/]+)\.(?:properties|ya?ml)$/i.exec(path)?.[1];
}

/**
 * Production has the keys without a profile and those of its own, which win. Any other profile has the keys without a profile and its
 * own, but none of production's. A key without a profile that production replaces stands in a scope below.
 */
export function clientScopes(name: string, entries: readonly Placed[], path: string, facts: readonly Fact[] = []): ClientScopes {
  const ofFile = fileProfile(path);
  const development = ofFile !== undefined && isDevelopmentProfile(ofFile);
  const replaced = new Set(entries.filter(({ profiles }) => profiles.includes(production)).map(one => one.name));
  const hidden: Scope = { name, base: undefined, complete: ofFile === undefined, development, facts: new Set(facts) };
  const main: Scope = { ...hidden, base: hidden };
  const others = new Set(entries.flatMap(({ profiles }) => profiles).filter(profile => profile !== production));
  const profiles = new Map(
    [...others].map(profile => [
      profile,
      { ...hidden, name: nameIn(name, profile), base: main, development: development || isDevelopmentProfile(profile) },
    ]),
  );
  const all = [[production, main] as const, ...profiles];
  const targets: ClientScopes['targets'] = entry => {
    if (entry.profiles.length === 0) return [{ scope: replaced.has(entry.name) ? hidden : main, inherited: true }];
    const named = all.filter(([profile]) => entry.profiles.includes(profile));
    return named.map(([profile, scope]) => ({ scope, inherited: profile !== production }));
  };
  return { main, hidden, profiles, targets };
}

/** A setting, and whether its line serves other clients too. */
export interface Candidate {
  readonly setting: Setting;
  readonly shared: boolean;
}

/**
 * The settings of one client without those that are beaten in their scope while their line has an effect elsewhere: they are no dead
 * lines, and if other profiles inherit them, they stand in the hidden scope.
 */
export function settled(candidates: readonly Candidate[], { main, hidden }: ClientScopes): readonly Setting[] {
  const winners = new Map<Scope, Map<string, Setting>>();
  const keyOf = ({ role, property }: Setting): string => `${role} ${property}`;
  for (const { setting } of candidates) {
    if (setting.ignored) continue;
    const here = winners.get(setting.scope) ?? new Map<string, Setting>();
    winners.set(setting.scope, here);
    const other = here.get(keyOf(setting));
    if (!other || setting.rank >= other.rank) here.set(keyOf(setting), setting);
  }
  return candidates.flatMap(({ setting, shared }) => {
    const winner = winners.get(setting.scope)?.get(keyOf(setting));
    if (!winner || winner === setting || setting.ignored) return [setting];
    const outlives = setting.inherited !== false && winner.inherited === false;
    if (!shared && !outlives) return [setting];
    return setting.scope === main && setting.inherited !== false ? [{ ...setting, scope: hidden }] : [];
  });
}

/** The name of the scope of the client behind a channel. */
export function channelName(channel: string): string {
  return `channel ${channel}`;
}

/** The name of the scope of the producer that writes what a channel could not process. */
export function deadLettersName(channel: string): string {
  return `dead letters of channel ${channel}`;
}

const separator = ', profile ';

function nameIn(name: string, profile: string): string {
  return `${name}${separator}${profile}`;
}

/** The client and the profile that a scope is named for; no profile for production. */
export function partsOf({ name }: Scope): { readonly client: string; readonly profile: string | undefined } {
  const at = name.lastIndexOf(separator);
  return at < 0 ? { client: name, profile: undefined } : { client: name.slice(0, at), profile: name.slice(at + separator.length) };
}
