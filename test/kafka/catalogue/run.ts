import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogueModule } from '../../../server/tools/catalogue/build.js';
import type { DumpedLine } from '../../../server/tools/catalogue/dumped.js';
import { asCommand, compileJava, Sentence } from '../java.js';
import { releases } from '../versions.js';
import { countsText } from './counts.js';
import { differences } from './differences.js';
import { dumpRelease, unusual, usual } from './dump.js';
import { compareWithWitness } from './witness.js';

/**
 * Asks Kafka's own classes for every key of every release line.
 *   npm run catalogue                          writes what they say
 *   npm run catalogue -- --check               only compares, and exits with 1 where it differs
 *   npm run catalogue -- --witness 200 [seed]  compares so many random keys with what Kafka says in another way
 */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const table = `${root}server/tools/catalogue/not-in-jars.csv`;

await asCommand(async () => {
  const [option, ...rest] = process.argv.slice(2);
  if (option === '--witness') await compareWithWitness(numberOf(rest[0] ?? '200'), numberOf(rest[1] ?? String(Date.now() % 1_000_000)));
  else if (option === '--check') check(await dumpAll(true));
  else if (option === undefined) write(await dumpAll(false));
  else throw new Sentence(`Unknown option ${option}: there are --check and --witness <count> [seed].`);
});

async function dumpAll(elsewhere: boolean): Promise<readonly DumpedLine[]> {
  const classes = await compileJava('catalogue');
  const dumped: DumpedLine[] = [];
  for (const release of releases) {
    dumped.push(await dumpRelease(release, classes, elsewhere ? unusual : usual));
    console.log(`Kafka ${release.version}: ${String(dumped.at(-1)?.keys.length)} keys`);
  }
  return dumped;
}

function outputs(dumped: readonly DumpedLine[]): ReadonlyMap<string, string> {
  return new Map([
    ['server/src/kafka/catalogue/data.ts', catalogueModule(dumped, readFileSync(table, 'utf8'))],
    ['test/kafka/catalogue/counts.json', countsText(dumped)],
  ]);
}

/** Each file is written beside its place first: it is there wholly or as before. */
function write(dumped: readonly DumpedLine[]): void {
  for (const [path, text] of outputs(dumped)) {
    const unfinished = `${root}${path}.${String(process.pid)}.unfinished`;
    try {
      writeFileSync(unfinished, text);
      renameSync(unfinished, root + path);
    } finally {
      rmSync(unfinished, { force: true });
    }
    console.log(`wrote ${path}`);
  }
}

function check(dumped: readonly DumpedLine[]): void {
  const stale = [...outputs(dumped)].filter(([path, text]) => !existsSync(root + path) || readFileSync(root + path, 'utf8') !== text);
  if (stale.length === 0) {
    console.log('The catalogue says what the classes say.');
    return;
  }
  for (const [path, text] of stale) {
    console.error(`${path} is not what the classes say; run "npm run catalogue" and commit.`);
    for (const line of differences(existsSync(root + path) ? readFileSync(root + path, 'utf8') : '', text)) console.error(`  ${line}`);
  }
  process.exitCode = 1;
}

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Sentence(`"${text}" is not a whole number.`);
  return Number(text);
}
