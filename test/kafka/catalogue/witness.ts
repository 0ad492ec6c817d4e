import { Sentence } from '../java.js';

/** Compares random keys with a second way to ask the classes. */
export function compareWithWitness(count: number, seed: number): Promise<void> {
  return Promise.reject(new Sentence(`There is no witness yet for ${String(count)} keys (seed ${String(seed)}).`));
}
