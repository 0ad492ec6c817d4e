import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openHousehold } from './cleanup.js';

/** A process that does nothing for a minute, paused as scenarios pause brokers. */
function pausedProcess(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  child.kill('SIGSTOP');
  return child;
}

async function untilGone(path: string): Promise<void> {
  for (let waited = 0; existsSync(path); waited += 50) {
    assert.ok(waited < 8000, `${path} is still there`);
    await sleep(50);
  }
}

describe('the household of the evidence lab', () => {
  it('leaves no folder behind', async () => {
    const { folder, end } = openHousehold();
    writeFileSync(join(folder, 'data'), 'x');
    await end();
    assert.ok(!existsSync(folder));
  });

  it('leaves neither a folder nor a paused process behind when its owner is killed', async () => {
    const module = fileURLToPath(new URL('./cleanup.js', import.meta.url));
    const script = `
      const { openHousehold } = await import(${JSON.stringify(module)});
      const household = openHousehold();
      household.watch({ pid: Number(process.argv[1]), once: () => undefined });
      household.discard(process.argv[2]);
      console.log(household.folder);
      setTimeout(() => {}, 60000);`;
    const paused = pausedProcess();
    const gone = once(paused, 'exit');
    const other = mkdtempSync(join(tmpdir(), 'ackguard-test-'));
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script, String(paused.pid), other], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [folder] = (await once(createInterface({ input: owner.stdout }), 'line')) as [string];
    assert.ok(existsSync(folder));
    owner.kill('SIGKILL');
    assert.deepEqual(await gone, [null, 'SIGKILL']);
    await untilGone(folder);
    await untilGone(other);
  });
});
