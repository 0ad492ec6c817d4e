import type { Role } from '../kafka/property.js';
import type { Entry } from '../syntax/syntax.js';
import { textOf } from '../syntax/key-text.js';

/** A program built on Kafka that has a properties file of its own. */
export interface Application {
  readonly kind: 'streams' | 'worker' | 'connector' | 'mirror-maker';
  /** Who reads the keys that have no prefix. */
  readonly role: Role;
  /** The keys fit it, but none of them is its alone. */
  readonly inferred: boolean;
}

const onlyStreams =
  /^(processing\.guarantee|num\.stream\.threads|num\.standby\.replicas|default\.(key|value)\.serde|default\.(deserialization|production)\.exception\.handler)$/;
const onlyWorkers = /^(offset|config|status)\.storage\./;
const onlyDistributed = /^((config|status)\.storage\.|offset\.storage\.topic$|group\.id$)/;
const seldomOthers = /^(key\.converter|value\.converter|plugin\.path)$/;
const flow = /^.+->.+\./;

/** Keys of these programs that may also be another's, or that are too few to tell what the file is for. */
const hint =
  /^(application\.server|deserialization\.exception\.handler|(key|value|header)\.converter|tasks\.max|plugin\.path|rest\.port|rest\.advertised\.\S+|clusters|(source|target)\.cluster\.(alias|bootstrap\.servers))$/;

/** Whose file this is by its keys; `hidden` where it looks like one of these programs', but too little is there to say so. */
export function recognizeApplication(path: string, keys: readonly string[], entries: readonly Entry[]): Application | 'hidden' | undefined {
  const known = new Set(keys);
  const some = (pattern: RegExp): boolean => keys.some(key => pattern.test(key));
  const bootstraps = known.has('bootstrap.servers');
  if (some(flow) || (known.has('clusters') && some(/^.+\.bootstrap\.servers$/)))
    return { kind: 'mirror-maker', role: 'mirror-maker', inferred: false };
  const connector = entries.findLast((_, i) => keys[i] === 'connector.class');
  if (connector) return { kind: 'connector', role: connectorRole(connector.value, known), inferred: false };
  if (some(onlyWorkers) || (bootstraps && some(seldomOthers))) return workerOf(path, known, some(onlyDistributed));
  if (some(onlyStreams)) return { kind: 'streams', role: 'streams', inferred: false };
  // Streams has no key of its own in its simplest form but its application id, which only names an application elsewhere
  if (known.has('application.id') && bootstraps) return { kind: 'streams', role: 'streams', inferred: true };
  return some(hint) ? 'hidden' : undefined;
}

/** Connect names the two kinds of workers by their files; what both have in common is taken for a distributed one. */
function workerOf(path: string, keys: ReadonlySet<string>, distributed: boolean): Application {
  if (keys.has('offset.storage.file.filename')) return { kind: 'worker', role: 'connect-standalone', inferred: false };
  const alone = !distributed && /standalone/i.test(path);
  return { kind: 'worker', role: alone ? 'connect-standalone' : 'connect-distributed', inferred: !distributed };
}

const mirrorConnectors: ReadonlyMap<string, Role> = new Map([
  ['MirrorSourceConnector', 'mirror-source'],
  ['MirrorCheckpointConnector', 'mirror-checkpoint'],
  ['MirrorHeartbeatConnector', 'mirror-heartbeat'],
]);

/** Connect asks the class which kind it is; its name says so nearly always, and only sinks must have topics. */
function connectorRole(className: string, keys: ReadonlySet<string>): Role {
  const name = className.trim().replace(/^.*\./, '');
  const mirror = mirrorConnectors.get(name);
  if (mirror) return mirror;
  const [source, sink] = [/source/i.test(name), /sink/i.test(name)];
  if (sink !== source) return sink ? 'sink-connector' : 'source-connector';
  return keys.has('topics') || keys.has('topics.regex') ? 'sink-connector' : 'connector';
}

/** The key of an entry as its reader sees it. */
export function keyOf(entry: Entry): string {
  return entry.path.map(textOf).join('.');
}
