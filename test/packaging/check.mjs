// Run after `npm run package`: the VSIX holds what runs and nothing else, is small, and both servers start from it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { root } from '../../client/tools/prepare.mjs';
import { readArchive } from './archive.mjs';

const largest = 1_500_000;
const expected = [
  /^(\[Content_Types\]\.xml|extension\.vsixmanifest)$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/((client|server)\.cjs|(client|server)\.web\.js)$/,
  /^extension\/server\/docs\/rules\/[\w-]+\.md$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
];
const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsix = readFileSync(join(root, 'dist', `${name}-${version}.vsix`));
const files = readArchive(vsix);
const names = [...files.keys()];

assert(vsix.length <= largest, `the VSIX has ${vsix.length} bytes, more than ${largest}`);
const unexpected = names.filter(file => !expected.some(pattern => pattern.test(file)));
assert.deepEqual(unexpected, [], 'files that should not be in the VSIX');
const missing = expected.filter(pattern => !names.some(file => pattern.test(file)));
assert.deepEqual(missing, [], 'files that should be in the VSIX');
for (const path of namedByManifest())
  assert(files.has(`extension/${path.replace(/^\.\//, '')}`), `package.json names ${path}, which is missing`);

assertStarted(await askNodeServer());
assertStarted(await askWebServer());
console.log(`${name}-${version}.vsix: ${names.length} files, ${vsix.length} bytes; both servers start from it.`);

function namedByManifest() {
  const { main, browser, contributes } = JSON.parse(files.get('extension/package.json').toString());
  return [
    main,
    browser,
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.languages.map(({ configuration }) => configuration),
  ];
}

function assertStarted(answer) {
  assert.equal(answer.id, initialize.id);
  assert(answer.result?.capabilities?.textDocumentSync, `no capabilities in ${JSON.stringify(answer)}`);
}

/** Unpacks the VSIX, runs its server as other editors do, and gives the answer to `initialize`. */
async function askNodeServer() {
  const folder = mkdtempSync(join(tmpdir(), 'ackguard-vsix-'));
  try {
    for (const [file, content] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    const server = spawn(process.execPath, [join(folder, 'extension/dist/server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const body = JSON.stringify(initialize);
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let received = '';
    for await (const chunk of server.stdout) {
      received += chunk;
      const answer = /^Content-Length: (\d+)\r\n\r\n([^]*)$/.exec(received);
      if (answer !== null && Buffer.byteLength(answer[2]) >= Number(answer[1])) break;
    }
    server.kill();
    return JSON.parse(received.slice(received.indexOf('{')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs the web server with what a browser's worker has and Node's modules out of reach, and gives the answer to `initialize`. */
function askWebServer() {
  return new Promise((resolve, reject) => {
    const standard = { console, performance, queueMicrotask, setTimeout, clearTimeout, TextDecoder, TextEncoder, URL };
    const worker = { ...standard, addEventListener: () => undefined, postMessage: resolve };
    worker.self = worker;
    runInNewContext(files.get('extension/dist/server.web.js').toString(), worker, { displayErrors: false });
    if (typeof worker.onmessage !== 'function') reject(new Error('the web server listens to no message'));
    else worker.onmessage({ data: initialize });
  });
}
