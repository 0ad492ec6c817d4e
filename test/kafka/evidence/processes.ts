import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';

/** What a program wrote and how it ended. */
export interface ProgramResult {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly lines: readonly string[];
}

/** Whether a process has exited or was killed. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Kills a process, paused or not, and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Waits for the exit code of a process; null where a signal ended it. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (!hasEnded(child)) await once(child, 'exit');
  return child.exitCode;
}

/** Everything a program writes, once it has ended; undefined where it was killed at the limit. */
export async function output(child: ChildProcess, limitMs: number): Promise<ProgramResult | undefined> {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (text += part));
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  await once(child, 'close');
  clearTimeout(timer);
  return child.signalCode === 'SIGKILL' ? undefined : { exitCode: child.exitCode, lines: text.split('\n').filter(line => line !== '') };
}

/** The end of a file; nothing where there is no file. */
export function lastOf(file: string, characters: number): string {
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-characters) : '';
}
