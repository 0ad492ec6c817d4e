import { resolveValue } from '../../config/placeholder.js';
import { javaTrim } from '../../kafka/java-text.js';
import type { Scope } from '../../config/setting.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { fileScope, isClientKey, knows, namesOf, type Layout, type Meaning, type Place } from '../shared/layout.js';

const connectors: readonly Role[] = ['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat'];
const worker: Role = 'connect-distributed';
const workers: readonly Role[] = [worker];
const everyone: readonly Role[] = ['mirror-maker', ...connectors, worker];

/** What MirrorMakerConfig.workerConfig hands to every worker; of all other keys a worker sees those with its cluster's alias. */
const toEveryWorker = /^((offset|config|status)\.storage|(key|value|header)\.converter|task|worker|replication\.policy)/;
const foreignPrefix = /^((producer|consumer|admin|(source|target)\.(producer|consumer|admin)|config\.providers)|offset-syncs-[a-z-]+)\./;

/** Keys of clusters and flows that are compared with each other: they are settings of MirrorMaker itself too, by their full names. */
const comparedAcross =
  /(^|\.)(exactly\.once\.(source\.)?support|emit\.(offset-syncs|heartbeats)\.enabled)$|->.+\.enabled$|\.consumer\.isolation\.level$|(^|\.)bootstrap\.servers$|(^|\.)offset-syncs[-.]/;
/** Looking for an alias before each dot of a longer key would take too long. */
const longestKey = 1000;

/**
 * The file of MirrorMaker 2 in its own process. It runs a worker for each cluster (`A.` before its keys) and three connectors for each
 * flow (`A->B.`); keys without a prefix are for all of them. Source: org.apache.kafka.connect.mirror.MirrorMakerConfig, methods
 * clusterProps, workerConfig and connectorBaseConfig.
 */
export function mirrorLayout(keys: readonly string[], entries: readonly Entry[]): Layout {
  const file = fileScope();
  const aliases = aliasesIn(keys, entries);
  const inside = new Map<string, Scope>();
  const scopeNamed = (kind: 'cluster' | 'flow', name: string): Scope => {
    const found = inside.get(name) ?? { name: `${kind} ${name}`, base: file, complete: true, development: false };
    inside.set(name, found);
    return found;
  };
  // one list of names for all keys of its readers: a file may have many that nobody knows
  const names = new Map<readonly Role[], readonly string[]>();
  const candidatesFor = (readers: readonly Role[]): readonly string[] => {
    const found = names.get(readers) ?? namesOf(readers);
    names.set(readers, found);
    return found;
  };
  const meanings = keys.map(meaningIn);
  return { scopes: [file, ...inside.values()], meanings };

  function meaningIn(key: string): Meaning {
    const own =
      knows('mirror-maker', key) || comparedAcross.test(key) ? [{ role: 'mirror-maker', property: key, scope: file } as const] : [];
    const prefix = prefixIn(key, aliases);
    if (!prefix) return bare(key, own);
    const rest = key.slice(prefix.name.length + 1);
    const scope = scopeNamed(prefix.kind, prefix.name);
    const roles = prefix.kind === 'flow' ? connectors : workers;
    const reader = prefix.kind === 'flow' ? 'mirror-source' : worker;
    return meaning(rest, [...placesIn(scope, roles, rest), ...own], scope, reader, candidatesFor(roles));
  }

  function bare(key: string, own: readonly Place[]): Meaning {
    const roles = [...connectors, ...(toEveryWorker.test(key) || knows('mirror-client', key) ? [worker] : [])];
    return meaning(key, [...placesIn(file, roles, key), ...own], file, 'mirror-maker', candidatesFor(everyone));
  }
}

/** The cluster or flow that a key begins with. */
function prefixIn(key: string, aliases: ReadonlySet<string>): { readonly kind: 'cluster' | 'flow'; readonly name: string } | undefined {
  if (key.length > longestKey) return undefined;
  for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
    const name = key.slice(0, dot);
    if (aliases.has(name)) return { kind: 'cluster', name };
    const [source = '', target = ''] = name.split('->');
    if (aliases.has(source) && aliases.has(target)) return { kind: 'flow', name };
  }
  return undefined;
}

function placesIn(scope: Scope, roles: readonly Role[], property: string): readonly Place[] {
  return roles.filter(role => knows(role, property)).map(role => ({ role, property, scope }));
}

function meaning(key: string, places: readonly Place[], scope: Scope, role: Role, candidates: readonly string[]): Meaning {
  if (places.length > 0) return { kind: 'settings', places };
  if (foreignPrefix.test(key) || toEveryWorker.test(key) || isClientKey(key) || knows(worker, key)) return { kind: 'foreign' };
  return { kind: 'unknown', role, scope, key, candidates };
}

/** The aliases that `clusters` names; those that the other keys show where its value is not known. */
function aliasesIn(keys: readonly string[], entries: readonly Entry[]): ReadonlySet<string> {
  const clusters = entries.findLast((_, i) => keys[i] === 'clusters');
  const value = clusters && resolveValue(clusters.value, 'kafka');
  const named = value?.known ? javaTrim(value.text).split(/[ \t\n\v\f\r]*,[ \t\n\v\f\r]*/) : [];
  const seen = keys.flatMap(key => {
    const flow = /^(.+?)->(.+?)\./.exec(key);
    const cluster = /^([^.]+)\.bootstrap\.servers$/.exec(key);
    return [...(flow ? [String(flow[1]), String(flow[2])] : []), ...(cluster ? [String(cluster[1])] : [])];
  });
  return new Set((named.length > 0 ? named : seen).filter(alias => alias !== ''));
}

/** What stands before the property's name in the key, by the scope that it is written for. */
export function prefixOf({ name, base }: Scope): string {
  return base ? `${name.slice(name.indexOf(' ') + 1)}.` : '';
}

/** Whether keys of the role may be written in the scope: clusters run workers, flows run connectors. */
export function mayStandIn({ name, base }: Scope, role: Role): boolean {
  if (!base) return true;
  return name.startsWith('flow ') ? connectors.includes(role) : role === worker;
}
