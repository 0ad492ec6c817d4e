import { rmSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * A process of its own that outlives the one that started it: told on standard input which processes began (+pid) and ended (-pid) and which
 * folders are temporary (/path), it kills the remaining ones and removes the folders when that input closes. It closes with the starter, even where the starter was
 * killed, so this is the one way in which everything ends. A paused process is killed too, which no handler inside it could do.
 */
const folders: string[] = [];
const running = new Set<number>();

// the starter decides when to end; a Ctrl-C is meant for it
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (isAbsolute(line)) folders.push(line);
  else if (line.startsWith('+')) running.add(pid);
  else running.delete(pid);
}
for (const pid of running) signal(pid, 'SIGKILL');
for (let waited = 0; waited < 5000 && [...running].some(pid => signal(pid, 0)); waited += 50) await sleep(50);
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** Whether the process was there to get it. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
