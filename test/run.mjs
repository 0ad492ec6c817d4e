// `npm test`: installs, builds and runs every test; `npm run test:unit` (argument "unit") leaves out those that need a browser.
// The last line is always "N passed, N failed". Uses nothing that has to be installed before.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { installDependencies, root, runNode } from '../client/tools/prepare.mjs';
import { provideBrowser } from './support/browser.mjs';

const unitOnly = process.argv[2] === 'unit';
const total = { passed: 0, failed: 0 };
try {
  installDependencies();
  runNode('node_modules/typescript/bin/tsc', '-b');
  runNode('build.mjs');
  const tests = findTests();
  const browserTests = tests.filter(isBrowserTest);
  await runSuite(
    tests.filter(test => !isBrowserTest(test)),
    ['--parallel', '--jobs', String(availableParallelism())],
    unitOnly ? { ACKGUARD_QUICK: '1' } : {},
  );
  if (!unitOnly) await runSuite(browserTests, [], { CHROME_PATH: provideBrowser() });
} catch (error) {
  console.error(`\n${error.message}`);
  total.failed++;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** The compiled tests, found by their sources: what was compiled from a test since deleted is not run. */
function findTests() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => join('out/test', name.replace(/\.ts$/, '.js')))
    .sort();
}

function isBrowserTest(test) {
  return relative('out/test/e2e', test).startsWith('..') === false;
}

/** Runs mocha on the tests and adds up what its reporter sends; a run that ends without a last report counts as one failure more. */
function runSuite(tests, flags, env = {}) {
  return new Promise((resolve, reject) => {
    const args = ['node_modules/mocha/bin/mocha.js', '--reporter', 'test/support/reporter.mjs', ...flags, ...tests];
    const mocha = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let last = { passed: 0, failed: 0, ended: false };
    mocha.on('message', message => (last = message));
    mocha.on('error', reject);
    mocha.on('close', code => {
      const crashed = !last.ended || (code !== 0 && last.failed === 0);
      if (crashed) console.error(`The tests ended with ${String(code)} before they were done.`);
      total.passed += last.passed;
      total.failed += last.failed + (crashed ? 1 : 0);
      resolve();
    });
  });
}
