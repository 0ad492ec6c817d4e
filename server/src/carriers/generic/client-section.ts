import type { Property } from '../../kafka/property.js';
import type { Container, HeldKey } from '../shared/containers.js';
import { styleOf, type ClientRole, type Style } from './keys.js';

/** A section of an application that holds the keys of a producer, a consumer, or both. */
export interface ClientSection {
  readonly container: Container;
  readonly roles: readonly ClientRole[];
  /** How most of its keys are written. */
  readonly style: Style;
  /** The keys that say so. */
  readonly evidence: readonly HeldKey[];
  readonly dialect: Dialect;
}

/** By which names the keys of a section go. */
export interface Dialect {
  /** What the key sets for that client; undefined if nothing. */
  readonly propertyOf: (held: HeldKey, role: ClientRole) => Property | undefined;
  /** The key that sets the property; undefined if none does. */
  readonly keyOf: (property: string, role: ClientRole, style: Style) => string | undefined;
}

/** How most of the keys are written. */
export function styleIn(held: readonly HeldKey[]): Style {
  const styles = held.flatMap(({ key }) => styleOf(key) ?? []);
  const count = (style: Style): number => styles.filter(one => one === style).length;
  return [...styles].sort((one, other) => count(other) - count(one))[0] ?? 'dotted';
}
