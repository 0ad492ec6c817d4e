import { asCommand, Sentence } from '../java.js';
import { provideJars } from '../jars.js';
import { startOracle, type Oracle } from '../oracle.js';
import { releaseOf, releases } from '../versions.js';
import { compare, type Outcome } from './compare.js';
import { deliberate } from './deliberate.js';
import { questionsOf } from './generate.js';
import { judgedRoles, type JudgedRole, type Question } from './judge.js';
import { shrink } from './shrink.js';

const defaultVersions = ['0.11.0.3', '2.0.1', '2.8.2', '3.0.2', '3.3.2', '3.6.2', '3.9.2', '4.0.2', '4.1.2', '4.3.1', '4.4.0'];
const defaultRoles = judgedRoles;
const perVersion = 20_000;
/** Questions on their way at once. */
const batch = 200;
/** One in so many accepted configurations is handed to the real client, which takes milliseconds. */
const clientEvery = 8;
const shownPerGroup = 2;

interface Wanted {
  readonly count: number;
  readonly seed: string;
  readonly versions: readonly string[];
  readonly roles: readonly JudgedRole[];
}

interface Row {
  readonly asked: number;
  readonly bothRefuse: number;
  readonly bothAccept: number;
  readonly deliberate: ReadonlyMap<string, number>;
  readonly differences: readonly Difference[];
  readonly seconds: number;
}

type Difference = Extract<Outcome, { kind: 'difference' }>;

await asCommand(async () => {
  const wanted = readArguments(process.argv.slice(2));
  for (const version of wanted.versions) await provideJars(releaseOf(version));
  console.log(`seed ${wanted.seed}, ${wanted.count} configurations a version`);
  const oracle = await startOracle();
  try {
    const found = await compareAll(oracle, wanted);
    if (found > 0)
      throw new Sentence(`${found} differences between Ackguard and Kafka are not explained; --seed ${wanted.seed} shows them again.`);
  } finally {
    await oracle.stop();
  }
});

async function compareAll(oracle: Oracle, wanted: Wanted): Promise<number> {
  const totals = new Map<string, number>();
  const groups = new Map<string, Difference[]>();
  console.log('version   role                    asked  both refuse  both accept  deliberate  unexplained  seconds');
  for (const version of wanted.versions) {
    const roles = wanted.roles.filter(role => existsIn(version, role));
    for (const role of roles) {
      const row = await compareRole(oracle, version, role, Math.ceil(wanted.count / roles.length), wanted.seed);
      for (const [id, count] of row.deliberate) totals.set(id, (totals.get(id) ?? 0) + count);
      for (const one of row.differences) groups.set(`${role} ${one.signature}`, [...(groups.get(`${role} ${one.signature}`) ?? []), one]);
      console.log(lineOf(version, role, row));
    }
  }
  if (totals.size > 0) console.log('\ndeliberate:');
  for (const { id, reason } of deliberate) if (totals.has(id)) console.log(`${String(totals.get(id)).padStart(8)}  ${id}: ${reason}`);
  await printGroups(oracle, groups);
  return [...groups.values()].reduce((sum, group) => sum + group.length, 0);
}

async function compareRole(oracle: Oracle, version: string, role: JudgedRole, count: number, seed: string): Promise<Row> {
  const started = performance.now();
  const questionOf = questionsOf(version, role, seed);
  const rows = new Map<string, number>();
  const differences: Difference[] = [];
  let [bothRefuse, bothAccept] = [0, 0];
  for (let from = 0; from < count; from += batch) {
    const indices = Array.from({ length: Math.min(batch, count - from) }, (_, i) => from + i);
    for (const outcome of await Promise.all(indices.map(i => compare(oracle, questionOf(i), i % clientEvery === 0)))) {
      if (outcome.kind === 'both-refuse') bothRefuse++;
      else if (outcome.kind === 'both-accept') bothAccept++;
      else if (outcome.kind === 'deliberate') rows.set(outcome.row.id, (rows.get(outcome.row.id) ?? 0) + 1);
      else differences.push(outcome);
    }
  }
  return { asked: count, bothRefuse, bothAccept, deliberate: rows, differences, seconds: (performance.now() - started) / 1000 };
}

function lineOf(version: string, role: JudgedRole, row: Row): string {
  const meant = [...row.deliberate.values()].reduce((sum, count) => sum + count, 0);
  const cells = [
    String(row.asked).padStart(8),
    String(row.bothRefuse).padStart(11),
    String(row.bothAccept).padStart(11),
    String(meant).padStart(10),
    String(row.differences.length).padStart(11),
    row.seconds.toFixed(1).padStart(7),
  ];
  return `${version.padEnd(9)} ${role.padEnd(19)} ${cells.join('  ')}`;
}

async function printGroups(oracle: Oracle, groups: ReadonlyMap<string, readonly Difference[]>): Promise<void> {
  const ask = (question: Question): Promise<Outcome> => compare(oracle, question, true);
  for (const [name, group] of [...groups].sort(([, one], [, other]) => other.length - one.length)) {
    const versions = [...new Set(group.map(one => one.question.version))];
    console.log(`\n${group.length} × ${name}   [${versions.join(' ')}]`);
    for (const one of group.slice(0, shownPerGroup)) {
      const { question, what } = await shrink(one, ask);
      console.log(`  ${question.version} ${JSON.stringify(question.props)}\n      ${what.slice(0, 250)}`);
    }
  }
}

/** Kafka 4.4.0 has clients and broker only; MirrorMaker is fetched from 2.7 on. */
function existsIn(version: string, role: JudgedRole): boolean {
  const { parts } = releaseOf(version);
  if (role === 'streams') return parts.includes('streams');
  if (role === 'connect-distributed' || role === 'connect-standalone') return parts.includes('connect');
  if (role === 'source-connector' || role === 'sink-connector') return parts.includes('connect');
  return role !== 'mirror-maker' || parts.includes('mirror');
}

function readArguments(args: readonly string[]): Wanted {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const [name = '', value] = args.slice(i, i + 2);
    if (!['--count', '--seed', '--versions', '--roles'].includes(name) || value === undefined)
      throw new Sentence('usage: npm run differential -- [--count N] [--seed S] [--versions A,B] [--roles A,B]   (N a version)');
    given.set(name, value);
  }
  const count = Number(given.get('--count') ?? perVersion);
  if (!Number.isInteger(count) || count < 1)
    throw new Sentence(`--count must be a whole number from 1 on, not ${given.get('--count') ?? ''}.`);
  const roles = given.get('--roles')?.split(',').map(roleNamed) ?? defaultRoles;
  return {
    count,
    seed: given.get('--seed') ?? String(Date.now()),
    versions: given.get('--versions')?.split(',').map(versionNamed) ?? defaultVersions,
    roles,
  };
}

function versionNamed(name: string): string {
  if (releases.some(({ version }) => version === name)) return name;
  throw new Sentence(`There is no Kafka ${name} here; there are ${releases.map(({ version }) => version).join(', ')}.`);
}

function roleNamed(name: string): JudgedRole {
  const role = judgedRoles.find(one => one === name);
  if (!role) throw new Sentence(`There is no role ${name}; there are ${judgedRoles.join(', ')}.`);
  return role;
}
