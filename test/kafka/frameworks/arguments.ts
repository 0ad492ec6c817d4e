import { Sentence } from '../java.js';
import type { Comparison } from './comparison.js';
import { comparisons } from './registry.js';

/** What the command line asks for. */
export interface Wanted {
  readonly count: number;
  readonly seed: string;
  readonly comparisons: readonly Comparison[];
}

/** Reads `--count N --seed S --only NAME,NAME`; fails with one sentence for anything else. */
export function readArguments(args: readonly string[], defaults: { readonly count: number; readonly seed: string }): Wanted {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const [name = '', value] = args.slice(i, i + 2);
    if (!['--count', '--seed', '--only'].includes(name) || value === undefined)
      throw new Sentence('usage: [--count N] [--seed S] [--only NAME,NAME]   (N generated files a framework)');
    given.set(name, value);
  }
  const count = Number(given.get('--count') ?? defaults.count);
  if (!Number.isInteger(count) || count < 0)
    throw new Sentence(`--count must be a whole number from 0 on, not ${given.get('--count') ?? ''}.`);
  const only = given.get('--only')?.split(',').map(comparisonNamed);
  return { count, seed: given.get('--seed') ?? defaults.seed, comparisons: only ?? comparisons };
}

function comparisonNamed(name: string): Comparison {
  const comparison = comparisons.find(one => one.name === name);
  if (!comparison) throw new Sentence(`There is no framework ${name}; there are ${comparisons.map(one => one.name).join(', ')}.`);
  return comparison;
}
