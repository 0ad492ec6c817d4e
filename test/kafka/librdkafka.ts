import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LibrdkafkaRow } from '../../server/tools/catalogue/librdkafka.js';
import { jarsFolder } from './jars.js';
import { Sentence } from './java.js';

const run = promisify(execFile);
const program = fileURLToPath(new URL('../../../test/kafka/src/librdkafka/oracle.c', import.meta.url));

/** The npm package that carries the sources of the newest librdkafka, and which one that is. */
const source = '@confluentinc/kafka-javascript@1.10.1';
export const librdkafkaVersion = '2.15.1';

/** What librdkafka makes of a configuration: all values in force by librdkafka's own names, or why it creates no client. */
export type LibrdkafkaVerdict = { readonly values: Readonly<Record<string, string>> } | { readonly refused: string };

/** A real librdkafka in its own process; questions may be asked without waiting for answers. */
export interface Librdkafka {
  ask(type: 'producer' | 'consumer', settings: readonly (readonly [string, string])[]): Promise<LibrdkafkaVerdict>;
  table(): Promise<readonly LibrdkafkaRow[]>;
  stop(): Promise<void>;
}

/** Builds librdkafka if it is not there yet, and starts it. Fails with one sentence where a tool is missing. */
export async function startLibrdkafka(): Promise<Librdkafka> {
  const child = spawn(await buildOracle(), { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<string, (fields: readonly string[]) => void>();
  const rows: LibrdkafkaRow[] = [];
  let last = 0;
  createInterface({ input: child.stdout }).on('line', line => {
    const [first = '', ...fields] = line.split('\t');
    if (first === 'property') rows.push(rowOf(fields));
    else {
      waiting.get(first)?.(fields);
      waiting.delete(first);
    }
  });
  const answer = (id: string, question: readonly string[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      waiting.set(id, resolve);
      child.once('close', () => {
        reject(new Error(`librdkafka ended before it answered ${question.join(' ')}`));
      });
      child.stdin.write(`${question.join('\t')}\n`);
    });
  child.setMaxListeners(0);
  return {
    ask: async (type, settings) => verdictOf(await answer(String(++last), ['ask', String(last), type, ...settings.flat()])),
    table: async () => {
      await answer('end', ['table']);
      return rows;
    },
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'close');
    },
  };
}

function rowOf([name = '', type = '', scope = '', min = '', max = '', byDefault = '', words = '']: readonly string[]): LibrdkafkaRow {
  return { name, type: type as LibrdkafkaRow['type'], scope: Number(scope), min, max, default: byDefault, words };
}

function verdictOf([kind, ...fields]: readonly string[]): LibrdkafkaVerdict {
  if (kind === 'refused') return { refused: fields[0] ?? '' };
  const values: Record<string, string> = {};
  // the same name may follow as a topic's: the client's own counts
  for (let i = 0; i < fields.length; i += 2) values[fields[i] ?? ''] ??= fields[i + 1] ?? '';
  return { values };
}

async function buildOracle(): Promise<string> {
  const library = await provideLibrary();
  const oracle = join(library, `oracle-${String(process.pid)}`);
  const options = ['-O0', '-w', `-I${library}`, `-I${join(library, 'src')}`];
  await tool('gcc', [...options, '-o', oracle, program, join(library, 'src/librdkafka.a'), '-lpthread', '-ldl', '-lm', '-lrt'], library);
  renameSync(oracle, join(library, 'oracle'));
  return join(library, 'oracle');
}

/**
 * The folder with librdkafka's sources and its library. It is built without TLS, Kerberos and compression, which need further packages;
 * the oracle takes them for present where values are judged.
 */
async function provideLibrary(): Promise<string> {
  const folder = join(jarsFolder, `librdkafka-${librdkafkaVersion}`);
  if (existsSync(folder)) return folder;
  mkdirSync(jarsFolder, { recursive: true });
  const unfinished = mkdtempSync(join(jarsFolder, '.librdkafka-'));
  try {
    const { stdout } = await tool('npm', ['pack', '--silent', source], unfinished);
    await tool('tar', ['xzf', stdout.trim()], unfinished);
    const sources = join(unfinished, 'package/deps/librdkafka');
    const left = ['ssl', 'gssapi', 'curl', 'zstd', 'zlib', 'lz4-ext'].map(part => `--disable-${part}`);
    await tool('./configure', ['--disable-optimization', ...left], sources);
    await tool('make', ['-j2', '-C', 'src', 'librdkafka.a'], sources);
    if (!existsSync(folder)) renameSync(sources, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function tool(command: string, args: readonly string[], cwd: string): Promise<{ stdout: string }> {
  try {
    return await run(command, args, { cwd, maxBuffer: 1 << 26 });
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code !== 'ENOENT') throw new Sentence(`librdkafka was not built, as ${command} failed: ${(stderr ?? '').trim().slice(-300)}`);
    throw new Sentence(
      `librdkafka is built from its sources, and "${command}" was not found on the PATH (Debian: apt-get install gcc make libc6-dev).`,
    );
  }
}
