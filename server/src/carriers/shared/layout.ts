import type { Fact, FrameworkDefault, Ignored, Scope } from '../../config/setting.js';
import { findProperty } from '../../kafka/catalogue/catalogue.js';
import { removedIn } from '../../kafka/lifecycle.js';
import type { Role } from '../../kafka/property.js';

/** One reading of a key: who reads it, under which name, and which running configuration it belongs to. */
export interface Place {
  readonly role: Role;
  readonly property: string;
  readonly scope: Scope;
  /** Of two settings of one property in one scope the higher rank wins; 0 if not given. */
  readonly rank?: number;
  /** False for a key that holds for several clients at once; true if not given. */
  readonly own?: boolean;
  readonly ignored?: Ignored;
  /** False where the scopes that build on this one do not have it; true if not given. */
  readonly inherited?: boolean;
}

/** What a key of the file is: `foreign` keys belong to a client or a plug-in that the program hands them to. */
export type Meaning =
  | { readonly kind: 'settings'; readonly places: readonly Place[] }
  | { readonly kind: 'foreign' }
  | {
      readonly kind: 'unknown';
      readonly role: Role;
      readonly scope: Scope;
      readonly key: string;
      readonly candidates: readonly string[] | undefined;
    };

/** How a file is laid out: its running configurations, and what each of its keys means, in the order of the file. */
export interface Layout {
  readonly scopes: readonly Scope[];
  readonly meanings: readonly Meaning[];
  readonly defaults?: readonly FrameworkDefault[];
  readonly facts?: readonly Fact[];
}

/** The scope of a file that forms one running configuration. */
export function fileScope(): Scope {
  return { name: 'file', base: undefined, complete: true, development: false };
}

/** A running configuration beside the one of the file itself; named after that where it is not the only one in its document. */
export function scopeBeside(file: Scope, name: string, base?: Scope): Scope {
  return { ...file, name: file.name === fileScope().name ? name : `${file.name} ${name}`, base };
}

/** Whether the role reads the key in any Kafka version, or read it before the catalogue begins. */
export function knows(role: Role, key: string): boolean {
  return findProperty(role, key) !== undefined || removedIn(role, key) !== undefined;
}

const clients: readonly Role[] = ['producer', 'consumer', 'admin'];

/** Whether one of the Java clients reads the key. */
export function isClientKey(key: string): boolean {
  return clients.some(role => knows(role, key));
}
