// Bundles what runs into dist/: the command, the server and the client, each for Node and, where VS Code for the Web needs it, for the browser.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  external: ['vscode'],
  logLevel: 'warning',
  legalComments: 'none',
  // the build that `yaml` makes for browsers does the same and is of ES modules, of which only what is used gets in
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
};
const node = { ...shared, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

// The package is of type "module", so CommonJS for Node must end in .cjs; the web host appends .js to what package.json's `browser` names.
const bundles = [
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.cjs' },
  { ...node, entryPoints: ['client/src/extension.node.ts'], outfile: 'dist/client.cjs' },
  { ...browser, format: 'cjs', entryPoints: ['client/src/extension.browser.ts'], outfile: 'dist/client.web.js' },
  { ...browser, format: 'iife', entryPoints: ['server/src/browser.ts'], outfile: 'dist/server.web.js' },
];

const started = performance.now();
for (const { outfile } of bundles) for (const file of [outfile, `${outfile}.map`]) rmSync(join(root, file), { force: true });
const built = await Promise.allSettled(bundles.map(bundle => build(bundle)));
const failed = bundles.filter((_, index) => built[index].status === 'rejected');
console.log(`Built ${bundles.length - failed.length} of ${bundles.length} bundles in ${Math.round(performance.now() - started)} ms`);
if (failed.length > 0) {
  console.error(`Not built: ${failed.map(bundle => bundle.outfile).join(', ')}`);
  process.exitCode = 1;
}
