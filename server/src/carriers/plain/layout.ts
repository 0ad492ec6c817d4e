import type { Role } from '../../kafka/property.js';
import { propertyNamed } from '../../kafka/frameworks/frameworks.js';
import { fileScope, knows, type Layout, type Meaning } from '../shared/layout.js';

/** A file whose every key is read by one or more of the roles themselves. */
export function sharedLayout(roles: readonly [Role, ...Role[]], keys: readonly string[]): Layout {
  const scope = fileScope();
  const meaningOf = (key: string): Meaning => {
    // what starts the program may have fields of its own for it
    const places = roles.filter(role => knows(role, key) || propertyNamed(role, key)).map(role => ({ role, property: key, scope }));
    return places.length > 0 ? { kind: 'settings', places } : { kind: 'unknown', role: roles[0], scope, key, candidates: undefined };
  };
  return { scopes: [scope], meanings: keys.map(meaningOf) };
}
