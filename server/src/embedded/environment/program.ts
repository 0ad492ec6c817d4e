import type { Embedded, Reader } from '../embedded.js';
import type { VariableNames } from './names.js';

/** A program that runs in a container, and how it gets its settings from the environment. */
export interface Program {
  readonly names: VariableNames;
  /** Undefined where its keys decide. */
  readonly reader: Reader | undefined;
  /** What the file is called that the start-up script writes. */
  readonly path: string;
  /** Keys to which the image gives a value of its own; undefined where it is not known which. */
  readonly defaults?: Embedded['defaults'];
  readonly facts?: Embedded['facts'];
  /** What stands before the default in a placeholder of its own; that of a shell if not given. */
  readonly defaultSign?: ':';
  /** Another one that the same script starts. */
  readonly beside?: Program;
  /** The key without which it is not started. */
  readonly needs?: string;
  /** The version of Kafka by the tag of the image. */
  versionOf?(tag: string): string | undefined;
}

/** What a broker's program has in any image. */
export const broker = { reader: { kind: 'role', role: 'broker' }, path: 'server.properties' } as const;
