import type { Counts } from './scenario.js';
import type { Sent } from './commands.js';

/** The values that a scenario counts: those it sent under this name, each once, however often it was read. */
export function distinct(values: readonly string[], name = 'record'): ReadonlySet<string> {
  return new Set(values.filter(value => value.startsWith(`${name}-`)));
}

/** What became of records whose sender was told that they are written, and the exception it got for the others. */
export function countLost(count: number, { acknowledged, failed }: Sent, read: readonly string[]): Counts {
  const readable = distinct(read);
  const lost = acknowledged.filter(value => !readable.has(value)).length;
  const [error] = Object.keys(failed).sort();
  return { sent: count, acknowledged: acknowledged.length, readable: readable.size, lost, ...(error !== undefined && { error }) };
}

/** What became of records whose sender does not look at what it is told: those that are not there are lost, with or without an exception. */
export function countNeverWritten(count: number, { acknowledged, failed }: Sent, read: readonly string[]): Counts {
  const readable = distinct(read).size;
  const [error] = Object.keys(failed).sort();
  return { sent: count, acknowledged: acknowledged.length, readable, lost: count - readable, ...(error !== undefined && { error }) };
}
