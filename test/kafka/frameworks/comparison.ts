/** A configuration file, and the circumstances in which the program reads it. */
export interface Case {
  /** As the carrier sees it, e.g. `application.yml`. */
  readonly path: string;
  readonly text: string;
  /** What else decides, by names of the comparison's own: a version of Kafka, the active profiles. */
  readonly circumstances?: Readonly<Record<string, string>>;
  /** For people, of a case made by hand. */
  readonly about?: string;
}

/** The configuration that one client gets, by the name that both sides give it: `producer`, `incoming orders`. */
export type ClientMaps = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What became of a file: the maps of all its clients, or one sentence of why the program does not start. */
export type Answer = { readonly maps: ClientMaps } | { readonly refused: string };

/** The real framework in its own process; files may be asked for without waiting for answers. */
export interface Framework {
  ask(file: Case): Promise<Answer>;
  stop(): Promise<void>;
}

/** One framework that is compared with what Ackguard resolves from the same files. */
export interface Comparison {
  /** As in `test/conformance/frameworks/<name>.jsonl`. */
  readonly name: string;
  readonly cases: readonly Case[];
  /** A random file; the same for the same random numbers, each 0 (included) to 1. */
  generate(random: () => number): Case;
  start(): Promise<Framework>;
  /** What Ackguard resolves, limited to what both sides can know. */
  resolve(file: Case): Answer;
  /** The reason for a difference that is meant; undefined for one that nobody has explained. `key`: `client: property`, or `refused`. */
  deliberate(file: Case, key: string, theirs: string | undefined, ours: string | undefined): string | undefined;
}
