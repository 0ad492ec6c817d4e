// `npm run bench`: Ackguard, an empty server and yaml-language-server on the same files, in one run. Prints figures and ratios; judges nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { carrierFiles } from './carriers.mjs';
import { measure } from './client.mjs';
import { acksEdit, composeText, propertiesText, schema, trueEdit, valuesText, yamlText } from './texts.mjs';

const peerVersion = '1.25.0';
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'out/bench');
const runs = Number(process.argv[2] ?? 3);
mkdirSync(folder, { recursive: true });

const schemaFile = join(folder, 'schema.json');
writeFileSync(schemaFile, JSON.stringify(schema));
const emptyServer = join(folder, 'empty-server.cjs');
await build({
  entryPoints: [join(root, 'test/bench/empty-server.mjs')],
  outfile: emptyServer,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
});

const servers = [
  { name: 'ackguard', command: [process.execPath, join(root, 'dist/server.cjs'), '--stdio'], pull: true, settings: {} },
  { name: 'ackguard, push', command: [process.execPath, join(root, 'dist/server.cjs'), '--stdio'], pull: false, settings: {} },
  { name: 'empty server', command: [process.execPath, emptyServer, '--stdio'], pull: false, settings: {} },
  {
    name: `yaml-language-server ${peerVersion}`,
    command: [process.execPath, installPeer(), '--stdio'],
    pull: false,
    settings: { yaml: { validate: true, schemaStore: { enable: false }, schemas: { [pathToFileURL(schemaFile).href]: ['*.yml'] } } },
  },
];
const files = [
  { name: '180-line YAML', file: 'application-180.yml', languageId: 'yaml', text: yamlText(180), separator: ': ', edits: 30 },
  { name: '2,500-line YAML', file: 'application-2500.yml', languageId: 'yaml', text: yamlText(2500), separator: ': ', edits: 30 },
  { name: '15,000-line YAML', file: 'application-15000.yml', languageId: 'yaml', text: yamlText(15_000), separator: ': ', edits: 15 },
  {
    name: '100,000-line properties',
    file: 'producer.properties',
    languageId: 'properties',
    text: propertiesText(100_000),
    separator: '=',
    edits: 15,
  },
];

console.log(`Medians of ${runs} runs; ms, MB. Node ${process.version}.`);
for (const { name, file, languageId, text, separator, edits } of files) {
  console.log(`\n${name}`);
  const results = new Map();
  for (const server of servers) {
    if (server.name.startsWith('yaml') && languageId !== 'yaml') continue;
    const measured = [];
    for (let run = 0; run < runs; run++) {
      measured.push(
        await measure({ ...server, uri: pathToFileURL(join(folder, file)).href, languageId, text, edit: acksEdit(text, separator), edits }),
      );
    }
    const result = Object.fromEntries(['cold', 'p50', 'p95', 'memory', 'found'].map(key => [key, median(measured.map(one => one[key]))]));
    results.set(server.name, result);
    console.log(
      `  ${server.name.padEnd(28)} cold ${fixed(result.cold)}  edit p50 ${fixed(result.p50)}  p95 ${fixed(result.p95)}  memory ${fixed(result.memory)}  findings ${result.found}`,
    );
  }
  const [mine, , floor, peer] = servers.map(server => results.get(server.name));
  console.log(`  ratios: cold ${(mine.cold / floor.cold).toFixed(2)} x the empty server's`);
  if (peer) {
    console.log(
      `          cold ${(peer.cold / mine.cold).toFixed(1)} times faster than the peer, edit p50 ${(peer.p50 / mine.p50).toFixed(1)} times; without its delay of 200 ms ${((peer.p50 - 200) / mine.p50).toFixed(1)} times`,
    );
  }
}

console.log('\nA file of 300 lines of each carrier');
for (const { name, file, languageId, text, edit } of carrierFiles()) {
  const [server] = servers;
  const result = await measure({ ...server, uri: pathToFileURL(join(folder, file)).href, languageId, text, edit, edits: 30 });
  console.log(`  ${name.padEnd(44)} edit p50 ${fixed(result.p50)}  p95 ${fixed(result.p95)}  findings ${result.found}`);
}

console.log('\nWhat holds configurations of others');
for (const [name, file, text] of [
  ['1,000 lines of compose', 'docker-compose.yml', composeText(1000)],
  ['2,500 lines of Helm values', 'values.yaml', valuesText(2500)],
]) {
  const [server] = servers;
  const uri = pathToFileURL(join(folder, file)).href;
  const result = await measure({ ...server, uri, languageId: 'yaml', text, edit: trueEdit(text), edits: 30 });
  console.log(`  ${name.padEnd(44)} edit p50 ${fixed(result.p50)}  p95 ${fixed(result.p95)}  findings ${result.found}`);
}

/** The peer lives in a folder of its own: it is measured, not used. */
function installPeer() {
  const home = join(folder, 'peer');
  const server = join(home, 'node_modules/yaml-language-server/bin/yaml-language-server');
  if (!existsSync(server)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `yaml-language-server@${peerVersion}`], {
      cwd: home,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  return server;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function fixed(value) {
  return value.toFixed(1).padStart(7);
}
