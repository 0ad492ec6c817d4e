import type { Case } from './comparison.js';
export const cases: readonly Case[] = [];
