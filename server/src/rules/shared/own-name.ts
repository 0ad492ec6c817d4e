import type { EffectiveConfig } from '../../config/effective.js';

/** What a channel or a binding is called: the last word of the name of its scope, but for the profile. */
export function ownName({ scope }: EffectiveConfig): string {
  return scope.name.replace(/,.*$/, '').replace(/^.* /, '');
}
