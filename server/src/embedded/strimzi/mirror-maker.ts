import type { Embedded } from '../embedded.js';
import type { GivenItem } from '../map-view.js';
import type { Branch } from '../tree.js';
import { workerConfig, type WorkerDefaults } from './connect.js';
import { forbiddenInConnectors } from './forbidden.js';
import { configOf, type Resource, type Resources } from '../resources.js';

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
  return [...workers, ...mirrors.flatMap(mirror => connectorsOf(mirror, resources, resource))];
}

/** v1 has one target; of the clusters of v1beta2 the one that is named has the workers. */
function workersIn({ tree }: Resources, resource: Resource): readonly (readonly string[])[] {
  const name = tree.at(resource, 'spec', 'connectCluster')?.value;
  const named = tree
    .branches(resource, 'spec', 'clusters')
    .filter(cluster => name !== undefined && tree.at(cluster, 'alias')?.value === name);
  return [['spec', 'target'], ...named.map(cluster => below(cluster, resource))];
}

function connectorsOf(mirror: Branch, resources: Resources, resource: Resource): readonly Embedded[] {
  const around = below(mirror, resource);
  return connectors.flatMap(([field, className]) => {
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
      ],
      forbids: forbiddenInConnectors,
    });
    return config ?? [];
  });
}

function below({ path }: Branch, resource: Resource): readonly string[] {
  return path.slice(resource.path.length);
}
