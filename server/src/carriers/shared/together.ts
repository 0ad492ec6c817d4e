import type { Reading } from '../../config/setting.js';
import type { Recognition } from '../recognition.js';

/** What the maps of one document are taken for together. */
export function together(found: readonly Recognition[]): Recognition | undefined {
  const readable = found.filter(one => one.readable);
  const [best] = [...(readable.length > 0 ? readable : found)].sort((one, other) => other.score - one.score);
  if (!best) return undefined;
  const [role, ...others] = best.roles;
  const roles = new Set([...others, ...readable.flatMap(one => one.roles)]);
  roles.delete(role);
  const clues = found.length === 1 ? best.clues : readable.flatMap(one => one.clues).slice(0, 3);
  return { ...best, roles: [role, ...roles], clues };
}

/** What the maps of one document say together. */
export function joined([first, ...more]: readonly Reading[]): Reading | undefined {
  if (!first || more.length === 0) return first;
  const all = [first, ...more];
  return {
    ...first,
    scopes: all.flatMap(({ scopes }) => scopes),
    settings: all.flatMap(({ settings }) => settings),
    unknownKeys: all.flatMap(({ unknownKeys }) => unknownKeys),
    openers: all.flatMap(({ openers }) => openers),
    frameworkDefaults: all.flatMap(({ frameworkDefaults }) => frameworkDefaults),
    facts: new Set(all.flatMap(({ facts }) => [...facts])),
  };
}
