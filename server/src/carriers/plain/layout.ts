import type { Role } from '../../kafka/property.js';
import { fileScope, knows, type Layout, type Meaning } from '../shared/layout.js';

/** A file whose every key is read by one or more of the roles themselves. */
export function sharedLayout(roles: readonly [Role, ...Role[]], keys: readonly string[]): Layout {
  const scope = fileScope();
  const meaningOf = (key: string): Meaning => {
    const places = roles.filter(role => knows(role, key)).map(role => ({ role, property: key, scope }));
    return places.length > 0 ? { kind: 'settings', places } : { kind: 'unknown', role: roles[0], scope, key, candidates: undefined };
  };
  return { scopes: [scope], meanings: keys.map(meaningOf) };
}
