/** Who reads a property. One name can exist for several roles with different defaults. */
export type Role =
  | 'broker'
  | 'topic'
  | 'group'
  | 'producer'
  | 'consumer'
  | 'admin'
  | 'streams'
  | 'connect-worker'
  | 'source-connector'
  | 'sink-connector'
  | 'mirror-connector'
  | 'mirror-source'
  | 'mirror-checkpoint'
  | 'mirror-heartbeat'
  | 'remote-log-manager'
  | 'remote-log-metadata';

export type ValueType = 'boolean' | 'string' | 'int' | 'short' | 'long' | 'double' | 'list' | 'class' | 'password';

/** A default over an inclusive range of release lines (`2.1` … `4.4`). */
export interface DefaultRange {
  readonly from: string;
  readonly to: string;
  readonly value: Default;
}

/** `required`: Kafka has none and wants one; `absent`: the property does not exist in that version. */
export type Default = { readonly kind: 'value'; readonly text: string } | { readonly kind: 'null' } | { readonly kind: 'required' } | { readonly kind: 'absent' };

/** What a validator of Kafka accepts, as data. Bounds are inclusive. */
export type Validity =
  | { readonly kind: 'range'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[]; readonly ignoreCase: boolean }
  | { readonly kind: 'list-of'; readonly values: readonly string[] }
  | { readonly kind: 'non-empty' };

/** One configuration key of one role, as Kafka defines it; from the catalogue or from a framework's attributes. */
export interface Property {
  readonly name: string;
  readonly role: Role;
  readonly type: ValueType;
  readonly defaults: readonly DefaultRange[];
  readonly validity: Validity | undefined;
}

/** Whether a value of this key may be a secret and so is never shown: PASSWORD types, and keys that say so. */
export function isSensitive(name: string, type: ValueType | undefined): boolean {
  return type === 'password' || /password|secret|token|jaas|credential|private[._-]?key/i.test(name);
}
