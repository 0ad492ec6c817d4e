import type { Role } from '../../src/kafka/property.js';

/**
 * The beginning of a file that its carrier recognises by itself, into which settings of one role can be written. The tests write every
 * example of every rule into it, and the README says what the carrier can do by trying it on it. Its keys are such that no rule looks at.
 */
export interface Sample {
  /** The id of the carrier. */
  readonly carrier: string;
  readonly role: Role;
  /** The id of the format in which the carrier's configuration stands; none for a file of its own. */
  readonly embedder?: string;
  /** More settings stand where nobody sees them: what is absent means nothing. */
  readonly partly?: boolean;
  /** With forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The name of the scope to write into; the first one if not given. */
  readonly scope?: string;
}

/** One carrier's samples, each a path and text by role. */
export function samplesOf(
  carrier: string,
  files: readonly (readonly [role: Role, path: string, text: string, scope?: string])[],
): readonly Sample[] {
  return files.map(([role, path, text, scope]) => ({ carrier, role, path, text, ...(scope === undefined ? {} : { scope }) }));
}

/** The same for configurations that stand in another format. */
export function embeddedSamplesOf(
  embedder: string,
  files: readonly (readonly [carrier: string, role: Role, path: string, text: string, scope?: string])[],
): readonly Sample[] {
  return files.flatMap(([carrier, ...file]) => samplesOf(carrier, [file]).map(sample => ({ ...sample, embedder })));
}
