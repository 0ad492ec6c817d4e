import {
  defaultIn,
  findProperty,
  isDocumentedIn,
  lastLine,
  lineOf,
  propertiesOf,
  typeIn,
  updateModeIn,
} from '../../../server/src/kafka/catalogue/catalogue.js';
import type { Default, Property, Role } from '../../../server/src/kafka/property.js';
import { parseVersion, type KafkaVersion } from '../../../server/src/kafka/version.js';
import { provideJars } from '../jars.js';
import { compileJava, Sentence } from '../java.js';
import { releases } from '../versions.js';
import { usual } from './dump.js';
import { linesOfJava } from './lines-of-java.js';
import { keysTold, type Testimony, type Told } from './pages.js';

/** One component of one release with what the witness tells of it. */
interface Account {
  readonly version: KafkaVersion;
  readonly role: Role;
  readonly told: ReadonlyMap<string, Told>;
  /** A page leaves internal keys out, a configuration object has them. */
  readonly isPage: boolean;
  /** From 3.6 on the connectors of MirrorMaker print only what is not in the page of `mirror-connector`. */
  readonly complete: boolean;
}

/**
 * Compares random keys of the decoded catalogue, and some that a version does not have, with Kafka's own pages and configuration objects,
 * and every key of which these tell with the catalogue's. Prints the seed, how much was compared and each difference.
 */
export async function compareWithWitness(count: number, seed: number): Promise<void> {
  const accounts = await hear();
  const random = randomNumbers(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const differing = new Set<string>();
  let [present, absent] = [0, 0];
  for (let i = 0; i < count; i++) {
    const account = pick(accounts);
    const property = pick(propertiesOf(account.role));
    if (account.told.has(property.name)) present++;
    else absent++;
    for (const difference of compare(account, property.name)) differing.add(difference);
  }
  let all = 0;
  for (const account of accounts) {
    for (const name of account.told.keys()) {
      all++;
      for (const difference of compare(account, name)) differing.add(difference);
    }
  }
  console.log(
    `Seed ${String(seed)}: ${String(count)} random keys, ${String(present)} that the version has and ${String(absent)} that it has not, ` +
      `and all ${String(all)} of ${String(accounts.length)} pages and configuration objects: ${String(differing.size)} differences.`,
  );
  if (differing.size > 0) throw new Sentence([...differing].join('\n'));
}

async function hear(): Promise<readonly Account[]> {
  const classes = await compileJava('catalogue');
  const accounts: Account[] = [];
  for (const release of releases) {
    const jars = await provideJars(release);
    const flags = [`-Djava.io.tmpdir=${usual.temporaryFolder}`];
    for (const line of await linesOfJava(release.version, [classes, `${jars}/*`], 'Pages', flags)) {
      const testimony = JSON.parse(line) as Testimony;
      const { component: role } = testimony;
      const told = keysTold(testimony);
      const complete = !['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat'].includes(role) || told.size > 40;
      const version = parseVersion(release.version);
      if (version && told.size > 0) accounts.push({ version, role, told, isPage: 'page' in testimony, complete });
    }
  }
  return accounts;
}

/** Keys that can only be changed while a broker runs (server.config.DynamicConfig): its page has them since 4.3, no file can. */
const dynamicOnly: readonly string[] = [
  'leader.replication.throttled.rate',
  'follower.replication.throttled.rate',
  'replica.alter.log.dirs.io.max.bytes.per.second',
];

function compare({ version, role, told, isPage, complete }: Account, name: string): readonly string[] {
  const where = `Kafka ${version.text} ${role} ${name}`;
  const [account, property] = [told.get(name), findProperty(role, name)];
  const known = property !== undefined && (isPage ? isDocumentedIn(property, version) : defaultIn(property, version).kind !== 'absent');
  if (!account) return known && complete ? [`${where}: the catalogue has it, the witness has not`] : [];
  if (dynamicOnly.includes(name)) return [];
  if (!known) return [`${where}: the witness has it, the catalogue has not`];
  const facts = factsOf(property, version);
  const [said, expected] = [{ ...account, default: account.default && neutral(name, account.default) }, facts];
  return (['type', 'default', 'importance', 'update', 'synonym'] as const)
    .filter(fact => said[fact] !== undefined && expected[fact] !== undefined && said[fact] !== expected[fact])
    .map(fact => `${where}: ${fact} is ${String(expected[fact])} in the catalogue and ${String(said[fact])} for the witness`);
}

/** What the catalogue says, in the witness's words. */
function factsOf(property: Property, version: KafkaVersion): Told {
  const newest = lineOf(version) === lastLine(property);
  return {
    type: typeIn(property, version),
    default: wordsOf(defaultIn(property, version)),
    // the catalogue keeps of these what the newest line says
    importance: newest ? property.importance : undefined,
    update: updateModeIn(property, version) ?? 'read-only',
    synonym: newest ? (property.brokerSynonym ?? 'null') : undefined,
  };
}

function wordsOf(value: Default): string {
  switch (value.kind) {
    case 'value':
      return value.text === '' ? '""' : value.text;
    case 'null':
      return 'null';
    case 'required':
    case 'absent':
      return '';
  }
}

/** The pages of Streams name the folder for temporary files in their own way. */
function neutral(name: string, text: string): string {
  if (name !== 'state.dir') return text;
  return text.replace(usual.temporaryFolder, '${java.io.tmpdir}').replace(/\}$/, '}/kafka-streams');
}

/** The mulberry32 generator: numbers from 0 to below 1 that a seed repeats. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
