/** A file or folder that cannot be read, and why. */
export interface FileProblem {
  readonly path: string;
  /** A whole sentence. */
  readonly message: string;
}

/** What was found below the named paths; `unreadable` names paths that were asked for by name. */
export interface Listing {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
  readonly unreadable: readonly FileProblem[];
}

/**
 * The text of a file that another one names, by its path with forward slashes; undefined where there is none, it cannot be read, or nobody
 * can look.
 */
export type ReadFile = (path: string) => string | undefined;

/** Reads files wherever they are. */
export interface Files {
  /** Every file that may hold configuration, below the named folders and among the named files, in order, each once. */
  list(paths: readonly string[]): Listing;
  /** The text of a file; its byte order mark stays. */
  read(path: string): { readonly text: string } | { readonly problem: FileProblem };
  /** The text of a file that another one names. */
  readonly readNamed: ReadFile;
}
