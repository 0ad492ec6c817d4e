import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a command of `test/kafka/src/lab` failed with. */
export class CommandError extends Error {
  /** Class of the exception, without its package. */
  readonly exception: string;

  constructor(command: string, exception: string, message: string) {
    super(`${command}: ${exception}: ${message}`);
    this.exception = exception;
  }
}

/** The JVM of the client is no more, so nothing that is asked of it can be answered. */
export class ClientEnded extends Error {}

/** The counting Kafka client: one JVM that takes commands as JSON lines; see `Client.java`. */
export interface Client {
  /** Runs the command of that class name and gives its answer; fails with {@link CommandError}, or after the limit. */
  readonly ask: <Answer>(command: string, args: object, limitMs?: number) => Promise<Answer>;
}

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
  readonly message?: string;
}

interface Waiting {
  readonly command: string;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Talks to a JVM that runs `lab.Client`; the file has what it writes to standard error. */
export function connectClient(jvm: ChildProcess, log: string): Client {
  const { stdin, stdout } = jvm;
  if (!stdin || !stdout) throw new Error('The client needs pipes for its standard input and output.');
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended = false;
  createInterface({ input: stdout }).on('line', line => {
    const { id, answer, error, message } = JSON.parse(line) as Reply;
    const request = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) request?.resolve(answer);
    else request?.reject(new CommandError(request.command, error, message ?? ''));
  });
  jvm.once('exit', () => {
    ended = true;
    for (const { command, reject } of waiting.values()) reject(gone(command));
    waiting.clear();
  });
  const gone = (command: string) => new ClientEnded(`${command}: the client JVM has ended. ${readFileSync(log, 'utf8').slice(-2000)}`);
  return {
    ask: <Answer>(command: string, args: object, limitMs = 150_000) =>
      new Promise<Answer>((resolve, reject) => {
        if (ended) {
          reject(gone(command));
          return;
        }
        const id = ++asked;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${command}: no answer within ${limitMs / 1000} s.`));
        }, limitMs);
        const settled = <T>(settle: (value: T) => void) => {
          return (value: T) => {
            clearTimeout(timer);
            settle(value);
          };
        };
        waiting.set(id, {
          command,
          resolve: settled(answer => {
            resolve(answer as Answer);
          }),
          reject: settled(reject),
        });
        stdin.write(`${JSON.stringify({ id, do: command, args })}\n`);
      }),
  };
}
