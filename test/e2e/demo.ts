import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

// Three folders up from out/test/e2e.
export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Demo {
  /** The address that `npm start` prints. */
  readonly url: string;
  /** Sends the signal, unless it has ended already, and gives the exit code; undefined if the signal itself ended the process. */
  readonly stop: (signal?: 'SIGINT' | 'SIGTERM') => Promise<number | undefined>;
}

/** Runs what `npm start` runs and waits for the address it prints; throws with its output if it ends before. */
export async function startDemo(...options: string[]): Promise<Demo> {
  const child = spawnDemo('--no-open', ...options);
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const match = /^ {2}(http:\S+)$/m.exec(output);
      if (match?.[1] !== undefined) resolve(match[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', code => {
      reject(new Error(`npm start ended with ${String(code)}:\n${output}`));
    });
  });
  return { url, stop: (signal = 'SIGTERM') => stop(child, signal) };
}

async function stop(child: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): Promise<number | undefined> {
  if (child.exitCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code ?? undefined;
}

function spawnDemo(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['client/tools/start.mjs', ...args], { cwd: root });
}
