import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evidenceModule, evidenceTable, readScenarios } from './evidence.js';
import { productModule } from './product.js';
import { rulesRegistry } from './registry.js';

/** `generate` writes every generated file; `generate --check` only says which ones differ from their source, and fails if any does. */
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const checking = process.argv.includes('--check');
const stale: string[] = [];
/** What the table of carriers should say and nobody has written. */
const untold: string[] = [];

put('server/src/rules/registry.ts', rulesRegistry(ruleIds()));
put('server/src/describe/product.ts', productModule(read('package.json')));
const scenarios = readScenarios(read('test/kafka/evidence.json'));
put('server/src/describe/evidence-data.ts', evidenceModule(scenarios));

// what the rules say of themselves can only be asked once they are compiled and the registry names them all
const { rules } = await import('../src/rules/registry.js');
if (rules.length === ruleIds().length) {
  const { carrierTable } = await import('./carriers.js');
  const { rulePage, ruleTable, settingsOf } = await import('./documents.js');
  putPages(new Map(rules.map(rule => [`${rule.id}.md`, rulePage(rule, scenarios)])));
  const carriers = carrierTable();
  untold.push(...carriers.missing);
  const withCarriers = between(read('README.md'), 'carriers', carriers.table);
  const readme = between(withCarriers, 'rules', ruleTable(rules));
  put('README.md', between(readme, 'evidence', evidenceTable(rules, scenarios)));
  put('package.json', settingsOf(read('package.json'), rules));
} else {
  console.log('The list of rules has changed: compile and run this again for their pages, the README and the settings.');
}
if (stale.length > 0) {
  console.error(`Not as generated, run "npm run generate" and commit:\n${stale.join('\n')}`);
  process.exitCode = 1;
}

if (untold.length > 0) {
  console.error(`server/tools/carriers.ts does not say:\n${untold.join('\n')}`);
  process.exitCode = 1;
}

function ruleIds(): readonly string[] {
  const files = readdirSync(join(root, 'server/src/rules')).filter(name => /^[a-z-]+\.ts$/.test(name));
  return files.map(name => name.replace(/\.ts$/, '')).filter(id => id !== 'rule' && id !== 'registry');
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function put(path: string, text: string): void {
  const target = join(root, path);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  if (checking) {
    stale.push(path);
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${relative(root, target)}`);
}

/** Writes the rule pages and removes those of rules that are gone. */
function putPages(pages: ReadonlyMap<string, string>): void {
  const folder = 'server/docs/rules';
  for (const [name, text] of pages) put(`${folder}/${name}`, text);
  for (const name of readdirSync(join(root, folder)).filter(one => !pages.has(one))) {
    if (checking) stale.push(`${folder}/${name}`);
    else rmSync(join(root, folder, name));
  }
}

/** The text with what stands between the two marks of that name replaced. */
function between(text: string, name: string, replacement: string): string {
  const [begin, end] = [`<!-- ${name}: generated -->`, `<!-- ${name}: end -->`];
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`README.md has no marks "${begin}" … "${end}".`);
  return `${text.slice(0, start + begin.length)}\n\n${replacement}\n${text.slice(stop)}`;
}
