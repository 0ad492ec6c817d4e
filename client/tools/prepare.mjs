// What `npm start` and `npm test` do first. Uses nothing that has to be installed.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Installs what package-lock.json says, unless that has been done since the lock last changed. */
export function installDependencies() {
  const installed = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (installed !== undefined && installed.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('Installing dependencies (npm ci) ...');
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // npm names its own script when it runs this file; else it is found on the PATH, where Windows needs a shell to start npm.cmd.
  const { npm_execpath: npm } = process.env;
  if (npm?.endsWith('npm-cli.js')) run(process.execPath, [npm, ...options]);
  else run('npm', options, process.platform === 'win32');
}

/** Runs one of the project's own Node files or an installed tool by its path from the root; throws if it fails. */
export function runNode(path, ...args) {
  run(process.execPath, [join(root, path), ...args]);
}

/** Runs a command in the root with its output shown; throws if it fails. */
export function run(command, args, shell = false) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${String(status)}`);
}
