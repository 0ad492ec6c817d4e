import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, mkdtempSync, openSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnJava } from '../java.js';

const watchdog = fileURLToPath(new URL('./watchdog.js', import.meta.url));

/** A temporary folder and the JVMs that work in it: nothing of either is left after `end`, nor after this process ended in any other way. */
export interface Household {
  readonly folder: string;
  readonly startJava: (program: JavaProgram) => ChildProcess;
  /** Has a process ended with the household that was started otherwise. */
  readonly watch: (pid: number) => void;
  /** Kills what still runs and removes the folder. */
  readonly end: () => Promise<void>;
}

/** A JVM whose standard input is a pipe; the programs of `test/kafka/src/lab` halt when it closes. */
export interface JavaProgram {
  readonly classpath: readonly string[];
  readonly main: string;
  readonly args: readonly string[];
  readonly heap: string;
  /** File that gets standard error, and standard output too where that is not wanted as a pipe. */
  readonly log: string;
  readonly answers: boolean;
  /** Least level that slf4j-simple writes. */
  readonly logLevel: 'warn' | 'error';
}

/** Opens a household with a watchdog beside it. */
export function openHousehold(): Household {
  const folder = mkdtempSync(join(tmpdir(), 'ackguard-evidence-'));
  const guard = spawn(process.execPath, [watchdog, folder], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
  const gone = new Promise<void>(resolve =>
    guard.once('exit', () => {
      resolve();
    }),
  );
  const watch = (pid: number) => guard.stdin.write(`+${pid}\n`);
  return {
    folder,
    watch,
    startJava: program => {
      const child = start(program, folder);
      const { pid } = child;
      if (pid !== undefined) {
        watch(pid);
        child.once('exit', () => guard.stdin.writable && guard.stdin.write(`-${pid}\n`));
      }
      return child;
    },
    end: async () => {
      guard.stdin.end();
      await gone;
    },
  };
}

function start({ classpath, main, args, heap, log, answers, logLevel }: JavaProgram, folder: string): ChildProcess {
  const file = openSync(log, 'a');
  try {
    const stdio: StdioOptions = ['pipe', answers ? 'pipe' : file, file];
    const flags = [
      `-Xmx${heap}`,
      `-Djava.io.tmpdir=${folder}`, // snappy and zstd unpack native libraries
      `-Dorg.slf4j.simpleLogger.defaultLogLevel=${logLevel}`,
      '-Dorg.slf4j.simpleLogger.showDateTime=true',
    ];
    const child = spawnJava(classpath, main, args, flags, stdio);
    // a child that ended before its input was read is noticed by its exit
    child.stdin?.on('error', () => undefined);
    return child;
  } finally {
    closeSync(file);
  }
}

/** Ends the household and this process at Ctrl-C and its like, with the exit code that shells expect. */
export function endOnSignal(household: Household): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      console.error(`Ended by ${signal}; stopping the clusters.`);
      void household.end().then(() => process.exit(128 + constants.signals[signal]));
    });
}
