import type { Comparison } from './comparison.js';

/** Every framework that is compared; a new one is a line here. */
export const comparisons: readonly Comparison[] = [];
