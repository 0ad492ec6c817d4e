import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { provideFramework } from '../jars.js';
import { compileJava, startJava } from '../java.js';
import type { Answer, Framework } from './comparison.js';

/** A Java program of `test/kafka/src/frameworks-<name>` that answers for one file a line. */
export interface JavaProgram {
  /** As in `frameworks/<name>.xml`. */
  readonly name: string;
  readonly main: string;
  readonly flags?: readonly string[];
}

type Said = { readonly id: number } & (Answer | { readonly broken: string });

/** Compiles and starts the program. */
export async function startJavaFramework({ name, main, flags }: JavaProgram): Promise<Framework> {
  const jars = await provideFramework(name);
  const classes = await compileJava(`frameworks-${name}`, jars);
  const java = startJava([classes, `${jars}/*`], main, [], flags);
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let last = 0;
  let printed = '';
  java.stderr.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-2000)));
  createInterface({ input: java.stdout }).on('line', line => {
    const said = JSON.parse(line) as Said;
    const asked = waiting.get(said.id);
    waiting.delete(said.id);
    if ('broken' in said) asked?.reject(new Error(`${main} has no answer: ${said.broken}`));
    else asked?.resolve('maps' in said ? { maps: said.maps } : { refused: said.refused });
  });
  // an end of the JVM is told below
  java.stdin.on('error', () => undefined);
  const ended = once(java, 'close').then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The JVM of ${main} ended. It printed last: ${printed}`));
    waiting.clear();
  });
  return {
    ask: ({ path, text, circumstances }) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        java.stdin.write(`${JSON.stringify({ id, path, text, circumstances })}\n`);
      }),
    stop: async () => {
      java.stdin.end();
      await ended;
    },
  };
}
