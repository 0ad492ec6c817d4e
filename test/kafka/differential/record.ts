import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { provideJars } from '../jars.js';
import { asCommand } from '../java.js';
import { startOracle, type Oracle } from '../oracle.js';
import { releaseOf } from '../versions.js';
import { compare } from './compare.js';
import { judge, type JudgedRole } from './judge.js';

/** What became of one configuration in every version; versions in which a difference is meant are in neither list. */
export interface RecordedCase {
  readonly role: JudgedRole;
  readonly props: Readonly<Record<string, string>>;
  readonly refusedIn: readonly string[];
  readonly acceptedIn: readonly string[];
  /** `rule/message` of everything that Ackguard says of the refused ones. */
  readonly said: readonly string[];
}

const file = fileURLToPath(new URL('../../../../test/conformance/verdicts/clients-and-brokers.jsonl', import.meta.url));
const versions = ['0.11.0.3', '2.0.1', '2.8.2', '3.0.2', '3.3.2', '3.6.2', '3.9.2', '4.0.2', '4.1.2', '4.3.1', '4.4.0'];

/** Asks real Kafka again for every case of the file, and writes what it says for the tests, which need no Java. A new case is a line with role and props. */
await asCommand(async () => {
  for (const version of versions) await provideJars(releaseOf(version));
  const oracle = await startOracle();
  try {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const cases = lines.map(line => JSON.parse(line) as Pick<RecordedCase, 'role' | 'props'>);
    const recorded: RecordedCase[] = [];
    for (const one of cases) recorded.push(await record(oracle, one));
    writeFileSync(file, `${recorded.map(one => JSON.stringify(one)).join('\n')}\n`);
    console.log(`${recorded.length} cases in ${versions.length} versions`);
  } finally {
    await oracle.stop();
  }
});

async function record(oracle: Oracle, { role, props }: Pick<RecordedCase, 'role' | 'props'>): Promise<RecordedCase> {
  const outcomes = await Promise.all(versions.map(version => compare(oracle, { version, role, props }, true)));
  const differences = outcomes.filter(outcome => outcome.kind === 'difference');
  for (const { question, what } of differences) console.error(`${question.version} ${role} ${JSON.stringify(props)}: ${what}`);
  if (differences.length > 0) process.exitCode = 1;
  const refusedIn = versions.filter((_, i) => outcomes[i]?.kind === 'both-refuse');
  const acceptedIn = versions.filter((_, i) => outcomes[i]?.kind === 'both-accept');
  const said = refusedIn.flatMap(version => judge({ version, role, props }).refusals.map(one => `${one.rule}/${one.message}`));
  return { role, props, refusedIn, acceptedIn, said: [...new Set(said)].sort() };
}
