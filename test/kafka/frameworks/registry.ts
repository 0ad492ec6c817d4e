import type { Comparison } from './comparison.js';
import { kafkaStreams } from './kafka-streams.js';

/** Every framework that is compared; a new one is a line here. */
export const comparisons: readonly Comparison[] = [kafkaStreams];
