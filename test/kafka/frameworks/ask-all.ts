import { randomFrom } from '../differential/random.js';
import type { Answer, Case, Comparison, Framework } from './comparison.js';

/** Files on their way to the framework at once. */
const batch = 50;

/** The file of that number; another seed gives another one. */
export function generated({ name, generate }: Pick<Comparison, 'name' | 'generate'>, seed: string, index: number): Case {
  const random = randomFrom(`${seed} ${name} ${String(index)}`);
  return generate(() => random.below(2 ** 32) / 2 ** 32);
}

/** The framework's answers to the files, in their order. */
export async function askAll(framework: Framework, files: readonly Case[]): Promise<readonly { file: Case; theirs: Answer }[]> {
  const answered: { file: Case; theirs: Answer }[] = [];
  for (let from = 0; from < files.length; from += batch) {
    const some = files.slice(from, from + batch);
    const answers = await Promise.all(some.map(file => framework.ask(file)));
    for (const [i, theirs] of answers.entries()) {
      const file = some[i];
      if (file) answered.push({ file, theirs });
    }
  }
  return answered;
}
