import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer, Case } from './comparison.js';

/** One line of a recording: a file and what the framework made of it. */
export type Recorded = Case & Answer;

const folder = fileURLToPath(new URL('../../../../test/conformance/frameworks/', import.meta.url));

/** The names of the frameworks that have a recording. */
export function recordedNames(): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter(name => name.endsWith('.jsonl')).map(name => name.replace(/\.jsonl$/, ''));
}

export function readRecording(name: string): readonly Recorded[] {
  const lines = readFileSync(`${folder}${name}.jsonl`, 'utf8').trimEnd().split('\n');
  return lines.map(line => JSON.parse(line) as Recorded);
}

export function writeRecording(name: string, recorded: readonly Recorded[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.jsonl`, recorded.map(one => `${JSON.stringify(one)}\n`).join(''));
}
