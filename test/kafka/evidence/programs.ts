import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { connectClient, type Client } from './client.js';
import type { Kit } from './kit.js';
import { end, lastOf, output, type ProgramResult } from './processes.js';

/** What talks to the brokers of a cluster. */
export interface Programs {
  readonly client: Client;
  /** Runs a program of `test/kafka/src/lab` in a JVM of its own, whose arguments begin with the bootstrap servers. */
  readonly runProgram: (main: string, args: readonly string[], limitMs?: number) => Promise<ProgramResult>;
  readonly end: () => Promise<void>;
}

/** Starts the counting client of a cluster, of the same version. */
export function startPrograms({ household, classpath }: Kit, folder: string, bootstrap: string): Programs {
  const running = new Set<ChildProcess>();
  const logFile = (main: string) => join(folder, `${main}.log`);
  const start = (main: string, args: readonly string[]): ChildProcess => {
    const program = { main: `lab.${main}`, args: [bootstrap, ...args], heap: '512m', log: logFile(main), answers: true } as const;
    const jvm = household.startJava({ ...program, classpath, logLevel: 'error' });
    running.add(jvm);
    return jvm;
  };
  return {
    client: connectClient(start('Client', []), logFile('Client')),
    runProgram: async (main, args, limitMs = 120_000) => {
      const jvm = start(main, args);
      const result = await output(jvm, limitMs);
      running.delete(jvm);
      if (result === undefined) throw new Error(`${main} did not end within ${limitMs / 1000} s. ${lastOf(logFile(main), 2000)}`);
      return result;
    },
    end: async () => {
      await Promise.all([...running].map(end));
    },
  };
}
