import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Sentence, type Owner } from './java.js';
import type { KafkaRelease } from './versions.js';

const here = fileURLToPath(new URL('../../../test/kafka/', import.meta.url));
/** The folder that has one folder of jars per version, kept between runs. */
export const jarsFolder = join(here, '.jars');

/**
 * The folder with all jars of a release, fetched with Maven if it is not there yet. A folder is there wholly or not at all: Maven writes
 * into another one, which is renamed at the end; an owner removes it if this process is killed meanwhile. Fails with one sentence where Maven is missing or does not reach its repository.
 */
export function provideJars({ version, scala, parts }: KafkaRelease, owner?: Owner): Promise<string> {
  const profiles = parts.length > 0 ? ['-P', parts.join(',')] : [];
  return provide(version, `Kafka ${version}`, 'pom.xml', [`-Dkafka.version=${version}`, `-Dscala.binary=${scala}`, ...profiles], owner);
}

/** The folder with the jars of `test/kafka/frameworks/<name>.xml`, a Maven project, as {@link provideJars} provides Kafka's. */
export function provideFramework(name: string, owner?: Owner): Promise<string> {
  return provide(name, name, `frameworks/${name}.xml`, [], owner);
}

async function provide(name: string, title: string, pom: string, options: readonly string[], owner: Owner | undefined): Promise<string> {
  const folder = join(jarsFolder, name);
  if (existsSync(folder)) return folder;
  mkdirSync(jarsFolder, { recursive: true });
  const unfinished = mkdtempSync(join(jarsFolder, `.${name}-`));
  owner?.discard(unfinished);
  try {
    await runMaven(title, owner, [
      '-f',
      join(here, pom),
      ...options,
      // in full, or Maven says without a network that it knows no such plugin
      'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies',
      '-DincludeTypes=jar',
      `-DoutputDirectory=${unfinished}`,
    ]);
    // another process may have been faster
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function runMaven(title: string, owner: Owner | undefined, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const maven = spawn('mvn', ['-q', '-B', '-ntp', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    owner?.watch(maven);
    let said = '';
    for (const stream of [maven.stdout, maven.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    maven.on('error', () => {
      reject(
        new Sentence('Maven is needed and "mvn" was not found on the PATH; install it (Debian: apt-get install maven) and run this again.'),
      );
    });
    maven.on('close', code => {
      if (code === 0) resolve();
      else reject(new Sentence(`Maven did not bring the jars of ${title}: ${firstError(said)}`));
    });
  });
}

/** Maven says the same several times, each inside of another sentence, and ends with advice: the innermost cause is enough. */
function firstError(said: string): string {
  const line = said.split('\n').find(one => one.includes('ERROR')) ?? said.trim().split('\n')[0] ?? '';
  const sentence = line.replace(/^.*?\[?ERROR\]?\s*/, '').replace(/ -> \[Help 1\].*$/, '');
  const cause = sentence.lastIndexOf('Could not ');
  return sentence.slice(Math.max(0, cause)).slice(0, 400) || 'it said nothing.';
}
