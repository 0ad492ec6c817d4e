import type { Scope } from '../../config/setting.js';
import { isDevelopmentProfile } from '../shared/spring-scopes.js';
import { production, type Placed } from './application.js';

/** The running configurations of one client: that of production, and one for each other profile that changes something. */
export interface ClientScopes {
  readonly main: Scope;
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
 * own, but none of production's. A key without a profile that production replaces stands in a scope below, where nothing is said of it.
 */
export function clientScopes(name: string, entries: readonly Placed[], path: string): ClientScopes {
  const ofFile = fileProfile(path);
  const development = ofFile !== undefined && isDevelopmentProfile(ofFile);
  const replaced = new Set(entries.filter(({ profiles }) => profiles.includes(production)).map(keyOf));
  const hidden: Scope = { name, base: undefined, complete: ofFile === undefined, development };
  const main: Scope = replaced.size > 0 ? { ...hidden, base: hidden } : hidden;
  const others = new Set(entries.flatMap(({ profiles }) => profiles).filter(profile => profile !== production));
  const profiles = new Map(
    [...others].map(profile => [
      profile,
      { ...hidden, name: nameIn(name, profile), base: main, development: development || isDevelopmentProfile(profile) },
    ]),
  );
  const targets: ClientScopes['targets'] = entry => {
    if (entry.profiles.length === 0) return [{ scope: replaced.has(keyOf(entry)) ? hidden : main, inherited: true }];
    return entry.profiles.flatMap(profile => {
      const scope = profile === production ? main : profiles.get(profile);
      return scope ? [{ scope, inherited: profile !== production }] : [];
    });
  };
  return { main, profiles, targets };
}

/** Two entries with one of these differ in nothing but their profiles. */
function keyOf({ name }: Placed): string {
  return name;
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
