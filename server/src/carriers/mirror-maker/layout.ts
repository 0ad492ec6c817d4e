import { resolveValue } from '../../config/placeholder.js';
import type { Scope } from '../../config/setting.js';
import { namesOf } from '../../kafka/catalogue/catalogue.js';
import type { Role } from '../../kafka/property.js';
import type { Entry } from '../../syntax/syntax.js';
import { fileScope, isClientKey, knows, type Layout, type Meaning, type Place } from '../shared/layout.js';
import { aliasesIn, prefixIn, type Flow } from './aliases.js';
import { bareClientKey, clusterClientKey, flowClientKey, type Circumstances, type ClientKey } from './clients.js';
import { clusterDefaults, mirrorScopes, prefixFor } from './scopes.js';

const connectors: readonly Role[] = ['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat'];
const worker: Role = 'connect-distributed';
const workers: readonly Role[] = [worker];
const everyone: readonly Role[] = ['mirror-maker', ...connectors, worker];

/** What MirrorMakerConfig.workerConfig hands to every worker, over what is said of its cluster. */
const toEveryWorker = /^((offset|config|status)\.storage|(key|value|header)\.converter|task|worker|replication\.policy)/;
const foreignPrefix = /^((producer|consumer|admin|(source|target)\.(producer|consumer|admin)|config\.providers)|offset-syncs-[a-z-]+)\./;

/** Keys of clusters and flows that are compared with each other: they are settings of MirrorMaker itself too, by their full names. */
const comparedAcross =
  /(^|\.)(exactly\.once\.(source\.)?support|emit\.(offset-syncs|heartbeats)\.enabled)$|->.+\.enabled$|\.consumer\.isolation\.level$|(^|\.)bootstrap\.servers$|(^|\.)offset-syncs[-.]/;

/**
 * The file of MirrorMaker 2 in its own process. It runs a worker for each cluster (`A.` before its keys) and three connectors for each
 * flow (`A->B.`); keys without a prefix are for all of them. Source: org.apache.kafka.connect.mirror.MirrorMakerConfig, methods
 * clusterProps, workerConfig and connectorBaseConfig.
 */
export function mirrorLayout(keys: readonly string[], entries: readonly Entry[], file = fileScope()): Layout {
  const aliases = aliasesIn(keys, entries);
  const scopes = mirrorScopes(file);
  const around = circumstancesIn(keys, entries, aliases, scopes);
  const meanings = keys.map((key, i) => meaningIn(key, textOf(entries[i])));
  const judged = scopes.all();
  const clusters = [...aliases].filter(alias => judged.includes(scopes.cluster(alias)));
  return {
    scopes: judged,
    meanings,
    defaults: clusters.flatMap(alias => clusterDefaults(scopes.cluster(alias), around.exactlyOnce(alias))),
  };

  function meaningIn(key: string, value: string | undefined): Meaning {
    const own =
      knows('mirror-maker', key) || comparedAcross.test(key) ? [{ role: 'mirror-maker', property: key, scope: scopes.file } as const] : [];
    const prefix = prefixIn(key, aliases);
    if (!prefix) return bare(key, own);
    const rest = key.slice(prefix.name.length + 1);
    if (prefix.kind === 'cluster') {
      const scope = scopes.cluster(prefix.name);
      const places = [...placesIn(scope, workers, rest), ...own];
      return meaning(rest, places, clusterClientKey(prefix.name, rest, value, around), scope, worker, namesOf(workers));
    }
    const scope = scopes.flow(prefix);
    const places = [...placesIn(scope, connectors, rest), ...own];
    return meaning(rest, places, flowClientKey(prefix, rest, value, around), scope, 'mirror-source', namesOf(connectors));
  }

  function bare(key: string, own: readonly Place[]): Meaning {
    const places = [
      ...placesIn(scopes.file, connectors, key),
      ...(toEveryWorker.test(key) ? placesIn(scopes.file, workers, key).map(place => ({ ...place, rank: 1 })) : []),
      ...(knows('mirror-client', key) ? placesIn(scopes.file, workers, key) : []),
      ...own,
    ];
    return meaning(key, places, bareClientKey(key, around), scopes.file, 'mirror-maker', namesOf(everyone));
  }
}

/** What is to be known of the whole file before a client's key can be read. */
function circumstancesIn(
  keys: readonly string[],
  entries: readonly Entry[],
  aliases: ReadonlySet<string>,
  scopes: Circumstances['scopes'],
): Circumstances {
  const valueOf = (key: string): string | undefined => textOf(entries.findLast((_, i) => keys[i] === key));
  const flows = [...new Set(keys.filter(key => /->.+\.enabled$/.test(key)).map(key => key.slice(0, -'.enabled'.length)))];
  const running = flows.filter(flow => valueOf(`${flow}.enabled`)?.toLowerCase() !== 'false');
  const sources = new Set([...aliases].filter(alias => running.some(flow => flow.startsWith(`${alias}->`))));
  return {
    scopes,
    // where no flow is named a program or a variable may name them
    isSource: alias => sources.size === 0 || sources.has(alias) || keys.includes('enabled'),
    exactlyOnce: alias => valueOf(`${alias}.exactly.once.source.support`)?.toLowerCase() === 'enabled',
    syncsOf: ({ name, source, target }: Flow) =>
      (valueOf(`${name}.offset-syncs.topic.location`) ?? valueOf('offset-syncs.topic.location')) === 'target' ? target : source,
  };
}

function placesIn(scope: Scope, roles: readonly Role[], property: string): readonly Place[] {
  return roles.filter(role => knows(role, property)).map(role => ({ role, property, scope }));
}

function meaning(
  key: string,
  places: readonly Place[],
  client: ClientKey,
  scope: Scope,
  role: Role,
  candidates: readonly string[],
): Meaning {
  // what a worker or a connector reads is not misplaced
  const ofClients =
    client && 'places' in client ? client.places.filter(({ ignored, own }) => places.length === 0 || !ignored || own !== false) : [];
  if (places.length + ofClients.length > 0) return { kind: 'settings', places: [...places, ...ofClients] };
  if (client && 'unknown' in client) return { kind: 'unknown', role: client.role, scope, key: client.unknown, candidates: undefined };
  if (foreignPrefix.test(key) || toEveryWorker.test(key) || isClientKey(key) || knows(worker, key)) return { kind: 'foreign' };
  return { kind: 'unknown', role, scope, key, candidates };
}

/** How a key is written for a role in a scope of the file; undefined where it cannot stand there, or MirrorMaker sets it itself. */
export function mirrorKey(property: string, role: Role, scope: Scope): string | undefined {
  const prefix = role === 'consumer' && property === 'enable.auto.commit' ? undefined : prefixFor(role, scope);
  return prefix === undefined ? undefined : prefix + property;
}

function textOf(entry: Entry | undefined): string | undefined {
  const value = entry && resolveValue(entry.value, 'kafka');
  return value?.known ? value.text : undefined;
}
