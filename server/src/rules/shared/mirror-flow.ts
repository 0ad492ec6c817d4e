/** A flow from one cluster to another, as the prefix of a key in the file of MirrorMaker names it. */
export interface Flow {
  readonly source: string;
  readonly target: string;
  /** `A->B.` */
  readonly prefix: string;
}

/** The flow that a key belongs to, if it begins with one; aliases with a dot are taken up to their first. */
export function flowOf(key: string): Flow | undefined {
  const match = /^(([^.]+)->([^.]+)\.)/.exec(key);
  return match ? { prefix: String(match[1]), source: String(match[2]), target: String(match[3]) } : undefined;
}
