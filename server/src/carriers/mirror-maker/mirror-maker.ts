import type { Role } from '../../kafka/property.js';
import { bareKey, flatCarrier } from '../shared/flat.js';
import { mirrorKey, mirrorLayout } from './layout.js';
import { recognizeMirrorMaker } from './recognition.js';

const inside: readonly Role[] = [
  'mirror-source',
  'mirror-checkpoint',
  'mirror-heartbeat',
  'connect-distributed',
  'producer',
  'consumer',
  'admin',
];

/** The file of MirrorMaker 2 in its own process. */
export const mirrorMaker = flatCarrier({
  id: 'mirror-maker',
  title: 'MirrorMaker 2',
  roles: ['mirror-maker', ...inside],
  embedded: inside,
  recognize: recognizeMirrorMaker,
  layout: ({ keys, entries, scope }) => mirrorLayout(keys, entries, scope),
  keyFor: (property, role, scope) => (bareKey(property) === undefined ? undefined : mirrorKey(property, role, scope)),
});
