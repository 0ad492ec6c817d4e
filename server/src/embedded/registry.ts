import { compose } from './compose/compose.js';
import type { Embedder } from './embedded.js';

/** Every format that holds configurations of others. */
export const embedders: readonly Embedder[] = [compose];
