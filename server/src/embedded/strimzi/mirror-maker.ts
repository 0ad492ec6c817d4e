import { textOf } from '../../syntax/key-text.js';
import type { Embedded } from '../embedded.js';
import type { GivenItem } from '../map-view.js';
import type { Branch } from '../tree.js';
import { workerConfig, type WorkerDefaults } from './connect.js';
import { forbiddenInConnectors } from './forbidden.js';
import { configOf, type Config, type Resource, type Resources } from '../resources.js';

const connectors = [
  ['sourceConnector', 'MirrorSourceConnector'],
  ['checkpointConnector', 'MirrorCheckpointConnector'],
  ['heartbeatConnector', 'MirrorHeartbeatConnector'],
] as const;

const ofMirrors: WorkerDefaults = { group: 'mirrormaker2-cluster', converter: 'org.apache.kafka.connect.converters.ByteArrayConverter' };

/**
 * The workers of MirrorMaker 2, which belong to the target cluster, and the connectors that the operator makes of each mirror.
 * Source: io.strimzi.operator.cluster.model.KafkaMirrorMaker2Connectors.
 */
export function mirrorMakerOf(resources: Resources, resource: Resource): readonly Embedded[] {
  const { tree } = resources;
  const mirrors = tree.branches(resource, 'spec', 'mirrors');
  const workers = workersIn(resources, resource).flatMap(
    around => configOf(resources, resource, { ...workerConfig(resources, resource, around, ofMirrors), part: 'workers' }) ?? [],
  );
  const sources = sourcesOf(mirrors, resources, resource);
  return [...workers, ...mirrors.flatMap((mirror, i) => connectorsOf(mirror, sources[i], resources, resource))];
}

/** v1 has one target; of the clusters of v1beta2 the one that is named has the workers. */
function workersIn({ tree }: Resources, resource: Resource): readonly (readonly string[])[] {
  const name = tree.at(resource, 'spec', 'connectCluster')?.value;
  const named = tree
    .branches(resource, 'spec', 'clusters')
    .filter(cluster => name !== undefined && tree.at(cluster, 'alias')?.value === name);
  return [['spec', 'target'], ...named.map(cluster => below(cluster, resource))];
}

/**
 * Where the source of each mirror is described: in v1 in the mirror, in v1beta2 among the clusters. What is said of one cluster is told with
 * the first mirror that has it.
 */
function sourcesOf(mirrors: readonly Branch[], { tree }: Resources, resource: Resource): readonly (Branch | undefined)[] {
  const clusters = new Map(
    tree.branches(resource, 'spec', 'clusters').map(cluster => [tree.at(cluster, 'alias')?.value ?? '', cluster] as const),
  );
  return mirrors.map(mirror => {
    if (tree.section(mirror, 'source')) return { part: mirror.part, path: [...mirror.path, 'source'] };
    const name = tree.at(mirror, 'sourceCluster')?.value ?? '';
    const cluster = clusters.get(name);
    clusters.delete(name);
    return cluster;
  });
}

/**
 * The settings of the source as keys of the connectors, of which MirrorMaker hands some to its clients. Nothing is taken out.
 * Source: addClusterToMirrorMaker2ConnectorConfig of KafkaMirrorMaker2Connectors.
 */
function fieldsOf(source: Branch, { tree }: Resources, resource: Resource): NonNullable<Config['fields']> {
  return tree.inside(source, 'config').map(({ path }) => {
    const key = path.slice(-1).map(textOf).join('');
    return [`source.cluster.${key}`, ...below(source, resource), 'config', key];
  });
}

function connectorsOf(mirror: Branch, source: Branch | undefined, resources: Resources, resource: Resource): readonly Embedded[] {
  const around = below(mirror, resource);
  const isWritten = ([field]: (typeof connectors)[number]): boolean => resources.tree.section(mirror, field) !== undefined;
  const first = connectors.find(isWritten);
  return connectors.flatMap(one => {
    const [field, className] = one;
    const section = resources.tree.section(mirror, field);
    const { keySpan } = section ?? {};
    if (!keySpan) return [];
    const spans = { keySpan, valueSpan: { start: keySpan.end, end: keySpan.end }, span: keySpan };
    const ofClass: GivenItem = { key: 'connector.class', value: `org.apache.kafka.connect.mirror.${className}`, ...spans, given: true };
    const config = configOf(resources, resource, {
      around: [...around, field],
      part: [...around.slice(1), field].join('.'),
      key: 'config',
      path: 'connector.properties',
      wanted: { kind: 'carrier', id: 'connector' },
      given: [ofClass],
      fields: [
        ['tasks.max', ...around, field, 'tasksMax'],
        ['topics', ...around, 'topicsPattern'],
        ['topics.exclude', ...around, 'topicsExcludePattern'],
        ['groups', ...around, 'groupsPattern'],
        ['groups.exclude', ...around, 'groupsExcludePattern'],
        ['source.cluster.alias', ...around, 'source', 'alias'],
        ['source.cluster.alias', ...around, 'sourceCluster'],
        ['source.cluster.bootstrap.servers', ...around, 'source', 'bootstrapServers'],
        ['target.cluster.alias', 'spec', 'target', 'alias'],
        ['target.cluster.alias', ...around, 'targetCluster'],
        ['target.cluster.bootstrap.servers', 'spec', 'target', 'bootstrapServers'],
        ...(one === first && source ? fieldsOf(source, resources, resource) : []),
      ],
      forbids: forbiddenInConnectors,
    });
    return config ?? [];
  });
}

function below({ path }: Branch, resource: Resource): readonly string[] {
  return path.slice(resource.path.length);
}
