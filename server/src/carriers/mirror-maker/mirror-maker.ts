import { bareKey, flatCarrier } from '../shared/flat.js';
import { mirrorLayout, prefixOf } from './layout.js';
import { recognizeMirrorMaker } from './recognition.js';

/** The file of MirrorMaker 2 in its own process. */
export const mirrorMaker = flatCarrier({
  id: 'mirror-maker',
  title: 'MirrorMaker 2',
  roles: ['mirror-maker', 'mirror-source', 'mirror-checkpoint', 'mirror-heartbeat', 'connect-distributed'],
  embedded: ['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat'],
  recognize: recognizeMirrorMaker,
  layout: ({ keys, entries }) => mirrorLayout(keys, entries),
  keyFor: (property, _role, scope) => {
    const key = bareKey(property);
    return key === undefined ? undefined : prefixOf(scope) + key;
  },
});
