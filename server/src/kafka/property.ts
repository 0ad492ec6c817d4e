/** Who reads a property. One name can exist for several roles with different defaults. */
export type Role =
  | 'broker'
  | 'topic'
  | 'group'
  | 'producer'
  | 'consumer'
  | 'admin'
  | 'streams'
  | 'connect-distributed'
  | 'connect-standalone'
  | 'connector'
  | 'source-connector'
  | 'sink-connector'
  | 'mirror-maker'
  | 'mirror-connector'
  | 'mirror-source'
  | 'mirror-checkpoint'
  | 'mirror-heartbeat'
  | 'mirror-client'
  | 'client-metrics'
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
export type Default =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'required' }
  | { readonly kind: 'absent' };

/**
 * What a validator of Kafka accepts, as data. Bounds are inclusive; `except` are refused numbers inside them.
 * `orDuration`: besides the values also `by_duration:` with a length of time such as `PT6M`.
 * A `list-of` without values takes any items; no list takes an empty item.
 */
export type Validity =
  | { readonly kind: 'range'; readonly min?: number; readonly max?: number; readonly except?: readonly number[] }
  | { readonly kind: 'one-of'; readonly values: readonly string[]; readonly ignoreCase: boolean; readonly orDuration?: boolean }
  | { readonly kind: 'list-of'; readonly values: readonly string[]; readonly mayBeEmpty: boolean }
  | { readonly kind: 'non-empty' };

/** What is accepted in an inclusive range of release lines; undefined: everything that the type takes. */
export interface ValidityRange {
  readonly from: string;
  readonly to: string;
  readonly validity: Validity | undefined;
}

/** One configuration key of one role, as Kafka defines it; from the catalogue or from a framework's attributes. */
export interface Property {
  readonly name: string;
  readonly role: Role;
  readonly type: ValueType;
  readonly defaults: readonly DefaultRange[];
  /** What the newest line accepts; ask `validityIn` for another one. */
  readonly validity: Validity | undefined;
  /** Only where it has changed from line to line. */
  readonly validities?: readonly ValidityRange[];
}

/** Whether a value of this key may be a secret and so is never shown: PASSWORD types, and keys that say so. */
export function isSensitive(name: string, type: ValueType | undefined): boolean {
  return type === 'password' || /password|secret|token|jaas|credential|private[._-]?key/i.test(name);
}
