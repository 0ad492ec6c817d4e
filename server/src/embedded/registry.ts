import { compose } from './compose/compose.js';
import type { Embedder } from './embedded.js';
import { namedFiles } from './files/named-files.js';
import { kubernetes } from './kubernetes/kubernetes.js';

/** Every format that holds configurations of others. */
export const embedders: readonly Embedder[] = [compose, kubernetes, namedFiles];
