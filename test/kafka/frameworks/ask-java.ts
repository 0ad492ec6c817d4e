import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Answer, Framework } from './comparison.js';

type Said = { readonly id: number } & (Answer | { readonly broken: string });

/** A Java program that gets a JSON line for each question and prints one for each answer, in any order; `name` for people. */
export function askJava(
  java: ChildProcessWithoutNullStreams,
  name: string,
): { ask: (question: object) => Promise<Answer>; stop: Framework['stop'] } {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let last = 0;
  let printed = '';
  java.stderr.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-2000)));
  createInterface({ input: java.stdout }).on('line', line => {
    const said = JSON.parse(line) as Said;
    const asked = waiting.get(said.id);
    waiting.delete(said.id);
    if ('broken' in said) asked?.reject(new Error(`${name} has no answer: ${said.broken}`));
    else asked?.resolve('maps' in said ? { maps: said.maps } : { refused: said.refused });
  });
  // an end of the JVM is told below
  java.stdin.on('error', () => undefined);
  const ended = once(java, 'close').then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The JVM of ${name} ended. It printed last: ${printed}`));
    waiting.clear();
  });
  return {
    ask: question =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        java.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
      }),
    stop: async () => {
      java.stdin.end();
      await ended;
    },
  };
}
