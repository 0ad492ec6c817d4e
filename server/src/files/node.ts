import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileProblem, Files, Listing } from './files.js';

const endings = /\.(properties|ya?ml|jsonc?)$/i;
/** Files that programs with librdkafka read as lines of keys: Python's `.ini`, what Confluent Cloud hands out, Fluent Bit's own. */
const names = /\.ini$|(^|[/\\])(librdkafka\.config|[^/\\]*fluent[^/\\]*\.conf)$/i;
/** Files of variables: `.env`, `kafka.env`, `.env.local`. */
const environments = /(^|[/\\])(\.env(\.[^/\\]*)?|[^/\\]+\.env)$/i;
/** Files of Terraform. */
const terraform = /\.tf$/i;
/** `Dockerfile`, `Dockerfile.kafka`, `kafka.Dockerfile`, `Containerfile`. */
const dockerfiles = /(^|[/\\])(docker|container)file(\.[^/\\]*)?$|\.(docker|container)file$/i;
const leftOut = new Set(['node_modules', '.git']);

/** Files of this machine. */
export const nodeFiles: Files = { list, read, readNamed };

function list(paths: readonly string[]): Listing {
  const files = new Set<string>();
  const problems: FileProblem[] = [];
  const unreadable: FileProblem[] = [];
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) walk(path, files, problems);
      else if (isOffered(path)) files.add(path);
      else problems.push({ path, message: 'By its name this file is of no kind that is read, and it was not checked.' });
    } catch (error) {
      unreadable.push({ path, message: `Cannot be read: ${reasonOf(error)}.` });
    }
  }
  return { files: [...files], problems, unreadable };
}

/** Whether the name is that of a file which may be Kafka's. */
function isOffered(path: string): boolean {
  return [endings, names, environments, terraform, dockerfiles].some(one => one.test(path));
}

/** Links to folders are not followed, so a circle of links has an end. */
function walk(folder: string, files: Set<string>, problems: FileProblem[]): void {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !leftOut.has(entry.name)) walk(path, files, problems);
      else if (!entry.isDirectory() && isOffered(entry.name)) files.add(path);
    }
  } catch (error) {
    problems.push({ path: folder, message: `This folder cannot be read: ${reasonOf(error)}.` });
  }
}

function read(path: string): ReturnType<Files['read']> {
  try {
    return { text: decode(readFileSync(path)) };
  } catch (error) {
    return { problem: { path, message: `Cannot be read: ${reasonOf(error)}.` } };
  }
}

/** More is no file of settings. */
const mostBytes = 1_000_000;

/** The text of a file that another one names. No device and no pipe: those may never end. */
export function readNamed(path: string): string | undefined {
  try {
    // on Windows the path of a URI has a slash before the drive
    const name = path.replace(/^\/(?=[a-z]:)/i, '');
    const found = statSync(name);
    return found.isFile() && found.size <= mostBytes ? decode(readFileSync(name)) : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-8 where it is valid, else Latin 1, in which Java reads `.properties`. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
      return 'permission denied';
    default:
      return String(code ?? error);
  }
}
