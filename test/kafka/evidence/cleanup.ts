import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnJava, type Owner } from '../java.js';

const watchdog = fileURLToPath(new URL('./watchdog.js', import.meta.url));

/** A temporary folder and the JVMs that work in it: nothing of either is left after `end`, nor after this process ended in any other way. */
export interface Household extends Owner {
  readonly startJava: (program: JavaProgram) => ChildProcess;
  /** Kills what still runs and removes the folder; nothing can be started from then on. */
  readonly end: () => Promise<void>;
  readonly isEnding: () => boolean;
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
  const guard = spawn(process.execPath, [watchdog], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
  const gone = once(guard, 'exit');
  const tell = (line: string) => guard.stdin.writable && guard.stdin.write(`${line}\n`);
  tell(folder);
  let ending: Promise<void> | undefined;
  const watch = (child: ChildProcess) => {
    const { pid } = child;
    if (pid === undefined) return;
    tell(`+${pid}`);
    child.once('exit', () => tell(`-${pid}`));
  };
  return {
    folder,
    watch,
    discard: tell,
    isEnding: () => ending !== undefined,
    startJava: program => {
      if (ending) throw new Error('The lab is being cleared.');
      const child = start(program, folder);
      watch(child);
      return child;
    },
    end: () => {
      guard.stdin.end();
      ending ??= gone.then(() => undefined);
      return ending;
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
