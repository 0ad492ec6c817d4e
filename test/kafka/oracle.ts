import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { jarsFolder } from './jars.js';
import { compileJava, startJava } from './java.js';

/** What reads a configuration: the Config class of a role, or with `-client` what starts with it: a client, or the program's own start. */
export type OracleRole =
  | 'producer'
  | 'producer-client'
  | 'consumer'
  | 'consumer-client'
  | 'admin'
  | 'admin-client'
  | 'broker'
  | 'topic'
  | 'streams'
  | 'streams-client'
  | 'connect-distributed'
  | 'connect-distributed-client'
  | 'connect-standalone'
  | 'connect-standalone-client'
  | 'source-connector'
  | 'sink-connector'
  | 'mirror-maker'
  | 'mirror-maker-client';

/** What real Kafka says. `values`: the wanted keys as the Config class resolves them, null where it holds null. */
export type Verdict =
  | { readonly accepted: true; readonly values?: Readonly<Record<string, string | null>> }
  | { readonly accepted: false; readonly error: string };

/** A program of Kafka with clients inside. */
export type Program = 'streams' | 'connect-distributed' | 'connect-standalone' | 'mirror-maker';
type Props = Readonly<Record<string, string>>;

/** The configuration of each client by its name, or why the program does not start. */
export type ProgramMaps = { readonly maps: Readonly<Record<string, Props>> } | { readonly accepted: false; readonly error: string };

/** A file of connectors; `kinds` says of each, with commas between, what its class would: `source`, `sink`, `unknown`, `MirrorSource` … */
export interface ConnectorText {
  readonly path: string;
  readonly text: string;
  readonly kinds: string;
}

/** Real Kafka in every version of which the jars are there, in one JVM. */
export interface Oracle {
  /** Questions may be asked without waiting for answers. Fails where Kafka cannot be asked, as for a version without jars. */
  ask(version: string, role: OracleRole, props: Props, want?: readonly string[]): Promise<Verdict>;
  /** As {@link ask}, for the configurations that a program hands to its clients; `connector`: what a worker is to run. */
  askMaps(version: string, program: Program, props: Props, connector?: Props): Promise<ProgramMaps>;
  /** The configurations of the clients of the connectors in a file, and of the topics that are created for them; `worker`: the keys of the worker. */
  askConnectors(version: string, worker: Props, file: ConnectorText): Promise<ProgramMaps>;
  /** Ends the JVM; unanswered questions fail. */
  stop(): Promise<void>;
}

type Said = Verdict | ProgramMaps;
type Answer = { readonly id: number } & (Said | { readonly broken: string });

/** Compiles and starts the oracle; fails with one sentence where there is no Java. */
export async function startOracle(): Promise<Oracle> {
  const classes = await compileJava('oracle');
  const java = startJava([classes], 'Oracle', [jarsFolder], ['-Xmx1g']);
  const waiting = new Map<number, { resolve: (said: Said) => void; reject: (error: Error) => void }>();
  let last = 0;
  let printed = '';
  // Kafka prints much that nobody needs, and must not wait for a reader; its last words tell why the JVM ended
  java.stderr.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-2000)));
  createInterface({ input: java.stdout }).on('line', line => {
    const answer = JSON.parse(line) as Answer;
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('broken' in answer) asked?.reject(new Error(`The oracle has no answer: ${answer.broken}`));
    else asked?.resolve(answer);
  });
  // an end of the JVM is told below
  java.stdin.on('error', () => undefined);
  const ended = once(java, 'close').then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The JVM of the oracle ended. It printed last: ${printed}`));
    waiting.clear();
  });
  const put = (question: object): Promise<Said> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      java.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
    });
  return {
    ask: (version, role, props, want) => put({ version, role, props, want }) as Promise<Verdict>,
    askMaps: (version, program, props, connector) => put({ version, maps: program, props, connector }) as Promise<ProgramMaps>,
    askConnectors: (version, props, file) => put({ version, maps: 'connectors', props, file }) as Promise<ProgramMaps>,
    stop: async () => {
      java.stdin.end();
      await ended;
    },
  };
}
