import type { Answer, Case, Comparison } from './comparison.js';

/** A value, or a whole answer, in which the framework and Ackguard differ. */
export interface Difference {
  /** `client: property`, or `refused`. */
  readonly key: string;
  readonly theirs: string | undefined;
  readonly ours: string | undefined;
  /** Why it is meant; undefined where nobody has explained it. */
  readonly reason: string | undefined;
}

/** What was looked at in one file, and what differs. */
export interface Compared {
  readonly maps: number;
  readonly keys: number;
  readonly differences: readonly Difference[];
}

/** Both answers to one file, value by value; where only one side refuses the file, that is the only difference. */
export function compareAnswers(comparison: Comparison, file: Case, theirs: Answer, ours: Answer): Compared {
  if ('refused' in theirs || 'refused' in ours) {
    const both = 'refused' in theirs && 'refused' in ours;
    const refusals = ['refused', refusalIn(theirs), refusalIn(ours)] as const;
    return { maps: 0, keys: 0, differences: both ? [] : [differenceIn(comparison, file, ...refusals)] };
  }
  const clients = [...new Set([...Object.keys(theirs.maps), ...Object.keys(ours.maps)])];
  let keys = 0;
  const differences = clients.flatMap(client => {
    const [their, our] = [theirs.maps[client] ?? {}, ours.maps[client] ?? {}];
    const names = [...new Set([...Object.keys(their), ...Object.keys(our)])];
    keys += names.length;
    const different = names.filter(name => their[name] !== our[name]);
    return different.map(name => differenceIn(comparison, file, `${client}: ${name}`, their[name], our[name]));
  });
  return { maps: clients.length, keys, differences };
}

/** The differences that nobody has explained. */
export function unexplainedIn({ differences }: Compared): readonly Difference[] {
  return differences.filter(one => one.reason === undefined);
}

/** One line for people. */
export function lineOf({ key, theirs, ours }: Difference): string {
  return `${key}: the framework has ${shown(theirs)}, Ackguard ${shown(ours)}`;
}

function differenceIn(comparison: Comparison, file: Case, key: string, theirs: string | undefined, ours: string | undefined): Difference {
  return { key, theirs, ours, reason: comparison.deliberate(file, key, theirs, ours) };
}

function refusalIn(answer: Answer): string | undefined {
  return 'refused' in answer ? answer.refused : undefined;
}

function shown(value: string | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
