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
  | 'remote-log-metadata'
  | 'librdkafka-producer'
  | 'librdkafka-consumer';

/** Connectors, whose keys Connect validates; they have keys of their own besides. */
export const connectorRoles: readonly Role[] = [
  'connector',
  'source-connector',
  'sink-connector',
  'mirror-source',
  'mirror-checkpoint',
  'mirror-heartbeat',
];

export type ValueType = 'boolean' | 'string' | 'int' | 'short' | 'long' | 'double' | 'list' | 'class' | 'password';

/** An inclusive range of release lines. */
export interface LineRange {
  readonly from: string;
  readonly to: string;
}

/** A default over an inclusive range of release lines (`2.1` … `4.4`). */
export interface DefaultRange extends LineRange {
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
 * A `list-of` without values takes any items; no list takes an empty item. `checked-by` names validators of Kafka that are known by
 * name only: the classes `RegexValidator` …, or what a nameless one says of itself.
 */
export type Validity =
  | { readonly kind: 'range'; readonly min?: number; readonly max?: number; readonly except?: readonly number[] }
  | { readonly kind: 'one-of'; readonly values: readonly string[]; readonly ignoreCase: boolean; readonly orDuration?: boolean }
  | { readonly kind: 'list-of'; readonly values: readonly string[]; readonly mayBeEmpty: boolean }
  | { readonly kind: 'list-size'; readonly max: number }
  | { readonly kind: 'non-empty'; readonly withoutControlCharacters?: true }
  | { readonly kind: 'checked-by'; readonly validators: readonly string[] };

/** What is accepted in an inclusive range of release lines; undefined: everything that the type takes. */
export interface ValidityRange extends LineRange {
  readonly validity: Validity | undefined;
}

/** The type in an inclusive range of release lines. */
export interface TypeRange extends LineRange {
  readonly type: ValueType;
}

export type Importance = 'high' | 'medium' | 'low';

/** How a key of a running broker can be changed: for each broker, or for the whole cluster at once (KIP-226). */
export type UpdateMode = 'per-broker' | 'cluster-wide';

/** In which lines a running broker takes a change; it has to be restarted in all others. */
export interface UpdateRange extends LineRange {
  readonly mode: UpdateMode;
}

/** One configuration key of one role, as Kafka defines it; from the catalogue or from a framework's attributes. */
export interface Property {
  readonly name: string;
  readonly role: Role;
  /** What the newest line reads; ask `typeIn` for another one. */
  readonly type: ValueType;
  /** Only where it has changed from line to line. */
  readonly types?: readonly TypeRange[];
  readonly defaults: readonly DefaultRange[];
  /** What the newest line accepts; ask `validityIn` for another one. */
  readonly validity: Validity | undefined;
  /** Only where it has changed from line to line. */
  readonly validities?: readonly ValidityRange[];
  /** As the newest line says; not known of keys that went before 0.11, nor of attributes of frameworks. */
  readonly importance?: Importance;
  /** The lines in which it is Kafka's own: read, but not documented. */
  readonly internal?: readonly LineRange[];
  /** Of a broker's key. */
  readonly updates?: readonly UpdateRange[];
  /** The broker's key from which a topic without its own value takes it. */
  readonly brokerSynonym?: string;
  /** The first line in which Kafka's class marks the key as deprecated. */
  readonly deprecatedSince?: string;
}

/** Whether a value of this key may be a secret and so is never shown: PASSWORD types, and keys that say so. */
export function isSensitive(name: string, type: ValueType | undefined): boolean {
  return type === 'password' || /password|secret|token|jaas|credential|private[._-]?key/i.test(name);
}
