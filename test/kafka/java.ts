import { execFile, spawn, type ChildProcess, type ChildProcessWithoutNullStreams, type StdioOptions } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const source = fileURLToPath(new URL('../../../test/kafka/src/', import.meta.url));
const classes = fileURLToPath(new URL('../../../out/java/', import.meta.url));

/** Kafka 4 needs 17; older brokers run on it too. */
const oldestJava = 17;

/** Quick to start, small, and without files of its own in the system's folder for temporary files. */
const jvmFlags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-XX:-UsePerfData'];

/** A failure that the user can mend: its message alone is printed, without a stack. */
export class Sentence extends Error {}

/** Ends what it was told of when this process ends, in whatever way. */
export interface Owner {
  /** For temporary files; removed at the end. */
  readonly folder: string;
  readonly watch: (child: ChildProcess) => void;
  /** Another folder to be removed, if it is still there. */
  readonly discard: (folder: string) => void;
}

/** Runs a command line tool of this folder: its sentence or its stack to stderr and exit code 1 where it fails. */
export async function asCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : error);
    process.exitCode = 1;
  }
}

/** Fails with one sentence where there is no Java, only a runtime, or one that is too old. */
export async function requireJava(): Promise<void> {
  const said = await run('javac', ['-version']).catch(() => undefined);
  const version = /javac (?:1\.)?(\d+)/.exec(`${said?.stdout ?? ''}${said?.stderr ?? ''}`)?.[1];
  const how = `a JDK of version ${oldestJava} or later is needed (Debian: apt-get install default-jdk-headless)`;
  if (version === undefined) throw new Sentence(`"javac" was not found on the PATH; ${how}.`);
  if (Number(version) < oldestJava) throw new Sentence(`The "javac" on the PATH is of Java ${version}; ${how}.`);
}

/**
 * Compiles the Java programs of `test/kafka/src/<folder>`, with what all share, against the jars of a folder, and returns the folder of
 * their classes. Without jars they must find Kafka by reflection. The classes go into a folder of the owner, or into one that all runs share.
 */
export async function compileJava(folder: string, jars?: string, owner?: Owner): Promise<string> {
  await requireJava();
  const shared = join(classes, folder, jars === undefined ? 'any' : (jars.split(/[\\/]/).at(-1) ?? 'any'));
  const target = owner ? mkdtempSync(join(owner.folder, 'classes-')) : shared;
  mkdirSync(target, { recursive: true });
  const files = [...sourcesIn(folder), ...sourcesIn('shared')];
  const classpath = jars === undefined ? [] : ['-cp', join(jars, '*')];
  const running = run('javac', ['-Xlint:-options', ...classpath, '-d', target, ...files]);
  owner?.watch(running.child);
  await running;
  return target;
}

function sourcesIn(folder: string): readonly string[] {
  const names = readdirSync(join(source, folder)).filter(name => name.endsWith('.java'));
  return names.map(name => join(source, folder, name));
}

/** A JVM that talks over its standard streams; ended by the caller. */
export function startJava(
  classpath: readonly string[],
  main: string,
  args: readonly string[],
  flags: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  return spawnJava(classpath, main, args, flags, ['pipe', 'pipe', 'pipe']) as ChildProcessWithoutNullStreams;
}

/** As {@link startJava}, with streams of the caller's choice. */
export function spawnJava(
  classpath: readonly string[],
  main: string,
  args: readonly string[],
  flags: readonly string[],
  stdio: StdioOptions,
): ChildProcess {
  return spawn('java', [...jvmFlags, ...flags, '-cp', classpath.join(delimiter), main, ...args], { stdio });
}
