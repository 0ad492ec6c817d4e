import { bareKey, flatCarrier } from '../shared/flat.js';
import { mayStandIn, mirrorLayout, prefixOf } from './layout.js';
import { recognizeMirrorMaker } from './recognition.js';

/** The file of MirrorMaker 2 in its own process. */
export const mirrorMaker = flatCarrier({
  id: 'mirror-maker',
  title: 'MirrorMaker 2',
  roles: ['mirror-maker', 'mirror-source', 'mirror-checkpoint', 'mirror-heartbeat', 'connect-distributed'],
  embedded: ['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat', 'connect-distributed'],
  recognize: recognizeMirrorMaker,
  layout: ({ keys, entries }) => mirrorLayout(keys, entries),
  keyFor: (property, role, scope) => {
    const key = bareKey(property);
    return key === undefined || !mayStandIn(scope, role) ? undefined : prefixOf(scope) + key;
  },
});
