import { atLeast, parseVersion } from '../../kafka/version.js';
import type { Embedded } from '../embedded.js';
import { bitnami } from '../environment/bitnami.js';
import { programOf, versionOf } from '../environment/images.js';
import { tellingValues } from './bitnami-keys.js';
import { countAt, type Chart } from './chart.js';

/** What is known of the chart bitnami/kafka by its values. */
export interface BitnamiChart extends Chart {
  /** Whether its values become variables, as they did up to chart 23; from 24 on they are files and maps, also for a kind of node. */
  readonly ofVariables: boolean;
  /** What all its configurations have in common. */
  readonly around: Pick<Embedded, 'path' | 'wanted' | 'nodes' | 'kafkaVersion' | 'facts'>;
}

export const kindsOfNode = ['controller', 'broker'] as const;

const mapsOfNodes = ['extraConfigYaml', 'overrideConfiguration'];
/** What stands beside values that become variables. */
const beside = ['replicaCount', 'zookeeper', 'externalZookeeper', 'kraft', 'heapOpts', 'provisioning'];

/**
 * The values as those of that chart, if they are: by the image, or by what no other chart has, as a chart inside of another need not name
 * its image. Sources: bitnami/kafka in bitnami/charts, values.yaml and templates of the charts with Kafka 2.8, 3.7, 3.9 and 4.0; the image
 * of chart 23 has Kafka 3.5.
 */
export function bitnamiChart(chart: Chart): BitnamiChart | undefined {
  const { tree, branch, image = '' } = chart;
  const isImage = programOf(image) === bitnami;
  const hasVariables = tellingValues.some(key => tree.at(branch, key));
  const isAdded = hasText(chart, 'extraConfig') || mapsOfNodes.some(key => hasMap(chart, key));
  const hasKinds = kindsOfNode.some(kind => tree.section(branch, kind));
  const ofKinds = kindsOfNode.some(
    kind => ['config', 'extraConfig'].some(key => hasText(chart, kind, key)) || mapsOfNodes.some(key => hasMap(chart, kind, key)),
  );
  const isNamed = /(^|-)kafka$|^$/i.test(branch.path.at(-1) ?? '');
  const has = (key: string): boolean => tree.at(branch, key) !== undefined || tree.section(branch, key) !== undefined;
  const isOther = isNamed && (hasKinds ? isAdded : hasVariables && beside.some(has));
  if (!isImage && !ofKinds && !isOther) return undefined;
  const version = isImage ? parseVersion(versionOf(image, bitnami) ?? '') : undefined;
  const ofVariables = !hasKinds && !isAdded && !(version && atLeast(version, '3.6'));
  const nodes = ofVariables ? countAt(chart, ['replicaCount'], hasVariables ? 1 : undefined) : nodesOf(chart);
  return {
    ...{ ...chart, ofVariables },
    around: {
      ...{ path: 'server.properties', wanted: { kind: 'role', role: 'broker' }, nodes, kafkaVersion: version?.text },
      facts: ['listeners-made-up', ...(nodes === 1 ? (['only-broker'] as const) : [])],
    },
  };
}

/** Whether a file stands there as a text of several lines. */
export function hasText({ tree, branch }: Chart, ...path: readonly string[]): boolean {
  return tree.at(branch, ...path)?.value.includes('\n') === true;
}

/** Whether a map stands there that is not empty. */
export function hasMap({ tree, branch }: Chart, ...path: readonly string[]): boolean {
  return tree.section(branch, ...path) !== undefined && tree.inside(branch, ...path).length > 0;
}

/** Whether something is written there that is not empty. */
export function isSet({ tree, branch }: Chart, ...path: readonly string[]): boolean {
  return (tree.at(branch, ...path)?.value ?? '') !== '';
}

/** The nodes that keep records: three controllers that are brokers as well, and no others, unless the values say otherwise. */
function nodesOf(chart: Chart): number | undefined {
  const { tree, branch } = chart;
  const alone = tree.at(branch, 'controller', 'controllerOnly')?.value === 'true' || tree.at(branch, 'kraft', 'enabled')?.value === 'false';
  const controllers = alone ? 0 : countAt(chart, ['controller', 'replicaCount'], 3);
  const brokers = countAt(chart, ['broker', 'replicaCount'], 0);
  return controllers === undefined || brokers === undefined ? undefined : controllers + brokers || undefined;
}
