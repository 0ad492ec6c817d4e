import type { Role, ValueType } from '../../src/kafka/property.js';

/** What `test/kafka/src/catalogue/ConfigDump.java` says of one key of one component. */
export interface DumpedKey {
  readonly component: Role;
  readonly name: string;
  readonly type: ValueType;
  /** Missing where Kafka has none and wants one. */
  readonly default?: string | null;
  readonly validator?: DumpedValidator;
  readonly importance: 'high' | 'medium' | 'low';
  readonly internal?: true;
  readonly update?: 'per-broker' | 'cluster-wide';
  /** The broker's key behind a topic's key. */
  readonly synonym?: string;
  readonly deprecated?: true;
}

/** A validator as its class, and the fields of that class or, where it has none that are known, its `toString`. */
export interface DumpedValidator {
  readonly class: string;
  readonly text?: string;
  readonly min?: string;
  readonly max?: string;
  readonly validStrings?: readonly (string | null)[];
  readonly isEmptyAllowed?: boolean;
  readonly maxSize?: string;
  readonly validators?: readonly DumpedValidator[];
}

/** One release line with what its jars say, and the parts whose jars cannot be had. */
export interface DumpedLine {
  readonly line: string;
  readonly keys: readonly DumpedKey[];
  readonly unserved: readonly Part[];
}

export type Part = 'streams' | 'connect' | 'mirror';

/** The roles whose classes are in the jars of a part; those of all other roles come with the broker and the clients. */
export const rolesOfPart: Readonly<Record<Part, readonly Role[]>> = {
  streams: ['streams'],
  connect: ['connect-distributed', 'connect-standalone', 'connector', 'source-connector', 'sink-connector'],
  mirror: ['mirror-maker', 'mirror-connector', 'mirror-source', 'mirror-checkpoint', 'mirror-heartbeat', 'mirror-client'],
};

/** All roles in the order in which they are stored and, where a name has several, named to people. */
export const storedRoles: readonly Role[] = [
  'broker',
  'topic',
  'group',
  'producer',
  'consumer',
  'admin',
  ...rolesOfPart.streams,
  ...rolesOfPart.connect,
  ...rolesOfPart.mirror,
  'client-metrics',
  'remote-log-manager',
  'remote-log-metadata',
];
