import type { Role } from '../../kafka/property.js';
import { byKeys, scores, type Recognition } from '../recognition.js';
import type { FlatFile } from '../shared/flat.js';

/** Whether the file is that of a connector, and of which kind. */
export function recognizeConnector({ keys, entries }: FlatFile): Recognition | undefined {
  const classes = entries.filter((_, i) => keys[i] === 'connector.class');
  const last = classes.at(-1);
  if (last) return byKeys(connectorRole(last.value, new Set(keys)), scores.own, [last]);
  const hints = entries.filter((_, i) => keys[i] === 'tasks.max');
  const doubts = { readable: false, trust: 'inferred', why: 'usual-key' } as const;
  return hints.length > 0 ? byKeys('connector', scores.doubtful, hints, doubts) : undefined;
}

const mirrorConnectors: ReadonlyMap<string, Role> = new Map([
  ['MirrorSourceConnector', 'mirror-source'],
  ['MirrorCheckpointConnector', 'mirror-checkpoint'],
  ['MirrorHeartbeatConnector', 'mirror-heartbeat'],
]);

/** Connect asks the class which kind it is; its name says so nearly always, and only sinks must have topics. */
export function connectorRole(className: string, keys: ReadonlySet<string>): Role {
  const name = className.trim().replace(/^.*\./, '');
  const mirror = mirrorConnectors.get(name);
  if (mirror) return mirror;
  const [source, sink] = [/source/i.test(name), /sink/i.test(name)];
  if (sink !== source) return sink ? 'sink-connector' : 'source-connector';
  return keys.has('topics') || keys.has('topics.regex') ? 'sink-connector' : 'connector';
}
